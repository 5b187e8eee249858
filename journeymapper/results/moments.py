"""What pairs of points have in common, as sums: enough for an exact correlation where combinations are too many."""

from collections.abc import Iterator
from itertools import combinations as pairs
from typing import TYPE_CHECKING

from journeymapper.model.tally import Moments
from journeymapper.results.combinations import NONE, Book, Combinations

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray


def moments_of(records: Combinations) -> list[Moments]:
    """The moments of every two points in every wave in which some row answers both."""
    import numpy as np

    answers = {name: _answers(codes, records.books[f"point {name}"]) for name, codes in records.points.items()}
    counts = np.asarray(records.counts, dtype=float)
    weights = counts * np.asarray(records.weights, dtype=float)
    waves = np.asarray(records.waves)
    found: list[Moments] = []
    for code in sorted(set(records.waves) - {NONE}):
        here = waves == code
        label = str(records.books["wave"].values[code] or "")
        part = {name: values[here] for name, values in answers.items()}
        found += _of_wave(label, part, counts[here], weights[here])
    return found


def _answers(codes: list[int], book: Book) -> "NDArray[float64]":
    """The answers as numbers, NaN where there is none."""
    import numpy as np

    known = np.array([*(np.nan if value is None else float(value) for value in book.values), np.nan])
    return known[np.asarray(codes, dtype=np.int64)]  # NONE, −1, is the last


def _of_wave(
    wave: str, answers: dict[str, "NDArray[float64]"], counts: "NDArray[float64]", weights: "NDArray[float64]"
) -> Iterator[Moments]:
    import numpy as np

    for x, y in pairs(answers, 2):
        both = ~(np.isnan(answers[x]) | np.isnan(answers[y]))
        if both.any():
            a, b, w = answers[x][both], answers[y][both], weights[both]
            yield Moments(
                x=x,
                y=y,
                wave=wave,
                n=round(float(counts[both].sum())),
                weight=float(w.sum()),
                sum_x=float((w * a).sum()),
                sum_y=float((w * b).sum()),
                sum_xx=float((w * a * a).sum()),
                sum_yy=float((w * b * b).sum()),
                sum_xy=float((w * a * b).sum()),
            )
