"""Records as columns of small numbers: one key column a point, segment, wave and day, ready to be grouped."""

from collections.abc import Iterable

import msgspec

NONE = -1


class Book(msgspec.Struct):
    """The values of one key column; a record holds a value's place in it, −1 for none."""

    values: list[str | float] = []
    places: dict[str | float, int] = {}

    def code(self, value: str | float | None) -> int:
        """The place of a value, found or given."""
        if value is None:
            return NONE
        place = self.places.setdefault(value, len(self.values))
        if place == len(self.values):
            self.values.append(value)
        return place

    def codes(self, values: Iterable[str | float | None]) -> list[int]:
        """The places of values, given in the order in which they first come up."""
        listed = list(values)
        places = {value: self.code(value) for value in dict.fromkeys(listed)}
        return [places[value] for value in listed]


class Combinations(msgspec.Struct, kw_only=True):
    """Records of equal length in all columns: keys by point, by segment, wave and day, a count and a weight each."""

    points: dict[str, list[int]]
    segments: dict[str, list[int]]
    waves: list[int]
    days: list[int]
    counts: list[int]
    weights: list[float]
    books: dict[str, Book]
    weighted: bool = False
    respondents: list[int] | None = None
