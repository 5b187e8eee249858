"""The plan's sheets as plain tables: points, coverage, targets, questions, checks, roll-out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from journeymapper.analysis.coverage import coverage, is_evidenced, is_live, is_planned
from journeymapper.analysis.score import Score
from journeymapper.export.plan.columns import POINTS, QUESTIONS, ROLL_OUT, TARGETS, Column
from journeymapper.export.plan.values import Value, cell_value
from journeymapper.export.questionnaires.choices import choices_of
from journeymapper.language.language import Language
from journeymapper.model.checks import check
from journeymapper.model.find import name_of
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

SheetKey = Literal["points", "coverage", "targets", "questions", "checks", "roll-out"]
NAMES: dict[SheetKey, Message] = {
    "points": Message("points"),
    "coverage": Message("coverage"),
    "targets": Message("targets"),
    "questions": Message("questions"),
    "checks": Message("checks"),
    "roll-out": Message("roll-out"),
}


class PlanSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the plan: its columns over its rows, every row as wide as the columns."""

    key: SheetKey
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def plan_sheets(project: Project, scores: Mapping[str, Score], language: Language) -> list[PlanSheet]:
    """All sheets in their order, named and worded in a language."""
    points = project.ordered_points()
    steps = [project.roll_out[key] for key in project.roll_out_order]
    return [
        _sheet("points", POINTS, _elements(project, points, POINTS, language), language),
        _sheet("coverage", COVERAGE, _coverage(project, scores, language), language),
        _sheet("targets", TARGETS, _elements(project, points, TARGETS, language), language),
        _sheet("questions", QUESTIONS, _questions(project), language),
        _sheet("checks", CHECKS, _checks(project, language), language),
        _sheet("roll-out", ROLL_OUT, _elements(project, steps, ROLL_OUT, language), language),
    ]


def asked_in(project: Project, point: MeasurementPoint) -> list[Questionnaire]:
    """The questionnaires that ask a point."""
    return [one for one in project.ordered_questionnaires() if point.id in one.points]


def languages_of(project: Project, point: MeasurementPoint) -> list[str]:
    """The languages of a point's question: the project's own, its questionnaires', and others that it is worded in."""
    asked = [code for one in asked_in(project, point) for code in one.languages(project.language)]
    return list(dict.fromkeys((project.language, *asked, *(one.language for one in point.wordings))))


def _shown(title: Message, width: int = 14) -> Column:
    return Column(field="", title=title, kind="shown", width=width)


COVERAGE = (
    _shown(Message("Journey"), 30), _shown(Message("What is covered"), 40), _shown(Message("in scope")),
    _shown(Message("planned")), _shown(Message("live")), _shown(Message("enough answers")),
    _shown(Message("Not even planned"), 60),
)  # fmt: skip
CHECKS = (
    _shown(Message("severity"), 12), _shown(Message("finding"), 90), _shown(Message("id"), 24),
    _shown(Message("Accepted because"), 50),
)  # fmt: skip


def _sheet(
    key: SheetKey, columns: tuple[Column, ...], rows: Iterable[tuple[Value, ...]], language: Language
) -> PlanSheet:
    return PlanSheet(key=key, name=language.message(NAMES[key]), columns=columns, rows=tuple(rows))


def _elements(
    project: Project,
    elements: Iterable[MeasurementPoint | msgspec.Struct],
    columns: tuple[Column, ...],
    language: Language,
) -> Iterator[tuple[Value, ...]]:
    for element in elements:
        yield tuple(cell_value(project, element, column, language) for column in columns)  # type: ignore[arg-type]  # elements


def _questions(project: Project) -> Iterator[tuple[Value, ...]]:
    """A row a point and language that is asked of people."""
    for point in project.ordered_points():
        asking = asked_in(project, point)
        for code in languages_of(project, point) if point.question or asking else ():
            wording, own = point.wording(code), point.question if code == project.language else ""
            choices = choices_of(project, asking[0], point, (code,)) if asking else ()
            yield (
                point.id, code, ", ".join(one.id for one in asking), wording.question or own,
                " / ".join(choice.label(code) for choice in choices), wording.at_worst, wording.at_best, wording.why,
            )  # fmt: skip


def _coverage(project: Project, scores: Mapping[str, Score], language: Language) -> Iterator[tuple[Value, ...]]:
    """Each dimension, moments of truth first, then each touchpoint."""
    titles = {
        "moments": language.text("moments of truth"),
        "touchpoints": language.text("touchpoints"),
        "stages": language.text("stages"),
        "channels": language.text("channels"),
        "hand_offs": language.text("hand-offs"),
    }
    for journey in project.ordered_journeys():
        found = coverage(project, journey, scores)
        for field, title in titles.items():
            one = getattr(found, field)
            named = ", ".join(name_of(project, key) for key in one.uncovered)
            yield (journey.name, title, one.in_scope, one.planned, one.live, one.evidenced, named)
        for touchpoint in journey.ordered_touchpoints():
            yield _touchpoint(project, journey, touchpoint, scores, language)


def _touchpoint(
    project: Project, journey: Journey, touchpoint: Touchpoint, scores: Mapping[str, Score], language: Language
) -> tuple[Value, ...]:
    every = project.ordered_points()
    points = [p for p in every if p.anchor.id == touchpoint.id or touchpoint.id in p.also_covers]
    waived = touchpoint.in_scope and touchpoint.not_measured_because and not any(map(is_planned, points))
    said = language.text("deliberately not measured") + f": {touchpoint.not_measured_because}" if waived else ""
    return (
        journey.name, touchpoint.name, int(touchpoint.in_scope and not waived), int(any(map(is_planned, points))),
        int(any(is_live(p, scores.get(p.id)) for p in points)),
        int(any(is_evidenced(p, scores.get(p.id)) for p in points)), said,
    )  # fmt: skip


def _checks(project: Project, language: Language) -> Iterator[tuple[Value, ...]]:
    severities = {
        "error": language.text("error"),
        "warning": language.text("warning"),
        "advice": language.text("advice"),
    }
    reasons = {(one.check, one.subject): one.reason for one in project.waivers.values()}
    for finding in check(project):
        reason = reasons.get((finding.kind, finding.element), "")
        yield (severities[finding.severity], language.message(finding.message), finding.element, reason)
