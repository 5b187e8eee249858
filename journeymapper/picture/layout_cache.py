"""What was laid out before, so that an edit lays out one card and not the map."""

from collections.abc import Callable
from operator import is_
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Key = tuple[str, str]
SPARE = 4000


class _Entry(msgspec.Struct):
    values: tuple[Any, ...]
    shape: tuple[Any, ...]
    made: Any
    turn: int


class LayoutCache:
    """One entry per lane and element. The caller owns it: one for a view, dropped with it, used by one thread."""

    def __init__(self) -> None:
        self._entries: dict[Key, _Entry] = {}
        self._turn = 0
        self._enough = SPARE
        self.made = 0

    def __len__(self) -> int:
        return len(self._entries)

    def kept(self, key: Key, values: tuple[Any, ...], shape: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What was made for a key before, if each of `values` is the same object and `shape` is equal; else anew."""
        entry = self._entries.get(key)
        if entry is not None and _same(entry.values, values) and entry.shape == shape:
            entry.turn = self._turn
            found: T = entry.made
            return found
        made = make()
        self.made += 1
        self._entries[key] = _Entry(values, shape, made, self._turn)
        return made

    def end_turn(self) -> None:
        """A picture is done: once much more is kept than was used last, what lay unused for two pictures goes."""
        if len(self._entries) > self._enough:
            self._entries = {key: entry for key, entry in self._entries.items() if entry.turn >= self._turn - 1}
            self._enough = 2 * len(self._entries) + SPARE
        self._turn += 1


def _same(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    return len(old) == len(new) and all(map(is_, old, new))
