"""The pool of movable points: where each stands, how many could, and where the next gap calls for one."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.coverage import is_waived, plan_coverage
from journeymapper.analysis.score import Score
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


class NextPlace(msgspec.Struct, frozen=True):
    """A touchpoint that a movable point should go to, and why; the larger `weight` first."""

    touchpoint: str
    reason: Message
    weight: float


class MovablePool(msgspec.Struct, frozen=True, kw_only=True):
    """The movable points in use, those that could be moved (their target is certainly reached), the free places."""

    standing: tuple[str, ...] = ()
    movable_now: tuple[str, ...] = ()
    free: int | None = None
    proposals: tuple[NextPlace, ...] = ()


def movable_pool(project: Project, scores: Mapping[str, Score]) -> MovablePool:
    """The pool and the alarm rule's proposals: certainly worse results first, then moments of truth and important
    touchpoints without data, then those that a promise rests on."""
    points = [p for p in project.ordered_points() if p.permanence == "movable" and p.status in ("planned", "live")]
    standing = tuple(point.id for point in points)
    done = tuple(key for key in standing if key in scores and scores[key].verdict == "better")
    free = None if project.movable_capacity is None else project.movable_capacity - len(standing)
    return MovablePool(standing=standing, movable_now=done, free=free, proposals=tuple(next_places(project, scores)))


def next_places(project: Project, scores: Mapping[str, Score]) -> list[NextPlace]:
    """Where a movable point is wanted most; not where one stands already."""
    occupied = {point.anchor.id for point in project.ordered_points() if point.permanence == "movable"}
    steps = plan_coverage(project, scores).touchpoints.items
    found: list[NextPlace] = []
    for journey in project.ordered_journeys():
        for touchpoint in journey.ordered_touchpoints() if journey.state != "future" else ():
            if touchpoint.id in occupied or is_waived(touchpoint) or not touchpoint.in_scope:
                continue
            worse = [p for p in project.points_on("touchpoint", touchpoint.id) if _worse(scores.get(p.id))]
            weight = 2.0 * touchpoint.moment_of_truth + (touchpoint.importance or 3) / 5
            if worse:
                reason = Message("{point} is certainly worse than target: find out why.", {"point": worse[0].id})
                found.append(NextPlace(touchpoint.id, reason, 10 + weight))
            elif steps.get(touchpoint.id) in ("", "planned"):
                found.append(NextPlace(touchpoint.id, Message("Nothing is known here."), weight))
    return sorted(found, key=lambda place: -place.weight)


def _worse(score: Score | None) -> bool:
    return score is not None and score.verdict == "worse"
