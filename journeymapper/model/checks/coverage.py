"""Checks that what should be measured is measured, or that somebody says why not."""

from collections.abc import Iterator

from journeymapper.model.checks.points import FEW, covered_ids, measuring_points
from journeymapper.model.find import name_of
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


def touchpoints_measured(project: Project) -> Iterator[Finding]:
    """Moments of truth are measured, no stage is blind, and what is left out is left out with a reason.

    An ordinary touchpoint without a point is no finding: measuring everything is not the aim.
    """
    covered = covered_ids(project)
    for journey in _to_be_measured(project):
        open_ones = [t for t in journey.ordered_touchpoints() if t.in_scope and t.id not in covered]
        unexplained = [
            touchpoint
            for touchpoint in open_ones
            if not touchpoint.not_measured_because and touchpoint.choice != "leave"
        ]
        if len(unexplained) == len(journey.ordered_touchpoints()) > FEW:
            message = Message("{name}: none of its touchpoints is measured.", {"name": journey.name})
            yield Finding("journey not measured", "warning", journey.id, message)
        else:
            yield from _blind_stages(journey, {touchpoint.id for touchpoint in unexplained}, covered)
            yield from (found for touchpoint in open_ones if (found := _not_measured(touchpoint)))


def _blind_stages(journey: Journey, unexplained: set[str], covered: set[str]) -> Iterator[Finding]:
    for stage in journey.ordered_stages():
        if stage.touchpoints and stage.id not in covered and unexplained.issuperset(stage.touchpoints):
            message = Message("{name}: nothing is measured in this stage.", {"name": stage.name})
            yield Finding("stage not measured", "warning", stage.id, message)


def hand_offs_measured(project: Project) -> Iterator[Finding]:
    """Responsibility that changes hands is where things are lost: somebody measures it."""
    covered = covered_ids(project)
    for journey in _to_be_measured(project):
        places = {touchpoint.id: place for place, touchpoint in enumerate(journey.ordered_touchpoints())}
        for hand_off in sorted(journey.hand_offs.values(), key=lambda hand_off: places.get(hand_off.source, -1)):
            if hand_off.id not in covered:
                message = Message("{name}: the hand-off is not measured.", {"name": name_of(project, hand_off.id)})
                yield Finding("hand-off not measured", "warning", hand_off.id, message)


def promises_measured(project: Project) -> Iterator[Finding]:
    """A public promise has a point that shows whether it is kept."""
    measuring = {point.id for point in measuring_points(project)}
    for key in project.promise_order:
        promise = project.promises[key]
        if promise.public and not measuring.intersection(promise.points):
            message = Message("{name}: nothing measures this public promise.", {"name": promise.text})
            yield Finding("public promise not measured", "warning", promise.id, message)


def _to_be_measured(project: Project) -> list[Journey]:
    """The journeys that take place; nobody can measure one that is only drawn for the future."""
    return [journey for journey in project.ordered_journeys() if journey.state != "future"]


def _not_measured(touchpoint: Touchpoint) -> Finding | None:
    name = touchpoint.name
    if touchpoint.choice == "leave" and not touchpoint.not_measured_because:
        message = Message("{name}: left unmeasured without a reason.", {"name": name})
        return Finding("left without reason", "warning", touchpoint.id, message)
    if touchpoint.not_measured_because:
        values: dict[str, str | int | float] = {"name": name, "reason": touchpoint.not_measured_because}
        message = Message("{name}: deliberately not measured, because: {reason}", values)
        return Finding("deliberately not measured", "advice", touchpoint.id, message)
    if touchpoint.moment_of_truth:
        message = Message("{name}: a moment of truth that is not measured.", {"name": name})
        return Finding("moment of truth not measured", "warning", touchpoint.id, message)
    return None
