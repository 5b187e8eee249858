"""The geometry of links: which side of the base line, which level, where each end docks, where the label stands.

Ways forward run above the base line, ways back below. On one level no two ways share a place, labels included.
"""

from collections.abc import Iterable, Sequence

import msgspec

from journeymapper.model.journey import LinkKind

MOST_LEVELS = 10
APART = 8.0
BESIDE = 4.0
CORNER = 7.0
Docks = dict[tuple[str, str], float]
DOCK_STEP, DOCK_REACH = 7.0, 0.32


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A link to be drawn: the x of its ends (None: entry or exit), its label's width, which end is beyond the page."""

    id: str
    kind: LinkKind
    source: float | None
    target: float | None
    label: str
    label_width: float
    from_away: bool = False
    to_away: bool = False

    @property
    def above(self) -> bool:
        """Forward and in: above. Back and out: below."""
        if self.source is None or self.target is None:
            return self.source is None
        return self.kind != "loop" and self.target > self.source

    @property
    def ends(self) -> tuple[float, ...]:
        """The x of the ends that there are."""
        return tuple(each for each in (self.source, self.target) if each is not None)


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A link placed: its docks, its level from 0 next to the base line, the centre of its label (None: no room)."""

    wanted: Wanted
    start: float | None
    end: float | None
    level: int
    label_x: float | None


class Ways(msgspec.Struct, frozen=True):
    """All links placed, and how many levels they take on each side."""

    above: tuple[Way, ...] = ()
    below: tuple[Way, ...] = ()

    @property
    def levels_above(self) -> int:
        """Levels over the base line."""
        return max((way.level + 1 for way in self.above), default=0)

    @property
    def levels_below(self) -> int:
        """Levels under the base line."""
        return max((way.level + 1 for way in self.below), default=0)


def arrange(wanted: Sequence[Wanted], left: float, right: float, column_width: float) -> Ways:
    """The links between two edges of the sheet."""
    sides = ([each for each in wanted if each.above], [each for each in wanted if not each.above])
    above, below = (_side(side, (left, right), column_width) for side in sides)
    return Ways(above, below)


class Room(msgspec.Struct, frozen=True):
    """From where to where a way takes up a level; the centre of its label where it does not stand on the way."""

    low: float
    high: float
    label_x: float | None = None


class _Placed(msgspec.Struct, frozen=True):
    wanted: Wanted
    start: float | None
    end: float | None
    room: Room
    level: int

    @property
    def legs(self) -> list[float]:
        """Where it goes down to the base line."""
        wanted = self.wanted
        ends = ((self.start, wanted.from_away), (self.end, wanted.to_away))
        return [x for x, away in ends if x is not None and not away]


def _side(wanted: list[Wanted], edges: tuple[float, float], column_width: float) -> tuple[Way, ...]:
    """Short ways first, next to the base line; entries and exits before them, or after where legs cross their words."""
    docks = _docks(wanted, column_width)
    taken: list[list[Room]] = []
    placed: list[_Placed] = []
    for each, room in _in_turn(wanted, docks, edges):
        legs = [(x, other.level) for other in placed for x in other.legs] if len(each.ends) == 1 else []
        start, end = _dock(each, docks)
        placed.append(_Placed(each, start, end, room, _free_level(taken, room, legs)))
    return tuple(
        Way(wanted=each.wanted, start=each.start, end=each.end, level=min(each.level, MOST_LEVELS - 1),
            label_x=_label_x(each, [x for other in placed if other.level > each.level for x in other.legs]))
        for each in placed
    )  # fmt: skip


def _dock(wanted: Wanted, docks: Docks) -> tuple[float | None, float | None]:
    return docks.get((wanted.id, "source"), wanted.source), docks.get((wanted.id, "target"), wanted.target)


def _in_turn(wanted: Iterable[Wanted], docks: Docks, edges: tuple[float, float]) -> list[tuple[Wanted, Room]]:
    """The ways in the order in which they choose a level, with their rooms."""
    legs = list(docks.values())

    def turn(item: tuple[Wanted, Room]) -> tuple[int, float, float, str]:
        each, room = item
        crossed = any(room.low < leg < room.high for leg in legs)
        rank = 1 if len(each.ends) == 2 else 2 if crossed else 0
        return rank, max(each.ends) - min(each.ends), min(each.ends), each.id

    rooms = ((each, _room(each, [x for x in _dock(each, docks) if x is not None], edges, legs)) for each in wanted)
    return sorted(rooms, key=turn)


def _docks(wanted: Iterable[Wanted], column_width: float) -> Docks:
    """Where each end meets the base line, spread so that legs do not cross the ways that they enclose."""
    at: dict[float, list[tuple[int, float, str, str]]] = {}
    for each in wanted:
        ends = (
            ("source", each.source, each.target, each.from_away),
            ("target", each.target, each.source, each.to_away),
        )
        for end, x, other, away in ends:
            if x is not None and not away:
                turn = 0 if other is not None and other < x else 1 if other is None else 2
                at.setdefault(x, []).append((turn, -(other if other is not None else x), each.id, end))
    docks = {}
    for x, docked in at.items():
        step = min(DOCK_STEP, DOCK_REACH * 2 * column_width / max(1, len(docked) - 1))
        for index, (_, _, key, end) in enumerate(sorted(docked)):
            docks[key, end] = x + (index - (len(docked) - 1) / 2) * step
    return docks


def _room(wanted: Wanted, xs: list[float], edges: tuple[float, float], legs: list[float]) -> Room:
    """The room of a way and its label.

    A label too wide for its way stands beside it, right or left: where there is room and fewer legs of other ways. For
    want of room it stands across its way.
    """
    low, high, width = min(xs), max(xs), wanted.label_width
    half = width / 2
    if not wanted.label or width + 2 * CORNER <= high - low:
        return Room(low, high)
    beside = (
        Room(low, high + BESIDE + width, high + BESIDE + half),
        Room(low - BESIDE - width, high, low - BESIDE - half),
    )
    inside = [room for room in beside if room.low >= edges[0] and room.high <= edges[1]]
    if inside:
        return min(inside, key=lambda room: sum(room.low < leg < room.high for leg in legs))
    centre = max(edges[0] + half, min((low + high) / 2, edges[1] - half))
    return Room(min(low, centre - half), max(high, centre + half), centre)


def _free_level(taken: list[list[Room]], room: Room, legs: list[tuple[float, int]]) -> int:
    """The first level where nothing is in the way, entered there; beyond the last level no place is kept.

    `legs` (x, level) of other ways are in the way below their level.
    """
    for level in range(MOST_LEVELS):
        if level == len(taken):
            taken.append([])
        free = all(room.low >= other.high + APART or room.high + APART <= other.low for other in taken[level])
        if free and not any(room.low < x < room.high and of > level for x, of in legs):
            taken[level].append(room)
            return level
    return MOST_LEVELS


def _label_x(placed: _Placed, legs: list[float]) -> float | None:
    """The centre of the label: where the fewest legs of outer ways cross it, as near to the middle as can be."""
    wanted, room = placed.wanted, placed.room
    if placed.level >= MOST_LEVELS or not wanted.label:
        return None
    if room.label_x is not None:
        return room.label_x
    half = wanted.label_width / 2
    middle = (room.low + room.high) / 2
    slack = (room.high - room.low) / 2 - half - CORNER
    spots = [middle + slack * part for part in (0.0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8, -1.0, 1.0)]
    return min(spots, key=lambda x: sum(x - half - 2 < leg < x + half + 2 for leg in legs))
