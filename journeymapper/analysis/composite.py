"""Composite indices on 0–100, and what missing parts could make of them (methods.md 1.8)."""

from collections.abc import Sequence
from math import exp, log, sqrt

import msgspec

LEAST_WEIGHT = 0.7


class Bounds(msgspec.Struct, frozen=True):
    """The least and the greatest that a figure could be."""

    low: float
    high: float


class Composite(msgspec.Struct, frozen=True):
    """A composite with the share, 0 to 1, of the weight that it rests on; no value below 0.7."""

    value: float | None
    covered: float
    bounds: Bounds


def arithmetic(scores: Sequence[float], weights: Sequence[float]) -> float:
    """Σ w s / Σ w: a good part makes up for a bad one."""
    return sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)


def geometric(scores: Sequence[float], weights: Sequence[float]) -> float:
    """Π s^(w/Σw): punishes imbalance; 0 as soon as one score is 0."""
    if min(scores) <= 0:
        return 0.0
    return exp(sum(w * log(s) for w, s in zip(weights, scores, strict=True)) / sum(weights))


def composite(scores: Sequence[float | None], weights: Sequence[float]) -> Composite:
    """The arithmetic composite of 0–100 scores, renormalised over the parts there are."""
    present = [(s, w) for s, w in zip(scores, weights, strict=True) if s is not None]
    covered = sum(w for _, w in present) / sum(weights)
    if not present:
        return Composite(None, 0.0, Bounds(0.0, 100.0))
    mean = arithmetic([s for s, _ in present], [w for _, w in present])
    value = mean if covered >= LEAST_WEIGHT - 1e-12 else None
    return Composite(value, covered, bounds_with_missing(mean, covered, 0.0, 100.0))


def bounds_with_missing(mean: float, covered: float, worst: float, best: float) -> Bounds:
    """The bounds of a weighted mean when the uncovered share, 0 to 1, lies all at the worst or all at the best end."""
    ends = [mean * covered + end * (1 - covered) for end in (worst, best)]
    return Bounds(min(ends), max(ends))


def composite_se(errors: Sequence[float], weights: Sequence[float]) -> float:
    """√Σ w² SE² / Σ w for independent parts; parts from the same respondents need a bootstrap instead."""
    return sqrt(sum((w * e) ** 2 for w, e in zip(weights, errors, strict=True))) / sum(weights)
