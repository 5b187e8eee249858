"""Quantiles of our own against scipy's."""

import numpy as np
import pytest
from scipy.special import bdtr, stdtrit

from journeymapper.analysis.quantiles import binomial_ranks, t_975

FREEDOMS = [0.3, 1, 1.0000001, 1.5, 2, 3, 4.25, 7, 9.99, 29, 30, 57.3, 110, 399.999, 400, 1000, 12_345.6, 1e6, 1e12]


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_the_t_quantile_is_scipy_s(freedom: float) -> None:
    assert t_975(freedom) == pytest.approx(float(stdtrit(freedom, 0.975)), rel=1e-11)


@pytest.mark.parametrize("p", [0.5, 0.9, 0.1, 0.25])
def test_the_ranks_are_those_of_scipy_s_binomial(p: float) -> None:
    for n in (*range(130), 500, 1234, 20_001):
        shares = bdtr(np.arange(n), n, p)
        assert binomial_ranks(n, p) == (int((shares <= 0.025).sum()), int((shares < 0.975).sum()))
