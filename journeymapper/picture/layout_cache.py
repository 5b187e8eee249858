"""What was laid out before, so that an edit lays out one card and not the map."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Key = tuple[str, str]


class _Entry(msgspec.Struct):
    values: tuple[Any, ...]
    shape: tuple[Any, ...]
    made: Any


class LayoutCache:
    """One entry per lane and element. The caller owns it: one for a view, dropped with it, used by one thread."""

    def __init__(self) -> None:
        self._entries: dict[Key, _Entry] = {}
        self.made = 0

    def kept(self, key: Key, values: tuple[Any, ...], shape: tuple[Any, ...], make: Callable[[], T]) -> T:
        """What was made for a key before, if each of `values` is the same object and `shape` is equal; else anew."""
        entry = self._entries.get(key)
        if entry is not None and entry.shape == shape and _same(entry.values, values):
            found: T = entry.made
            return found
        made = make()
        self.made += 1
        self._entries[key] = _Entry(values, shape, made)
        return made


def _same(old: tuple[Any, ...], new: tuple[Any, ...]) -> bool:
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
