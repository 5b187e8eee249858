"""`priorities PROJECT`: what to do first, how sure that is, and what it is worth."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.priorities.business_case import CaseResult
    from journeymapper.analysis.priorities.opportunity import Opportunity
    from journeymapper.analysis.priorities.ranking import Priority
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project
    from journeymapper.storage.container import Opened


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `priorities`."""
    parser = add_verb(verbs, "priorities", run, language.text("say what to do first and what it is worth"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--wave", metavar="W", help=language.text("the wave; the newest if none is named"))
    parser.add_argument(
        "--drivers", metavar="POINT", help=language.text("take importance from the drivers of this point instead")
    )
    parser.add_argument(
        "--opportunity",
        metavar="IMPORTANCE=SATISFACTION",
        type=_pair,
        action="append",
        default=[],
        help=language.text("two points that the same people answered on 1–5; repeatable"),
    )
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def _pair(text: str) -> tuple[str, str]:
    first, equals, second = text.partition("=")
    if not (first and equals and second):
        raise argparse.ArgumentTypeError(f"{text!r} is not IMPORTANCE=SATISFACTION")
    return first, second


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the priorities, the opportunities asked for and the business cases."""
    from journeymapper.analysis.priorities.business_case import business_case
    from journeymapper.analysis.priorities.ranking import priorities
    from journeymapper.analysis.scoring import newest_wave, score_points
    from journeymapper.cli.choices import chosen_waves
    from journeymapper.cli.json_text import json_text
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    project = opened.project
    waves = chosen_waves([args.wave] if args.wave else [], project, args.project)
    wave = waves[0] if waves else newest_wave(project, opened.tallies)
    scores = score_points(project, opened.tallies, wave=wave)
    found = priorities(project, scores, importance=_importance(args, opened, wave))
    cases = [business_case(project.business_cases[key], scores) for key in project.business_case_order]
    chances = _opportunities(args, opened, wave)
    if args.json:
        rows = _rows(project, found)
        print(
            json_text({"wave": wave, "priorities": rows, "opportunities": chances, "business_cases": cases}, language)
        )
    else:
        print(_text(project, found, cases, language))
    return 0


def _importance(args: argparse.Namespace, opened: "Opened", wave: str) -> "Mapping[str, float]":
    """The drivers' shares by touchpoint; none where stated importance is to be used."""
    from journeymapper.analysis.drivers.report import find_drivers
    from journeymapper.cli.choices import chosen_points

    if not args.drivers:
        return {}
    (outcome,) = chosen_points([args.drivers], opened.project, args.project)
    report = find_drivers(opened.project, opened.tallies, outcome, wave=wave, draws=0)
    return {opened.project.points[each.point].anchor.id: each.share for each in report.drivers}


def _opportunities(args: argparse.Namespace, opened: "Opened", wave: str) -> "list[Opportunity]":
    from journeymapper.analysis.priorities.opportunity import opportunity
    from journeymapper.cli.choices import chosen_points

    found = []
    for pair in args.opportunity:
        first, second = (chosen_points([each], opened.project, args.project)[0] for each in pair)
        found.append(opportunity(opened.project, opened.tallies, first, second, wave))
    return found


def _rows(project: "Project", found: "Sequence[Priority]") -> list[dict[str, object]]:
    from journeymapper.cli.rows import named_row

    rows = []
    for rank, each in enumerate(found, 1):
        row = {"rank": rank, **named_row(project, each)}
        row["goals"] = [project.goals[key].text for key in each.goals]
        row["actions"] = [
            {
                "title": action.title,
                "owner": action.owner,
                "status": action.status,
                "cause": action.cause,
                "due": action.due.isoformat() if action.due else "",
                "proof": action.proof,
            }
            for action in (project.actions[key] for key in each.actions)
        ]
        rows.append(row)
    return rows


def _text(project: "Project", found: "Sequence[Priority]", cases: "Sequence[CaseResult]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.language.priority_words import kind_words
    from journeymapper.language.units import format_gap
    from journeymapper.model.find import name_of

    rows = [
        [
            str(rank),
            each.point,
            name_of(project, each.touchpoint),
            format_gap(language, project.metrics[project.points[each.point].metric], -each.evidence_gap),
            language.text("must work") if each.must_work else "",
            language.percent(100 * each.top3),
            kind_words(language, each.kind),
            project.goals[each.goals[0]].text if each.goals else language.text("serves no goal"),
        ]
        for rank, each in enumerate(found, 1)
        if each.gap > 0
    ]
    headings = [
        "",
        language.text("point"),
        language.text("place"),
        language.text("certain gap"),
        "",
        language.text("in the first three"),
        language.text("kind"),
        language.text("goal"),
    ]
    parts = [text_table(headings, rows, {0, 3, 5}) if rows else language.text("No point is below its target.")]
    parts += [_case_text(case, project.currency, language) for case in cases]
    return "\n\n".join(parts)


def _case_text(case: "CaseResult", currency: str, language: "Language") -> str:
    lines = [case.name]
    for row in case.rows:
        if row.amount is None:
            lines.append(f"  {row.name}: {language.message(row.note)}")
            continue
        ends = (row.amount.low, row.amount.likely, row.amount.high)
        low, likely, high = (language.number(each) for each in ends)
        span = "" if row.amount.low == row.amount.high else f" ({low}–{high})"
        lines.append(f"  {row.name}: {likely}{span} {currency}")
        lines += [f"    {language.message(each)}" for each in row.assumptions]
    ends = (case.net.low, case.net.likely, case.net.high)
    low, likely, high = (language.number(each) for each in ends)
    if case.net.low == case.net.high:
        lines.append("  " + language.text("in all {likely} {currency} a year", likely=likely, currency=currency))
    else:
        total = language.text(
            "in all {likely} {currency} a year, between {low} and {high}",
            likely=likely,
            currency=currency,
            low=low,
            high=high,
        )
        lines.append(f"  {total}")
    if case.payback_months is not None:
        months = language.number(case.payback_months, 1)
        lines.append("  " + language.text("paid back in {months} months", months=months))
    if case.assumptions:
        lines.append(f"  {case.assumptions}")
    return "\n".join(lines)
