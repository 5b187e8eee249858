"""Differences by the right test, against scipy and statsmodels; charts; before and after an action."""

from datetime import date, timedelta

import msgspec
import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from journeymapper.analysis.change.action_effect import differences_compared, effect_of_action
from journeymapper.analysis.change.chart import control_chart
from journeymapper.analysis.change.difference import difference
from journeymapper.analysis.change.judging import judge
from journeymapper.analysis.change.segments import compare_segments
from journeymapper.analysis.change.waves import compare_waves
from journeymapper.analysis.distribution import of_answers
from journeymapper.analysis.material import Material
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.sources import Wave
from journeymapper.model.tally import Tally
from tests.analysis.projects import project_with, tally_of, with_results


def material_of(values: list[float], weights: list[float] | None = None) -> Material:
    return Material(("results",), None, {"": of_answers(values, weights)}, {})


def test_shares_by_newcombe_and_the_pooled_z() -> None:
    found = difference(
        parse_metric("share:yes"), material_of([1.0] * 48 + [0.0] * 32), material_of([1.0] * 56 + [0.0] * 14)
    )
    assert (found.low, found.high) == pytest.approx((5.2431, 33.3873), abs=1e-4)
    oracle = confint_proportions_2indep(56, 70, 48, 80, method="newcomb")
    assert (found.low, found.high) == pytest.approx((100 * oracle[0], 100 * oracle[1]))
    assert (found.difference, found.p) == pytest.approx((20, proportions_ztest([56, 48], [70, 80])[1]))
    assert found.test == "Newcombe"


def test_means_by_welch() -> None:
    y, w = [4, 5, 3, 4, 5, 2, 4, 5, 4, 3], [3, 4, 3, 2, 4, 3, 5, 3, 2, 4]
    found = difference(
        parse_metric("csat-mean"), material_of([float(x) for x in w]), material_of([float(x) for x in y])
    )
    oracle = stats.ttest_ind(y, w, equal_var=False)
    limits = oracle.confidence_interval()
    assert (found.p, found.low, found.high) == pytest.approx((oracle.pvalue, limits.low, limits.high))
    assert (found.low, found.high) == pytest.approx((-0.313234, 1.513234), abs=1e-6)


def panel(seed: int, n: int) -> tuple[list[float], list[float]]:
    rng = np.random.default_rng(seed)
    before = rng.integers(4, 11, size=n)
    return before.astype(float).tolist(), np.clip(before + rng.integers(-1, 3, size=n), 0, 10).astype(float).tolist()


def keyed(wave: str, keys: list[str], values: list[float]) -> Tally:
    tally = tally_of({"P1": values}, wave)
    return msgspec.structs.replace(tally, respondents=keys)


def test_the_same_respondents_are_compared_in_pairs() -> None:
    before, after = panel(1, 40)
    metric = parse_metric("nps")
    pairs = {str(k): pair for k, pair in enumerate(zip(before, after, strict=True))}
    found = difference(metric, material_of(before), material_of(after), pairs)

    def code(x: float) -> int:
        return 1 if x >= 9 else 0 if x >= 7 else -1

    oracle = stats.ttest_rel([code(x) for x in after], [code(x) for x in before])
    limits = oracle.confidence_interval()
    assert (found.test, found.pairs) == ("paired", 40)
    assert (found.p, found.low, found.high) == pytest.approx((oracle.pvalue, 100 * limits.low, 100 * limits.high))


def test_overlapping_samples_lie_between_paired_and_independent() -> None:
    before, after = panel(2, 60)
    metric = parse_metric("mean:0..10")
    pairs = {str(k): pair for k, pair in enumerate(zip(before, after, strict=True))}
    some = difference(metric, material_of(before), material_of(after), {key: pairs[key] for key in list(pairs)[:30]})
    whole, none = (difference(metric, material_of(before), material_of(after), p) for p in (pairs, {}))
    covariance = np.cov(before[:30], after[:30])[0, 1]
    variance = np.var(before, ddof=1) / 60 + np.var(after, ddof=1) / 60 - 2 * 30 * covariance / 60**2
    assert some.test == "overlapping"
    assert some.se == pytest.approx(np.sqrt(variance))
    assert (whole.se or 0) < (some.se or 0) < (none.se or 0)


