"""`share PROJECT -o COPY.jmap|.pdf`: a copy for people outside the team, and what was taken out of it."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.report import iso_date
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.report.sharing import Shared


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `share`."""
    text = language.text
    summary = text("write a copy without answers of single people, comments, paths and authors")
    parser = add_verb(verbs, "share", run, summary)
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("-o", "--out", metavar="COPY.jmap|.pdf", type=Path, required=True)
    parser.add_argument("--lang", choices=("en", "fi"), help=text("the language of a shared report"))
    parser.add_argument("--date", type=iso_date, metavar="YYYY-MM-DD", help=text("the report's date, if not today"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Write the copy, print its path and then what was taken out, a line each."""
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.report.sharing import shared
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project, save_project

    opened = open_project(args.project)
    out = writable_path(args.out, (".jmap", ".pdf"), inputs=[args.project])
    copy = shared(opened.project, opened.tallies, opened.attachments)
    if out.suffix.casefold() == ".pdf":
        write_atomically(out, _report(args, copy))
    else:
        save_project(out, copy.project, copy.tallies, copy.attachments)
    print(one_line(str(out)))
    for message in copy.removed:
        print(language.text("taken out: {what}", what=language.message(message)))
    return 0


def _report(args: argparse.Namespace, copy: "Shared") -> bytes:
    """The report of the copy, with the copy inside."""
    from journeymapper.language.language import language as language_of
    from journeymapper.report.order import Order
    from journeymapper.report.report import build_report

    order = Order(
        language=language_of(args.lang or copy.project.language),
        date=args.date or date.today(),  # noqa: DTZ011 - the reader's day
        page=copy.project.settings.page,
    )
    return build_report(copy.project, copy.tallies, order, copy.attachments)
