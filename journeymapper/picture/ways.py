"""The geometry of links: which side of the base line, which level, where each end docks, where the label stands.

Ways forward run above the base line, ways back below. On one level no two ways share a place, labels included; what
goes down to the base line from farther out keeps clear of labels, as far as that can be.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from journeymapper.model.journey import LinkKind

MOST_LEVELS = 10
APART = 8.0
BESIDE = 4.0
CLEAR = 2.0
"""What is left free between a label, with the margin that it has, and a line."""
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
    """From where to where a way takes up a level; the centre of its label, and whether that stands on the way.

    The ways `crossing` would go through the label, were they farther out.
    """

    low: float
    high: float
    label_x: float = 0.0
    on_way: bool = True
    crossing: frozenset[str] = frozenset()


class _Legs:
    """Where the ways of one side go down to the base line."""

    def __init__(self, docks: Docks) -> None:
        self._all = sorted((x, key) for (key, _), x in docks.items())

    def within(self, low: float, high: float) -> frozenset[str]:
        """The ways that do so between two places."""
        first, last = bisect_right(self._all, (low, "\U0010ffff")), bisect_left(self._all, (high, ""))
        return frozenset(key for _, key in self._all[first:last])


class _Plan(msgspec.Struct, frozen=True):
    """A way with its docks and the rooms that it can take, the best first."""

    wanted: Wanted
    start: float | None
    end: float | None
    rooms: tuple[Room, ...]

    @property
    def turn(self) -> tuple[bool, float, float, str]:
        """Entries and exits first, next to the base line, then short ways."""
        ends = self.wanted.ends
        return len(ends) == 2, max(ends) - min(ends), min(ends), self.wanted.id


def _side(wanted: list[Wanted], edges: tuple[float, float], column_width: float) -> tuple[Way, ...]:
    """Short ways first, next to the base line; a way whose label others would cross is farther out than they are."""
    docks = _docks(wanted, column_width)
    legs = _Legs(docks)
    taken: list[list[Room]] = []
    levels: dict[str, int] = {}
    placed = list(_in_turn([_plan(each, _dock(each, docks), edges, legs) for each in wanted]))
    for each, room in placed:
        least = max((levels[key] + 1 for key in room.crossing if key in levels), default=0)
        levels[each.wanted.id] = _free_level(taken, room, least)
    return tuple(
        Way(wanted=each.wanted, start=each.start, end=each.end, level=min(levels[each.wanted.id], MOST_LEVELS - 1),
            label_x=_label_x(each.wanted, room, levels, legs))
        for each, room in placed
    )  # fmt: skip


def _dock(wanted: Wanted, docks: Docks) -> tuple[float | None, float | None]:
    return docks.get((wanted.id, "source"), wanted.source), docks.get((wanted.id, "target"), wanted.target)


def _in_turn(plans: Iterable[_Plan]) -> Iterator[tuple[_Plan, Room]]:
    """The ways as they choose a level, each with its room: after those that would cross its label, where that can be.

    Where each would have to wait for another, one takes a room that is not its best, or waits no longer.
    """
    left = {each.wanted.id: each for each in sorted(plans, key=lambda plan: plan.turn)}
    while left:
        best = ((each, each.rooms[0]) for each in left.values())
        others = ((each, room) for each in left.values() for room in each.rooms[1:])
        free = (pair for pair in chain(best, others) if left.keys().isdisjoint(pair[1].crossing))
        first = next(iter(left.values()))
        chosen, room = next(free, (first, first.rooms[0]))
        del left[chosen.wanted.id]
        yield chosen, room


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


def _plan(wanted: Wanted, ends: tuple[float | None, float | None], edges: tuple[float, float], legs: _Legs) -> _Plan:
    """A way with its rooms, those first in which the fewest others would cross its label."""
    xs = [x for x in ends if x is not None]
    if not wanted.label:
        return _Plan(wanted, *ends, (Room(min(xs), max(xs)),))
    half = wanted.label_width / 2 + CLEAR
    rooms = [
        msgspec.structs.replace(room, crossing=legs.within(room.label_x - half, room.label_x + half) - {wanted.id})
        for room in _rooms(wanted, min(xs), max(xs), edges)
    ]
    return _Plan(wanted, *ends, tuple(sorted(rooms, key=lambda room: (not room.on_way, len(room.crossing)))))


def _rooms(wanted: Wanted, low: float, high: float, edges: tuple[float, float]) -> list[Room]:
    """The rooms that a way and its label can take: on it, right or left of it, for want of room across it."""
    width, half = wanted.label_width, wanted.label_width / 2
    fits = width + 2 * CORNER <= high - low
    on_way = [Room(low, high, x) for x in _spots(low, high, half)] if fits else []
    beside = (
        Room(low, high + BESIDE + width, high + BESIDE + half, on_way=False),
        Room(low - BESIDE - width, high, low - BESIDE - half, on_way=False),
    )
    inside = [room for room in beside if room.low >= edges[0] and room.high <= edges[1]]
    centre = max(edges[0] + half, min((low + high) / 2, edges[1] - half))
    across = Room(min(low, centre - half), max(high, centre + half), centre, on_way=False)
    return [*on_way, *inside] or [across]


def _spots(low: float, high: float, half: float) -> list[float]:
    """Where the middle of a label can stand on its way, from the way's middle outwards."""
    middle, slack = (low + high) / 2, (high - low) / 2 - half - CORNER
    return [middle + slack * part for part in (0.0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8, -1.0, 1.0)]


def _free_level(taken: list[list[Room]], room: Room, least: int) -> int:
    """The first level from the `least` on where nothing is in the way, entered there; beyond the last none is kept."""
    for level in range(least, MOST_LEVELS):
        while level >= len(taken):
            taken.append([])
        if all(room.low >= other.high + APART or room.high + APART <= other.low for other in taken[level]):
            taken[level].append(room)
            return level
    return MOST_LEVELS


def _label_x(wanted: Wanted, room: Room, levels: Mapping[str, int], legs: _Legs) -> float | None:
    """The centre of the label: where the fewest legs of outer ways cross it, as near to the middle as can be."""
    level = levels[wanted.id]
    if level >= MOST_LEVELS or not wanted.label:
        return None
    if not room.on_way:
        return room.label_x
    half = wanted.label_width / 2

    def crossed(x: float) -> int:
        near = legs.within(x - half - CLEAR, x + half + CLEAR)
        return sum(levels[key] > level for key in near)

    return min(_spots(room.low, room.high, half), key=crossed)
