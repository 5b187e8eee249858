"""`import PROJECT FILE…`: bring result files' answers to the measurement points, and say what was left out."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.import_grammar import add_import

if TYPE_CHECKING:
    from journeymapper.cli.batches import Batch
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project
    from journeymapper.model.sources import Mapping
    from journeymapper.results.automatic import Left
    from journeymapper.results.importing import Imported
    from journeymapper.results.recurring import Known
    from journeymapper.results.taking import Taken
    from journeymapper.storage.container import Opened

LEFT = 4
"""The exit code where something is left to the user: columns by --auto, or some of several files."""


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `import`."""
    add_import(verbs, run, language)


def run(args: argparse.Namespace, language: "Language") -> int:
    """Read, add and save; with --dry-run only read. The project file is held for the whole of it."""
    from journeymapper.storage.locks import hold

    _check_usage(args, language)
    if args.dry_run:
        return _report(args, _read_all(args, language), language)
    with hold(args.project):
        batch = _read_all(args, language)
        _save(args, batch)
    return _report(args, batch, language)


def _check_usage(args: argparse.Namespace, language: "Language") -> None:
    columns = args.map or args.count or args.total
    if args.aggregates and columns:
        args.parser.error(language.text("--aggregates takes its points from the file, not from --map"))
    if args.log is not None and (columns or args.aggregates or args.auto):
        args.parser.error(language.text("--log takes an event log alone, without columns of answers"))
    if args.aggregates and args.beliefs:
        args.parser.error(language.text("--beliefs needs the answers of each member of staff, not figures"))
    if args.rolling and not args.mapping and (args.wave_column or ("", None))[1] not in (None, "month"):
        args.parser.error(language.text("--rolling adds up months: give --wave-column COL or COL:month"))
    if args.rolling and not args.mapping and not args.wave_column:
        args.parser.error(language.text("--rolling needs the column of dates: --wave-column"))
    if args.confidence is not None and not args.auto:
        args.parser.error(language.text("--confidence says how sure --auto must be"))


def _read_all(args: argparse.Namespace, language: "Language") -> "Batch":
    """What the project becomes, file by file; nothing is saved. One of several files that is refused stays behind.

    Raises Refusal where none can be imported.
    """
    from journeymapper.cli.batches import Batch
    from journeymapper.model.messages import Refusal
    from journeymapper.results.folders import result_files
    from journeymapper.results.recurring import Known
    from journeymapper.storage.container import open_project

    batch = Batch(open_project(args.project))
    _refuse_unwritable(args, batch.opened)
    known = Known(batch.opened.project, batch.opened.tallies, batch.opened.attachments)
    for file in result_files(args.files):
        try:
            taken = _read(args, file, known, language)
        except Refusal as refusal:
            batch.refused.append((file, refusal))
            continue
        known = Known(taken.project, {**known.tallies, **taken.tallies}, {**known.attachments, **taken.attachments})
        batch.done.append(taken)
    if not batch.done:
        raise batch.refused[0][1]
    return batch


def _read(args: argparse.Namespace, file: Path, known: "Known", language: "Language") -> "Taken":
    """One file, taken into the project as it is by now."""
    import msgspec

    from journeymapper.cli.duplicates import taken_once
    from journeymapper.cli.import_options import chosen_mapping
    from journeymapper.model.sources import Mapping
    from journeymapper.results.importing import read_results
    from journeymapper.results.mapping import load_mapping
    from journeymapper.results.own_codes import own_mapping

    project = known.project
    if args.mapping:
        saved = load_mapping(args.mapping)
    elif _says_what(args):
        saved = Mapping()
    else:
        saved = own_mapping(project, file, sheet=args.sheet or "")
    mapping, left = _completed(args, file, project, chosen_mapping(args, project, saved))
    _refuse_old_wave(args, project, mapping)
    imported = read_results(file, mapping, project, today=date.today())  # noqa: DTZ011 - the reader's day
    _refuse_nothing(imported, file, language)
    return msgspec.structs.replace(taken_once(args, known, imported, file), left=left)


