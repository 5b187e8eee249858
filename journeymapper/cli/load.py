"""`load PROJECT`: what the plan brings and asks of one customer in a year, simulated with a seed, and what it costs."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.load.outlook import Outlook
    from journeymapper.analysis.load.year import Year
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `load`."""
    text = language.text
    parser = add_verb(verbs, "load", run, text("simulate a year: how often a customer is asked, and what it brings"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--seed", metavar="N", type=int, default=1, help=text("another seed is another year"))
    parser.add_argument("--customers", metavar="N", type=int, help=text("customers in a year"))
    parser.add_argument("--json", action="store_true", help=text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the year."""
    from journeymapper.analysis.load.asks import asks_of, customers_of
    from journeymapper.analysis.load.outlook import outlook
    from journeymapper.analysis.load.year import simulate_year
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.container import open_project

    project = open_project(args.project).project
    asks = asks_of(project)
    customers = args.customers if args.customers is not None else customers_of(project, asks)
    if customers < 0:
        raise Refusal("A count is a whole number, 0 or more, and at most a million million.")
    year = simulate_year(asks, customers, project.contact_rules, seed=args.seed)
    points = [outlook(point) for point in project.ordered_points() if point.status != "retired"]
    print(_json(project, year, points) if args.json else _text(project, year, points, language))
    return 0


def _json(project: "Project", year: "Year", points: "list[Outlook]") -> str:
    import msgspec

    from journeymapper.analysis.load.outlook import costs_by_function

    surveys = [
        {
            "id": one.ask.id,
            "points": list(one.ask.points),
            **{name: getattr(one, name) for name in ("due", "invited", "quarantined", "capped", "excluded", "answers")},
            "needed": one.ask.needed,
            "held_back": one.held_back,
            "starves": one.starves,
        }
        for one in year.surveys
    ]
    rows = {
        "customers": year.customers,
        "asked": {str(times): count for times, count in year.asked.items()},
        "mean_asked": year.mean_asked,
        "most_asked": year.most_asked,
        "surveys": surveys,
        "points": [msgspec.to_builtins(point) for point in points],
        "costs": costs_by_function(project),
    }
    return json.dumps(rows, ensure_ascii=False, indent=2, allow_nan=False)


def _text(project: "Project", year: "Year", points: "list[Outlook]", language: "Language") -> str:
    parts = [_points(project, points, language)]
    if year.surveys:
        parts += [_surveys(year, language), _asked(year, language)]
    parts += _costs(project, language)
    return "\n\n".join(parts)


def _points(project: "Project", points: "list[Outlook]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.model.checks.points import point_name

    text = language.text
    headings = [text("point"), text("answers a year"), text("needed"), text("weeks"), text("invitations")]
    rows = [
        [
            point_name(project, project.points[one.point]),
            *(_number(value, language) for value in (one.expected, one.needed, one.weeks, one.invited)),
        ]
        for one in points
    ]
    return text_table(headings, rows, {1, 2, 3, 4})


def _surveys(year: "Year", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    text = language.text
    headings = [text("survey"), text("chances"), text("invited"), text("held back"), text("answers"), text("starves")]
    rows = [
        [
            one.ask.name,
            _number(one.due, language),
            _number(one.invited, language),
            language.percent(100 * one.held_back),
            _number(one.answers, language),
            text("yes") if one.starves else "",
        ]
        for one in year.surveys
    ]
    return text_table(headings, rows, {1, 2, 3, 4})


def _asked(year: "Year", language: "Language") -> str:
    return language.text(
        "{customers} customers: one is asked {mean} times a year, {most} times at most.",
        customers=language.number(year.customers),
        mean=language.number(year.mean_asked, 2),
        most=year.most_asked,
    )


def _costs(project: "Project", language: "Language") -> list[str]:
    from journeymapper.analysis.load.outlook import costs_by_function

    costs = costs_by_function(project)
    lines = [
        f"{name or language.text('no function')}: {language.number(cost)} {project.currency}"
        for name, cost in costs.items()
    ]
    return ["\n".join([language.text("Cost a year by function"), *lines])] if lines else []


def _number(value: float | None, language: "Language") -> str:
    return "" if value is None else language.number(value)
