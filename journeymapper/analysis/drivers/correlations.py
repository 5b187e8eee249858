"""Weighted correlations of combinations with counts, once or for many resamples at a time."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array = NDArray[float64]


def correlations(values: "Array", weights: "Array") -> "Array":
    """The (…, q, q) correlations of the columns of values (m, q) under weights (…, m); NaN where nothing varies."""
    import numpy as np

    middle = values - np.average(values, axis=0, weights=np.maximum(weights.reshape(-1, len(values)).sum(axis=0), 0))
    products = (middle[:, :, None] * middle[:, None, :]).reshape(len(values), -1)
    total = weights.sum(axis=-1)[..., None]
    means = weights @ middle / total
    second = (weights @ products / total).reshape(*weights.shape[:-1], values.shape[1], values.shape[1])
    return from_moments(means, second)


def from_moments(means: "Array", second: "Array") -> "Array":
    """Correlations from means (…, q) and mean products (…, q, q)."""
    import numpy as np

    covariance = second - means[..., :, None] * means[..., None, :]
    spread = np.sqrt(np.maximum(np.diagonal(covariance, axis1=-2, axis2=-1), 0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        found = covariance / (spread[..., :, None] * spread[..., None, :])
    return np.asarray(found)
