"""How an R² is shared among predictors: LMG (Shapley) and Johnson's relative weights, from correlations alone.

Each function takes correlation matrices stacked in front: (…, p + 1, p + 1), the outcome last; results are (…, p).
"""

from math import factorial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Array = NDArray[float64]

MOST_EXACT = 15
"""Predictors up to which all subsets are looked at."""
NOTHING_LEFT = 1e-12


def lmg(correlations: "Array") -> "Array":
    """LMG_j = Σ_S |S|! (p − 1 − |S|)!/p! (R²(S + j) − R²(S)) over all subsets S without j; p ≤ 15."""
    import numpy as np

    explained = 1 - unexplained(correlations)
    count = correlations.shape[-1] - 1
    sizes = np.array([bin(subset).count("1") for subset in range(2**count)])
    share = np.array([factorial(k) * factorial(count - 1 - k) / factorial(count) for k in range(count)])
    weights = []
    for place in range(count):
        without = np.flatnonzero((np.arange(2**count) >> place) % 2 == 0)
        gain = explained[..., without + 2**place] - explained[..., without]
        weights.append((gain * share[sizes[without]]).sum(axis=-1))
    return np.stack(weights, axis=-1)


def unexplained(correlations: "Array") -> "Array":
    """The outcome's variance left by each subset of predictors: (…, 2^p), bit j of the place is predictor j.

    Predictors are taken in one after the other; each doubles the subsets and leaves a smaller matrix of what remains.
    """
    import numpy as np

    left = correlations[..., None, :, :]
    for _ in range(correlations.shape[-1] - 1):
        pivot, row = left[..., 0, 0], left[..., 0, 1:]
        rest = left[..., 1:, 1:]
        gone = pivot < NOTHING_LEFT
        scale = np.where(gone, 0.0, 1 / np.where(gone, 1.0, pivot))
        taken = rest - scale[..., None, None] * row[..., :, None] * row[..., None, :]
        left = np.concatenate([rest, taken], axis=-3)
    return np.asarray(left[..., 0, 0])


def johnson(correlations: "Array") -> "Array":
    """Johnson (2000): R = V D Vᵀ, L = V D^½ Vᵀ, b = L⁻¹ r, ε = (L∘L)(b∘b); they add up to R²."""
    import numpy as np

    inner, with_outcome = correlations[..., :-1, :-1], correlations[..., :-1, -1]
    values, vectors = np.linalg.eigh(inner)
    root = np.sqrt(np.maximum(values, NOTHING_LEFT))
    half = (vectors * root[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    beta = np.linalg.solve(half, with_outcome[..., None])[..., 0]
    return np.asarray(((half**2) @ (beta**2)[..., None])[..., 0])


def betas(correlations: "Array") -> "Array":
    """Standardised coefficients of the regression on all predictors."""
    import numpy as np

    return np.asarray(np.linalg.solve(correlations[..., :-1, :-1], correlations[..., :-1, -1, None])[..., 0])


def variance_inflation(correlations: "Array") -> "Array":
    """VIF of each predictor: the diagonal of the inverse of the predictors' correlations."""
    import numpy as np

    return np.asarray(np.diagonal(np.linalg.inv(correlations[..., :-1, :-1]), axis1=-2, axis2=-1))


def explained_by_all(correlations: "Array") -> "Array":
    """R² of all predictors together."""
    import numpy as np

    return np.asarray((betas(correlations) * correlations[..., :-1, -1]).sum(axis=-1))
