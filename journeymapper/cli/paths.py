"""`paths PROJECT`: what the event logs say people did, held against the planned path."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.paths.flow import Turn
    from journeymapper.analysis.paths.report import Outcome, PathReport
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.journey import Journey
    from journeymapper.storage.container import Opened

    Name = Callable[[str], str]


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `paths`."""
    parser = add_verb(verbs, "paths", run, language.text("hold the event logs against the planned path"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--journey", metavar="NAME", help=language.text("the journey; the first if none is named"))
    parser.add_argument(
        "--window",
        metavar="DAYS",
        type=_days,
        help=language.text("days that a case is given before it counts as closed"),
    )
    parser.add_argument(
        "--join", metavar="COL", help=language.text("the column by which several logs are joined, as a customer's id")
    )
    parser.add_argument(
        "--seen", action="store_true", help=language.text("judge only the touchpoints that the logs can see")
    )
    parser.add_argument(
        "--outcome",
        metavar="COL=VALUE",
        type=_pair,
        help=language.text("what became of the cases: a column of the log and the value that counts"),
    )
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))


def _days(text: str) -> float:
    try:
        days = float(text.replace(",", "."))
    except ValueError:
        days = 0.0
    if not 0 < days < 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days")
    return days


def _pair(text: str) -> tuple[str, str]:
    column, equals, value = text.partition("=")
    if not (column and equals and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not COL=VALUE")
    return column, value


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print what was found; raises Refusal where the project holds no event log."""
    from journeymapper.analysis.paths.report import Outcome
    from journeymapper.cli.choices import chosen_journey
    from journeymapper.cli.json_text import json_text
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    journey = chosen_journey(args.journey, opened.project, args.project)
    outcome = Outcome(*args.outcome) if args.outcome else None
    whole, seen = _reports(args, opened, journey, outcome)
    report = seen if args.seen else whole
    if args.json:
        found = path_object(report, journey)
        if seen is not report:
            found["seen_only"] = _judgement(seen, journey)
        print(json_text(found, language))
    else:
        print(_text(report, journey, language))
    return 0


def _reports(
    args: argparse.Namespace, opened: "Opened", journey: "Journey", outcome: "Outcome | None"
) -> "tuple[PathReport, PathReport]":
    """The report on the whole plan, and that on what the logs can see."""
    from journeymapper.analysis.paths.report import both_judgements
    from journeymapper.model.messages import Refusal
    from journeymapper.storage.parts import event_logs

    logs = list(event_logs(opened.project, opened.attachments).values())
    if not logs:
        raise Refusal("{file} has no event log; import one with --log CASE,ACTIVITY,TIME.", file=str(args.project))
    join = args.join or ""
    if join and not any(join in log.attributes or f"case:{join}" in log.attributes for log in logs):
        raise Refusal("{file}: no event log has the column {column}.", file=str(args.project), column=join)
    return both_judgements(journey, logs, join=join, window=args.window, outcome=outcome)


def _judgement(report: "PathReport", journey: "Journey") -> dict[str, object]:
    """What depends on the plan: fitness, deviations and funnel."""
    return {
        "log_fitness": report.fit.log_fitness,
        "mean_fitness": report.fit.mean_fitness,
        "fitting_share": report.fit.fitting_share,
        "straight": report.straight,
        "deviations": report.fit.deviations,
        "funnel": _funnel(report, lambda step: journey.touchpoints[step].name if step in journey.touchpoints else step),
    }


def path_object(report: "PathReport", journey: "Journey") -> dict[str, object]:
    """The report for scripts, touchpoints by their names; shares and fitness are 0 to 1, times in seconds."""

    def name(step: str) -> str:
        touchpoint = journey.touchpoints.get(step)
        return touchpoint.name if touchpoint else step

    fit, flow = report.fit, report.flow
    return {
        "journey": journey.name,
        "cases": report.cases,
        "events": report.events,
        "log_fitness": fit.log_fitness,
        "mean_fitness": fit.mean_fitness,
        "fitting_share": fit.fitting_share,
        "straight": report.straight,
        "deviations": fit.deviations,
        "missing_at": _named(fit.missing_at, name),
        "repeated_at": _named(fit.repeated_at, name),
        "ad_hoc_at": _named(fit.ad_hoc_at, name),
        "funnel": _funnel(report, name),
        "closed_cases": report.funnel.cases,
        "open_cases": report.funnel.open_cases,
        "completed": report.funnel.completed,
        "window": report.funnel.window,
        "variants": _variants(report, name),
        "entropy": report.entropy,
        "edges": [
            {
                "source": name(edge.source),
                "target": name(edge.target),
                "count": edge.count,
                "cases": edge.cases,
                "median": edge.gap.median,
                "p90": edge.gap.p90,
            }
            for edge in flow.edges
        ],
        "begins": _named(flow.begins, name),
        "ends": _named(flow.ends, name),
        "loops": _turns(flow.loops, name),
        "self_loops": _turns(flow.self_loops, name),
        "skips": _turns(flow.skips, name),
        "detours": _turns(flow.detours, name),
        "rework": {
            "ratio": flow.rework_ratio, "case_share": flow.rework_share, "cases": _named(flow.rework_cases, name)
        },
        "gaps": flow.gaps,
        "duration": flow.duration,
        "unseen": [name(step) for step in report.unseen],
        "unmatched": list(report.unmatched),
        "ties": report.ties,
        "undated": report.undated,
    }  # fmt: skip


def _named(counts: Mapping[str, int], name: "Name") -> dict[str, int]:
    return {name(step): count for step, count in counts.items()}


def _funnel(report: "PathReport", name: "Name") -> list[dict[str, object]]:
    from journeymapper.analysis.paths.funnel import FunnelStep

    facts = [field for field in FunnelStep.__struct_fields__ if field != "step"]
    return [
        {"touchpoint": name(step.step), **{fact: getattr(step, fact) for fact in facts}} for step in report.funnel.steps
    ]


def _variants(report: "PathReport", name: "Name") -> list[dict[str, object]]:
    outcomes = {each.variant: each for each in report.outcomes}
    rows = []
    for place, each in enumerate(report.variants):
        row: dict[str, object] = {
            "path": [name(step) for step in each.path],
            "cases": each.cases,
            "share": each.share,
            "fitness": each.fit.fitness,
            "cost": each.fit.cost,
            "deviations": each.fit.deviations,
        }
        rows.append({**row, "outcome": outcomes[place]} if place in outcomes else row)
    return rows


def _turns(turns: "Iterable[Turn]", name: "Name") -> list[dict[str, object]]:
    return [
        {
            "source": name(turn.source),
            "target": name(turn.target),
            "via": [name(step) for step in turn.via],
            "count": turn.count,
            "cases": turn.cases,
        }
        for turn in turns
    ]


def _text(report: "PathReport", journey: "Journey", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    def name(step: str) -> str:
        touchpoint = journey.touchpoints.get(step)
        return touchpoint.name if touchpoint else step

    number, percent = language.number, language.percent
    fit, kinds = report.fit, report.fit.deviations
    lines = [
        language.text("{cases} cases, {events} events", cases=number(report.cases), events=number(report.events)),
        language.text(
            "fitness {log} over all events, {mean} on average; {share} of cases without deviation",
            log=number(fit.log_fitness, 3),
            mean=number(fit.mean_fitness, 3),
            share=percent(100 * fit.fitting_share),
        ),
        language.text(
            "deviations: {missing} missing, {repeat} repeated, {ad_hoc} unplanned, {order} out of order",
            missing=number(kinds.missing),
            repeat=number(kinds.repeat),
            ad_hoc=number(kinds.ad_hoc),
            order=number(kinds.out_of_order),
        ),
    ]
    if report.funnel.window is not None:
        lines.append(language.text("{n} cases are still open and left out of the funnel", n=report.funnel.open_cases))
    if report.unseen:
        names = ", ".join(name(step) for step in report.unseen)
        lines.append(
            language.text("No event names these planned touchpoints; --seen leaves them out: {names}", names=names)
        )
    if report.unmatched:
        labels = ", ".join(report.unmatched[:20])
        lines.append(language.text("Labels that no touchpoint has, counted as unplanned: {labels}", labels=labels))
    if report.ties:
        lines.append(
            language.text("{n} events have the time of the one before; they stay as in the file", n=report.ties)
        )
    headings = [
        language.text("touchpoint"),
        language.text("reached"),
        language.text("of those before"),
        language.text("95 % interval"),
        language.text("ended here"),
    ]
    rows = [
        [
            name(step.step),
            number(step.reached),
            "" if step.conversion is None else percent(100 * step.conversion),
            "" if step.low is None or step.high is None else f"{number(100 * step.low)}–{percent(100 * step.high)}",
            number(step.dropped),
        ]
        for step in report.funnel.steps
    ]
    lines += ["", text_table(headings, rows, {1, 2, 3, 4}), "", _common_paths(report, name, language)]
    return "\n".join(lines)


def _common_paths(report: "PathReport", name: "Name", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    rows = [
        [
            language.number(each.cases),
            language.percent(100 * each.share),
            language.number(each.fit.fitness, 2),
            " → ".join(name(step) for step in each.path),
        ]
        for each in report.variants[:10]
    ]
    headings = [language.text("cases"), language.text("share"), language.text("fitness"), language.text("path")]
    return text_table(headings, rows, {0, 1, 2})
