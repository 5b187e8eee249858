"""`compare PROJECT --waves A,B`: what really moved between waves, differs between segments, or came of an action."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.cli.report import iso_date
from journeymapper.cli.scores import segment_text
from journeymapper.cli.verbs import add_verb

if TYPE_CHECKING:
    from journeymapper.analysis.change.action_effect import ActionEffect
    from journeymapper.analysis.change.chart import ControlChart
    from journeymapper.analysis.change.waves import Change
    from journeymapper.cli.verbs import Verbs
    from journeymapper.language.language import Language
    from journeymapper.model.project import Project
    from journeymapper.storage.container import Opened


def add_parser(verbs: "Verbs", language: "Language") -> None:
    """The grammar of `compare`."""
    parser = add_verb(verbs, "compare", run, language.text("say what really moved and what only seems to"))
    parser.add_argument("project", metavar="PROJECT", type=Path)
    parser.add_argument("--waves", metavar="A,B", help=language.text("two waves to compare; with --between any number"))
    parser.add_argument("--between", metavar="COL", help=language.text("compare the values of a segment instead"))
    parser.add_argument(
        "--segment", metavar="COL=VALUE", type=segment_text, help=language.text("only the answers of a segment")
    )
    parser.add_argument("--points", metavar="P1,P2", help=language.text("these points alone"))
    parser.add_argument("--chart", action="store_true", help=language.text("add the control chart of each point"))
    parser.add_argument(
        "--since",
        metavar="DATE",
        type=iso_date,
        help=language.text("compare the days before and after a day"),
    )
    parser.add_argument(
        "--delay",
        metavar="DAYS",
        type=int,
        default=0,
        help=language.text("days until an action can show, with --since"),
    )
    parser.add_argument(
        "--against",
        metavar="COL=VALUE",
        type=segment_text,
        help=language.text("a comparison group where nothing was done, with --since"),
    )
    parser.add_argument("--json", action="store_true", help=language.text("print JSON"))
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace, language: "Language") -> int:
    """Print the changes; raises Refusal for unknown waves, points and segments."""
    from journeymapper.cli.choices import chosen_points
    from journeymapper.cli.json_text import json_text
    from journeymapper.storage.container import open_project

    if not (args.waves or args.between or args.since):
        args.parser.error(language.text("nothing to compare: give --waves, --between or --since"))
    opened = open_project(args.project)
    points = chosen_points(args.points.split(",") if args.points else [], opened.project, args.project)
    if args.since:
        effects = _effects(args, opened, points)
        print(json_text({"effects": effects}, language) if args.json else _effects_text(opened, effects, language))
        return 0
    waves = _waves(args, opened, language)
    changes = _changes(args, opened, waves, points)
    charts = _charts(opened, changes) if args.chart else []
    if args.json:
        print(json_text({"waves": waves, "shown": len(changes), "changes": changes, "charts": charts}, language))
    else:
        print(_text(opened.project, changes, language))
    return 0


def _waves(args: argparse.Namespace, opened: "Opened", language: "Language") -> list[str]:
    """The waves asked for, split at the commas that leave known ones; two of them unless segments are compared."""
    from journeymapper.cli.choices import chosen_waves

    if not args.waves:
        return list(opened.project.wave_order)
    waves = chosen_waves(_split(args.waves, opened.project.wave_order), opened.project, args.project)
    if not args.between and len(waves) != 2:
        args.parser.error(language.text("--waves takes two waves, A,B"))
    return waves


def _split(text: str, known: Sequence[str]) -> list[str]:
    for wave in known:  # a label may hold a comma itself
        if text.startswith(f"{wave},") and text[len(wave) + 1 :] in known:
            return [wave, text[len(wave) + 1 :]]
    return [part.strip() for part in text.split(",")]


def _changes(args: argparse.Namespace, opened: "Opened", waves: list[str], points: list[str]) -> "list[Change]":
    from journeymapper.analysis.change.segments import compare_segments
    from journeymapper.analysis.change.waves import compare_waves
    from journeymapper.cli.choices import chosen_segments

    project, tallies = opened.project, opened.tallies
    if args.between:
        _refuse_unknown_column(args, opened)
        return compare_segments(project, tallies, args.between, waves, points=points)
    chosen = chosen_segments([args.segment] if args.segment else [], opened, args.project)
    return compare_waves(project, tallies, *waves, segment=chosen[0] if chosen else None, points=points)


def _refuse_unknown_column(args: argparse.Namespace, opened: "Opened") -> None:
    from journeymapper.cli.choices import listed
    from journeymapper.model.messages import Refusal

    known = dict.fromkeys(name for tally in opened.tallies.values() for name in tally.segments)
    if args.between not in known:
        raise Refusal(
            "{file} has no segment {column}; there are {known}.",
            file=str(args.project),
            column=args.between,
            known=listed(known) or "–",
        )


def _charts(opened: "Opened", changes: "Sequence[Change]") -> "list[ControlChart]":
    from journeymapper.analysis.change.chart import control_chart

    points = dict.fromkeys(change.point for change in changes)
    return [control_chart(opened.project, opened.tallies, opened.project.points[point]) for point in points]


def _effects(args: argparse.Namespace, opened: "Opened", points: list[str]) -> "list[ActionEffect]":
    from journeymapper.analysis.change.action_effect import effect_of_action
    from journeymapper.cli.choices import chosen_segments

    project = opened.project
    where, against = (
        [(column, (value,)) for column, value in chosen_segments([text] if text else [], opened, args.project)]
        for text in (args.segment, args.against)
    )
    return [
        effect_of_action(
            project,
            opened.tallies,
            project.points[point],
            args.since,
            delay_days=args.delay,
            where=where[0] if where else None,
            against=against[0] if against else None,
        )
        for point in points or [p.id for p in project.ordered_points() if p.metric in project.metrics]
    ]


def _text(project: "Project", changes: "Sequence[Change]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.language.change_words import change_words
    from journeymapper.language.units import format_gap, format_interval, format_value
    from journeymapper.model.find import name_of

    if not changes:
        return language.text("There is nothing to compare.")
    rows = []
    for each in changes:
        point = project.points[each.point]
        metric = project.metrics[point.metric]
        sides = ["" if s.value is None else format_value(language, metric, s.value) for s in (each.before, each.after)]
        rows.append(
            [
                each.point,
                name_of(project, point.anchor.id) if point.anchor.id else language.text("whole relationship"),
                f"{each.first} {sides[0]} → {each.second} {sides[1]}",
                "" if each.difference is None else format_gap(language, metric, each.difference),
                format_interval(language, metric, each.low, each.high),
                change_words(language, each.verdict),
            ]
        )
    headings = [
        language.text("point"),
        language.text("place"),
        language.text("compared"),
        language.text("change"),
        language.text("95 % interval"),
        language.text("verdict"),
    ]
    return text_table(headings, rows, {3, 4})


def _effects_text(opened: "Opened", effects: "Sequence[ActionEffect]", language: "Language") -> str:
    from journeymapper.cli.text_table import text_table
    from journeymapper.language.change_words import change_words
    from journeymapper.language.units import format_gap, format_interval

    project, rows = opened.project, []
    for each in effects:
        metric = project.metrics[project.points[each.point].metric]
        rows.append(
            [
                each.point,
                f"{each.n_before} → {each.n_after}",
                "" if each.difference is None else format_gap(language, metric, each.difference),
                format_interval(language, metric, each.low, each.high),
                change_words(language, each.verdict),
                language.message(each.note) if each.note.text else "",
            ]
        )
    headings = [
        language.text("point"),
        language.text("n"),
        language.text("change"),
        language.text("95 % interval"),
        language.text("verdict"),
        "",
    ]
    return text_table(headings, rows, {1, 2, 3})
