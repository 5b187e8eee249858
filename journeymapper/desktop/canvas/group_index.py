"""Which groups of a picture stand where, and whose they are; what an edit has left as it was is not looked at again."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from journeymapper.picture.primitives import Group

if TYPE_CHECKING:
    import numpy as np


class GroupIndex:
    """The groups of one picture, in painting order; found by their place, or by the element that they belong to."""

    def __init__(self, groups: tuple[Group, ...]) -> None:
        self._groups = groups
        self._bounds: np.ndarray | None = None
        self._owned: dict[str, list[int]] | None = None

    def followed(self, groups: tuple[Group, ...]) -> tuple["GroupIndex", list[Group]]:
        """The index of the next picture, and the groups that only one of the two pictures has."""
        after = GroupIndex(groups)
        if len(groups) != len(self._groups):
            return after, _differences(self._groups, groups)
        changed = [place for place, (old, new) in enumerate(zip(self._groups, groups, strict=True)) if old is not new]
        before, now = [self._groups[place] for place in changed], [groups[place] for place in changed]
        if [group.owner for group in before] == [group.owner for group in now]:
            after._owned = self._owned
        if self._bounds is not None:
            after._bounds = self._bounds.copy()
            after._bounds[changed] = boxes(now)
        return after, _differences(before, now)

    def within(self, x: float, y: float, width: float, height: float) -> list[Group]:
        """The groups that touch a part of the picture; culled over an array of all bounds."""
        import numpy as np

        if self._bounds is None:
            self._bounds = boxes(self._groups)
        left, top, right, bottom = self._bounds.T
        seen = (left <= x + width + 2) & (right >= x - 2) & (top <= y + height + 2) & (bottom >= y - 2)
        return [self._groups[index] for index in np.flatnonzero(seen)]

    def of(self, owners: Iterable[str]) -> list[Group]:
        """The groups of some elements, in painting order for each."""
        if self._owned is None:
            self._owned = {}
            for place, group in enumerate(self._groups):
                self._owned.setdefault(group.owner, []).append(place)
        return [self._groups[place] for owner in owners for place in self._owned.get(owner, ())]


def boxes(groups: Sequence[Group]) -> "np.ndarray":
    """Left, top, right and bottom of each group, shape (n, 4)."""
    import numpy as np

    found = [(g.x, g.y, g.x + g.width, g.y + g.height) for g in groups]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def _differences(old: Iterable[Group], new: Iterable[Group]) -> list[Group]:
    """Groups that only one of two pictures has, by what they show and where."""
    before = {(id(g.items), g.x, g.y, g.width, g.height): g for g in old}
    after = {(id(g.items), g.x, g.y, g.width, g.height): g for g in new}
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    return [*(before[key] for key in gone), *(after[key] for key in come)]
