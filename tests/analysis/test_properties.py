"""Outside oracles (scipy, statsmodels, numpy) and properties that hold for all data."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from journeymapper.analysis import intervals, metrics, tests_of_change
from journeymapper.analysis.distribution import Distribution, of_answers
from journeymapper.analysis.marginals import marginals
from journeymapper.analysis.normalise import score100
from journeymapper.analysis.suppression import hidden_cells
from journeymapper.analysis.verdicts import verdict
from journeymapper.model.measurement import Metric, MetricKind
from journeymapper.model.tally import Tally

ANSWERS = st.lists(st.integers(0, 10), min_size=2, max_size=60)
FLOATS = st.lists(st.floats(-1e4, 1e4).map(lambda x: round(x, 3)), min_size=2, max_size=60)
WEIGHTS = st.floats(0.1, 5).map(lambda x: round(x, 3))
SCALES: list[tuple[MetricKind, float, float]] = [
    ("nps", 0, 10),
    ("csat", 0, 10),
    ("csat-mean", 0, 10),
    ("mean", 10, 0),
    ("smiley", 0, 10),
    ("median", 30, 0),
    ("p90", 30, 0),
]
KINDS = {kind: Metric(id=kind, kind=kind, worst=worst, best=best) for kind, worst, best in SCALES}


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_is_statsmodels(k: int, n: int) -> None:
    k = min(k, n)
    expected = proportion_confint(k, n, method="wilson")
    assert intervals.wilson(k / n, n) == pytest.approx(expected, abs=1e-12)


@given(st.integers(0, 80), st.integers(1, 80), st.integers(0, 80), st.integers(1, 80))
def test_newcombe_is_statsmodels(k_1: int, n_1: int, k_2: int, n_2: int) -> None:
    k_1, k_2 = min(k_1, n_1), min(k_2, n_2)
    expected = confint_proportions_2indep(k_1, n_1, k_2, n_2, method="newcomb")
    assert intervals.newcombe(k_1 / n_1, n_1, k_2 / n_2, n_2) == pytest.approx(expected, abs=1e-9)


@given(FLOATS)
def test_t_is_scipy(answers: list[float]) -> None:
    found = intervals.t_mean(of_answers(answers))
    if found.low is None:
        assert np.ptp(answers) < 1e-6
        return
    expected = stats.t.interval(0.95, len(answers) - 1, np.mean(answers), stats.sem(answers))
    assert (found.low, found.high) == pytest.approx(expected, rel=1e-7, abs=1e-7)


@given(ANSWERS, ANSWERS)
def test_welch_is_scipy(before: list[int], after: list[int]) -> None:
    if 1 in (len(set(before)), len(set(after))):
        return
    found = tests_of_change.mean_change(of_answers(before), of_answers(after))
    expected = stats.ttest_ind(after, before, equal_var=False)
    limits = expected.confidence_interval()
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9, abs=1e-12)
    assert (found.low, found.high) == pytest.approx((limits.low, limits.high), rel=1e-9, abs=1e-9)


@given(st.lists(st.tuples(st.sampled_from([-1, 0, 1]), st.sampled_from([-1, 0, 1])), min_size=3, max_size=40))
def test_paired_t_is_scipy(pairs: list[tuple[int, int]]) -> None:
    before, after = [first for first, _ in pairs], [second for _, second in pairs]
    if len({b - a for a, b in pairs}) == 1:
        return
    found = tests_of_change.paired_change(before, after)
    expected = stats.ttest_rel(after, before)
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9, abs=1e-12)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_benjamini_hochberg_is_statsmodels(p_values: list[float]) -> None:
    expected = multipletests(p_values, method="fdr_bh")[1]
    assert tests_of_change.adjusted_p(p_values) == pytest.approx(list(expected))


@given(st.lists(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=1, max_size=9), min_size=8, max_size=20))
def test_smiley_limits_are_t_on_the_means_of_days(days: list[list[int]]) -> None:
    metric = Metric(id="smiley", kind="smiley", worst=1, best=4)
    by_day = {f"2026-05-{place:02}": of_answers(day) for place, day in enumerate(days, 1)}
    found = metrics.figure(metric, of_answers([answer for day in days for answer in day]), by_day).interval
    means = [100 * (np.mean(day) - 1) / 3 for day in days]
    if found.low is None:
        assert np.ptp(means) < 1e-6
        return
    expected = stats.t.interval(0.95, len(days) - 1, np.mean(means), stats.sem(means))
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-6)


@given(FLOATS, st.sampled_from([0.1, 0.5, 0.9]))
def test_quantiles_are_numpys(answers: list[float], p: float) -> None:
    assert of_answers(answers).quantile(p) == pytest.approx(np.quantile(answers, p), abs=1e-6)


@given(st.integers(1, 300), st.sampled_from([0.5, 0.9]))
def test_quantile_ranks_cover_95_percent_and_no_closer_rank_does(n: int, p: float) -> None:
    low, high = intervals.quantile_ranks(n, p)
    if low is not None:
        assert stats.binom.cdf(low - 1, n, p) <= 0.025 < stats.binom.cdf(low, n, p)
    if high is not None:
        assert stats.binom.sf(high - 1, n, p) <= 0.025 + 1e-12 < stats.binom.sf(high - 2, n, p) + 1e-9


@given(st.lists(st.tuples(st.integers(0, 10), WEIGHTS), min_size=2, max_size=40))
def test_linearised_se_is_that_of_a_ratio_of_sums(rows: list[tuple[int, float]]) -> None:
    answers, weights = np.array([x for x, _ in rows], float), np.array([w for _, w in rows])
    found = of_answers(answers.tolist(), weights.tolist())
    mean = np.average(answers, weights=weights)
    assert found.mean == pytest.approx(mean)
    assert found.linearised_se == pytest.approx(sqrt((weights**2 * (answers - mean) ** 2).sum()) / weights.sum())
    assert found.n_eff == pytest.approx(weights.sum() ** 2 / (weights**2).sum())
    assert 0 < found.effective_n() <= len(rows) + 1e-9


@given(ANSWERS, st.sampled_from(sorted(KINDS)))
def test_low_is_never_above_high_and_bounded_figures_stay_within_bounds(answers: list[int], kind: MetricKind) -> None:
    found = metrics.figure(KINDS[kind], of_answers(answers))
    low, high = found.interval.low, found.interval.high
    if low is None or high is None:
        assert found.interval.note
        return
    assert low <= high
    if kind == "nps":
        assert -100 <= low <= high <= 100
    if kind == "csat":
        assert 0 <= low <= found.value + 1e-9 <= high + 2e-9 <= 100 + 2e-9


@given(ANSWERS, st.sampled_from(sorted(KINDS)), st.floats(0.2, 7))
def test_equal_weights_change_nothing(answers: list[int], kind: MetricKind, weight: float) -> None:
    plain = metrics.figure(KINDS[kind], of_answers(answers))
    weighted = metrics.figure(KINDS[kind], of_answers(answers, [weight] * len(answers)))
    assert weighted.value == pytest.approx(plain.value, abs=1e-9)
    assert [s.count for s in weighted.shares] == [s.count for s in plain.shares]
    for mine, other in (
        (weighted.interval.low, plain.interval.low),
        (weighted.interval.high, plain.interval.high),
    ):
        assert mine == (None if other is None else pytest.approx(other, rel=1e-6, abs=1e-6))


@given(ANSWERS)
def test_more_people_narrow_the_interval(answers: list[int]) -> None:
    once = metrics.figure(KINDS["csat"], of_answers(answers)).interval
    doubled = metrics.figure(KINDS["csat"], of_answers(answers * 2)).interval
    assert once.low is not None
    assert once.high is not None
    assert doubled.low is not None
    assert doubled.high is not None
    assert doubled.high - doubled.low < once.high - once.low


@given(st.integers(1, 400), st.data())
def test_wilson_rises_with_the_share(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(0, n - 1))
    below, above = intervals.wilson(k / n, n), intervals.wilson((k + 1) / n, n)
    assert below[0] < above[0] + 1e-12
    assert below[1] < above[1] + 1e-12


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 60))
def test_nps_intervals_mirror(detractors: int, passives: int, promoters: int) -> None:
    for interval in (intervals.adjusted_wald_nps, intervals.score_nps):
        low, high = interval(detractors, passives, promoters)
        mirrored = interval(promoters, passives, detractors)
        assert (-mirrored[1], -mirrored[0]) == pytest.approx((low, high), abs=1e-6)
        assert low <= high


@given(st.floats(-50, 50), st.floats(0, 50), st.floats(-100, 100))
def test_verdict_is_symmetric_under_a_flip_of_direction(value: float, half: float, target: float) -> None:
    higher = verdict(value - half, value + half, target, lower_is_better=False)
    mirrored = verdict(-value - half, -value + half, -target, lower_is_better=True)
    assert higher == mirrored
    flipped = verdict(value - half, value + half, target, lower_is_better=True)
    assert {higher, flipped} in ({"better", "worse"}, {"uncertain"})


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.sampled_from([(0.0, 100.0), (30.0, 0.0), (1.0, 5.0)]))
def test_score100_is_monotone_and_within_0_to_100(first: float, second: float, scale: tuple[float, float]) -> None:
    metric = Metric(id="m", kind="mean", worst=scale[0], best=scale[1])
    (a, clipped), (b, _) = score100(metric, first), score100(metric, second)
    assert 0 <= a <= 100
    assert a in (0, 100) or not clipped
    better_first = first > second if scale[1] > scale[0] else first < second
    assert (a >= b) if better_first else (a <= b)


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 30)), st.integers(0, 8), st.integers(1, 9)
)
def test_the_whole_minus_the_shown_never_leaves_a_few(sizes: dict[str, int], unshown: int, least: int) -> None:
    hidden = hidden_cells(sizes, least, unshown=unshown)
    shown = sum(size for cell, size in sizes.items() if not hidden[cell])
    left = sum(sizes.values()) + unshown - shown
    everything_hidden = all(hidden[cell] for cell, size in sizes.items() if size)
    assert left == 0 or left >= least or everything_hidden
    assert all(hidden[cell] or size == 0 or size >= least for cell, size in sizes.items())


ROWS = st.lists(
    st.tuples(
        st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.5, -3.0, 1e4])),
        st.sampled_from(["2025", "2026"]),
        st.sampled_from(["", "web", "phone"]),
        st.integers(1, 5),
        WEIGHTS,
    ),
    max_size=40,
)


@given(ROWS)
def test_marginals_are_the_sums_of_the_rows(rows: list[tuple[float | None, str, str, int, float]]) -> None:
    tally = Tally(
        answers={"P": [row[0] for row in rows]},
        segments={"channel": [row[2] for row in rows]},
        waves=[row[1] for row in rows],
        counts=[row[3] for row in rows],
        weights=[row[3] * row[4] for row in rows],
        squares=[row[3] * row[4] ** 2 for row in rows],
    )
    found = marginals(tally, "channel", daily=["P"])
    for wave in ("2025", "2026"):
        for value in ("", "web", "phone"):
            here = [row for row in rows if row[0] is not None and row[1:3] == (wave, value)]
            cell = found.cells["P"].get((wave, value), Distribution())
            assert cell == found.days["P"].get((wave, value, ""), Distribution())
            assert cell.n == sum(row[3] for row in here)
            assert cell.weight == pytest.approx(sum(row[3] * row[4] for row in here))
            assert sum(cell.squares) == pytest.approx(sum(row[3] * row[4] ** 2 for row in here))
            assert cell.values == tuple(sorted({row[0] for row in here if row[0] is not None}))
