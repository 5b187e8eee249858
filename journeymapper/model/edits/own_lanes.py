"""Lanes: those that the team adds, their values, and which are shown how."""

from collections.abc import Sequence

import msgspec

from journeymapper.model.edits.change import change
from journeymapper.model.edits.placing import put_back, with_new
from journeymapper.model.edits.structure import the_journey, the_touchpoint
from journeymapper.model.find import found, holding_journey
from journeymapper.model.journey import LaneChoice, OwnLane
from journeymapper.model.messages import Refusal
from journeymapper.model.own_values import clean_own_value, with_own_value
from journeymapper.model.project import Project


def add_own_lane(project: Project, journey_id: str, lane: OwnLane) -> Project:
    """The project with a lane of the team's own, after the others where their order was chosen."""
    project = with_new(project, lane, journey_id=the_journey(project, journey_id).id)
    journey = project.journeys[journey_id]
    if not journey.lanes or lane.id in [choice.id for choice in journey.lanes]:
        return project
    return put_back(project, msgspec.structs.replace(journey, lanes=(*journey.lanes, LaneChoice(lane.id))))


def choose_lanes(project: Project, journey_id: str, lanes: Sequence[LaneChoice]) -> Project:
    """The project with the lanes of a journey in this order, hidden, collapsed or renamed; none means the defaults."""
    return change(project, the_journey(project, journey_id).id, lanes=tuple(lanes))


def set_own_value(project: Project, lane_id: str, touchpoint_id: str, value: str) -> Project:
    """The project with what a lane of the team's own says at a touchpoint, nothing where the value is empty.

    Numbers may have a decimal comma and are kept with a point. Refuses what the lane cannot hold.
    """
    lane = found(project, lane_id)
    journey, _ = the_touchpoint(project, touchpoint_id)
    if not isinstance(lane, OwnLane):
        raise Refusal("{id} is not a lane of your own.", id=lane_id)
    if holding_journey(project, lane_id) is not journey:
        raise Refusal("“{name}” belongs to another journey.", name=lane.name)
    clean = clean_own_value(lane.kind, value)
    if journey.own_values.get(lane_id, {}).get(touchpoint_id, "") == clean:
        return project
    values = with_own_value(journey.own_values, lane_id, touchpoint_id, clean)
    return put_back(project, msgspec.structs.replace(journey, own_values=values))
