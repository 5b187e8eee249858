"""The SFO customer surveys, against the reference numbers that were computed outside this program."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results

TODAY = date(2026, 11, 22)


def nps(tally: Tally, point: str) -> tuple[int, float]:
    """n and NPS by plain arithmetic from the tally's weights."""
    rows = [
        (answer, count, weight)
        for answer, count, weight in zip(tally.answers[point], tally.counts, tally.weights, strict=True)
        if answer is not None
    ]
    net = sum(weight * ((answer >= 9) - (answer <= 6)) for answer, _, weight in rows)
    return sum(count for _, count, _ in rows), 100 * net / sum(weight for *_, weight in rows)


def moments(tally: Tally, point: str) -> tuple[int, float, float]:
    """n, mean and the share of 4 and 5."""
    rows = [(a, c) for a, c in zip(tally.answers[point], tally.counts, strict=True) if a is not None]
    n = sum(count for _, count in rows)
    return n, sum(a * c for a, c in rows) / n, sum(c for a, c in rows if a >= 4) / n


@pytest.mark.parametrize(("weight", "expected"), [("", 39.839766933721776), ("WEIGHT", 40.3984)])
def test_nps_of_2017(data: Path, project: Callable[..., Project], weight: str, expected: float) -> None:
    mapping = Mapping(columns=(ColumnUse(column="NETPRO", point="P1", missing=("11",)),), weight=weight, wave="2017")
    imported = read_results(
        data / "surveys" / "2017_SFO_Customer_Survey_20250817.csv", mapping, project("nps"), today=TODAY
    )
    n, value = nps(imported.tally, "P1")
    assert n == 2746
    assert value == pytest.approx(expected, abs=5e-5)
    account = imported.result_set.account
    assert (account.rows, account.used) == (2831, {"P1": 2746})
    assert {(unused.reason, unused.count) for unused in account.unused} == {("missing code", 84), ("blank", 1)}


@pytest.mark.parametrize(
    ("year", "column", "n", "mean", "share"),
    [
        (2011, "Q8N", 3694, 3.9459, 0.7539),
        (2013, "Q7O_WHOLE", 3334, 3.9820, 0.7927),
        (2015, "Q7ALL", 2810, 4.0480, 0.8000),
        (2017, "Q7ALL", 2688, 4.0644, 0.8207),
    ],
)
def test_the_airport_as_a_whole(
    data: Path, project: Callable[..., Project], year: int, column: str, n: int, mean: float, share: float
) -> None:
    mapping = Mapping(columns=(ColumnUse(column=column, point="P1"),), wave=str(year))
    file = data / "surveys" / f"{year}_SFO_Customer_Survey_20250817.csv"
    imported = read_results(file, mapping, project("csat-mean"), today=TODAY)
    found = moments(imported.tally, "P1")
    assert found[0] == n
    assert found[1:] == pytest.approx((mean, share), abs=5e-5)
    assert imported.waves[0].starts == date(year, 1, 1)
    account = imported.result_set.account
    assert n + sum(unused.count for unused in account.unused) == account.rows
