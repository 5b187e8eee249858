"""Which of the usual scales a column's whole numbers are on, and which of them lie beside it."""

from collections import Counter
from collections.abc import Collection

from journeymapper.results.clean import number
from journeymapper.results.readers.cells import Cell

SCALES = ((1, 4), (1, 5), (1, 6), (1, 7), (4, 10), (1, 10), (0, 10))
BELOW = frozenset((-1, -2, -3, -7, -8, -9, -77, -88, -97, -98, -99, -997, -998, -999, -9999))
ABOVE = frozenset((77, 88, 97, 98, 99, 997, 998, 999, 9999, 99999))
MOST_STRAYS = 3


def whole_numbers(counts: Counter[Cell], decimal: str) -> Counter[int]:
    """How often each whole number is met."""
    tally: Counter[int] = Counter()
    for cell, count in counts.items():
        value = number(cell, decimal)
        if value is not None:
            tally[int(value)] += count
    return tally


def likely_scale(tally: Counter[int]) -> tuple[int, int] | None:
    """The ends of the usual scale that holds nearly all values; None where none does.

    At least 85 % of the values are on it, more than half of its steps and its upper end are used, and at most three
    codes lie beside it. Values from 0 to 6 with both ends used are a scale from 1 to 5 with its two codes for blank
    and not used; 0 to 10 goes before 1 to 10 where there is a 0, an 11 or no 1.
    """
    if tally.keys() <= set(range(7)) and tally[0] and tally[6] and sum(code in tally for code in range(1, 6)) >= 4:
        return (1, 5)
    fits = [scale for scale in SCALES if _fits(tally, *scale)]
    if (0, 10) in fits and (tally[0] or tally[11] or not tally[1]):
        return (0, 10)
    return min(fits, key=lambda scale: sum(not scale[0] <= code <= scale[1] for code in tally), default=None)


def _fits(tally: Counter[int], low: int, high: int) -> bool:
    inside = [code for code in tally if low <= code <= high and tally[code]]
    covered = sum(tally[code] for code in inside)
    beside = sum(1 for code in tally if tally[code]) - len(inside)
    used = len(inside) > (high - low + 1) / 2 and tally[high] > 0
    if tally[high + 1] and tally[high + 2]:
        return False  # the steps go on: a list of codes rather than a scale
    return used and beside <= 3 and covered >= 0.85 * tally.total()


def stray_codes(values: Collection[float]) -> frozenset[float]:
    """Numbers that programs write for no answer, far from all the others: −9 among 0 and 1, 99 among 1 to 5.

    Values below zero are such codes only where no others are, and not where they mirror those above (−2 to 2).
    """
    below = frozenset(value for value in values if value < 0)
    rest = [value for value in values if value >= 0]
    if not below <= BELOW or len(below) > MOST_STRAYS or len(rest) < 2 or {-value for value in values} == set(values):
        below = frozenset()
    above = frozenset(value for value in rest if value in ABOVE)
    others = [value for value in rest if value not in above]
    return below | (above if len(others) > 1 and min(above, default=0) > 3 * max(others) else frozenset())
