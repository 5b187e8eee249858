"""`beliefs PROJECT`: what the staff believe that customers answer, against what they answered."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.beliefs.report import BeliefReport
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `beliefs`."""
    parser = add_verb(verbs, "beliefs", run, language.text("hold the staff's beliefs against the customers' answers"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--wave", metavar="W", help=language.text("the wave; the newest if none is named"))
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print each gap and the figures of the map; raises Refusal where nobody has guessed."""
    from journeymapper.analysis.beliefs.report import belief_report
    from journeymapper.cli.choices import chosen_waves
    from journeymapper.cli.json_text import json_text
    from journeymapper.cli.rows import with_names
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    waves = chosen_waves([args.wave] if args.wave else [], opened.project, args.project)
    report = belief_report(opened.project, opened.tallies, wave=waves[0] if waves else None)
    if not report.beliefs:
        raise Refusal("{file} has no staff beliefs; import them with --beliefs.", file=str(args.project))
    if args.json:
        print(json_text(with_names(opened.project, report, "beliefs"), language))
    else:
        print(_text(opened.project, report, language))
    return 0


def _text(project: "Project", report: "BeliefReport", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.language.belief_words import belief_words
    from journeymapper.language.units import format_value
    from journeymapper.model.find import name_of

    rows = []
    for each in report.beliefs:
        point = project.points[each.point]
        metric = project.metrics[point.metric]
        rows.append(
            [
                each.point,
                name_of(project, point.anchor.id) if point.anchor.id else language.text("whole relationship"),
                "" if each.staff is None else format_value(language, metric, each.staff),
                "" if each.customers is None else format_value(language, metric, each.customers),
                "" if each.gap is None else language.number(each.gap, 1, sign=True),
                _span(language, each.low, each.high),
                belief_words(language, each.gap_class),
            ]
        )
    headings = [
        language.text("point"),
        language.text("place"),
        language.text("staff"),
        language.text("customers"),
        language.text("gap, 0–100"),
        language.text("95 % interval"),
        language.text("verdict"),
    ]
    parts = [text_table(headings, rows, {2, 3, 4, 5})]
    if report.bias is not None and report.mae is not None and report.rmse is not None:
        bias, mae = language.number(report.bias, 1, sign=True), language.number(report.mae, 1)
        parts.append(
            language.text("bias {bias}, mean error {mae}, over {n} points", bias=bias, mae=mae, n=report.points)
        )
    if report.spearman is not None:
        parts.append(language.text("rank agreement {r} (Spearman)", r=language.number(report.spearman, 2)))
    return "\n".join(parts)


def _span(language: "Language", low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return f"{language.number(low, 1)} … {language.number(high, 1)}"
