"""Checks of the measurement plan: owner, target, enough answers, a goal."""

from collections.abc import Iterator

from journeymapper.model.checks.points import FEW, measuring_points, point_name
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

LONGEST_WAIT = 2


def points_owned(project: Project) -> Iterator[Finding]:
    """A point has somebody who acts on it; said once where none has."""
    points = measuring_points(project)
    ownerless = [point for point in points if not point.owner]
    if len(ownerless) == len(points) > FEW:
        yield Finding("no owners", "warning", project.id, Message("No measurement point has an owner."))
        return
    for point in ownerless:
        message = Message("{name}: the measurement point has no owner.", {"name": point_name(project, point)})
        yield Finding("no owner", "warning", point.id, message)


def targets_set(project: Project) -> Iterator[Finding]:
    """A point has a target, or a baseline that is being collected until one is set; said once where none has."""
    points = [point for point in measuring_points(project) if point.scope != "qualitative"]
    bare = [point for point in points if not _has_target(point) and not _has_baseline(point)]
    if len(bare) == len(points) > FEW:
        yield Finding("no targets", "warning", project.id, Message("No measurement point has a target."))
        return
    for point in points:
        if point in bare:
            message = Message("{name}: neither target nor baseline.", {"name": point_name(project, point)})
            yield Finding("no target", "warning", point.id, message)
        elif not _has_target(point):
            yield from _baseline(project, point)


def decisions_named(project: Project) -> Iterator[Finding]:
    """A point says which decision it serves; said once where none does."""
    points = measuring_points(project)
    bare = [point for point in points if not point.decision]
    if len(bare) == len(points) > FEW:
        yield Finding(
            "no decisions", "advice", project.id, Message("No measurement point says which decision it serves.")
        )
        return
    for point in bare if len(points) > FEW else ():
        message = Message("{name}: serves no decision.", {"name": point_name(project, point)})
        yield Finding("no decision", "advice", point.id, message)


def targets_reviewed(project: Project) -> Iterator[Finding]:
    """A target is looked at again when that was agreed."""
    for point in measuring_points(project):
        review = point.target.review_on if point.target else None
        if review and project.dated and review < project.dated:
            message = Message("{name}: the target was to be looked at again.", {"name": point_name(project, point)})
            yield Finding("target not reviewed", "advice", point.id, message)


def answers_reachable(project: Project) -> Iterator[Finding]:
    """A point with a target gets the answers that it needs: within a year enough for more than an indication,
    within two years enough to judge the target."""
    for point in measuring_points(project):
        expected = _expected_answers(point)
        if expected is None or not _has_target(point):
            continue
        enough = project.settings.indicative_under
        if expected < enough:
            yield _too_few(project, point, expected, max(enough, point.needed_n or 0))
        elif not point.everybody and (point.needed_n or 0) > LONGEST_WAIT * expected:
            yield _too_few(project, point, expected, point.needed_n or 0)


def goals_served(project: Project) -> Iterator[Finding]:
    """Each point serves a goal, once there are goals."""
    served = {key for goal in project.goals.values() for key in goal.points}
    for point in measuring_points(project) if project.goals else ():
        if point.id not in served:
            message = Message("{name}: serves no goal.", {"name": point_name(project, point)})
            yield Finding("no goal", "advice", point.id, message)


def _has_target(point: MeasurementPoint) -> bool:
    return point.target is not None and point.target.value is not None


def _has_baseline(point: MeasurementPoint) -> bool:
    return point.target is not None and point.target.baseline_until is not None


def _baseline(project: Project, point: MeasurementPoint) -> Iterator[Finding]:
    """A baseline that ended without a target, or one that still runs; a pilot is let run in peace."""
    name = point_name(project, point)
    until = point.target.baseline_until if point.target else None
    if until and project.dated and until < project.dated:
        message = Message("{name}: the baseline has ended, and there is no target.", {"name": name})
        yield Finding("baseline ended", "warning", point.id, message)
    elif point.permanence != "pilot":
        message = Message("{name}: the target is set when the baseline ends.", {"name": name})
        yield Finding("baseline being collected", "advice", point.id, message)


def _expected_answers(point: MeasurementPoint) -> int | None:
    """Answers that a year brings; None where the plan does not say how many chances there are."""
    if point.expected_volume is None:
        return None
    asked = 1.0 if point.sampling_share is None else point.sampling_share
    asked *= 1.0 if point.delivery is None else point.delivery
    answering = 1.0 if point.expected_response is None else point.expected_response
    return round(point.expected_volume * asked * answering)


def _too_few(project: Project, point: MeasurementPoint, expected: int, needed: int) -> Finding:
    values: dict[str, str | int | float] = {"name": point_name(project, point), "n": expected, "needed": needed}
    message = Message(
        "{name}: {n} answer a year is expected, {needed} are needed.",
        values,
        plural="{name}: {n} answers a year are expected, {needed} are needed.",
    )
    return Finding("too few answers planned", "warning", point.id, message)
