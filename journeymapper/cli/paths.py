"""`paths PROJECT`: what the event logs say people did, held against the planned path."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
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
    from journeymapper.cli.path_object import judgement_object, path_object
    from journeymapper.storage.container import open_project

    opened = open_project(args.project)
    journey = chosen_journey(args.journey, opened.project, args.project)
    outcome = Outcome(*args.outcome) if args.outcome else None
    whole, seen = _reports(args, opened, journey, outcome)
    report = seen if args.seen else whole
    if args.json:
        found = path_object(report, journey)
        if seen is not report:
            found["seen_only"] = judgement_object(seen, journey)
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


def _text(report: "PathReport", journey: "Journey", language: "Language") -> str:
    from journeymapper.cli.path_object import step_namer

    name = step_namer(journey)
    lines = [*_judged(report, language), *_left_out(report, name, language)]
    return "\n".join([*lines, "", _reached(report, name, language), "", _common_paths(report, name, language)])


def _judged(report: "PathReport", language: "Language") -> list[str]:
    number, fit, kinds = language.number, report.fit, report.fit.deviations
    return [
        language.text("{cases} cases, {events} events", cases=number(report.cases), events=number(report.events)),
        language.text(
            "fitness {log} over all events, {mean} on average; {share} of cases without deviation",
            log=number(fit.log_fitness, 3),
            mean=number(fit.mean_fitness, 3),
            share=language.percent(100 * fit.fitting_share),
        ),
        language.text(
            "deviations: {missing} missing, {repeat} repeated, {ad_hoc} unplanned, {order} out of order",
            missing=number(kinds.missing),
            repeat=number(kinds.repeat),
            ad_hoc=number(kinds.ad_hoc),
            order=number(kinds.out_of_order),
        ),
    ]


def _left_out(report: "PathReport", name: "Name", language: "Language") -> "Iterator[str]":
    """What the figures do not count, or count in another way than one would think."""
    text = language.text
    if report.funnel.window is not None:
        yield text("{n} cases are still open and left out of the funnel", n=report.funnel.open_cases)
    if report.unseen:
        names = ", ".join(name(step) for step in report.unseen)
        yield text("No event names these planned touchpoints; --seen leaves them out: {names}", names=names)
    if report.unmatched:
        labels = ", ".join(report.unmatched[:20])
        yield text("Labels that no touchpoint has, counted as unplanned: {labels}", labels=labels)
    if report.ties:
        yield text("{n} events have the time of the one before; they stay as in the file", n=report.ties)


def _reached(report: "PathReport", name: "Name", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table

    number, percent = language.number, language.percent
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
    return text_table(headings, rows, {1, 2, 3, 4})


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
