"""Drivers of a project's points: rows kept together, refusals and warnings, seeded intervals, early signals."""

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest
from scipy import stats

from journeymapper.analysis.drivers.answers import Together
from journeymapper.analysis.drivers.bootstrap import Stopped, resample
from journeymapper.analysis.drivers.relative_weights import lmg
from journeymapper.analysis.drivers.report import find_drivers
from journeymapper.analysis.drivers.signals import early_signals
from journeymapper.model.messages import Refusal
from journeymapper.model.tally import Reported, Tally
from tests.analysis.drivers.published import SWISS, rows_of
from tests.analysis.projects import project_with, tally_of, with_results

Columns = dict[str, Sequence[float | None]]


def columns_of(values: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> Columns:
    return {f"P{k + 1}": values[:, k].tolist() for k in range(values.shape[1])}


def answers(n: int, drivers: int, seed: int = 1) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """n rows: the outcome P1 from drivers P2 … of falling weight, and noise."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, drivers))
    y = x @ np.linspace(1, 0.2, drivers) + rng.normal(size=n)
    return np.column_stack([y, x])


def report_of(columns: Columns, **how: object):  # type: ignore[no-untyped-def]
    project = project_with(dict.fromkeys(columns, "mean:0..100"))
    project, tallies = with_results(project, tally_of(columns))
    return find_drivers(project, tallies, "P1", **{"draws": 0, **how})  # type: ignore[arg-type]


def test_swiss_through_a_project() -> None:
    report = report_of(columns_of(np.array(rows_of(SWISS))))
    by_point = {each.point: each for each in report.drivers}
    assert (report.n, report.lost, report.indicative) == (47, 0, True)
    assert report.r2 == pytest.approx(0.706735001593, abs=1e-10)
    assert report.adjusted_r2 == pytest.approx(0.670970977397, abs=1e-10)
    assert by_point["P4"].lmg == pytest.approx(0.2601346786244, abs=1e-10)
    assert by_point["P4"].share == pytest.approx(0.3680795178364, abs=1e-10)
    assert by_point["P2"].r ** 2 == pytest.approx(0.124664909906, abs=1e-10)
    assert report.drivers[0].point == "P4"
    assert report.drivers[0].touchpoint == "Touchpoint P4"


def test_only_complete_rows_count_and_the_lost_are_told() -> None:
    values = answers(120, 3)
    columns = columns_of(values)
    holed = {**columns, "P2": [None if k < 20 else v for k, v in enumerate(columns["P2"])]}
    report = report_of(holed)
    assert (report.n, report.lost) == (100, 20)
    assert report.r2 == pytest.approx(report_of(columns_of(values[20:])).r2)
    assert any("20 answers were left out" in message.english() for message in report.warnings)


def test_counts_and_weights_are_as_repeated_rows() -> None:
    values = answers(60, 2)
    counts = np.random.default_rng(2).integers(1, 5, size=60)
    project = project_with(dict.fromkeys(("P1", "P2", "P3"), "mean:0..100"))
    counted = tally_of(columns_of(values), counts=counts.tolist())
    found = find_drivers(*with_results(project, counted), "P1", draws=0)
    repeated = report_of(columns_of(np.repeat(values, counts, axis=0)))
    assert found.n == repeated.n == counts.sum()
    assert [each.lmg for each in found.drivers] == pytest.approx([each.lmg for each in repeated.drivers])


def test_too_few_answers_are_refused_in_words() -> None:
    with pytest.raises(
        Refusal, match=r"Only 20 answered P1 and all 3 possible drivers; 30 are needed.*P2 Touchpoint P2"
    ):
        report_of(columns_of(answers(20, 3)))


def test_what_does_not_vary_is_refused_by_name() -> None:
    values = answers(60, 3)
    values[:, 2] = 4
    with pytest.raises(Refusal, match=r"alike.*P3 Touchpoint P3"):
        report_of(columns_of(values))


def test_what_says_the_same_is_refused_by_name() -> None:
    values = answers(60, 3)
    values[:, 3] = 2 * values[:, 1] + 1
    with pytest.raises(Refusal, match="cannot be told apart: P2 Touchpoint P2, P4 Touchpoint P4"):
        report_of(columns_of(values))


def test_figures_alone_are_refused() -> None:
    project = project_with({"P1": "csat", "P2": "csat"})
    tally = Tally(reported=[Reported(point="P1", wave="2026", n=400, value=70)])
    with pytest.raises(Refusal, match="Drivers need single answers; of P1 only figures are known"):
        find_drivers(*with_results(project, tally), "P1")


def test_overlap_halo_and_suppression_are_warned_of() -> None:
    rng = np.random.default_rng(7)
    common = rng.normal(size=200)
    x = np.column_stack([common + 0.2 * rng.normal(size=200) for _ in range(3)])
    y = x[:, 0] - 0.5 * x[:, 1] + 0.3 * rng.normal(size=200)
    said = " ".join(message.english() for message in report_of(columns_of(np.column_stack([y, x]))).warnings)
    assert "Take these together" in said
    assert "halo" in said
    assert "do not read these as negative drivers: P3" in said


def test_intervals_are_seeded_and_near_those_of_drawing_single_respondents() -> None:
    values = answers(150, 3)
    columns = columns_of(values)
    report, again = report_of(columns, draws=1000), report_of(columns, draws=1000)
    assert report == again
    rng = np.random.default_rng(11)
    ordered = np.column_stack([values[:, 1:], values[:, 0]])
    drawn = [lmg(np.asarray(np.corrcoef(ordered[rng.integers(0, 150, 150)].T))) for _ in range(1000)]
    limits = np.percentile(drawn, [2.5, 97.5], axis=0)
    shares = np.percentile([each / each.sum() for each in drawn], [2.5, 97.5], axis=0)
    for each in report.drivers:
        place = int(each.point[1:]) - 2
        assert (each.low, each.high) == pytest.approx(tuple(limits[:, place]), abs=0.03)
        assert 0 < (each.low or 0) < (each.lmg or 0) < (each.high or 0)
        assert (each.share_low, each.share_high) == pytest.approx(tuple(shares[:, place]), abs=0.04)
        assert 0 < (each.share_low or 0) < each.share < (each.share_high or 0) <= 1


def test_a_driver_of_noise_does_not_beat_chance() -> None:
    values = answers(200, 2)
    noise = np.random.default_rng(9).normal(size=200)
    report = report_of(columns_of(np.column_stack([values, noise])), draws=400)
    beats = {each.point: each.beats_chance for each in report.drivers}
    assert (beats["P2"], beats["P4"]) == (True, False)


def test_progress_is_told_and_can_stop_it() -> None:
    told: list[float] = []
    report_of(columns_of(answers(100, 2)), draws=200, progress=told.append)
    assert told[-1] == 1

    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        report_of(columns_of(answers(100, 2)), draws=200, progress=stop)


def test_more_than_fifteen_drivers_have_johnson_s_weights() -> None:
    report = report_of(columns_of(answers(400, 16)), draws=20)
    assert all(each.lmg is None for each in report.drivers)
    assert sum(each.johnson for each in report.drivers) == pytest.approx(report.r2)
    assert any("stand in for LMG" in message.english() for message in report.warnings)


def test_fifteen_drivers_are_exact() -> None:
    report = report_of(columns_of(answers(300, 15)), draws=5)
    assert sum(each.lmg or 0 for each in report.drivers) == pytest.approx(report.r2)


def test_early_signals_have_their_own_n_and_fisher_limits() -> None:
    values = answers(80, 2, seed=4)
    columns = columns_of(values[:, [1, 2, 0]])
    columns = {**columns, "P1": [None if k < 10 else v for k, v in enumerate(columns["P1"])]}
    project = project_with(dict.fromkeys(columns, "mean:0..100"))
    signals = early_signals(*with_results(project, tally_of(columns)), "P3")
    assert [(each.point, each.n) for each in signals] == [("P1", 70), ("P2", 80)]
    for each, x in zip(signals, (values[10:, 1], values[:, 2]), strict=True):
        oracle = stats.pearsonr(x, values[80 - each.n :, 0])
        assert (each.r, each.p) == pytest.approx((oracle.statistic, oracle.pvalue))
        assert (each.low, each.high) == pytest.approx(tuple(oracle.confidence_interval()))
    assert early_signals(*with_results(project, tally_of(columns)), "P1") == []


def test_resampling_weights_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    values = answers(80, 2)
    one = Together(
        outcome="P1", points=("P2", "P3"), wave="", values=values[:, [1, 2, 0]], counts=np.ones(80), weights=np.ones(80)
    )
    heavy = Together(
        outcome="P1",
        points=("P2", "P3"),
        wave="",
        values=values[:, [1, 2, 0]],
        counts=np.ones(80),
        weights=np.full(80, 3.0),
    )
    assert resample(one, draws=50).low == pytest.approx(resample(heavy, draws=50).low)


def test_answers_of_one_person_in_two_files_are_one_row() -> None:
    values = answers(60, 2)
    columns = columns_of(values)
    keys = [f"k{n}" for n in range(60)]
    first = msgspec.structs.replace(tally_of({"P1": columns["P1"]}), respondents=keys)
    turned = {point: list(reversed(columns[point])) for point in ("P2", "P3")}
    second = msgspec.structs.replace(tally_of(turned), respondents=list(reversed(keys)))
    project = project_with(dict.fromkeys(columns, "mean:0..100"))
    found = find_drivers(*with_results(project, first, second), "P1", draws=0)
    assert found.n == 60
    assert found.r2 == pytest.approx(report_of(columns).r2)
