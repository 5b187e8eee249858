"""p of a figure against its target, by the tests behind the intervals that scores show, so that both agree (2.4).

Without scipy, whose import would hold up the first paint of a map with results.
"""

from collections.abc import Iterable, Mapping
from math import erfc, exp, inf, lgamma, log, log1p, sqrt

import msgspec

from journeymapper.analysis.distribution import Distribution, of_answers
from journeymapper.analysis.intervals import Z, nps_and_se
from journeymapper.analysis.metrics import coded
from journeymapper.analysis.normalise import SHARE_KINDS
from journeymapper.analysis.quantiles import both_tails
from journeymapper.analysis.score import Score
from journeymapper.analysis.tests_of_change import adjusted_p
from journeymapper.model.measurement import Metric

LEVEL = 0.05
LEAST_DAYS = 8


def target_p(metric: Metric, answers: Distribution, days: Mapping[str, Distribution], target: float) -> float | None:
    """Two-sided p that the figure is the target; None where there is no interval either."""
    codes = coded(metric, answers)
    if metric.kind == "nps":
        return _nps_p(codes, target)
    if metric.kind in SHARE_KINDS:
        return _share_p(codes.mean, codes.effective_n(), target / 100)
    if metric.kind == "smiley":
        return _smiley_p(metric, days, target)
    if metric.kind in ("median", "p90"):
        return _quantile_p(codes, 0.5 if metric.kind == "median" else 0.9, target)
    return _mean_p(codes, target)


def reported_p(value: float, low: float | None, high: float | None, target: float) -> float | None:
    """The p that a reported interval implies; None without both of its limits."""
    return None if low is None or high is None else normal_p(_ratio(value - target, (high - low) / (2 * Z)))


def normal_p(statistic: float) -> float:
    """The share of a standard normal beyond ± a statistic."""
    return erfc(abs(statistic) / sqrt(2))


def judged_together(scores: Iterable[Score]) -> list[Score]:
    """The scores with `adjusted_p` and `certain` after Benjamini and Hochberg over all of them.

    `certain` is None where no figure is shown or there is nothing to test; it never goes beyond the score's own
    interval: what that leaves open stays uncertain.
    """
    found = list(scores)
    tested = [place for place, score in enumerate(found) if score.shown and score.p is not None]
    for place, p in zip(tested, adjusted_p([found[place].p or 0.0 for place in tested]), strict=True):
        sure = p <= LEVEL and found[place].verdict in ("worse", "better")
        found[place] = msgspec.structs.replace(found[place], adjusted_p=p, certain=sure)
    return found


def _nps_p(codes: Distribution, target: float) -> float:
    size, share = codes.effective_n(), dict(zip(codes.values, codes.weights, strict=True))
    counts = [size * share.get(code, 0.0) / codes.weight for code in (-1.0, 0.0, 1.0)]
    nps, error = nps_and_se(counts[0] + 0.75, counts[1] + 1.5, counts[2] + 0.75)
    return normal_p(_ratio(nps - target, error))


def _share_p(share: float, n: float, target: float) -> float | None:
    """The score test, of which Wilson's interval is the inversion; no share is 0 or 1 for sure."""
    if n <= 0:
        return None
    return normal_p(_ratio(share - target, sqrt(max(0.0, target * (1 - target)) / n)))


def _mean_p(codes: Distribution, target: float) -> float | None:
    n, freedom = codes.n, codes.n_eff - 1
    if n < 2 or freedom <= 1e-9:
        return None
    error = codes.linearised_se * sqrt(n / (n - 1))
    if error <= 1e-12 * max(1.0, abs(codes.mean)):
        return None
    return _t_p((codes.mean - target) / error, freedom)


def _t_p(statistic: float, freedom: float) -> float:
    return 1.0 if statistic == 0 else both_tails(abs(statistic), freedom)


def _smiley_p(metric: Metric, days: Mapping[str, Distribution], target: float) -> float | None:
    if "" in days or len(days) < LEAST_DAYS:
        return None
    return _mean_p(of_answers(coded(metric, day).mean for day in days.values() if day.weight > 0), target)


def _quantile_p(codes: Distribution, level: float, target: float) -> float | None:
    """The binomial test behind the order-statistic interval: how many answers lie below and above the target."""
    n = int(codes.n_eff + 1e-9)
    scale = n / codes.weight
    below = sum(w for x, w in zip(codes.values, codes.weights, strict=True) if x < target) * scale
    upto = sum(w for x, w in zip(codes.values, codes.weights, strict=True) if x <= target) * scale
    at_least = 1 - _binomial_upto(int(below + 1e-9) - 1, n, level)
    at_most = _binomial_upto(int(upto + 1e-9), n, level)
    return min(1.0, 2 * min(at_least, at_most)) if n else None


def _binomial_upto(k: int, n: int, p: float) -> float:
    if k < 0:
        return 0.0
    terms = (exp(_log_choose(n, j) + j * log(p) + (n - j) * log1p(-p)) for j in range(min(k, n) + 1))
    return min(1.0, sum(terms))


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _ratio(difference: float, error: float) -> float:
    if error > 0:
        return difference / error
    return 0.0 if difference == 0 else inf
