"""`drivers PROJECT --outcome POINT`: which touchpoints go together with an outcome, and how surely."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.drivers.report import DriverReport
    from journeymapper.analysis.drivers.signals import Signal
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `drivers`."""
    parser = add_verb(verbs, "drivers", run, language.text("find the touchpoints that go together with an outcome"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument(
        "--outcome", metavar="POINT", required=True, help=language.text("the measurement point to be explained")
    )
    parser.add_argument(
        "--points",
        metavar="P1,P2",
        help=language.text("the possible drivers; all points answered together with the outcome if none are named"),
    )
    parser.add_argument("--wave", metavar="W", help=language.text("the wave; the newest if none is named"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the drivers and the early signals; raises Refusal where there cannot be any."""
    from journeymapper.analysis.drivers.report import find_drivers
    from journeymapper.analysis.drivers.signals import early_signals
    from journeymapper.cli.choices import chosen_points, chosen_waves
    from journeymapper.cli.json_text import json_text, plain
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    project, tallies = opened.project, opened.tallies
    (outcome,) = chosen_points([args.outcome], project, args.project)
    points = chosen_points(args.points.split(",") if args.points else [], project, args.project)
    waves = chosen_waves([args.wave] if args.wave else [], project, args.project)
    wave = waves[0] if waves else ""
    report = find_drivers(project, tallies, outcome, points=points, wave=wave)
    signals = early_signals(project, tallies, outcome, wave=report.wave)
    if args.json:
        found = plain(report, language)
        print(json_text({**(found if isinstance(found, dict) else {}), "signals": signals}, language))
    else:
        print(_text(project, report, signals, language))
    return 0


def _text(project: "Project", report: "DriverReport", signals: "list[Signal]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    number = language.number
    r2, adjusted = number(report.r2, 3), number(report.adjusted_r2, 3)
    told = language.text("n {n}, R² {r2}, adjusted {adjusted}", n=report.n, r2=r2, adjusted=adjusted)
    weight = "LMG" if report.drivers[0].lmg is not None else "Johnson"
    headings = [
        language.text("point"),
        language.text("place"),
        language.text("share"),
        weight,
        language.text("95 % interval"),
        "r",
        "β",
        "VIF",
    ]
    rows = [
        [
            each.point,
            each.touchpoint,
            language.percent(100 * each.share),
            number(each.johnson if each.lmg is None else each.lmg, 3),
            "" if each.low is None or each.high is None else f"{number(each.low, 3)}–{number(each.high, 3)}",
            number(each.r, 2),
            number(each.beta, 2),
            number(each.vif, 1),
        ]
        for each in report.drivers
    ]
    parts = [f"{report.outcome} {report.wave}: {told}", text_table(headings, rows, {2, 3, 4, 5, 6, 7})]
    parts += [language.message(message) for message in report.warnings]
    if signals:
        parts += [language.text("Early signals, each by itself:"), _signals(project, signals, language)]
    return "\n".join(parts)


def _signals(project: "Project", signals: "list[Signal]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.model.find import name_of

    rows = [
        [
            each.point,
            name_of(project, project.points[each.point].anchor.id),
            language.number(each.n),
            language.number(each.r, 2),
            f"{language.number(each.low, 2)} … {language.number(each.high, 2)}",
            language.text("certain") if each.certain else language.text("not certain"),
        ]
        for each in signals
    ]
    headings = [language.text("point"), language.text("place"), "n", "r", language.text("95 % interval"), ""]
    return text_table(headings, rows, {2, 3})
