"""Quantiles without scipy, whose import would hold up the first paint of a map with results by a tenth of a second."""

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist

MANY = 400.0
"""Degrees of freedom from which the expansion in 1/freedom is as good as double precision."""


@lru_cache(maxsize=4096)
def t_975(freedom: float) -> float:
    """The 97.5 % point of Student's t, to twelve digits."""
    if freedom < 1.0:
        from scipy.special import stdtrit  # a sample this unequally weighted is too rare to wait for at each start

        return float(stdtrit(freedom, 0.975))
    z = NormalDist().inv_cdf(0.975)
    return _expanded(z, freedom) if freedom >= MANY else _searched(z, freedom)


def _expanded(z: float, freedom: float) -> float:
    """Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5)."""
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, 1))


def _searched(z: float, freedom: float) -> float:
    """Newton's method from below, where it cannot overshoot: the tail is convex."""
    constant = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    t, before = z, inf
    while abs(t - before) > 1e-14 * t:
        before = t
        density = constant * exp(-(freedom + 1) / 2 * log1p(t * t / freedom))
        t += (both_tails(t, freedom) - 0.05) / (2 * density)
    return t


def both_tails(t: float, freedom: float) -> float:
    """The share beyond ±t: the incomplete beta function at freedom / (freedom + t²)."""
    x = freedom / (freedom + t * t)
    a, b = freedom / 2, 0.5
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method."""
    c, d = 1.0, 1 / _kept(1 - (a + b) * x / (a + 1))
    value, m, step = d, 0, 0.0
    while abs(step - 1) > 1e-16 and m < 1000:
        m += 1
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _kept(1 + term * d)
            c = _kept(1 + term / c)
            step = c * d
            value *= step
    return value


def _kept(value: float) -> float:
    """Away from zero, by which the fraction is divided."""
    return value if abs(value) > 1e-300 else 1e-300


@lru_cache(maxsize=4096)
def binomial_ranks(n: int, p: float) -> tuple[int, int]:
    """How many k below n have P(X ≤ k) ≤ 0.025, and how many < 0.975, for X binomial (n, p) with 0 < p < 1."""
    start = max(0, int(n * p - 12 * sqrt(n * p * (1 - p))))  # the share below is less than 1e-20
    low = high = start
    total = 0.0
    for k in range(start, n):
        total += exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log1p(-p))
        low += total <= 0.025
        high += total < 0.975
        if total >= 0.975:
            break
    return low, high
