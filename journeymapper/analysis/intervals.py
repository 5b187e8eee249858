"""95 % confidence intervals (methods.md section 2). NPS in points, proportions as 0 to 1, the rest in own units."""

from collections.abc import Callable
from math import sqrt

import msgspec

from journeymapper.analysis.distribution import Distribution, of_answers
from journeymapper.analysis.quantiles import binomial_ranks, t_975
from journeymapper.model.messages import Message

Z = 1.959963984540054
Limits = tuple[float, float]

NONE_TOO_FEW = Message("too few answers for an interval").text
NONE_ALIKE = Message("all answers are alike, so their spread is not known").text
NONE_FEW_DAYS = Message("answers from fewer than 8 days").text
NONE_UNDATED = Message("answers without a date").text
NONE_REPORTED = Message("only the figure was reported, without its distribution").text
LOWER_ONLY = Message("too few answers for an upper limit").text


class Interval(msgspec.Struct, frozen=True):
    """Limits in the metric's unit; None where there is none, with the reason in `note`."""

    low: float | None = None
    high: float | None = None
    note: str = ""


def wald_nps(detractors: float, passives: float, promoters: float) -> Limits:
    """Wald limits in points, unclipped; too narrow near ±100 and for small n."""
    nps, error = nps_and_se(detractors, passives, promoters)
    return nps - Z * error, nps + Z * error


def adjusted_wald_nps(detractors: float, passives: float, promoters: float) -> Limits:
    """Adjusted Wald limits in points, unclipped: 3/4 added to detractors and promoters, 3/2 to passives (Rocks 2016).

    They are centred on the adjusted NPS. For weighted data pass shares times the effective number of answers.
    """
    return wald_nps(detractors + 0.75, passives + 1.5, promoters + 0.75)


def nps_and_se(detractors: float, passives: float, promoters: float) -> Limits:
    """NPS and its standard error, both in points, from counts; SE = √((p + d − (p − d)²)/n)."""
    n = detractors + passives + promoters
    net = (promoters - detractors) / n
    return 100 * net, 100 * sqrt(max(0.0, (promoters + detractors) / n - net**2) / n)


def score_nps(detractors: float, passives: float, promoters: float) -> Limits:
    """Score limits in points (May and Johnson; Tango 1998): the values that a score test does not reject."""
    n = detractors + passives + promoters
    net, answered, below = (promoters - detractors) / n, (promoters + detractors) / n, detractors / n

    def statistic(value: float) -> float:
        b, c = (2 - net) * value - answered, -below * value * (1 - value)
        likely = (sqrt(max(0.0, b**2 - 8 * c)) - b) / 4
        variance = (2 * likely + value * (1 - value)) / n
        return (net - value) / sqrt(max(variance, 1e-300))

    return 100 * _falls_to(statistic, Z, (-1.0, net)), 100 * _falls_to(statistic, -Z, (net, 1.0))


def _falls_to(falling: Callable[[float], float], level: float, within: Limits) -> float:
    low, high = within
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > level else (low, middle)
    return high


def clipped_nps(limits: Limits) -> Limits:
    """Limits held within −100 and 100."""
    return max(-100.0, limits[0]), min(100.0, limits[1])


def wilson(share: float, n: float) -> Limits:
    """Wilson limits of a proportion of 0 to 1 out of n answers; n may be an effective number."""
    z2 = Z**2
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n**2))
    return max(0.0, centre - half), min(1.0, centre + half)


def newcombe(first: float, n_first: float, second: float, n_second: float) -> Limits:
    """Newcombe's hybrid score limits of first − second, proportions of 0 to 1."""
    low_1, high_1 = wilson(first, n_first)
    low_2, high_2 = wilson(second, n_second)
    difference = first - second
    return (
        difference - sqrt((first - low_1) ** 2 + (high_2 - second) ** 2),
        difference + sqrt((high_1 - first) ** 2 + (second - low_2) ** 2),
    )


def t_mean(answers: Distribution) -> Interval:
    """t limits of the mean; weighted: linearised SE · √(n/(n − 1)) with n_eff − 1 degrees of freedom.

    With all weights 1 that is the ordinary t interval. None for fewer than two answers or answers all alike.
    """
    n, freedom = answers.n, answers.n_eff - 1
    if n < 2 or freedom <= 1e-9:
        return Interval(note=NONE_TOO_FEW)
    error = answers.linearised_se * sqrt(n / (n - 1))
    if error <= 1e-12 * max(1.0, abs(answers.mean)):
        return Interval(note=NONE_ALIKE)
    half = t_quantile(freedom) * error
    return Interval(answers.mean - half, answers.mean + half)


def t_quantile(freedom: float) -> float:
    """The 97.5 % point of Student's t."""
    return t_975(freedom)


def median_ranks(n: int) -> tuple[int, int] | None:
    """Ranks of the order statistics that bound the median, None below n 6 (methods.md 2.3)."""
    low, high = quantile_ranks(n, 0.5)
    return (low, high) if low is not None and high is not None else None


def quantile_ranks(n: int, p: float) -> tuple[int | None, int | None]:
    """Ranks of the order statistics that bound a quantile; a limit is None where n is too small for it."""
    below, upto = binomial_ranks(n, p)
    return below or None, upto + 1 if upto < n else None


def quantile_interval(answers: Distribution, p: float) -> Interval:
    """Order-statistic limits of a quantile; weighted: the ranks of Kish's effective number of answers."""
    size = int(answers.n_eff + 1e-9)
    low, high = quantile_ranks(size, p)
    lower = None if low is None else answers.order_statistic(low, size)
    upper = None if high is None else answers.order_statistic(high, size)
    if lower is None or (p == 0.5 and upper is None):
        return Interval(note=NONE_TOO_FEW)
    return Interval(lower, upper, LOWER_ONLY if upper is None else "")


def day_interval(day_means: list[float]) -> Interval:
    """t limits from the means of days, for presses that cluster in time; none under 8 days (methods.md 1.5)."""
    return t_mean(of_answers(day_means)) if len(day_means) >= 8 else Interval(note=NONE_FEW_DAYS)