def _refuse_nothing(imported: "Imported", file: Path, language: "Language") -> None:
    """An import that brings nothing is a mistake in its options; says why the answers could not be used."""
    from journeymapper.language.reason_words import reason_words
    from journeymapper.model.messages import Refusal

    account = imported.result_set.account
    if any(account.used.values()) or account.events or account.comments or imported.tally.reported:
        return
    unused = sorted(account.unused, key=lambda one: -one.count)
    why = ", ".join(f"{one.count} × {reason_words(language, one.reason)}" for one in unused[:3])
    asked = " ".join(dict.fromkeys(language.message(doubtful.message) for doubtful in account.doubts))
    if asked:
        raise Refusal(
            "{file}: not one answer could be used: {reasons}. {questions}",
            file=file.name,
            reasons=why,
            questions=asked,
        )
    if why:
        raise Refusal("{file}: not one answer could be used: {reasons}.", file=file.name, reasons=why)
    raise Refusal("{file}: not one answer could be used.", file=file.name)


def _completed(
    args: argparse.Namespace, file: Path, project: "Project", mapping: "Mapping"
) -> tuple["Mapping", tuple["Left", ...]]:
    """With --auto the mapping and what is surely matched besides, and what is left to the user."""
    from journeymapper.model.messages import Refusal
    from journeymapper.results.automatic import SURE, automatic
    from journeymapper.results.inspecting import inspect_file
    from journeymapper.results.readers.grid import Wish

    if not args.auto:
        return mapping, ()
    sure = SURE if args.confidence is None else args.confidence
    found = automatic(project, inspect_file(file, Wish.of(mapping)), mapping, sure)
    if not found.mapping.columns and any(one.doubts for one in found.left):
        raise Refusal(
            "{file}: no column is surely like a measurement point; inspect --project says what is doubtful, and --map "
            "takes a column all the same.",
            file=file.name,
        )
    if not found.mapping.columns:
        raise Refusal("{file}: no column is surely like a measurement point; name some with --map.", file=file.name)
    return found.mapping, found.left


def _says_what(args: argparse.Namespace) -> bool:
    """Whether the options say what the file is for; otherwise it is one of our own questionnaires."""
    return bool(
        args.map or args.count or args.total or args.aggregates or args.comments or args.log is not None or args.auto
    )


def _save(args: argparse.Namespace, batch: "Batch") -> None:
    """Save the project; the file is left as it was if that is refused."""
    from journeymapper.results.mapping import save_mapping
    from journeymapper.storage.container import save_project

    opened, last = batch.opened, batch.done[-1]
    if args.save_mapping:
        save_mapping(args.save_mapping, last.result_set.mapping)
    tallies, attachments = dict(opened.tallies), dict(opened.attachments)
    for taken in batch.done:
        tallies |= taken.tallies
        attachments |= taken.attachments
    save_project(args.project, last.project, tallies, attachments, since=opened.stamp)


def _refuse_unwritable(args: argparse.Namespace, opened: "Opened") -> None:
    """Refuse before reading a long file what could not be saved afterwards."""
    from journeymapper.cli.out_files import writable_path
    from journeymapper.model.messages import Refusal

    file = str(args.project)
    if opened.read_only:
        raise Refusal("{file} comes from a newer version of Journey Mapper and can only be read.", file=file)
    if args.project.suffix.casefold() == ".json":
        raise Refusal("{file} is a plain document without room for results; a .jmap file has it.", file=file)
    if args.save_mapping:
        writable_path(args.save_mapping, (".json",), inputs=[args.project, *args.files])


def _refuse_old_wave(args: argparse.Namespace, project: "Project", mapping: "Mapping") -> None:
    """A saved mapping knows the wave that it was made for; the next file must not be added to that one unasked."""
    from journeymapper.model.messages import Refusal

    updates = mapping.respondent  # then rows that came before give way, and nobody counts twice
    if args.mapping and args.wave is None and mapping.wave in project.waves and not updates:
        raise Refusal(
            "{file}: the wave {wave} of this mapping has results already; name the wave of this file with --wave.",
            file=str(args.mapping),
            wave=mapping.wave,
        )


def _report(args: argparse.Namespace, batch: "Batch", language: "Language") -> int:
    """Print the account of each file, and which of several stayed behind."""
    from journeymapper.cli.batches import batch_json, batch_text

    shown = batch_json if args.json else batch_text
    print(shown(batch, language, dry_run=args.dry_run))
    return LEFT if batch.refused or any(taken.left for taken in batch.done) else 0
