"""One touchpoint into two, one stage into two."""

from journeymapper.model.edits.change import change
from journeymapper.model.edits.happy_path import followed, is_on_path
from journeymapper.model.edits.parking import add_parked
from journeymapper.model.edits.placing import put_back
from journeymapper.model.edits.structure import add_stage, the_stage, the_touchpoint, with_order, with_touchpoint
from journeymapper.model.journey import Stage, Touchpoint
from journeymapper.model.project import Project

SHARED = ("kinds", "channels", "conditional", "base", "function", "owner", "in_scope", "personas")


def split_touchpoint(project: Project, touchpoint_id: str, names: tuple[str, str], new_id: str) -> Project:
    """The project with a touchpoint in two: the old one under the first name, with all that it holds and all that
    hangs on it, and right after it a new one that shares its channels, personas, condition, function and owner.

    The happy path goes on from the first to the second, whatever stands beside it there.
    """
    journey, old = the_touchpoint(project, touchpoint_id)
    shared = {name: getattr(old, name) for name in SHARED}
    new = Touchpoint(id=new_id, name=names[1], **shared)
    stage = journey.holder_of(touchpoint_id)
    if stage is None:
        after = add_parked(project, journey.id, new, journey.parked.index(touchpoint_id) + 1)
    else:
        after = with_touchpoint(project, stage.id, new, stage.touchpoints.index(touchpoint_id) + 1)
        beyond = is_on_path(journey, touchpoint_id)
        after = followed(project, after, journey.id, (new_id,), beyond=beyond)
    return change(after, touchpoint_id, name=names[0])


def split_stage(project: Project, stage_id: str, index: int, new_stage: Stage) -> Project:
    """The project with the touchpoints of a stage from the index on in a new stage right after it."""
    journey, stage = the_stage(project, stage_id)
    project = add_stage(project, journey.id, new_stage, journey.stage_order.index(stage_id) + 1)
    place = max(0, index)
    journey = with_order(project.journeys[journey.id], stage, stage.touchpoints[:place])
    return put_back(project, with_order(journey, journey.stages[new_stage.id], stage.touchpoints[place:]))
