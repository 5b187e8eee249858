"""What was laid out before, so that an edit lays out one card and not the map."""

from collections.abc import Callable, Mapping
from copy import copy
from operator import is_
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
V = TypeVar("V")
Key = tuple[str, str]
SPARE = 4000


class _Entry(msgspec.Struct):
    values: tuple[Any, ...]
    shape: tuple[Any, ...]
    made: Any
    turn: int
    sure: tuple[Any, ...] = ()


class LayoutCache:
    """One entry per lane and element. The caller owns it: one for a view, dropped with it, used by one thread."""

    def __init__(self) -> None:
        self._entries: dict[Key, _Entry] = {}
        self._turn = 0
        self._enough = SPARE
        self.made = 0

    def __len__(self) -> int:
        return len(self._entries)

    def copy(self) -> "LayoutCache":
        """Another one that knows the same, for another thread."""
        other = LayoutCache()
        other._entries = {key: copy(entry) for key, entry in self._entries.items()}
        other._turn, other._enough = self._turn, self._enough
        return other

    def kept(self, key: Key, values: tuple[Any, ...], shape: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What was made for a key before, if each of `values` is the same object and `shape` is equal; else anew.

        What comes out equal stays the same object, so that nothing which rests on it is made anew.
        """
        entry = self._entries.get(key)
        if entry is not None and _same(entry.values, values) and entry.shape == shape:
            entry.turn = self._turn
            found: T = entry.made
            return found
        made = make()
        self.made += 1
        if entry is not None and entry.made == made:
            made = entry.made
        self._entries[key] = _Entry(values, shape, made, self._turn)
        return made

    def kept_while(
        self,
        key: Key,
        sure: tuple[Any, ...],
        values: Callable[[], tuple[Any, ...]],
        shape: tuple[Any, ...],
        make: Callable[[], T],
    ) -> T:
        """As `kept`, where it takes long to gather the values: while all that is `sure` is the same, they are too."""
        entry = self._entries.get(key)
        if entry is not None and entry.shape == shape and _same(entry.sure, sure):
            entry.turn = self._turn
            found: T = entry.made
            return found
        made = self.kept(key, values(), shape, make)
        self._entries[key].sure = sure
        return made

    def kept_each(
        self, key: Key, grounds: tuple[Any, ...], values: Mapping[str, V], make: Callable[[V], T]
    ) -> Mapping[str, T]:
        """What is made of each of many values: of those that are the same objects as before it is not made again."""
        known, made = self.kept(key, grounds, (), lambda: (dict[str, V](), dict[str, T]()))
        if len(known) == len(values) and all(known.get(name) is value for name, value in values.items()):
            return made
        made = {name: made[name] if known.get(name) is value else make(value) for name, value in values.items()}
        self._entries[key].made = (values, made)
        return made

    def end_turn(self) -> None:
        """A picture is done: once much more is kept than was used last, what lay unused for two pictures goes."""
        if len(self._entries) > self._enough:
            self._entries = {key: entry for key, entry in self._entries.items() if entry.turn >= self._turn - 1}
            self._enough = 2 * len(self._entries) + SPARE
        self._turn += 1


def _same(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    return len(old) == len(new) and all(map(is_, old, new))
