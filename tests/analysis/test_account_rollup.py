"""Each account counts once: against plain arithmetic and scipy's t interval over the accounts."""

from datetime import date
from statistics import fmean

import pytest
from scipy import stats

from journeymapper.analysis.account_rollup import score_accounts
from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally

ANSWERS = {"A": [5.0] * 40, "B": [1.0, 2.0], "C": [3.0], "D": [4.0, 4.0, 2.0], "E": [2.0], "": [1.0] * 9}


def project_of(accounts: dict[str, list[float]]) -> tuple[Project, dict[str, Tally]]:
    metric = parse_metric("csat-mean")
    rows = [(name, answer) for name, answers in accounts.items() for answer in answers]
    tally = Tally(
        answers={"P1": [answer for _, answer in rows]},
        segments={"account": [name for name, _ in rows]},
        waves=["2026"] * len(rows),
        days=[""] * len(rows),
        counts=[1] * len(rows),
        weights=[1.0] * len(rows),
        squares=[1.0] * len(rows),
    )
    account = Account(file="a.csv", sha256="0", read_on=date(2026, 1, 1), rows=len(rows))
    project = Project(
        id="p",
        name="B2B",
        metrics={metric.id: metric},
        points={"P1": MeasurementPoint(id="P1", anchor=Anchor("relationship"), metric=metric.id)},
        point_order=("P1",),
        waves={"2026": Wave(id="2026")},
        wave_order=("2026",),
        result_sets={"r": ResultSet(id="r", account=account, mapping=Mapping(), tally="t", waves=("2026",))},
        result_order=("r",),
    )
    return project, {"t": tally}


def test_an_account_of_forty_weighs_as_one_of_one() -> None:
    score = score_accounts(*project_of(ANSWERS))["P1"]
    means = [fmean(answers) for name, answers in ANSWERS.items() if name]
    low, high = stats.t.interval(0.95, len(means) - 1, fmean(means), stats.sem(means))
    assert score.n == 5
    assert score.value == pytest.approx(fmean(means))
    assert score.low == pytest.approx(low)
    assert score.high == pytest.approx(high)


def test_fewer_accounts_than_the_threshold_are_hidden() -> None:
    few = {name: ANSWERS[name] for name in ("A", "B", "C", "D")}
    score = score_accounts(*project_of(few))["P1"]
    assert (score.hidden, score.value) == ("too few", None)
