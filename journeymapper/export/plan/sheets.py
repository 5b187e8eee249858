"""The plan's sheets as plain tables: points, coverage, targets, questions, checks, roll-out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from journeymapper.analysis.plan_findings import plan_findings
from journeymapper.analysis.score import Score
from journeymapper.export.plan.columns import POINTS, QUESTIONS, ROLL_OUT, TARGETS, Column
from journeymapper.export.plan.coverage_rows import COVERAGE, coverage_rows
from journeymapper.export.plan.values import Value, cell_value
from journeymapper.export.questionnaires.choices import choices_of
from journeymapper.language.language import Language
from journeymapper.model.checks.importance import WHY
from journeymapper.model.find import name_of
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
        _sheet("coverage", COVERAGE, coverage_rows(project, scores, language), language),
        _sheet("targets", TARGETS, _elements(project, points, TARGETS, language), language),
        _sheet("questions", QUESTIONS, _questions(project), language),
        _sheet("checks", CHECKS, _checks(project, scores, language), language),
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


CHECKS = (
    _shown(Message("severity"), 12), _shown(Message("finding"), 70), _shown(Message("Why it matters"), 60),
    _shown(Message("id"), 24), _shown(Message("Accepted because"), 50),
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


def _checks(project: Project, scores: Mapping[str, Score], language: Language) -> Iterator[tuple[Value, ...]]:
    """What is found and why it matters, then what was accepted and why."""
    severities = {
        "error": language.text("error"),
        "warning": language.text("warning"),
        "advice": language.text("advice"),
    }
    for finding in plan_findings(project, scores):
        why = language.message(WHY[finding.kind]) if finding.kind in WHY else ""
        yield (severities[finding.severity], language.message(finding.message), why, finding.element, "")
    for key in project.waiver_order:
        one = project.waivers[key]
        yield (language.text("waived"), f"{one.check}: {name_of(project, one.subject)}", "", one.subject, one.reason)
