"""The right test for a difference between two groups of answers to one metric."""

from collections.abc import Mapping
from math import isfinite, sqrt
from typing import Literal

import msgspec

from journeymapper.analysis.distribution import Distribution, merged, of_answers
from journeymapper.analysis.intervals import Z, newcombe
from journeymapper.analysis.material import Material
from journeymapper.analysis.metrics import coded, figure, reported_figure
from journeymapper.analysis.normalise import SHARE_KINDS
from journeymapper.analysis.tests_of_change import (
    Comparison,
    mean_change,
    normal_comparison,
    nps_change,
    paired_change,
    share_change,
)
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.tally import Reported

Test = Literal["adjusted Wald", "Newcombe", "Welch", "paired", "overlapping", "bootstrap", "reported", ""]
Pairs = Mapping[str, tuple[float, float]]

NONE_ALIKE = Message("all answers are alike, so their spread is not known").text
NONE_FEW = Message("too few answers for a test").text
NONE_DAYS = Message("answers from fewer than 8 days").text
NONE_REPORTED = Message("only the figure was reported, without its distribution").text
LEAST_DAYS = 8
DRAWS, SEED = 2000, 20_260_211


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Second minus first in the metric's unit (shares in percentage points), with 95 % limits and two-sided p.

    `centre` is the middle that the test itself works with (adjusted Wald shrinks); `pairs` the respondents in both
    groups. Without a test its reason is in `note`.
    """

    difference: float
    test: Test = ""
    se: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    centre: float | None = None
    pairs: int = 0
    note: str = ""


def difference(
    metric: Metric, first: Material, second: Material, pairs: Mapping[str, tuple[float, float]] = {}
) -> Difference:
    """The difference between the answers of two groups; `pairs` are the answers of respondents who are in both.

    The same respondents on both sides: paired t of coded answers; some of them: the overlapping-samples z of Looney
    and Jones (2003); none: adjusted Wald for NPS, Newcombe for shares, Welch for means, a seeded bootstrap for medians
    and p90, t on day means for terminals. Raises ValueError where a group has no answers.
    """
    if first.reported or second.reported:
        return _reported(metric, first, second)
    before, after = (coded(metric, merged(each.cells.values())) for each in (first, second))
    if before.weight <= 0 or after.weight <= 0:
        raise ValueError("a group without answers")
    change = _value(metric, second) - _value(metric, first)
    if metric.kind in ("median", "p90"):
        return _bootstrapped(metric, change, before, after)
    if metric.kind == "smiley":
        return _by_days(metric, change, first, second)
    scale = _scale(metric)
    if len(pairs) >= 2:
        codes = {key: (_code(metric, a), _code(metric, b)) for key, (a, b) in pairs.items()}
        return _paired(change, before, after, codes, scale)
    return _independent(metric, change, before, after)


def _value(metric: Metric, part: Material) -> float:
    if part.reported:
        return part.reported.value
    return figure(metric, merged(part.cells.values()), part.all_days()).value


def _scale(metric: Metric) -> float:
    """How many of the figure's units one unit of a coded answer is."""
    return 100.0 if metric.kind == "nps" or metric.kind in SHARE_KINDS else 1.0


def _code(metric: Metric, answer: float) -> float:
    return coded(metric, of_answers([answer])).values[0]


def _independent(metric: Metric, change: float, before: Distribution, after: Distribution) -> Difference:
    if metric.kind == "nps":
        found = nps_change(_three(before), _three(after))
        return _told(change, "adjusted Wald", found)
    if metric.kind in SHARE_KINDS:
        return _told(change, "Newcombe", _shares(before, after), 100.0)
    if min(before.n, after.n) < 2:
        return Difference(difference=change, note=NONE_FEW)
    if before.weighted or after.weighted:
        parts = (before.linearised_se**2 * before.n / (before.n - 1), after.linearised_se**2 * after.n / (after.n - 1))
        return _told(change, "Welch", normal_comparison(change, sqrt(sum(parts))))
    return _told(change, "Welch", mean_change(before, after))


def _shares(before: Distribution, after: Distribution) -> Comparison:
    if not (before.weighted or after.weighted):
        counts = [round(each.mean * each.n) for each in (before, after)]
        return share_change(counts[0], before.n, counts[1], after.n)
    sizes = before.effective_n(), after.effective_n()
    if min(sizes) <= 0:
        return normal_comparison(after.mean - before.mean, 0.0)
    pooled = (before.mean * sizes[0] + after.mean * sizes[1]) / sum(sizes)
    se = sqrt(pooled * (1 - pooled) * (1 / sizes[0] + 1 / sizes[1]))
    low, high = newcombe(after.mean, sizes[1], before.mean, sizes[0])
    return msgspec.structs.replace(normal_comparison(after.mean - before.mean, se), low=low, high=high)