def test_medians_are_compared_by_a_seeded_bootstrap() -> None:
    rng = np.random.default_rng(4)
    first, second = rng.exponential(10, 80).tolist(), rng.exponential(22, 80).tolist()
    metric = parse_metric("median:60..0")
    found = difference(metric, material_of(first), material_of(second))
    assert found == difference(metric, material_of(first), material_of(second))
    assert found.difference == pytest.approx(np.median(second) - np.median(first))
    assert (found.low or 0) > 0
    assert (found.p or 1) < 0.05


def test_without_spread_there_is_no_test() -> None:
    found = difference(parse_metric("csat-mean"), material_of([4.0] * 9), material_of([5.0] * 9))
    assert (found.difference, found.p, found.note) == (1, None, "all answers are alike, so their spread is not known")


def test_only_what_survives_all_comparisons_shown_really_moved() -> None:
    first, second = material_of([1.0] * 50 + [0.0] * 50), material_of([1.0] * 64 + [0.0] * 36)
    one = difference(parse_metric("share:yes"), first, second)
    still = difference(parse_metric("share:yes"), first, material_of([1.0] * 51 + [0.0] * 49))
    assert judge([one], [False])[0].verdict == "better"
    assert judge([one], [True])[0].verdict == "worse"
    assert judge([one, *[still] * 9], [False] * 10)[0].verdict == "seems better"
    assert judge([None], [False])[0].verdict == "hidden"


def test_waves_with_keys_are_paired_and_small_ones_hidden() -> None:
    before, after = panel(3, 20)
    keys = [f"k{n}" for n in range(20)]
    project, tallies = with_results(
        project_with({"P1": "nps"}), keyed("2025", keys, before), keyed("2026", keys, after)
    )
    (change,) = compare_waves(project, tallies, "2025", "2026")
    assert (change.test, change.pairs, change.before.n) == ("paired", 20, 20)
    project, tallies = with_results(
        project_with({"P1": "nps"}), tally_of({"P1": before}, "2025"), tally_of({"P1": after[:3]}, "2026")
    )
    (change,) = compare_waves(project, tallies, "2025", "2026")
    assert (change.verdict, change.difference, change.after.n) == ("hidden", None, None)


def test_segments_too_small_are_hidden_with_their_siblings() -> None:
    values = [9.0] * 10 + [3.0, 7.0] * 5 + [5.0] * 3
    segments = ["a"] * 10 + ["b"] * 10 + ["c"] * 3
    project, tallies = with_results(project_with({"P1": "nps"}), tally_of({"P1": values}, segments={"area": segments}))
    changes = compare_segments(project, tallies, "area", ["2026"])
    assert {change.verdict for change in changes} == {"hidden"}


def test_control_limits_of_the_methods() -> None:
    rng = np.random.default_rng(5)
    values = {
        wave: rng.choice([3.0, 7.0, 10.0], p=[0.25, 0.3, 0.45], size=100).tolist() for wave in ("1", "2", "3", "4")
    }
    values["4"] = [3.0] * 60 + [10.0] * 40
    project, tallies = with_results(project_with({"P1": "nps"}), *(tally_of({"P1": v}, w) for w, v in values.items()))
    chart = control_chart(project, tallies, project.points["P1"])
    codes = {w: np.array([1 if x >= 9 else 0 if x >= 7 else -1 for x in v]) for w, v in values.items()}
    mean = 100 * np.mean([c.mean() for c in codes.values()])
    half = 300 * np.sqrt(np.mean([c.var() for c in codes.values()]) / 100)
    assert chart.mean == pytest.approx(mean)
    assert (chart.readings[0].low, chart.readings[0].high) == pytest.approx((mean - half, mean + half))
    assert [reading.outside for reading in chart.readings] == [False, False, False, True]


