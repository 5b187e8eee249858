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


def _side(wanted: list[Wanted], edges: tuple[float, float], column_width: float) -> tuple[Way, ...]:
    docks = _docks(wanted, column_width)
    order = sorted(wanted, key=lambda each: (max(each.ends) - min(each.ends), min(each.ends), each.id))
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for each in order:
        start, end = docks.get((each.id, "source"), each.source), docks.get((each.id, "target"), each.target)
        low, high = _reach(each, start, end, edges, list(docks.values()))
        level = _free_level(taken, low, high)
        placed.append((each, start, end, level, (low, high)))
    legs = [
        (level, x, each.id)
        for each, start, end, level, _ in placed
        for x, away in ((start, each.from_away), (end, each.to_away))
        if x is not None and not away
    ]
    return tuple(
        Way(wanted=each, start=start, end=end, level=min(level, MOST_LEVELS - 1),
            label_x=_label_x(each, (start, end), level, room, [x for at, x, _ in legs if at > level]))
        for each, start, end, level, room in placed
    )  # fmt: skip


def _docks(wanted: Iterable[Wanted], column_width: float) -> dict[tuple[str, str], float]:
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


def _reach(wanted: Wanted, start: float | None, end: float | None, edges: tuple[float, float],
           legs: list[float]) -> tuple[float, float]:  # fmt: skip
    """From where to where a way and its label take up a level.

    A label too wide for its way stands beside it, right or left: where there is room and fewer legs of other ways.
    """
    xs = [x for x in (start, end) if x is not None]
    low, high = min(xs), max(xs)
    if not wanted.label or wanted.label_width + 2 * CORNER <= high - low:
        return low - BESIDE, high + BESIDE
    width = BESIDE + wanted.label_width
    sides = [(low - BESIDE, high + width), (low - width, high + BESIDE)]
    inside = [side for side in sides if side[0] >= edges[0] - BESIDE and side[1] <= edges[1] + BESIDE]
    shift = min(0.0, edges[1] - sides[0][1])
    over = (low - BESIDE + shift, high + width + shift)
    return min(inside, key=lambda side: sum(side[0] < leg < side[1] for leg in legs), default=over)


def _free_level(taken: list[list[tuple[float, float]]], low: float, high: float) -> int:
    """The first level where nothing is in the way, entered there; beyond the last level no place is kept."""
    for level in range(MOST_LEVELS):
        if level == len(taken):
            taken.append([])
        if all(low >= end + APART or high + APART <= start for start, end in taken[level]):
            taken[level].append((low, high))
            return level
    return MOST_LEVELS


def _label_x(wanted: Wanted, docks: tuple[float | None, float | None], level: int, room: tuple[float, float],
             legs: list[float]) -> float | None:  # fmt: skip
    """The centre of the label: where the fewest legs of outer ways cross it, as near to the middle as can be."""
    if level >= MOST_LEVELS or not wanted.label:
        return None
    half = wanted.label_width / 2
    xs = [x for x in docks if x is not None]
    if wanted.label_width + 2 * CORNER > max(xs) - min(xs):
        return room[1] - half if room[1] - max(xs) > min(xs) - room[0] else room[0] + half
    low, high = room[0] + half + CORNER, room[1] - half - CORNER
    middle = (low + high) / 2
    slack = max(0.0, (high - low) / 2)
    spots = [middle + slack * part for part in (0.0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8, -1.0, 1.0)]
    return min(spots, key=lambda x: sum(x - half - 2 < leg < x + half + 2 for leg in legs))
