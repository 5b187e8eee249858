"""`plan PROJECT`: the measurement plan as a workbook, PDF, CSV or calendar; and an edited workbook brought back."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.report import iso_date, paper_name
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.export.plan.updating import Updated
    from journeymapper.language.language import Language

ENDINGS = (".xlsx", ".pdf", ".csv", ".ics")


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `plan`."""
    parser = add_verb(verbs, "plan", run, language.text("write the measurement plan, or bring an edited one back"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "-o", "--out", metavar="OUT.xlsx|.pdf|.csv|.ics", type=Path, help=language.text("write the plan to this file")
    )
    way.add_argument(
        "--update", metavar="FILE.xlsx", type=Path, help=language.text("take the changes of an edited workbook")
    )
    parser.add_argument("--lang", choices=("en", "fi"), help=language.text("the plan's language"))
    parser.add_argument("--owner", metavar="NAME", help=language.text("the calendar of one owner alone"))
    parser.add_argument("--page", metavar="A4|A3", type=paper_name, help=language.text("the size of the pages"))
    parser.add_argument(
        "--date", type=iso_date, metavar="YYYY-MM-DD", help=language.text("the plan's date, if not today")
    )
    parser.add_argument("--dry-run", action="store_true", help=language.text("change nothing, print the account"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Write the plan and print its path, or take the changes and print their account."""
    return _update(args, language) if args.update is not None else _write(args, language)


def _write(args: argparse.Namespace, language: "Language") -> int:
    from datetime import date

    from journeymapper.cli.failures import one_line
    from journeymapper.cli.out_files import writable_path
    from journeymapper.export.plan.documents import written
    from journeymapper.language.language import language as language_of
    from journeymapper.storage.atomic import write_atomically
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    out = writable_path(args.out, ENDINGS, inputs=[args.project])
    spoken = language_of(args.lang or opened.project.language)
    day = args.date or date.today()  # noqa: DTZ011 - the reader's day
    if out.suffix.casefold() == ".pdf":
        from journeymapper.report.order import Order
        from journeymapper.report.report import build_report

        page = args.page or opened.project.settings.page
        order = Order(language=spoken, date=day, page=page, layout="plan", embed=False)
        write_atomically(out, build_report(opened.project, opened.tallies, order, opened.attachments))
        print(one_line(str(out)))
        return 0
    document = written(
        opened.project, opened.tallies, out.suffix.casefold(), language=spoken, day=day, owner=args.owner or ""
    )
    write_atomically(out, document.data)
    print(one_line(str(out)))
    for message in document.said:
        print(one_line(language.message(message)))
    return 0


def _update(args: argparse.Namespace, language: "Language") -> int:
    from journeymapper.cli.in_files import readable_path
    from journeymapper.export.plan.updating import update_plan
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.container import open_project, save_project
    from journeymapper.storage.locks import hold

    path = readable_path(args.update)
    with hold(args.project):
        opened = open_project(args.project)
        if opened.read_only:
            raise Refusal(
                "{file} comes from a newer version of Journey Mapper and can only be read.", file=str(args.project)
            )
        updated = update_plan(opened.project, path, language)
        if updated.changes and not args.dry_run:
            save_project(args.project, updated.project, opened.tallies, opened.attachments, since=opened.stamp)
    print(_json(updated, args) if args.json else _text(updated, args, language))
    return 0


def _json(updated: "Updated", args: argparse.Namespace) -> str:
    changes = [{name: getattr(one, name) for name in one.__struct_fields__} for one in updated.changes]
    facts = {"changes": changes, "absent": updated.absent, "strangers": updated.strangers, "dry_run": args.dry_run}
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _text(updated: "Updated", args: argparse.Namespace, language: "Language") -> str:
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.text_table import text_table

    lines = [language.plural("{n} change", "{n} changes", len(updated.changes))]
    if updated.changes:
        rows = [[one.sheet, str(one.row), one.element, one.column, one.before, one.after] for one in updated.changes]
        headings = [language.text("sheet"), language.text("row"), language.text("id"), language.text("column"),
                    language.text("before"), language.text("after")]  # fmt: skip
        lines.append(text_table(headings, rows, right=(1,)))
    if updated.absent:
        lines.append(language.text("Without a row, left as they are: {points}", points=", ".join(updated.absent)))
    if updated.strangers:
        names = one_line(", ".join(updated.strangers))
        lines.append(language.text("Columns that the plan does not know: {columns}", columns=names))
    if args.dry_run:
        lines.append(language.text("Nothing was changed."))
    return "\n".join(lines)
