"""The airport survey of 2017, straight from its file: the figures that the issue and REFERENCE_NUMBERS.md name."""

import csv
from pathlib import Path

import pytest

from journeymapper.analysis.distribution import Distribution, of_answers
from journeymapper.analysis.metrics import box, figure
from journeymapper.model.measurement import Metric

FILE = Path(__file__).parents[3] / "shared" / "data" / "surveys" / "2017_SFO_Customer_Survey_20250817.csv"
NPS = Metric(id="nps", kind="nps", worst=0, best=10)
CSAT = Metric(id="csat", kind="csat", worst=1, best=5)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    if not FILE.exists():
        pytest.skip("the airport survey is not beside the project")
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        return [{key.upper(): value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def answers(rows: list[dict[str, str]], column: str, valid: range, *, weight: str = "") -> Distribution:
    used = [row for row in rows if row[column].isdigit() and int(row[column]) in valid]
    return of_answers([float(row[column]) for row in used], [float(row[weight]) if weight else 1.0 for row in used])


def test_nps(rows: list[dict[str, str]]) -> None:
    found = figure(NPS, answers(rows, "NETPRO", range(11)))
    assert [share.count for share in found.shares] == [342, 2746 - 342 - 1436, 1436]
    assert f"{found.value:.4f}" == "39.8398"


def test_weighted_nps(rows: list[dict[str, str]]) -> None:
    weighted = answers(rows, "NETPRO", range(11), weight="WEIGHT")
    found = figure(NPS, weighted)
    assert f"{found.value:.4f}" == "40.3984"
    assert found.interval.low is not None
    assert found.interval.high is not None
    error = 100 * weighted.coded(lambda x: 1.0 if x >= 9 else 0.0 if x >= 7 else -1.0).linearised_se
    assert (found.interval.high - found.interval.low) / 2 == pytest.approx(1.96 * error, rel=0.002)


def test_satisfaction_with_the_airport_as_a_whole(rows: list[dict[str, str]]) -> None:
    whole = answers(rows, "Q7ALL", range(1, 6))
    assert (whole.n, f"{whole.mean:.4f}", f"{box(CSAT, whole, best=2) / 100:.4f}") == (2688, "4.0644", "0.8207")
