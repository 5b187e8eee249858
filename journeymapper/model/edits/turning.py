"""A touchpoint into a stage and back, as a line of an outline is moved out and in again.

Out: the touchpoint becomes a stage after its own, and what followed it in its stage comes along. In: the stage becomes
a touchpoint at the end of the stage before it (the first stage: at the start of the next), followed by its touchpoints.
What a stage has no room for stays on the map: then the touchpoint is kept as the first of its new stage.
"""

from collections.abc import Iterator

import msgspec

from journeymapper.model.edits.happy_path import bypassed, followed
from journeymapper.model.edits.placing import put_back, replaced, with_each, with_new
from journeymapper.model.edits.removal import remove
from journeymapper.model.edits.structure import the_stage, the_touchpoint, with_order
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.limits import clean
from journeymapper.model.messages import Refusal
from journeymapper.model.own_values import without_own_values
from journeymapper.model.places import every_element
from journeymapper.model.project import Project
from journeymapper.model.references import named, references_of, renamed


def touchpoint_to_stage(project: Project, touchpoint_id: str, stage_id: str) -> Project:
    """The project with a new stage in the place of a touchpoint, holding what followed it in its stage.

    The touchpoint goes where its name, length, function and owner are all that it holds and nothing but the happy path
    refers to it; otherwise it is the first in the new stage. One that is parked becomes the last stage.
    """
    journey, touchpoint = the_touchpoint(project, touchpoint_id)
    stage, index = journey.holder_of(touchpoint_id), None
    following: tuple[str, ...] = (touchpoint_id,)
    if stage is not None:
        index = journey.stage_order.index(stage.id) + 1
        at = stage.touchpoints.index(touchpoint_id)
        following = stage.touchpoints[at:]
        journey = with_order(journey, stage, stage.touchpoints[:at])
    else:
        journey = msgspec.structs.replace(journey, parked=tuple(k for k in journey.parked if k != touchpoint_id))
    new = _stage_like(touchpoint, stage_id)
    bare = _is_bare(bypassed(project, journey.id, touchpoint_id), journey, touchpoint)
    after = with_new(put_back(project, journey), new, index, journey_id=journey.id)
    journey = after.journeys[journey.id]
    after = put_back(after, with_order(journey, journey.stages[stage_id], following))
    if bare:
        return remove(after, touchpoint_id)
    return after if stage else followed(project, after, journey.id, (touchpoint_id,))


def stage_to_touchpoint(project: Project, stage_id: str) -> Project:
    """The project with a touchpoint, of the same id, in the place of a stage, and the stage's touchpoints after it.

    They go to the end of the stage before, or from the first stage to the start of the next; what hangs on the stage
    hangs on the touchpoint. A first touchpoint that has the stage's name already is that touchpoint. Refuses the only
    stage.
    """
    journey, stage = the_stage(project, stage_id)
    at = journey.stage_order.index(stage_id)
    if len(journey.stage_order) == 1:
        raise Refusal("The only stage of a journey cannot become a touchpoint.")
    host = journey.stages[journey.stage_order[at - 1 if at else 1]]
    twin = _twin(journey, stage)
    keys = stage.touchpoints if twin else (stage_id, *stage.touchpoints)
    order = (*host.touchpoints, *keys) if at else (*keys, *host.touchpoints)
    after = _without_stage(project, journey, stage_id)
    journey = after.journeys[journey.id]
    if twin is None:
        made = clean(_touchpoint_like(stage))
        journey = msgspec.structs.replace(journey, touchpoints={**journey.touchpoints, stage_id: made})
    after = put_back(after, with_order(journey, journey.stages[host.id], order))
    after = replaced(after, _with_time(twin, stage)) if twin else followed(project, after, journey.id, (stage_id,))
    names = {stage_id: twin.id if twin else stage_id}
    return with_each(after, lambda element: renamed(element, names, {names[stage_id]: "touchpoint"}))


def _stage_like(touchpoint: Touchpoint, stage_id: str) -> Stage:
    return Stage(
        id=stage_id,
        name=touchpoint.name,
        usual_length=touchpoint.length,
        function=touchpoint.function,
        owner=touchpoint.owner,
    )


def _touchpoint_like(stage: Stage) -> Touchpoint:
    return Touchpoint(
        id=stage.id, name=stage.name, length=stage.usual_length, function=stage.function, owner=stage.owner
    )


def _is_bare(project: Project, journey: Journey, touchpoint: Touchpoint) -> bool:
    """Whether a stage of the same name can hold all that a touchpoint holds, and nothing refers to it."""
    if _touchpoint_like(_stage_like(touchpoint, touchpoint.id)) != touchpoint:
        return False
    if without_own_values(journey.own_values, {touchpoint.id}) is not journey.own_values:
        return False
    return touchpoint.id not in _named_anywhere(project)


def _named_anywhere(project: Project) -> Iterator[str]:
    for element in every_element(project):
        for reference in references_of(element):
            yield from (key for key, _ in named(element, reference))


def _twin(journey: Journey, stage: Stage) -> Touchpoint | None:
    """The first touchpoint of a stage where it can say all that the stage says, None otherwise."""
    first = journey.touchpoints[stage.touchpoints[0]] if stage.touchpoints else None
    if first is None or first.name != stage.name:
        return None
    pairs = (stage.usual_length, first.length), (stage.function, first.function), (stage.owner, first.owner)
    return first if all(not said or not own or said == own for said, own in pairs) else None


def _with_time(touchpoint: Touchpoint, stage: Stage) -> Touchpoint:
    return msgspec.structs.replace(
        touchpoint,
        length=touchpoint.length or stage.usual_length,
        function=touchpoint.function or stage.function,
        owner=touchpoint.owner or stage.owner,
    )


def _without_stage(project: Project, journey: Journey, stage_id: str) -> Project:
    """The project without a stage; what hangs on it hangs in the air until it is given another place."""
    return put_back(
        project,
        msgspec.structs.replace(
            journey,
            stages={key: stage for key, stage in journey.stages.items() if key != stage_id},
            stage_order=tuple(key for key in journey.stage_order if key != stage_id),
            recurs_to="" if journey.recurs_to == stage_id else journey.recurs_to,
        ),
    )
