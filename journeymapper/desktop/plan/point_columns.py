"""The columns of the plan's table: a row for each measurement point."""

import msgspec

from journeymapper.analysis.load.outlook import outlook
from journeymapper.desktop.inspector import reading
from journeymapper.desktop.inspector.naming import measure_words, words_of
from journeymapper.desktop.plan.columns import (
    Choices,
    Column,
    Read,
    Write,
    chosen,
    word_of,
)
from journeymapper.language.language import Language
from journeymapper.language.units import format_target
from journeymapper.model import edits
from journeymapper.model.measurement import Target
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

STATUSES: Choices = (
    ("idea", Message("Idea")), ("planned", Message("Planned")), ("live", Message("Live")),
    ("paused", Message("Paused")), ("retired", Message("Retired")),
)  # fmt: skip
LASTING: Choices = (
    ("permanent", Message("Permanent")), ("movable", Message("Movable")), ("pilot", Message("Pilot")),
)  # fmt: skip


def point_columns() -> tuple[Column, ...]:
    """Six that say what is measured, then the figures of planning."""
    return (
        Column(name="id", heading=Message("Point"), read=lambda _p, key, _l: key, width=56),
        Column(name="place", heading=Message("Measured at"), read=_place, width=170),
        Column(name="metric", heading=Message("Metric"), read=_metric, width=170),
        Column(name="question", heading=Message("Question"), read=_field("question"), write=_text("question"),
               width=260),
        Column(name="target", heading=Message("Target"), read=_target, write=_write_target, number=True, width=76),
        Column(name="owner", heading=Message("Owner"), read=_field("owner"), write=_text("owner"), width=140),
        Column(name="status", heading=Message("Status"), read=_word("status", STATUSES),
               write=_choice("status", STATUSES), choices=STATUSES, width=90),
        Column(name="permanence", heading=Message("How lasting"), read=_word("permanence", LASTING),
               write=_choice("permanence", LASTING), choices=LASTING, width=96),
        Column(name="asked", heading=Message("Asked"), read=_field("asked"), write=_text("asked"), width=170),
        Column(name="read", heading=Message("Read"), read=_field("read"), write=_text("read"), width=90),
        Column(name="method", heading=Message("Method"), read=_field("method"), write=_text("method"), width=110),
        Column(name="volume", heading=Message("Chances a year"), read=_number("expected_volume"),
               write=_whole("expected_volume"), number=True, width=104),
        Column(name="response", heading=Message("Response"), read=_percent("expected_response"),
               write=_share("expected_response"), number=True, width=84),
        Column(name="expected", heading=Message("Answers a year"), read=_expected, number=True, width=104),
        Column(name="needed", heading=Message("Needed"), read=_needed, write=_whole("needed_n"), number=True, width=76),
        Column(name="weeks", heading=Message("Weeks to judge"), read=_weeks, number=True, width=104),
        Column(name="cost", heading=Message("Cost"), read=_number("cost"), write=_amount("cost"), number=True,
               width=76),
        Column(name="decision", heading=Message("Decision"), read=_field("decision"), write=_text("decision"),
               width=220),
    )  # fmt: skip


def _place(project: Project, key: str, language: Language) -> str:
    anchor = project.points[key].anchor
    return words_of(project, anchor.id, language).strip() if anchor.id else language.text("Whole relationship")


def _metric(project: Project, key: str, language: Language) -> str:
    return measure_words(project, project.points[key], language)


def _target(project: Project, key: str, language: Language) -> str:
    point = project.points[key]
    if point.target is None or point.target.value is None:
        until = point.target.baseline_until if point.target else None
        return language.text("baseline") if until else ""
    return format_target(language, project.metrics[point.metric], point.target.value)


def _write_target(project: Project, key: str, text: str, language: Language) -> Project:
    if text.strip().casefold() == language.text("baseline").casefold():
        return project
    metric, old = project.metrics[project.points[key].metric], project.points[key].target
    bare = text.replace("%", "").replace(metric.unit, "") if metric.unit else text.replace("%", "")
    value = reading.read_number(language, bare)
    if value is None and old is None:
        return project
    return edits.change(project, key, target=msgspec.structs.replace(old or Target(), value=value))


def _expected(project: Project, key: str, language: Language) -> str:
    expected = outlook(project.points[key]).expected
    return "" if expected is None else language.number(expected)


def _needed(project: Project, key: str, language: Language) -> str:
    point = project.points[key]
    if point.everybody:
        return language.text("all")
    return "" if point.needed_n is None else language.number(point.needed_n)


def _weeks(project: Project, key: str, language: Language) -> str:
    weeks = outlook(project.points[key]).weeks
    return "" if weeks is None else language.number(weeks)


def _field(name: str) -> Read:
    return lambda project, key, _language: str(getattr(project.points[key], name))


def _number(name: str) -> Read:
    def read(project: Project, key: str, language: Language) -> str:
        value = getattr(project.points[key], name)
        return "" if value is None else language.number(value)

    return read


def _percent(name: str) -> Read:
    def read(project: Project, key: str, language: Language) -> str:
        value = getattr(project.points[key], name)
        return "" if value is None else language.percent(100 * value)

    return read


def _word(name: str, choices: Choices) -> Read:
    return lambda project, key, language: word_of(choices, getattr(project.points[key], name), language)


def _text(name: str) -> Write:
    return lambda project, key, text, _language: edits.change(project, key, **{name: text})


def _choice(name: str, choices: Choices) -> Write:
    return lambda project, key, text, language: edits.change(project, key, **{name: chosen(choices, text, language)})


def _whole(name: str) -> Write:
    return lambda project, key, text, language: edits.change(project, key, **{name: reading.read_whole(language, text)})


def _share(name: str) -> Write:
    return lambda project, key, text, language: edits.change(project, key, **{name: reading.read_share(language, text)})


def _amount(name: str) -> Write:
    return lambda project, key, text, language: edits.change(
        project, key, **{name: reading.read_number(language, text)}
    )
