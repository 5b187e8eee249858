"""`inventory PROJECT`: what was measured before the plan, taken from a table or listed with overlaps and gaps."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `inventory`."""
    text = language.text
    parser = add_verb(verbs, "inventory", run, text("list what is measured already, or take it from a table"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--from", dest="table", metavar="FILE", type=Path, help=text("a table with a row for each"))
    parser.add_argument("--json", action="store_true", help=text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Take a table in, or print the inventory and its review."""
    from journeymapper.storage.container import open_project

    if args.table:
        _take(args, language)
        return 0
    project = open_project(args.project).project
    print(_json(project) if args.json else _text(project, language))
    return 0


def _take(args: argparse.Namespace, language: "Language") -> None:
    from journeymapper.cli.failures import one_line
    from journeymapper.cli.in_files import readable_path
    from journeymapper.mapfiles.inventory import with_inventory
    from journeymapper.results.tables import read_rows
    from journeymapper.storage.container import open_project, save_project

    opened = open_project(args.project)
    found = with_inventory(opened.project, read_rows(readable_path(args.table)), source=str(args.table))
    save_project(args.project, found.project, opened.tallies, opened.attachments, since=opened.stamp)
    print(language.plural("{n} measurement taken.", "{n} measurements taken.", found.taken))
    for notice in found.notices:
        print(one_line(language.message(notice)))


def _json(project: "Project") -> str:
    import msgspec

    from journeymapper.analysis.inventory import review_inventory

    listed = [msgspec.to_builtins(project.inventory[key]) for key in project.inventory_order]
    rows = {"measurements": listed, "review": msgspec.to_builtins(review_inventory(project))}
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _text(project: "Project", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.language.plan_words import FATE_WORDS
    from journeymapper.model.find import name_of

    text = language.text
    if not project.inventory_order:
        return text("Nothing listed yet: what was measured before this plan.")
    headings = [text("measurement"), text("function"), text("place"), text("scale"), text("last result"), text("fate")]
    rows = []
    for key in project.inventory_order:
        one = project.inventory[key]
        place = name_of(project, one.anchor.id) if one.anchor and one.anchor.id else ""
        fate = language.message(FATE_WORDS[one.fate])
        rows.append([one.name, one.function, place, one.scale, one.last_result, fate])
    return "\n".join([text_table(headings, rows), *_review(project, language)])


def _review(project: "Project", language: "Language") -> list[str]:
    from journeymapper.analysis.inventory import review_inventory
    from journeymapper.model.find import name_of

    review, text = review_inventory(project), language.text
    lines = [
        text(
            "Measured twice: {first}, {second}.", first=name_of(project, one.first), second=name_of(project, one.second)
        )
        for one in review.overlaps
    ]
    if review.gaps:
        names = ", ".join(name_of(project, key) for key in review.gaps)
        lines.append(text("Measured nowhere: {names}.", names=names))
    for function, points in review.departures.items():
        who = function or text("no function")
        lines.append(
            text("{function} departs from the common metric: {points}.", function=who, points=", ".join(points))
        )
    return lines
