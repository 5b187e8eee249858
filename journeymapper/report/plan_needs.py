"""What the plan still needs, the worst first: broken promises, findings of the check, answers that are missing."""

from collections.abc import Iterator
from datetime import date

import msgspec

from journeymapper.analysis.coverage import is_live
from journeymapper.analysis.plan_findings import plan_findings
from journeymapper.analysis.planning import expected_answers
from journeymapper.model.find import find
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.symbols import Sign
from journeymapper.report.content import Content, measure_name, place_name, points_of

SIGNS: dict[str, Sign] = {"error": "▼", "warning": "▽", "advice": "○"}
QUIET = ("deliberately not measured",)


class Need(msgspec.Struct, frozen=True):
    """One thing to do, with the sign of how much it matters."""

    sign: Sign
    text: str


def plan_needs(content: Content, journey: Journey) -> list[Need]:
    """All needs of a journey's plan, ▼ before ▽ before ○."""
    needs = (*_broken_promises(content), *_findings(content, journey), *_missing_answers(content, journey))
    unique = dict.fromkeys(needs)
    return sorted(unique, key=lambda need: "▼▽○".index(need.sign))


def _broken_promises(content: Content) -> Iterator[Need]:
    for key in content.project.promise_order:
        promise = content.project.promises[key]
        scores = [content.scores[point] for point in promise.points if point in content.scores]
        if promise.public and any(score.verdict == "worse" for score in scores):
            yield Need("▼", content.language.text("Public promise certainly not kept: {promise}", promise=promise.text))


def _findings(content: Content, journey: Journey) -> Iterator[Need]:
    others = [other for other in content.project.ordered_journeys() if other is not journey]
    for finding in plan_findings(content.project, content.scores):
        if finding.kind not in QUIET and not any(_concerns(content, finding, other) for other in others):
            yield Need(SIGNS[finding.severity], content.language.message(finding.message))


def _concerns(content: Content, finding: Finding, journey: Journey) -> bool:
    """Whether a finding is about a journey, an element of it or a point in it."""
    found = find(content.project, finding.element)
    if isinstance(found, MeasurementPoint):
        return content.project.journey_of(found.anchor.id) is journey
    return content.project.journey_of(finding.element) is journey


def _missing_answers(content: Content, journey: Journey) -> Iterator[Need]:
    for point in points_of(content.project, journey):
        score = content.score(point)
        needed = point.needed_n or 0
        yearly = yearly_answers(point)
        reachable = yearly is None or yearly >= needed  # if it is not, the check has said so
        if is_live(point, score) and score.n is not None and score.n < needed and reachable:
            yield Need("▽", content.language.plural(
                "{place}: {n} more answer is needed", "{place}: {n} more answers are needed",
                needed - score.n, place=_place(content, point)))  # fmt: skip


def _place(content: Content, point: MeasurementPoint) -> str:
    return f"{place_name(content, point)}, {measure_name(content, point)}"


def yearly_answers(point: MeasurementPoint) -> float | None:
    """The answers a year that a point can expect."""
    return expected_answers(point.expected_volume, point.sampling_share, point.expected_response)


def baseline_until(point: MeasurementPoint) -> date | None:
    """Until when a point's baseline is collected, where it has no target yet."""
    if point.target is None or point.target.value is not None:
        return None
    return point.target.baseline_until
