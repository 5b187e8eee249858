"""`report PROJECT -o OUT.pdf`: the map, the gap table, the plan and where every figure comes from."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `report`."""
    parser = add_verb(verbs, "report", run, language.text("write the report as a PDF"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("-o", "--out", metavar="OUT.pdf", type=Path, required=True)
    parser.add_argument("--page", choices=("A4", "A3"), type=str.upper, help=language.text("the size of the pages"))
    parser.add_argument("--lang", choices=("en", "fi"), help=language.text("the report's language"))
    parser.add_argument(
        "--date", type=iso_date, metavar="YYYY-MM-DD", help=language.text("the report's date, if not today")
    )


def iso_date(text: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-11-22") from error


def run(args: argparse.Namespace, _: "Language") -> int:
    """Write the report and print its path; language and page are the project's own unless given."""
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.language.language import language as language_of
    from journeymapper.report.report import build_report
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    out = writable_path(args.out, (".pdf",), inputs=[args.project])
    project = opened.project
    pdf = build_report(
        project,
        opened.tallies,
        page=args.page or project.settings.page,
        language=language_of(args.lang or project.language),
        date=args.date or date.today(),  # noqa: DTZ011 - the reader's day
    )
    write_atomically(out, pdf)
    print(one_line(str(out)))
    return 0
