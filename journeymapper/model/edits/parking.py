"""The parking lot: touchpoints that have no place on the map yet."""

from collections.abc import Sequence

import msgspec

from journeymapper.model.edits.happy_path import followed, has_path
from journeymapper.model.edits.placing import put_back, with_all_new
from journeymapper.model.edits.structure import check_within, move_touchpoint, taken_out, the_journey, the_touchpoint
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.orders import inserted, moved
from journeymapper.model.project import Project


def park(project: Project, touchpoint_id: str, index: int | None = None) -> Project:
    """The project with a touchpoint in its journey's parking lot, at the index or at the end.

    Points, links and all else that hangs on it stay; the happy path goes past it, and through it again once it is taken
    out of the lot. One that is parked already moves only where an index is given.
    """
    journey, _ = the_touchpoint(project, touchpoint_id)
    if touchpoint_id in journey.parked:
        order = journey.parked if index is None else moved(journey.parked, touchpoint_id, index)
        return project if order is journey.parked else put_back(project, msgspec.structs.replace(journey, parked=order))
    freed = taken_out(journey, (touchpoint_id,))
    parked = msgspec.structs.replace(freed, parked=inserted(freed.parked, index, touchpoint_id))
    return followed(project, put_back(project, parked), journey.id, (touchpoint_id,))


def park_all(project: Project, ids: Sequence[str], index: int | None = None) -> Project:
    """The project with touchpoints of one journey one after another in its parking lot, as `park` does it with one.

    The index counts the others in the parking lot. A happy path is led past one after the other.
    """
    if not ids:
        return project
    journey, _ = the_touchpoint(project, ids[0])
    check_within(project, journey, ids)
    stay = frozenset(journey.parked) if index is None else frozenset[str]()
    moving = [key for key in ids if key not in stay]
    for key in moving if has_path(journey) else ():
        project = park(project, key)
    freed = taken_out(project.journeys[journey.id], moving)
    order = inserted(freed.parked, index, *moving)
    if order == project.journeys[journey.id].parked:
        return project
    return put_back(project, msgspec.structs.replace(freed, parked=order))


def unpark(project: Project, touchpoint_id: str, stage_id: str, index: int) -> Project:
    """The project with a parked touchpoint in a stage of its journey; refuses one that is not parked."""
    journey, touchpoint = the_touchpoint(project, touchpoint_id)
    if touchpoint_id not in journey.parked:
        raise Refusal("“{name}” is not parked.", name=touchpoint.name)
    return move_touchpoint(project, touchpoint_id, stage_id, index)


def add_parked(project: Project, journey_id: str, touchpoint: Touchpoint, index: int | None = None) -> Project:
    """The project with a new touchpoint in the parking lot of a journey."""
    return add_all_parked(project, journey_id, (touchpoint,), index)


def add_all_parked(
    project: Project, journey_id: str, touchpoints: Sequence[Touchpoint], index: int | None = None
) -> Project:
    """The project with new touchpoints one after another in the parking lot of a journey."""
    project = with_all_new(project, touchpoints, journey_id=the_journey(project, journey_id).id)
    journey = project.journeys[journey_id]
    order = inserted(journey.parked, index, *(touchpoint.id for touchpoint in touchpoints))
    return put_back(project, msgspec.structs.replace(journey, parked=order))
