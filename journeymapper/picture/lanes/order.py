"""All lanes there are, and those of a view. A new lane is a file beside this one, a line here and in `view.LANES`."""

from journeymapper.model.journey import LaneChoice
from journeymapper.picture.lanes import (
    actions,
    actual,
    backstage,
    channels,
    feeling,
    images,
    legend,
    measured_by,
    messages,
    notes,
    own,
    pains,
    parked,
    path,
    promises,
    score,
    staff,
    stages,
    summary,
    texts,
    time,
    touchpoints,
)
from journeymapper.picture.lanes.frames import blank, collapsed, opened, renamed
from journeymapper.picture.lanes.lane import Lane
from journeymapper.picture.view import MapView

SINGLE = (
    stages, score, touchpoints, path, images, pains, feeling, actual, time, channels, messages, staff, backstage,
    promises, measured_by, actions, notes, parked, legend, summary,
)  # fmt: skip
ALL_LANES: dict[str, Lane] = {lane.id: lane for lane in (*(each.LANE for each in SINGLE), *texts.LANES)}
OWN = "own"
LAST = ("parked", "legend", "summary")


def lanes_of(view: MapView) -> list[Lane]:
    """The lanes of a view in their order, with their names, open or collapsed; hidden ones left out."""
    choices = {choice.id: choice for choice in _choices(view)}
    known = ALL_LANES | own.lanes_of(view.journey)
    return [_chosen(known[key], choices.get(key), view) for key in lane_order(view) if not _hidden(choices.get(key))]


def lane_order(view: MapView) -> list[str]:
    """The ids of the lanes offered: those chosen in the order of the choice, each other one after the one before it.

    Parking lot and legend come last unless they are chosen.
    """
    offered = _offered(view)
    order = [choice.id for choice in _choices(view) if choice.id in offered]
    before = ""
    for key in offered:
        if key in LAST and key not in order:
            order.append(key)
        elif key not in order:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    return order


def _offered(view: MapView) -> list[str]:
    """The ids of the view's lanes; all lanes of the team stand where `own` does."""
    known: dict[str, None] = {}
    for key in view.lanes:
        known |= dict.fromkeys(view.journey.own_lanes if key == OWN else (key,))
    return [key for key in known if key in ALL_LANES or key in view.journey.own_lanes]


def _choices(view: MapView) -> tuple[LaneChoice, ...]:
    return view.journey.lanes if view.lane_choices is None else view.lane_choices


def _hidden(choice: LaneChoice | None) -> bool:
    return choice is not None and choice.hidden


def _chosen(lane: Lane, choice: LaneChoice | None, view: MapView) -> Lane:
    if lane.id in view.opened:
        lane = opened(lane)
    if choice is not None and choice.name:
        lane = renamed(lane, choice.name)
    if choice is not None and choice.collapsed:
        lane = collapsed(lane)
    return blank(lane, view.filled) if view.blank else lane
