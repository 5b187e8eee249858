"""LMG and Johnson's weights: published values, values by hand, and Shapley's definition written out."""

from itertools import permutations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.outliers_influence import variance_inflation_factor

from journeymapper.analysis.drivers.correlations import correlations
from journeymapper.analysis.drivers.relative_weights import betas, explained_by_all, johnson, lmg, variance_inflation
from tests.analysis.drivers.published import MTCARS, SWISS, rows_of

SWISS_LMG = [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265]
SWISS_JOHNSON = [0.048416895812, 0.154708249806, 0.271964104646, 0.114680029948, 0.116965721381]
SWISS_BETA = [-0.312921282500, -0.164778222539, -0.670400780106, 0.347600028144, 0.251135976299]
SWISS_VIF = [2.28413, 3.67542, 2.77494, 1.93716, 1.10754]
MTCARS_LMG = [0.2470520332352, 0.2434995947956, 0.2109128995443, 0.0777251114079]
MTCARS_JOHNSON = [0.228479725928, 0.222146870540, 0.232174439299, 0.096388603215]


def outcome_last(text: str) -> np.ndarray:
    return np.roll(np.array(rows_of(text)), -1, axis=1)


def of_data(values: np.ndarray) -> np.ndarray:
    return correlations(values, np.ones(len(values)))


def test_swiss() -> None:
    found = of_data(outcome_last(SWISS))
    assert lmg(found) == pytest.approx(SWISS_LMG, abs=1e-10)
    assert johnson(found) == pytest.approx(SWISS_JOHNSON, abs=1e-10)
    assert betas(found) == pytest.approx(SWISS_BETA, abs=1e-10)
    assert variance_inflation(found) == pytest.approx(SWISS_VIF, abs=1e-5)
    assert explained_by_all(found) == pytest.approx(0.706735001593, abs=1e-12)


def test_mtcars() -> None:
    found = of_data(outcome_last(MTCARS))
    assert lmg(found) == pytest.approx(MTCARS_LMG, abs=1e-10)
    assert johnson(found) == pytest.approx(MTCARS_JOHNSON, abs=1e-10)
    assert explained_by_all(found) == pytest.approx(0.779189638983, abs=1e-12)


def test_by_hand() -> None:
    two = np.array([[1, 0.5, 0.6], [0.5, 1, 0.4], [0.6, 0.4, 1]])
    for weigh in (lmg, johnson):
        assert weigh(two) == pytest.approx([0.286667, 0.086667], abs=1e-6)
    three = np.eye(4)
    three[:3, 3] = three[3, :3] = (0.5, 0.3, 0.1)
    assert lmg(three) == pytest.approx([0.25, 0.09, 0.01])
    assert johnson(three) == pytest.approx([0.25, 0.09, 0.01])


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_lmg_is_the_mean_gain_over_all_orders(seed: int, count: int) -> None:
    values = np.random.default_rng(seed).normal(size=(40, count + 1)) @ np.random.default_rng(seed + 1).normal(
        size=(count + 1, count + 1)
    )
    found = lmg(of_data(values))
    gains = np.zeros(count)
    orders = list(permutations(range(count)))
    for order in orders:
        before = 0.0
        for place, driver in enumerate(order):
            model = sm.OLS(values[:, -1], sm.add_constant(values[:, list(order[: place + 1])])).fit()
            gains[driver] += model.rsquared - before
            before = model.rsquared
    assert found == pytest.approx(gains / len(orders), abs=1e-9)


def test_beta_vif_and_r2_are_those_of_statsmodels() -> None:
    values = np.random.default_rng(3).normal(size=(80, 4)) @ np.random.default_rng(4).normal(size=(4, 4))
    standard = (values - values.mean(axis=0)) / values.std(axis=0)
    model = sm.OLS(standard[:, -1], standard[:, :-1]).fit()
    found = of_data(values)
    assert betas(found) == pytest.approx(model.params)
    assert explained_by_all(found) == pytest.approx(
        sm.OLS(values[:, -1], sm.add_constant(values[:, :-1])).fit().rsquared
    )
    design = sm.add_constant(values[:, :-1])
    assert variance_inflation(found) == pytest.approx([variance_inflation_factor(design, k) for k in (1, 2, 3)])


def test_many_matrices_at_once_are_as_one_by_one() -> None:
    rng = np.random.default_rng(5)
    values, weights = rng.normal(size=(30, 4)), rng.integers(0, 4, size=(6, 30)).astype(float)
    stacked = lmg(correlations(values, weights))
    for row, counts in zip(stacked, weights, strict=True):
        repeated = np.repeat(values, counts.astype(int), axis=0)
        assert row == pytest.approx(lmg(of_data(repeated)), abs=1e-9)
        assert row.sum() == pytest.approx(explained_by_all(np.asarray(np.corrcoef(repeated.T))))
