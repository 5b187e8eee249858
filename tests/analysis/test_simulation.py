"""Simulated answers of known truth: intervals cover, and what is called certain is seldom wrong."""

from collections.abc import Callable

import numpy as np
import pytest

from journeymapper.analysis.change.waves import compare_waves
from journeymapper.analysis.scoring import score_points
from journeymapper.model.measurement import Metric
from journeymapper.model.metric_specs import parse_metric
from tests.analysis.projects import project_with, tally_of, with_results

Rng = np.random.Generator
Draw = Callable[[Rng, int], list[float]]


def nps(rng: Rng, n: int) -> list[float]:
    return list(rng.choice([4.0, 7.0, 9.0], p=[0.2, 0.3, 0.5], size=n))


def share(rng: Rng, n: int) -> list[float]:
    return list((rng.random(n) < 0.7).astype(float))


def grade(rng: Rng, n: int) -> list[float]:
    return list(rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], p=[0.05, 0.1, 0.2, 0.35, 0.3], size=n))


def minutes(rng: Rng, n: int) -> list[float]:
    return list(rng.exponential(10, size=n))


TRUTH: dict[str, tuple[Draw, float]] = {
    "nps": (nps, 30.0),
    "share:yes": (share, 70.0),
    "csat-mean": (grade, 3.75),
    "median:60..0": (minutes, 10 * float(np.log(2))),
}


def covered(spec: str, sets: int, seed: int) -> float:
    """The share of simulated sets, of 20 to 200 answers, whose interval holds the truth."""
    draw, truth = TRUTH[spec]
    rng, hits = np.random.default_rng(seed), 0
    project = project_with({"P1": spec}, {"P1": truth})
    for _ in range(sets):
        answers = [float(x) for x in draw(rng, int(rng.integers(20, 201)))]
        score = score_points(*with_results(project, tally_of({"P1": answers})))["P1"]
        assert score.low is not None
        assert score.high is not None
        hits += score.low <= truth <= score.high
    return hits / sets


@pytest.mark.parametrize("spec", TRUTH)
def test_intervals_cover_the_truth(spec: str) -> None:
    assert covered(spec, 200, seed=11) >= 0.91


@pytest.mark.slow
@pytest.mark.parametrize("spec", TRUTH)
def test_a_thousand_intervals_cover_93_to_97_in_a_hundred(spec: str) -> None:
    upper = 0.985 if spec.startswith("median") else 0.97  # ranks of a median cannot be had at 95 % exactly
    assert 0.93 <= covered(spec, 1000, seed=12) <= upper


def wrong_certain(sets: int, seed: int) -> float:
    """The mean share, over maps of ten points half of which are exactly on target, of wrong ones among the certain."""
    rng, shares = np.random.default_rng(seed), 0.0
    specs = {f"P{k}": spec for k, spec in enumerate((*TRUTH, *TRUTH, "nps", "share:yes"), 1)}
    off = {point: (-12.0 if k % 2 else 0.0) for k, point in enumerate(specs)}
    targets = {point: TRUTH[spec][1] + _moved(parse_metric(spec), off[point]) for point, spec in specs.items()}
    project = project_with(specs, targets)
    for _ in range(sets):
        answers = {point: [float(x) for x in TRUTH[spec][0](rng, 80)] for point, spec in specs.items()}
        scores = score_points(*with_results(project, tally_of(answers))).values()
        certain = [score.point for score in scores if score.certain]
        shares += sum(off[point] == 0 for point in certain) / max(1, len(certain))
    return shares / sets


def _moved(metric: Metric, points: float) -> float:
    return points if metric.kind in ("nps", "share") else points / 20


def test_certain_verdicts_are_seldom_wrong() -> None:
    assert wrong_certain(60, seed=21) <= 0.1


@pytest.mark.slow
def test_of_certain_verdicts_on_a_thousand_maps_at_most_five_in_a_hundred_are_wrong() -> None:
    assert wrong_certain(1000, seed=22) <= 0.05


def false_changes(sets: int, seed: int) -> float:
    """The share of pairs of waves, nothing having changed, in which any of eight points is said to have moved."""
    rng, alarms = np.random.default_rng(seed), 0
    specs = {f"P{k}": spec for k, spec in enumerate(("nps", "share:yes", "csat-mean", "nps") * 2, 1)}
    project = project_with(specs)
    for _ in range(sets):
        waves = [
            tally_of({p: [float(x) for x in TRUTH[s][0](rng, 60)] for p, s in specs.items()}, wave)
            for wave in ("2025", "2026")
        ]
        changes = compare_waves(*with_results(project, *waves), "2025", "2026")
        alarms += any(change.verdict in ("better", "worse") for change in changes)
    return alarms / sets


def test_nothing_moves_where_nothing_has_changed() -> None:
    assert false_changes(60, seed=31) <= 0.1


@pytest.mark.slow
def test_false_alarms_on_a_thousand_maps_are_at_most_about_five_in_a_hundred() -> None:
    assert false_changes(1000, seed=32) <= 0.06
