"""Is a difference more than chance: against a target, between waves, over time (methods.md 2.4).

Overlapping intervals are not a test; the difference is tested. NPS in points, proportions as 0 to 1.
"""

from collections.abc import Sequence
from math import sqrt

import msgspec

from journeymapper.analysis.distribution import Distribution, of_answers
from journeymapper.analysis.intervals import Z, newcombe, nps_and_se, t_quantile

Counts = tuple[float, float, float]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A difference with its standard error, test statistic, two-sided p and 95 % limits.

    `freedom` are the degrees of freedom of t, None where the statistic is normal.
    """

    difference: float
    se: float
    statistic: float
    p: float
    low: float
    high: float
    freedom: float | None = None


def nps_against_target(counts: Counts, target: float, *, adjusted: bool = True) -> Comparison:
    """NPS of (detractors, passives, promoters) − target, adjusted Wald or plain Wald."""
    nps, se = nps_and_se(*(_adjusted(counts) if adjusted else counts))
    return normal_comparison(nps - target, se)


def nps_change(before: Counts, after: Counts, *, adjusted: bool = True) -> Comparison:
    """NPS after − before of independent waves, each (detractors, passives, promoters)."""
    first, second = (nps_and_se(*(_adjusted(each) if adjusted else each)) for each in (before, after))
    return normal_comparison(second[0] - first[0], sqrt(first[1] ** 2 + second[1] ** 2))


def share_change(counted_before: int, n_before: int, counted_after: int, n_after: int) -> Comparison:
    """Share after − before of independent waves: pooled z, Newcombe's limits."""
    before, after = counted_before / n_before, counted_after / n_after
    pooled = (counted_before + counted_after) / (n_before + n_after)
    se = sqrt(pooled * (1 - pooled) * (1 / n_before + 1 / n_after))
    low, high = newcombe(after, n_after, before, n_before)
    return msgspec.structs.replace(normal_comparison(after - before, se), low=low, high=high)


def mean_change(before: Distribution, after: Distribution) -> Comparison:
    """Welch: mean after − before of independent unweighted waves, each of two answers or more."""
    parts = [each.variance / (each.n - 1) for each in (before, after)]
    se = sqrt(sum(parts))
    least = sum(part**2 / (each.n - 1) for part, each in zip(parts, (before, after), strict=True))
    return student_comparison(
        after.mean - before.mean, se, sum(parts) ** 2 / least if least else float(before.n + after.n - 2)
    )


def paired_change(before: Sequence[float], after: Sequence[float]) -> Comparison:
    """Paired t of the same respondents in two waves; for NPS pass each one's class as −1, 0 or 1."""
    changes = of_answers(second - first for first, second in zip(before, after, strict=True))
    return student_comparison(changes.mean, sqrt(changes.variance / (changes.n - 1)), changes.n - 1.0)


def control_limits(mean: float, variance: float, n: int) -> tuple[float, float]:
    """Limits of a control chart for one period: mean ± 3 √(v̄/n), all in the unit of the answer."""
    half = 3 * sqrt(variance / n)
    return mean - half, mean + half


def adjusted_p(p_values: Sequence[float]) -> list[float]:
    """Benjamini and Hochberg's adjusted p of all comparisons in one view, in the order given."""
    order = sorted(range(len(p_values)), key=lambda place: p_values[place], reverse=True)
    adjusted, least = [0.0] * len(p_values), 1.0
    for rank, place in zip(range(len(p_values), 0, -1), order, strict=True):
        least = min(least, p_values[place] * len(p_values) / rank)
        adjusted[place] = least
    return adjusted


def _adjusted(counts: Counts) -> Counts:
    return counts[0] + 0.75, counts[1] + 1.5, counts[2] + 0.75


def normal_comparison(difference: float, se: float) -> Comparison:
    """A difference whose statistic is normal, with its 95 % limits."""
    from scipy.special import ndtr

    statistic = _ratio(difference, se)
    p = float(2 * ndtr(-abs(statistic)))
    return Comparison(
        difference=difference, se=se, statistic=statistic, p=p, low=difference - Z * se, high=difference + Z * se
    )


def student_comparison(difference: float, se: float, freedom: float) -> Comparison:
    """A difference whose statistic is Student's t with so many degrees of freedom, with its 95 % limits."""
    from scipy.special import stdtr

    statistic = _ratio(difference, se)
    half = t_quantile(freedom) * se
    p = float(2 * stdtr(freedom, -abs(statistic)))
    return Comparison(
        difference=difference,
        se=se,
        statistic=statistic,
        p=p,
        low=difference - half,
        high=difference + half,
        freedom=freedom,
    )


def _ratio(difference: float, se: float) -> float:
    if se > 0:
        return difference / se
    return 0.0 if difference == 0 else float("inf") if difference > 0 else float("-inf")