def test_months_of_dated_answers() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (1, 2, 4) for day in range(1, 9)]
    project, tallies = with_results(project_with({"P1": "share:yes"}), tally_of({"P1": [1.0, 0.0] * 12}, days=days))
    chart = control_chart(project, tallies, project.points["P1"], "month")
    assert [(r.period, r.n, r.value) for r in chart.readings] == [
        ("2026-01", 8, 50),
        ("2026-02", 8, 50),
        ("2026-04", 8, 50),
    ]
    assert [r.period for r in control_chart(project, tallies, project.points["P1"], "quarter").readings] == [
        "2026-Q1",
        "2026-Q2",
    ]


def test_difference_in_differences_is_that_of_a_regression_with_interaction() -> None:
    import statsmodels.api as sm

    rng = np.random.default_rng(6)
    groups = [rng.normal(mean, 1, size=40) for mean in (5, 7, 5, 5.5)]
    found = differences_compared(
        [of_answers(g.tolist()) for g in groups[:2]], [of_answers(g.tolist()) for g in groups[2:]]
    )
    y = np.concatenate(groups)
    treated, after = np.repeat([1, 1, 0, 0], 40), np.repeat([0, 1, 0, 1], 40)
    model = sm.OLS(y, np.column_stack([np.ones(160), treated, after, treated * after])).fit()
    assert found.difference == pytest.approx(model.params[3])
    assert found.se == pytest.approx(model.bse[3], rel=0.02)


def test_an_action_shows_after_its_delay_and_against_those_where_nothing_was_done() -> None:
    begin, rng = date(2026, 1, 1), np.random.default_rng(8)
    days, values, areas = [], [], []
    for n in range(120):
        for area in ("north", "south"):
            lifted = 1.5 if area == "north" and n >= 70 else 0.0
            days.append((begin + timedelta(days=n)).isoformat())
            values.append(round(float(rng.normal(5 + lifted, 1)), 1))
            areas.append(area)
    project, tallies = with_results(
        project_with({"P1": "mean:0..10"}), tally_of({"P1": values}, days=days, segments={"area": areas})
    )
    point, done = project.points["P1"], begin + timedelta(days=60)
    effect = effect_of_action(
        project, tallies, point, done, delay_days=10, where=("area", ["north"]), against=("area", ["south"])
    )
    assert (effect.n_before, effect.n_after, effect.compared, effect.verdict) == (60, 50, True, "better")
    assert effect.difference == pytest.approx(1.5, abs=0.5)
    alone = effect_of_action(project, tallies, point, done)
    assert "other causes" in alone.note.english()
    early = effect_of_action(project, tallies, point, begin)
    assert (early.verdict, early.difference) == ("no test", None)


def test_rolling_windows_that_share_answers_are_no_independent_samples() -> None:
    rng = np.random.default_rng(12)
    months = {f"2026-0{k}": rng.normal(5, 1, 40).round(1).tolist() for k in range(1, 5)}
    project, tallies = with_results(
        project_with({"P1": "mean:0..10"}), *(tally_of({"P1": values}, month) for month, values in months.items())
    )
    first, second = ("2026-01", "2026-02", "2026-03"), ("2026-02", "2026-03", "2026-04")
    waves = {**project.waves, "a": Wave(id="a", parts=first), "b": Wave(id="b", parts=second)}
    project = msgspec.structs.replace(project, waves=waves, wave_order=(*project.wave_order, "a", "b"))
    (change,) = compare_waves(project, tallies, "a", "b")
    early, late = (np.concatenate([months[month] for month in window]) for window in (first, second))
    shared = np.concatenate([months["2026-02"], months["2026-03"]])
    covariance = shared.var(ddof=1)
    variance = early.var(ddof=1) / 120 + late.var(ddof=1) / 120 - 2 * 80 * covariance / 120**2
    assert (change.test, change.pairs, change.before.n) == ("overlapping", 80, 120)
    assert change.high is not None
    assert change.low is not None
    assert (change.high - change.low) / (2 * 1.959963984540054) == pytest.approx(np.sqrt(variance))
    assert [r.period for r in control_chart(project, tallies, project.points["P1"]).readings] == list(months)
