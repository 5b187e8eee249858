"""Intervals of relative weights: respondents drawn again and again, with a seed, so that they come out the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.drivers.answers import Together
from journeymapper.analysis.drivers.correlations import from_moments
from journeymapper.analysis.drivers.relative_weights import MOST_EXACT, johnson, lmg

if TYPE_CHECKING:
    from numpy import float64
    from numpy.random import Generator
    from numpy.typing import NDArray

    Array = NDArray[float64]

DRAWS = 1000
SEED = 20_260_107
NUMBERS_AT_ONCE = 2_000_000
NOTHING = 1e-300
Progress = Callable[[float], None]


class Stopped(Exception):
    """Raised out of the bootstrap by a progress callback of one who no longer wants its result."""


class Resampled(msgspec.Struct, frozen=True):
    """95 % percentile limits of each weight and of its share of all, 0 to 1, draw by draw.

    And whether a weight is larger than a random predictor's in 97.5 % of draws: the limits of weights never include 0,
    since weights are positive; hence the random predictor (Tonidandel and others 2009).
    """

    low: tuple[float, ...]
    high: tuple[float, ...]
    share_low: tuple[float, ...]
    share_high: tuple[float, ...]
    beats_chance: tuple[bool, ...]
    draws: int


def resample(rows: Together, *, draws: int = DRAWS, seed: int = SEED, progress: Progress | None = None) -> Resampled:
    """Bootstrap over respondents; `progress` is told the share done, 0 to 1, and may raise Stopped."""
    import numpy as np

    rng = np.random.default_rng(seed)
    weigh = lmg if len(rows.points) <= MOST_EXACT else johnson
    with_noise = lmg if len(rows.points) < MOST_EXACT else johnson
    count = len(rows.points)
    found: list[Array] = []
    ahead: list[Array] = []
    portion = max(1, min(draws, NUMBERS_AT_ONCE // (2 ** min(count + 1, MOST_EXACT) + len(rows.counts))))
    for begun in range(0, draws, portion):
        size = min(portion, draws - begun)
        noisy = _draw(rows, rng, size)
        plain = np.delete(np.delete(noisy, count, axis=-1), count, axis=-2)
        sound = np.isfinite(noisy).all(axis=(-1, -2))
        found.append(weigh(plain[sound]))
        against = with_noise(noisy[sound])
        ahead.append(against[:, :count] - against[:, count:])
        if progress:
            progress((begun + size) / draws)
    weights, margins = np.concatenate(found), np.concatenate(ahead)
    low, high = np.percentile(weights, [2.5, 97.5], axis=0)
    shares = weights / np.maximum(weights.sum(axis=1, keepdims=True), NOTHING)
    share_low, share_high = np.percentile(shares, [2.5, 97.5], axis=0)
    return Resampled(
        tuple(low.tolist()),
        tuple(high.tolist()),
        tuple(share_low.tolist()),
        tuple(share_high.tolist()),
        tuple((np.percentile(margins, 2.5, axis=0) > 0).tolist()),
        len(weights),
    )


def _draw(rows: Together, rng: "Generator", size: int) -> "Array":
    """Correlations of resamples: the drivers, then a column of pure noise, then the outcome.

    Combinations are drawn with their counts; the noise of c respondents with one combination sums to a normal with
    variance c, its squares to a chi-square.
    """
    import numpy as np

    n, per_row = int(rows.counts.sum()), rows.weights / rows.counts
    counts = rng.multinomial(n, rows.counts / rows.counts.sum(), size=size).astype(float)
    weights = counts * per_row
    middle = rows.values - np.average(rows.values, axis=0, weights=rows.weights)
    total = weights.sum(axis=1)
    columns = middle.shape[1]
    products = (middle[:, :, None] * middle[:, None, :]).reshape(len(middle), -1)
    normal = rng.standard_normal(counts.shape)
    noise = normal * np.sqrt(counts) * per_row
    squares = (normal**2 * (counts > 0) + rng.chisquare(np.maximum(counts - 1, 1e-9)) * (counts > 1)) * per_row
    means = np.empty((size, columns + 1))
    second = np.empty((size, columns + 1, columns + 1))
    kept = [*range(columns - 1), columns]
    means[:, kept] = weights @ middle / total[:, None]
    second[np.ix_(range(size), kept, kept)] = (weights @ products / total[:, None]).reshape(size, columns, columns)
    means[:, columns - 1] = noise.sum(axis=1) / total
    crossed = noise @ middle / total[:, None]
    second[np.ix_(range(size), [columns - 1], kept)] = crossed[:, None, :]
    second[np.ix_(range(size), kept, [columns - 1])] = crossed[:, :, None]
    second[:, columns - 1, columns - 1] = squares.sum(axis=1) / total
    return from_moments(means, second)
