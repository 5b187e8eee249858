"""The grammar of `import`."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.import_options import (
    band,
    column_answer,
    column_codes,
    column_period,
    column_point,
    column_recoding,
    confidence,
    log_columns,
    months,
    named_expression,
)
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymapper.cli.verbs import Run, Verbs
    from journeymapper.language.language import Language

Option = tuple[str, str, "Callable[[str], object] | type[str]", str]


def add_import(verbs: "Verbs", run: "Run", language: "Language") -> None:
    """The parser of `import` with all of its options."""
    parser = add_verb(verbs, "import", run, language.text("import result files into a project"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=language.text("result files, or folders of them")
    )
    _add_columns(parser, language)
    _add_rows(parser, language)
    _add_waves(parser, language)
    _add_kinds(parser, language)
    saved = parser.add_mutually_exclusive_group()
    saved.add_argument("--save-mapping", metavar="M.json", type=Path, help=language.text("save the mapping"))
    saved.add_argument(
        "--mapping", metavar="M.json", type=Path, help=language.text("use a saved mapping; options given here win")
    )
    twice = parser.add_mutually_exclusive_group()
    twice.add_argument(
        "--replace",
        action="store_true",
        help=language.text("put this import in the place of an earlier one of FILE, or of rows that come again"),
    )
    twice.add_argument(
        "--add", action="store_true", help=language.text("count FILE though rows of it seem to be in the project")
    )
    parser.add_argument("--dry-run", action="store_true", help=language.text("change nothing, print the account"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))
    parser.set_defaults(parser=parser)


def _add_repeatable(parser: argparse.ArgumentParser, options: tuple[Option, ...]) -> None:
    for name, metavar, kind, summary in options:
        parser.add_argument(name, metavar=metavar, type=kind, action="append", default=[], help=summary)


def _add_columns(parser: argparse.ArgumentParser, language: "Language") -> None:
    _add_repeatable(
        parser,
        (
            (
                "--map",
                "COLUMN=POINT",
                column_point,
                language.text(
                    "a column and its measurement point: an id, a touchpoint's name or touchpoint/metric; repeatable"
                ),
            ),
            (
                "--count",
                "COLUMN=POINT:ANSWER",
                column_answer,
                language.text("a column whose cells count one answer of a point, as terminals do; repeatable"),
            ),
            (
                "--total",
                "COLUMN=POINT",
                column_point,
                language.text("a column whose cells count all answers of a point; repeatable"),
            ),
            (
                "--missing",
                "COL=CODE,CODE",
                column_codes,
                language.text("the codes of a column that mean no answer; repeatable"),
            ),
            (
                "--recode",
                "COL=TEXT:NUMBER,…",
                column_recoding,
                language.text(
                    "the numbers that a column's texts stand for; of a share 1 counts, 0 does not; repeatable"
                ),
            ),
            ("--reverse", "COL", str, language.text("a column whose scale runs the other way round; repeatable")),
            (
                "--comments",
                "COL=POINT",
                column_point,
                language.text(
                    "a column of comments to keep, masked as far as names and numbers are recognised; repeatable"
                ),
            ),
        ),
    )
    parser.add_argument(
        "--auto",
        action="store_true",
        help=language.text("take every match of a column and a point that is sure enough"),
    )
    parser.add_argument(
        "--confidence",
        metavar="0…1",
        type=confidence,
        help=language.text("how sure a match must be for --auto; 0.9 if not given"),
    )


def _add_rows(parser: argparse.ArgumentParser, language: "Language") -> None:
    _add_repeatable(
        parser,
        (
            ("--segment", "COL", str, language.text("a column by which scores can be split; repeatable")),
            (
                "--band",
                "COL=0,18,35",
                band,
                language.text("a column of numbers or days cut into bands, a segment; repeatable"),
            ),
            (
                "--rule",
                "NAME=EXPRESSION",
                named_expression,
                language.text(
                    "a segment by an expression over columns: age >= 18 and town in ('Oulu', 'Espoo'); repeatable"
                ),
            ),
            (
                "--base",
                "POINT=EXPRESSION",
                named_expression,
                language.text("the rows that count for a touchpoint that happens only to some; repeatable"),
            ),
        ),
    )
    for name, summary in (
        ("--weight", language.text("the column of weights")),
        (
            "--respondent",
            language.text("the column that tells respondents apart; a key of it is kept, not its content"),
        ),
        ("--persona", language.text("the column of personas")),
        ("--account", language.text("the column of business customers")),
        ("--role", language.text("the column of the respondent's role at the business customer")),
    ):
        parser.add_argument(name, metavar="COL", help=summary)
    parser.add_argument(
        "--where", metavar="EXPRESSION", help=language.text("read only the rows that fulfil the expression")
    )


def _add_waves(parser: argparse.ArgumentParser, language: "Language") -> None:
    waves = parser.add_mutually_exclusive_group()
    waves.add_argument("--wave", metavar="LABEL", help=language.text("the wave that the whole file belongs to"))
    waves.add_argument(
        "--wave-column",
        metavar="COL[:month|quarter|half|year]",
        type=column_period,
        help=language.text("the column of wave labels, or of dates with the length of a period"),
    )
    add_date_order(parser, language)
    parser.add_argument(
        "--rolling",
        metavar="MONTHS",
        type=months,
        help=language.text("with --wave-column of dates: also rolling windows of so many months"),
    )


def add_date_order(parser: argparse.ArgumentParser, language: "Language") -> None:
    """The option that says what 03/04/2026 means."""
    parser.add_argument(
        "--dates",
        choices=("dmy", "mdy"),
        default="",
        help=language.text("what days like 03/04/2026 begin with, the day or the month, if the file does not show it"),
    )


def _add_kinds(parser: argparse.ArgumentParser, language: "Language") -> None:
    parser.add_argument("--sheet", metavar="NAME", help=language.text("the sheet to read, if not the first"))
    parser.add_argument(
        "--aggregates", action="store_true", help=language.text("FILE holds figures or counts per point, not answers")
    )
    parser.add_argument(
        "--beliefs", action="store_true", help=language.text("FILE holds what staff believe that customers answer")
    )
    parser.add_argument(
        "--log",
        metavar="CASE,ACTIVITY,TIME",
        type=log_columns,
        nargs="?",
        const=(),
        help=language.text("FILE is an event log with these columns; they are looked for where none are given"),
    )
