"""p against a target: from the tests behind the intervals, checked with scipy and statsmodels."""

from datetime import date

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from journeymapper.analysis.distribution import counted
from journeymapper.analysis.freshness import days_of, last_days, stale, stale_points
from journeymapper.analysis.intervals import nps_and_se
from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.target_tests import judged_together, normal_p, target_p
from journeymapper.model.metric_specs import parse_metric
from tests.analysis.projects import project_with, tally_of, with_results


def test_nps_against_targets_of_the_methods() -> None:
    answers = counted({3: 20, 7: 30, 10: 50})
    assert target_p(parse_metric("nps"), answers, {}, 40) == pytest.approx(0.157439, abs=1e-6)
    assert target_p(parse_metric("nps"), answers, {}, 50) == pytest.approx(0.006650, abs=1e-6)
    assert nps_and_se(20.75, 31.5, 50.75)[0] == pytest.approx(29.126, abs=1e-3)


def test_shares_by_the_score_test() -> None:
    p = target_p(parse_metric("share:yes"), counted({0: 34, 1: 66}), {}, 75)
    assert p == pytest.approx(proportions_ztest(66, 100, 0.75, prop_var=0.75)[1])


def test_means_by_t() -> None:
    answers = [4, 5, 3, 4, 5, 2, 4, 5, 4, 3]
    p = target_p(parse_metric("csat-mean"), counted({x: answers.count(x) for x in set(answers)}), {}, 4.2)
    assert p == pytest.approx(stats.ttest_1samp(answers, 4.2).pvalue)


@pytest.mark.parametrize(("metric", "level"), [("median:30..0", 0.5), ("p90:60..0", 0.9)])
def test_quantiles_by_the_binomial_test(metric: str, level: float) -> None:
    values = list(range(1, 61))
    p = target_p(parse_metric(metric), counted(dict.fromkeys(values, 1)), {}, 42.5)
    tails = stats.binom(60, level)
    assert p == pytest.approx(min(1, 2 * min(tails.sf(41), tails.cdf(42))))


@pytest.mark.parametrize("spec", ["nps", "share:yes", "csat-mean", "csat", "stars", "mean:0..10"])
def test_the_interval_and_the_test_agree(spec: str) -> None:
    rng, metric = np.random.default_rng(17), parse_metric(spec)
    top = 10 if spec in ("nps", "mean:0..10") else 1 if spec == "share:yes" else 5
    for _ in range(60):
        values = rng.integers(0 if top != 5 else 1, top + 1, size=int(rng.integers(8, 90))).astype(float).tolist()
        target = float(
            rng.uniform(-40, 40)
            if spec == "nps"
            else rng.uniform(20, 80)
            if spec in ("share:yes", "csat")
            else rng.uniform(2, 4)
        )
        project, tallies = with_results(project_with({"P1": spec}, {"P1": target}), tally_of({"P1": values}))
        score = score_points(project, tallies)["P1"]
        if score.p is not None:
            assert (score.verdict in ("better", "worse")) == (score.p < 0.05), (values, target)
    assert metric


def test_certain_is_after_benjamini_and_hochberg_over_all_that_is_shown() -> None:
    rng = np.random.default_rng(3)
    points = {f"P{k}": "mean:0..10" for k in range(1, 21)}
    answers = {point: rng.normal(5 + 0.045 * k, 1, size=40).tolist() for k, point in enumerate(points)}
    project, tallies = with_results(project_with(points, dict.fromkeys(points, 5.0)), tally_of(answers))
    scores = list(score_points(project, tallies).values())
    wanted = multipletests([score.p or 0 for score in scores], 0.05, "fdr_bh")
    assert [score.certain for score in scores] == wanted[0].tolist()
    assert [score.adjusted_p for score in scores] == pytest.approx(wanted[1].tolist())
    assert sum(score.verdict == "better" for score in scores) > sum(bool(score.certain) for score in scores)
    alone = judged_together(score for score in scores if score.point == "P20")
    assert alone[0].certain is True


def test_what_is_not_shown_or_has_no_target_is_not_certain_of_anything() -> None:
    project = project_with({"P1": "nps", "P2": "nps"}, {"P1": 40})
    project, tallies = with_results(project, tally_of({"P1": [9.0, 3.0, 10.0], "P2": [None, None, 9.0]}))
    assert [score.certain for score in score_points(project, tallies).values()] == [None, None]


def test_normal_p() -> None:
    assert normal_p(1.959963984540054) == pytest.approx(0.05)


def test_stale_is_older_than_two_rhythms() -> None:
    today = date(2026, 11, 22)
    assert stale(date(2026, 9, 1), "monthly", today)
    assert not stale(date(2026, 10, 1), "kuukausittain", today)
    assert not stale(None, "weekly", today)
    assert [days_of(word) for word in ("Weekly", "viikoittain", "neljännesvuosittain", "puolivuosittain", "")] == [
        7,
        7,
        92,
        184,
        366,
    ]


def test_the_last_day_is_that_of_the_answers_else_of_the_wave() -> None:
    project = project_with({"P1": "nps", "P2": "nps"})
    tally = tally_of({"P1": [9.0, 8.0], "P2": [None, 7.0]}, days=["2025-03-01", ""])
    project, tallies = with_results(project, tally)
    assert last_days(project, tallies) == {"P1": date(2026, 1, 1), "P2": date(2026, 1, 1)}
    assert stale_points(project, tallies, date(2029, 1, 1)) == {"P1", "P2"}
    assert stale_points(project, tallies, date(2027, 1, 1)) == set()