def _three(codes: Distribution) -> tuple[float, float, float]:
    share = dict(zip(codes.values, codes.weights, strict=True))
    size = codes.effective_n() / codes.weight
    return share.get(-1.0, 0.0) * size, share.get(0.0, 0.0) * size, share.get(1.0, 0.0) * size


def _paired(change: float, before: Distribution, after: Distribution, pairs: Pairs, scale: float) -> Difference:
    firsts, seconds = [a for a, _ in pairs.values()], [b for _, b in pairs.values()]
    common = len(pairs)
    if common == before.n == after.n:
        found = paired_change(firsts, seconds)
        return msgspec.structs.replace(_told(change, "paired", found, scale), pairs=common)
    middle = sum(firsts) / common, sum(seconds) / common
    covariance = sum((a - middle[0]) * (b - middle[1]) for a, b in pairs.values()) / (common - 1)
    spread = [each.variance / max(1, each.n - 1) for each in (before, after)]
    variance = sum(spread) - 2 * common * covariance / (before.n * after.n)
    found = normal_comparison(after.mean - before.mean, sqrt(max(0.0, variance)))
    return msgspec.structs.replace(_told(change, "overlapping", found, scale), pairs=common)


def _told(change: float, test: Test, found: Comparison, scale: float = 1.0) -> Difference:
    if not isfinite(found.statistic) or found.se <= 0:
        return Difference(difference=change, note=NONE_ALIKE)
    return Difference(
        difference=change,
        test=test,
        se=found.se * scale,
        low=found.low * scale,
        high=found.high * scale,
        p=found.p,
        centre=found.difference * scale,
    )


def _by_days(metric: Metric, change: float, first: Material, second: Material) -> Difference:
    """Presses cluster in time; so the index of a day is one observation."""
    days = [each.all_days() for each in (first, second)]
    if any(len(each) < LEAST_DAYS or "" in each for each in days):
        return Difference(difference=change, note=NONE_DAYS)
    means = [of_answers(coded(metric, day).mean for day in each.values() if day.weight > 0) for each in days]
    return _told(change, "Welch", mean_change(*means))


def _bootstrapped(metric: Metric, change: float, before: Distribution, after: Distribution) -> Difference:
    """Percentile limits of the difference of two quantiles from seeded resamples; p from the share beyond 0."""
    import numpy as np

    if min(before.n, after.n) < 6:
        return Difference(difference=change, note=NONE_FEW)
    rng, level = np.random.default_rng(SEED), 50 if metric.kind == "median" else 90
    drawn = []
    for each in (before, after):
        chances = np.array(each.weights) / each.weight
        draws = rng.choice(np.array(each.values), p=chances, size=(DRAWS, min(each.n, 20_000)))
        drawn.append(np.percentile(draws, level, axis=1))
    moved = drawn[1] - drawn[0]
    low, high = np.percentile(moved, [2.5, 97.5]).tolist()
    beyond = min(float((moved <= 0).mean()), float((moved >= 0).mean()))
    p = min(1.0, 2 * (beyond * DRAWS + 1) / (DRAWS + 1))
    return Difference(
        difference=change, test="bootstrap", se=float(moved.std()), low=low, high=high, p=p, centre=change
    )


def _reported(metric: Metric, first: Material, second: Material) -> Difference:
    """Two figures of which one was reported: their own intervals tell their standard errors."""
    change = _value(metric, second) - _value(metric, first)
    limits = [_limits(metric, each) for each in (first, second)]
    if any(low is None or high is None for low, high in limits):
        return Difference(difference=change, note=NONE_REPORTED)
    errors = [((high or 0.0) - (low or 0.0)) / (2 * Z) for low, high in limits]
    return _told(change, "reported", normal_comparison(change, sqrt(sum(error**2 for error in errors))))


def _limits(metric: Metric, part: Material) -> tuple[float | None, float | None]:
    given: Reported | None = part.reported
    found = reported_figure(metric, given) if given else figure(metric, merged(part.cells.values()), part.all_days())
    return found.interval.low, found.interval.high
