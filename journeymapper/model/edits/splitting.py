"""One touchpoint into two, one stage into two."""

from journeymapper.model.edits.change import change
from journeymapper.model.edits.parking import add_parked
from journeymapper.model.edits.placing import put_back
from journeymapper.model.edits.structure import add_stage, add_touchpoint, the_stage, the_touchpoint, with_order
from journeymapper.model.journey import Stage, Touchpoint
from journeymapper.model.project import Project

SHARED = ("kinds", "channels", "conditional", "base", "function", "owner", "in_scope", "personas")


def split_touchpoint(project: Project, touchpoint_id: str, names: tuple[str, str], new_id: str) -> Project:
    """The project with a touchpoint in two: the old one under the first name, with all that it holds and all that
    hangs on it, and right after it a new one that shares its channels, personas, condition, function and owner.
    """
    journey, old = the_touchpoint(project, touchpoint_id)
    shared = {name: getattr(old, name) for name in SHARED}
    new = Touchpoint(id=new_id, name=names[1], **shared)
    stage = journey.holder_of(touchpoint_id)
    if stage is None:
        project = add_parked(project, journey.id, new, journey.parked.index(touchpoint_id) + 1)
    else:
        project = add_touchpoint(project, stage.id, new, stage.touchpoints.index(touchpoint_id) + 1)
    return change(project, touchpoint_id, name=names[0])


def split_stage(project: Project, stage_id: str, index: int, new_stage: Stage) -> Project:
    """The project with the touchpoints of a stage from the index on in a new stage right after it."""
    journey, stage = the_stage(project, stage_id)
    project = add_stage(project, journey.id, new_stage, journey.stage_order.index(stage_id) + 1)
    place = max(0, index)
    journey = with_order(project.journeys[journey.id], stage, stage.touchpoints[:place])
    return put_back(project, with_order(journey, journey.stages[new_stage.id], stage.touchpoints[place:]))
