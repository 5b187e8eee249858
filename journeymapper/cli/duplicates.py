"""The same rows imported twice would count every answer twice: somebody decides, with --replace or --add."""

import argparse
from pathlib import Path

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import ResultSet
from journeymapper.results.importing import Imported
from journeymapper.results.recurring import Known, Recurring, recurring
from journeymapper.results.rivals import fed_points, rivals_of
from journeymapper.results.taking import Taken, take_in


def taken_once(args: argparse.Namespace, known: Known, imported: Imported, file: Path) -> Taken:
    """The file taken in, in the place of earlier imports of it or beside them, as --replace and --add say.

    Raises Refusal where nobody said so. The same content for other points is welcome: a file may be brought in column
    by column.
    """
    rivals = rivals_of(known.project, {}, imported.result_set)
    same = [rival.result_set for rival in rivals if rival.same_file]
    if same and not args.replace:
        _refuse_same(same[0], file)
    gone = [old.id for old in same]
    taken = take_in(known.project, known.tallies, imported, replacing=gone)
    again = recurring(known.without(gone), taken)
    if not again or args.add:
        return msgspec.structs.replace(taken, again=again)
    if not args.replace:
        _refuse_again(again[0], file)
    return take_in(known.project, known.tallies, imported, replacing=[*gone, *(one.result_set.id for one in again)])


def _refuse_same(old: ResultSet, file: Path) -> None:
    raise Refusal(
        "{file} is in the project already, imported on {day} for {points}; --replace puts this import in its place.",
        file=str(file),
        day=str(old.account.read_on),
        points=", ".join(sorted(fed_points(old))) or "–",
    )


def _refuse_again(one: Recurring, file: Path) -> None:
    raise Refusal(
        "{file}: {again} of the {rows} rows of {earlier}, imported on {day}, seem to be in it again; --replace puts "
        "this import in the place of that one, --add counts both.",
        file=str(file),
        again=one.again,
        rows=one.rows,
        earlier=one.result_set.account.file,
        day=str(one.result_set.account.read_on),
    )
