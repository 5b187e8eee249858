"""Journeys, their stages, and the touchpoints of these."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from journeymapper.model.edits.happy_path import followed, has_path
from journeymapper.model.edits.placing import put_back, reordered, with_all_new, with_map, with_new
from journeymapper.model.edits.rules import check_references
from journeymapper.model.element import Element
from journeymapper.model.find import found, holding_journey
from journeymapper.model.integrity import check_structure
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.limits import clean
from journeymapper.model.messages import Refusal
from journeymapper.model.orders import inserted, moved, removed
from journeymapper.model.own_values import OwnValues, clean_own_value, with_own_value
from journeymapper.model.places import IN_JOURNEY, PLACES
from journeymapper.model.project import Project


def add_journey(project: Project, journey: Journey, index: int | None = None) -> Project:
    """The project with a journey, empty or with everything in it, before the index or at the end."""
    cleaned = _with_clean_parts(journey)
    grown = with_new(project, cleaned, index)
    if journey.parked or journey.own_values or any(place.elements(journey) for place in IN_JOURNEY):
        check_structure(grown, cleaned)
        for part in _parts(cleaned):
            check_references(grown, part, journey.id)
    return grown


def move_journey(project: Project, journey_id: str, index: int) -> Project:
    """The project with a journey at another place of the list."""
    the_journey(project, journey_id)
    return reordered(project, PLACES[Journey], journey_id, index)


def add_stage(project: Project, journey_id: str, stage: Stage, index: int | None = None) -> Project:
    """The project with a new, empty stage in a journey."""
    if stage.touchpoints:
        raise Refusal("A new stage comes without touchpoints; add them one by one.")
    return with_new(project, stage, index, journey_id=the_journey(project, journey_id).id)


def move_stage(project: Project, stage_id: str, index: int) -> Project:
    """The project with a stage at another place of its journey, its touchpoints with it."""
    journey, stage = the_stage(project, stage_id)
    moved_journey = reordered(journey, PLACES[Stage], stage_id, index)
    if moved_journey is journey:
        return project
    return followed(project, put_back(project, moved_journey), journey.id, stage.touchpoints)


def add_touchpoint(project: Project, stage_id: str, touchpoint: Touchpoint, index: int | None = None) -> Project:
    """The project with a new touchpoint in a stage, before the index or at the stage's end."""
    after = with_touchpoint(project, stage_id, touchpoint, index)
    return followed(project, after, the_stage(project, stage_id)[0].id, (touchpoint.id,))


def with_touchpoint(project: Project, stage_id: str, touchpoint: Touchpoint, index: int | None = None) -> Project:
    """As `add_touchpoint`, on no path; for edits that add several and lead the path through all of them at once."""
    return with_touchpoints(project, stage_id, (touchpoint,), index)


def with_touchpoints(
    project: Project, stage_id: str, touchpoints: Sequence[Touchpoint], index: int | None = None
) -> Project:
    """As `with_touchpoint` with several new touchpoints, one after another."""
    journey, stage = the_stage(project, stage_id)
    if not touchpoints:
        return project
    project = with_all_new(project, touchpoints, journey_id=journey.id)
    order = inserted(stage.touchpoints, index, *(touchpoint.id for touchpoint in touchpoints))
    return put_back(project, with_order(project.journeys[journey.id], stage, order))


def move_touchpoint(project: Project, touchpoint_id: str, stage_id: str, index: int) -> Project:
    """The project with a touchpoint at a place of a stage of its journey, wherever it was or was parked."""
    journey, stage = the_stage(project, stage_id)
    check_within(project, journey, (touchpoint_id,))
    order = moved(stage.touchpoints, touchpoint_id, index)
    if order is stage.touchpoints:
        return project
    journey = with_order(taken_out(journey, (touchpoint_id,)), stage, order)
    return followed(project, put_back(project, journey), journey.id, (touchpoint_id,))


