"""Of a group that runs across the whole map, such as a curve, only the items that a tile shows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from journeymapper.picture.primitives import Ellipse, Group, Path, Primitive, Text

if TYPE_CHECKING:
    import numpy as np

MANY = 100
MARGIN = 4.0  # for what strokes and halos add
KEPT = 8


class Culling:
    """Keeps the items' extents of the last large groups; items are never changed, only replaced."""

    def __init__(self) -> None:
        self._extents: dict[int, tuple[tuple[Primitive, ...], np.ndarray]] = {}

    def seen(self, group: Group, left: float, right: float) -> Group:
        """The group with the items between two places of the picture; a small group as it is."""
        if len(group.items) < MANY:
            return group
        import numpy as np

        begin, end = self._extents_of(group.items).T
        inside = np.flatnonzero((begin <= right - group.x + MARGIN) & (end >= left - group.x - MARGIN))
        return msgspec.structs.replace(group, items=tuple(group.items[index] for index in inside))

    def _extents_of(self, items: tuple[Primitive, ...]) -> "np.ndarray":
        import numpy as np

        known = self._extents.get(id(items))
        if known is None or known[0] is not items:
            while len(self._extents) >= KEPT:
                del self._extents[next(iter(self._extents))]
            known = (items, np.array([extent(item) for item in items], dtype=np.float64).reshape(-1, 2))
            self._extents[id(items)] = known
        return known[1]


def extent(item: Primitive) -> tuple[float, float]:
    """Where an item begins and ends from left to right, without its stroke."""
    if isinstance(item, Path):
        places = list(_places(item))
        return (min(places), max(places)) if places else (0.0, 0.0)
    if isinstance(item, Ellipse):
        return item.x - item.rx, item.x + item.rx
    if isinstance(item, Text):
        return item.x - item.size, item.x + item.width + item.size
    return item.x, item.x + item.width


def _places(item: Path) -> Iterator[float]:
    for step in item.steps:
        yield from (float(place) for place in step[1::2])
