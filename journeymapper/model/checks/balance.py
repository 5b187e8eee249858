"""Checks of the plan as a whole: early signs, several views of a stage, few moments of truth, owners, goals."""

from collections.abc import Iterator, Mapping

from journeymapper.model.checks.points import FEW, measuring_points
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.measurement import Scope
from journeymapper.model.messages import Message
from journeymapper.model.project import Goal, Project

MOST_MOMENTS = 5


def leading_too(project: Project) -> Iterator[Finding]:
    """Some point tells early, so that something can still be done."""
    points = measuring_points(project)
    if len(points) >= FEW and all(point.leading is False for point in points):
        message = Message("All points are lagging: none tells before the harm is done.")
        yield Finding("lagging only", "warning", project.id, message)


def seen_from_two_sides(project: Project) -> Iterator[Finding]:
    """A stage with several points is not looked at from one side alone; said once where the whole plan is."""
    every = {point.scope for point in measuring_points(project)}
    if len(every) == 1 and len(measuring_points(project)) > FEW and None not in every:
        yield Finding("one type only", "advice", project.id, Message("All measurement points are of one type."))
        return
    scopes = _scopes_by_place(project)
    for journey in project.ordered_journeys():
        stages = [stage for stage in journey.ordered_stages() if _is_one_sided(stage, scopes)]
        if len(stages) == 1:
            message = Message("{name}: all points of this stage are of one type.", {"name": stages[0].name})
            yield Finding("one type in a stage", "advice", stages[0].id, message)
        elif stages:
            names = ", ".join(stage.name for stage in stages)
            message = Message("Stages with points of one type alone: {names}.", {"names": names})
            yield Finding("one type in a stage", "advice", journey.id, message)


def _scopes_by_place(project: Project) -> dict[str, list[Scope | None]]:
    found: dict[str, list[Scope | None]] = {}
    for point in measuring_points(project):
        found.setdefault(point.anchor.id, []).append(point.scope)
    return found


def _is_one_sided(stage: Stage, by_place: Mapping[str, list[Scope | None]]) -> bool:
    scopes = [scope for place in (stage.id, *stage.touchpoints) for scope in by_place.get(place, ())]
    return len(scopes) > FEW and None not in scopes and len(set(scopes)) == 1


def moments_few(project: Project) -> Iterator[Finding]:
    """Where everything is decisive, nothing is."""
    for journey in project.ordered_journeys():
        count = sum(touchpoint.moment_of_truth for touchpoint in journey.ordered_touchpoints())
        if count > MOST_MOMENTS:
            values: dict[str, str | int | float] = {"name": journey.name, "n": count}
            message = Message("{name}: {n} moments of truth are more than five.", values)
            yield Finding("many moments of truth", "advice", journey.id, message)


def stages_owned(project: Project) -> Iterator[Finding]:
    """Somebody answers for each stage; said once of a journey where nobody does for any."""
    for journey in project.ordered_journeys():
        stages = [stage for stage in journey.ordered_stages() if stage.touchpoints]
        ownerless = [stage for stage in stages if not stage.owner]
        if len(ownerless) == len(stages) > 1:
            yield from _no_stage_owned(journey)
            continue
        for stage in ownerless if len(stages) > 1 else ():
            message = Message("{name}: the stage has no owner.", {"name": stage.name})
            yield Finding("stage without owner", "advice", stage.id, message)


def _no_stage_owned(journey: Journey) -> Iterator[Finding]:
    if journey.owner:  # without one, the journey's own finding says enough
        message = Message("{name}: none of its stages has an owner.", {"name": journey.name})
        yield Finding("stages without owner", "advice", journey.id, message)


def goals_measured(project: Project) -> Iterator[Finding]:
    """Something measures each goal, itself or by way of the goals that serve it; silent while there is no point."""
    measuring = {point.id for point in measuring_points(project)}
    if not measuring:
        return
    for key in project.goal_order:
        if not _is_measured(project, project.goals[key], measuring, set()):
            message = Message("{name}: nothing measures this goal.", {"name": project.goals[key].text})
            yield Finding("goal not measured", "advice", key, message)


def _is_measured(project: Project, goal: Goal, measuring: set[str], seen: set[str]) -> bool:
    if measuring.intersection(goal.points):
        return True
    below = [other for other in project.goals.values() if goal.id in other.serves and other.id not in seen]
    return any(_is_measured(project, other, measuring, seen | {goal.id}) for other in below)