def move_touchpoints(project: Project, ids: Sequence[str], stage_id: str, index: int | None = None) -> Project:
    """The project with touchpoints one after another in a stage of their journey, wherever they were or were parked.

    The index counts the others in the stage; without one they go to its end. A happy path is led along with one after
    the other.
    """
    journey, stage = the_stage(project, stage_id)
    check_within(project, journey, ids)
    others = removed(stage.touchpoints, frozenset(ids))
    order = inserted(others, index, *ids)
    if order == stage.touchpoints:
        return project
    if not has_path(journey):
        return put_back(project, with_order(taken_out(journey, ids), stage, order))
    before = order[: order.index(ids[0])]
    for key in ids:
        standing = removed(project.journeys[journey.id].stages[stage_id].touchpoints, (key,))
        project = move_touchpoint(project, key, stage_id, standing.index(before[-1]) + 1 if before else 0)
        before = (*before, key)
    return project


def check_within(project: Project, journey: Journey, touchpoints: Iterable[str]) -> None:
    """Refuses to move touchpoints that are not of that journey."""
    for key in touchpoints:
        if key not in journey.touchpoints:
            found(project, key)
            raise Refusal("A touchpoint moves within its journey only.")


def taken_out(journey: Journey, touchpoints: Iterable[str]) -> Journey:
    """The journey with touchpoints in no stage and not parked; they must be put somewhere next."""
    gone = frozenset(touchpoints)
    for stage in journey.stages.values():
        if not gone.isdisjoint(stage.touchpoints):
            journey = with_order(journey, stage, removed(stage.touchpoints, gone))
    if gone.isdisjoint(journey.parked):
        return journey
    return msgspec.structs.replace(journey, parked=removed(journey.parked, gone))


def with_order(journey: Journey, stage: Stage, touchpoints: tuple[str, ...]) -> Journey:
    """The journey with other touchpoints in a stage."""
    return with_map(journey, PLACES[Stage], msgspec.structs.replace(stage, touchpoints=touchpoints))


def _with_clean_parts(journey: Journey) -> Journey:
    parts: dict[str, Any] = {}
    for place in IN_JOURNEY:
        parts[place.map] = {key: clean(element) for key, element in place.elements(journey).items()}
    parts["own_values"] = _clean_own_values(journey)
    return msgspec.structs.replace(journey, **parts)


def _clean_own_values(journey: Journey) -> OwnValues:
    kept: OwnValues = {}
    for lane, row in journey.own_values.items():
        for key, value in row.items():
            kind = journey.own_lanes[lane].kind if lane in journey.own_lanes else "text"
            kept = with_own_value(kept, lane, key, clean_own_value(kind, value))
    return kept


def _parts(journey: Journey) -> Iterator[Element]:
    for place in IN_JOURNEY:
        yield from place.elements(journey).values()


def the_journey(project: Project, journey_id: str) -> Journey:
    """The journey of that id; refuses the id of anything else."""
    journey = found(project, journey_id)
    if not isinstance(journey, Journey):
        raise Refusal("{id} is not a journey.", id=journey_id)
    return journey


def the_stage(project: Project, stage_id: str) -> tuple[Journey, Stage]:
    """The stage of that id and its journey; refuses the id of anything else."""
    stage = found(project, stage_id)
    journey = holding_journey(project, stage_id)
    if journey is None or not isinstance(stage, Stage):
        raise Refusal("{id} is not a stage.", id=stage_id)
    return journey, stage


def the_touchpoint(project: Project, touchpoint_id: str) -> tuple[Journey, Touchpoint]:
    """The touchpoint of that id and its journey; refuses the id of anything else."""
    touchpoint = found(project, touchpoint_id)
    journey = holding_journey(project, touchpoint_id)
    if journey is None or not isinstance(touchpoint, Touchpoint):
        raise Refusal("{id} is not a touchpoint.", id=touchpoint_id)
    return journey, touchpoint
