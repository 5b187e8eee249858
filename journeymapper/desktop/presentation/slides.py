"""The pictures of a presentation: the whole map first, then stage after stage in type that the last row can read."""

import math

import msgspec

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.session import Session
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Project
from journeymapper.picture.columns import MOST_LABEL, MOST_PITCH
from journeymapper.picture.map_view import (
    LANES,
    LayoutCache,
    MapView,
    least_width,
    map_pages,
    map_picture,
    natural_width,
)
from journeymapper.picture.primitives import Picture

WHOLE = ""
UNITS_HIGH = 540.0
"""Units of the picture over the screen's height at 100 %: names of 11.5 units are 2 % of the height."""
LEAST_COLUMN = 84.0
MOST_ENLARGED = 1.6
CARDS = "touchpoints"
LEAST_SHARE = 0.7
"""How much smaller than on a stage's slides the whole map may be drawn: names of 1.4 % of the screen's height."""
OVERVIEW = ("stages", CARDS, "score", "feeling", "path", "actual", "actions", "promises", "time", "pains", "backstage")
"""The lanes of the whole map, the most telling first."""
WITHOUT = frozenset({"stages", "legend", "parked", CARDS})
ONLY_MEASURED = frozenset({"measured_by"})


class Room(msgspec.Struct, frozen=True):
    """Pixels that a picture may fill, and pixels per unit of the picture."""

    width: float
    height: float
    scale: float


def room_of(width: float, height: float, screen_height: float, percent: int) -> Room:
    """The room on a screen of that height, where type is so many per cent of its usual size."""
    return Room(max(width, 1.0), max(height, 1.0), max(screen_height, 1.0) / UNITS_HIGH * percent / 100)


def stops_of(journey: Journey) -> list[str]:
    """Where a presentation stops: the whole map, then the stages by their ids."""
    return [WHOLE, *journey.stage_order]


def slides(session: Session, journey: Journey, stop: str, room: Room, *, results: bool) -> list[Picture]:
    """The pages of a stop, the whole map or a stage."""
    view = _view(session, journey, results=results)
    if stop not in journey.stages:
        return _whole(view, room)
    keys = journey.stages[stop].touchpoints
    most = max(1, int((room.width / room.scale - MOST_LABEL) / LEAST_COLUMN))
    size = math.ceil(len(keys) / max(1, math.ceil(len(keys) / most))) or 1
    pieces = [keys[start : start + size] for start in range(0, len(keys), size)] or [()]
    return [page for piece in pieces for page in _pages(_part(view, stop, piece), room)]


def _part(view: MapView, stop: str, keys: tuple[str, ...]) -> MapView:
    """Only some touchpoints of one stage, and of actions and notes those that hang on them or on the stage."""
    stage = msgspec.structs.replace(view.journey.stages[stop], touchpoints=keys)
    journey = msgspec.structs.replace(view.journey, stage_order=(stop,), stages={stop: stage}, parked=())
    project = _only(view.project, {stop, *keys})
    return msgspec.structs.replace(view, journey=journey, project=project)


def _only(project: Project, here: set[str]) -> Project:
    def hangs(anchor: Anchor | None) -> bool:
        return anchor is not None and anchor.id in here

    actions = tuple(key for key in project.action_order if hangs(project.actions[key].anchor))
    notes = tuple(note.id for note in project.ordered_notes() if hangs(note.anchor))
    return msgspec.structs.replace(project, action_order=actions, note_order=notes)


def _pages(view: MapView, room: Room) -> list[Picture]:
    """The cards on every page, and below them as many lanes as have room."""
    usual = room.width / room.scale
    wanted = MOST_LABEL + max(len(stage.touchpoints) for stage in view.journey.ordered_stages()) * MOST_PITCH
    width = max(min(usual, wanted), usual / MOST_ENLARGED)
    height, cache = width * room.height / room.width, LayoutCache()
    high = {lane: _height(view, (CARDS, lane), width, cache) for lane in view.lanes if lane not in WITHOUT}
    cards = _height(view, (CARDS,), width, cache)
    there = {lane: more for lane, most in high.items() if (more := most - cards) > 0}
    groups = _packed(there, height - cards)
    return [_drawn(view, (CARDS, *lanes), width, height, cache) for lanes in groups]


def _packed(heights: dict[str, float], room: float) -> list[list[str]]:
    """The lanes in their order, page by page."""
    pages: list[list[str]] = [[]]
    used = 0.0
    for lane, high in heights.items():
        if pages[-1] and used + high > room:
            pages.append([])
            used = 0.0
        pages[-1].append(lane)
        used += high
    return pages


def _height(view: MapView, lanes: tuple[str, ...], width: float, cache: LayoutCache) -> float:
    return map_picture(msgspec.structs.replace(view, lanes=lanes), width=width, cache=cache).height


def _drawn(view: MapView, lanes: tuple[str, ...], width: float, height: float, cache: LayoutCache) -> Picture:
    return map_picture(msgspec.structs.replace(view, lanes=lanes), width=width, height=height, cache=cache)


def _whole(view: MapView, room: Room) -> list[Picture]:
    """All stages with as many lanes as have room, in type that can be read: in one picture, or broken at stages."""
    least = LEAST_SHARE * room.scale
    widths = (natural_width(view), least_width(view), room.width / least)
    width = next(width for width in widths if width <= room.width / least + 1e-6)
    width = max(width, room.width / room.scale)
    height, cache = width * room.height / room.width, LayoutCache()
    lanes: tuple[str, ...] = OVERVIEW[:2]
    for lane in (each for each in OVERVIEW[2:] if each in view.lanes):
        if _height(view, (*lanes, lane), width, cache) <= height:
            lanes = (*lanes, lane)
    seen = tuple(lane for lane in LANES if lane in lanes)
    if least_width(view) <= width + 1e-6:
        return [_drawn(view, seen, width, height, cache)]
    pages = map_pages(msgspec.structs.replace(view, lanes=seen), width=width, height=height, cache=cache)
    return [msgspec.structs.replace(page, ground=view.theme.ground) for page in pages]


def _view(session: Session, journey: Journey, *, results: bool) -> MapView:
    view = session.view
    left = view.hidden_lanes | (frozenset() if results else {"score", "legend"}) | {"parked"}
    left |= ONLY_MEASURED if view.mode == "map" else frozenset()
    return MapView(
        project=session.project,
        journey=journey,
        scores=dict(session.scores()) if results else {},
        language=view.language,
        theme=THEMES[view.theme],
        lanes=tuple(lane for lane in LANES if lane not in left),
        detail=view.detail,
        results=results,
        personas=view.personas,
        channels=view.channels,
        emphasise="assumptions" if view.assumptions else "",
    )
