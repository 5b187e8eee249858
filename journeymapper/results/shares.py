"""Which answers a share counts, which are their counterpart, and which are neither and therefore no answer."""

from collections.abc import Callable, Container, Iterable
from typing import Literal

import msgspec

from journeymapper.model.measurement import Metric
from journeymapper.results.clean import number
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.silences import says_nothing

YES = frozenset(("yes", "y", "kyllä", "ja", "true", "1"))
NO = frozenset(("no", "n", "ei", "nej", "nein", "false", "0"))
PARTLY = frozenset(("partly", "partially", "osittain", "osin", "delvis", "teilweise", "teils"))
"""Answers between yes and no, of which a share counts neither: they are in its base."""
PLAIN = frozenset((0.0, 1.0))
Unclear = Literal["unclear"]


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """What a share counts and its counterpart, in lower case; the `numbers` among what it counts.

    A share of other words than yes and no has no counterpart: whatever else is said is not counted.
    """

    counted: frozenset[str]
    opposite: frozenset[str]
    numbers: frozenset[float]
    words: bool

    @property
    def says_yes_or_no(self) -> bool:
        """Whether it counts a yes or a no, whose counterpart is known."""
        return bool(self.opposite) and self.words


def sides_of(metric: Metric, decimal: str) -> Sides:
    """The sides of a share, what it counts taken in all the words for yes or no that are known."""
    named = frozenset(text.strip().casefold() for text in metric.counted) or YES
    numbers = frozenset(value for text in named if (value := either_number(text, decimal)) is not None)
    words = any(either_number(text, decimal) is None for text in named)
    for side, other in ((YES, NO), (NO, YES)):
        if named & side and not named & other:
            return Sides(counted=named | side, opposite=other - named, numbers=numbers | _numbers(side), words=words)
    return Sides(counted=named, opposite=frozenset(), numbers=numbers, words=words)


def share_reader(
    metric: Metric, decimal: str, cells: Iterable[Cell] = (), named: Container[str] = ()
) -> Callable[[Cell], float | Unclear]:
    """A function from a cell to 1 where the share counts it, 0 where it does not, "unclear" where that is not said.

    `cells` are all of the column's. Where its numbers are others than 0 and 1 they are codes that nobody has explained,
    none of which says yes or no: 1 and 2 may be yes and no, or no and yes. Nor do codes that the file has `named`.
    """
    sides = sides_of(metric, decimal)
    numbers = {value for cell in cells if (value := number(cell, decimal)) is not None}
    coded = sides.words and not (sides.says_yes_or_no and numbers <= PLAIN)

    def answer(cell: Cell) -> float | Unclear:
        if as_text(cell).strip() in named:
            return "unclear"
        value = number(cell, decimal)
        if value is not None:
            return _of_number(value, sides, coded=coded)
        return _of_word(as_text(cell).strip().casefold(), sides)

    return answer


def either_number(text: str, decimal: str) -> float | None:
    """A number that somebody typed, with a decimal point perhaps for a file with decimal commas."""
    value = number(text, decimal)
    return number(text, ".") if value is None else value


def _numbers(words: frozenset[str]) -> frozenset[float]:
    return frozenset(float(word) for word in words if word.isdigit())


def _of_number(value: float, sides: Sides, *, coded: bool) -> float | Unclear:
    if coded or (sides.says_yes_or_no and value not in PLAIN):
        return 1.0 if value in sides.numbers - PLAIN else "unclear"
    return 1.0 if value in sides.numbers else 0.0


def _of_word(word: str, sides: Sides) -> float | Unclear:
    if word in sides.counted:
        return 1.0
    if word in sides.opposite or (sides.opposite and word in PARTLY):
        return 0.0
    other_words = sides.words and not sides.opposite
    return 0.0 if other_words and word not in YES and not says_nothing(word) else "unclear"
