"""`scores PROJECT`: a row per measurement point × wave × segment asked for."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeymapper.analysis.score import Score
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.storage.container import Opened


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `scores`."""
    parser = add_verb(verbs, "scores", run, language.text("print the scores of the measurement points"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--wave",
        metavar="W",
        action="append",
        default=[],
        help=language.text("a wave; the newest if none is named; repeatable"),
    )
    parser.add_argument(
        "--segment",
        metavar="COL=VALUE",
        type=segment_text,
        action="append",
        default=[],
        help=language.text("only the answers of a segment; repeatable"),
    )
    parser.add_argument(
        "--accounts", action="store_true", help=language.text("each business customer counts once; n counts customers")
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=language.text("print JSON"))
    form.add_argument("--csv", action="store_true", help=language.text("print CSV"))


def segment_text(text: str) -> str:
    """A text that can be COL=VALUE; which `=` parts the two, the project's segments tell."""
    if "=" not in text[1:]:
        raise argparse.ArgumentTypeError(f"{text!r} is not COL=VALUE")
    return text


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the rows as JSON, as CSV or as a table to read."""
    from journeymapper.analysis.freshness import stale_points
    from journeymapper.analysis.target_tests import judged_together
    from journeymapper.cli.score_rows import rows_text
    from journeymapper.export.score_rows import rows_csv, rows_json
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    scores = judged_together(_scores(args, opened))
    old = stale_points(opened.project, opened.tallies, date.today())  # noqa: DTZ011 - the reader's day
    if args.json:
        print(rows_json(opened.project, scores, old))
    elif args.csv:
        print(rows_csv(opened.project, scores, old), end="")
    else:
        print(rows_text(opened.project, scores, language))
    return 0


def _scores(args: argparse.Namespace, opened: "Opened") -> "Iterator[Score]":
    """The scores point by point in plan order, the waves and segments of each in the order asked for."""
    from journeymapper.analysis.scoring import newest_wave
    from journeymapper.cli.choices import chosen_segments, chosen_waves

    project, tallies = opened.project, opened.tallies
    waves = chosen_waves(args.wave, project, args.project) or [newest_wave(project, tallies)]
    segments = chosen_segments(args.segment, opened, args.project)
    columns = [found for wave in waves for found in _columns(opened, wave, segments, accounts=args.accounts)]
    for point in project.point_order:
        yield from (column[point] for column in columns)


def _columns(
    opened: "Opened", wave: str, segments: "list[tuple[str, str]]", *, accounts: bool
) -> "Iterator[Mapping[str, Score]]":
    from journeymapper.analysis.scoring import score_points

    if accounts:
        from journeymapper.analysis.account_rollup import score_accounts

        yield score_accounts(opened.project, opened.tallies, wave=wave)
        return
    every: list[tuple[str, str] | None] = [*segments] or [None]
    for segment in every:
        yield score_points(opened.project, opened.tallies, wave=wave, segment=segment)
