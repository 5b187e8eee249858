"""A distribution of answers: the marginal of a tally from which every figure is computed."""

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from math import floor, sqrt

import msgspec


class Distribution(msgspec.Struct, frozen=True):
    """Distinct answers in rising order with, for each, its count and the sums of its weights and squared weights."""

    values: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()
    squares: tuple[float, ...] = ()

    @property
    def n(self) -> int:
        """The number of answers."""
        return sum(self.counts)

    @property
    def weight(self) -> float:
        """The sum of the weights."""
        return sum(self.weights)

    @property
    def weighted(self) -> bool:
        """Whether any answer weighs other than 1."""
        return self.weights != self.counts or self.squares != self.counts

    @property
    def n_eff(self) -> float:
        """Kish's effective number of answers, (Σw)²/Σw²; n where all weights are alike."""
        if not self.weighted:
            return float(self.n)
        squares = sum(self.squares)
        return self.weight**2 / squares if squares else 0.0

    @property
    def mean(self) -> float:
        """The weighted mean; the distribution must have weight."""
        return sum(w * x for w, x in zip(self.weights, self.values, strict=True)) / self.weight

    @property
    def variance(self) -> float:
        """The weighted population variance."""
        mean = self.mean
        return sum(w * (x - mean) ** 2 for w, x in zip(self.weights, self.values, strict=True)) / self.weight

    @property
    def linearised_se(self) -> float:
        """The linearised standard error of the mean, √Σw²(x − m)² / Σw (methods.md 2.1)."""
        mean = self.mean
        return sqrt(sum(s * (x - mean) ** 2 for s, x in zip(self.squares, self.values, strict=True))) / self.weight

    def effective_n(self) -> float:
        """The unweighted answers that would have this linearised standard error, at most n (Korn and Graubard).

        Where all answers are alike there is no such number and Kish's stands in.
        """
        if not self.weighted:
            return float(self.n)
        error = self.linearised_se
        return min(float(self.n), self.variance / error**2) if error > 0 else self.n_eff

    def kept(self, keep: Callable[[float], bool]) -> "Distribution":
        """The part of the answers that pass a test; the same object where all do."""
        if all(keep(value) for value in self.values):
            return self
        return merged([self], lambda value: value if keep(value) else None)

    def coded(self, code: Callable[[float], float | None]) -> "Distribution":
        """The distribution of codes of the answers; answers coded None are left out."""
        return merged([self], code)

    def order_statistic(self, rank: float, of: float) -> float:
        """The smallest answer at which the cumulated weight reaches `rank` out of `of`."""
        wanted = (rank - 1e-9) * self.weight / of
        reached = (x for x, total in zip(self.values, accumulate(self.weights), strict=True) if total >= wanted)
        return next(reached, self.values[-1])

    def quantile(self, p: float) -> float:
        """Linear interpolation (Hyndman-Fan type 7); weights are scaled to sum to n first."""
        position = 1 + (self.n - 1) * p
        below = floor(position + 1e-12)
        low, high = self.order_statistic(below, self.n), self.order_statistic(min(below + 1, self.n), self.n)
        return low + max(0.0, position - below) * (high - low)


def _same(value: float) -> float:
    return value


def counted(counts: Mapping[float, int]) -> Distribution:
    """The unweighted distribution of answer → count."""
    answers = sorted(value for value, count in counts.items() if count)
    numbers = tuple(counts[value] for value in answers)
    return Distribution(tuple(map(float, answers)), numbers, tuple(map(float, numbers)), tuple(map(float, numbers)))


def of_answers(answers: Iterable[float], weights: Iterable[float] | None = None) -> Distribution:
    """The distribution of single answers, each with its weight or with 1."""
    cells: dict[float, tuple[int, float, float]] = {}
    values = list(answers)
    for value, weight in zip(values, weights or [1.0] * len(values), strict=True):
        count, total, squares = cells.get(value, (0, 0.0, 0.0))
        cells[value] = (count + 1, total + weight, squares + weight**2)
    return _from_cells(cells)


def merged(parts: Iterable[Distribution], code: Callable[[float], float | None] = _same) -> Distribution:
    """All parts added up, their answers coded on the way."""
    parts = list(parts)
    if code is _same and len(parts) == 1:
        return parts[0]
    cells: dict[float, tuple[int, float, float]] = {}
    for part in parts:
        for value, count, weight, square in zip(part.values, part.counts, part.weights, part.squares, strict=True):
            key = code(value)
            if key is not None:
                had = cells.get(key, (0, 0.0, 0.0))
                cells[key] = (had[0] + count, had[1] + weight, had[2] + square)
    return _from_cells(cells)


def _from_cells(cells: Mapping[float, tuple[int, float, float]]) -> Distribution:
    rows = sorted((float(value), *cell) for value, cell in cells.items())
    return Distribution(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        tuple(row[2] for row in rows),
        tuple(row[3] for row in rows),
    )
