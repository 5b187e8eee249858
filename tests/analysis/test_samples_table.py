"""The illustrative results of the drainage sample (samples.md B6): values, intervals and verdicts from the counts."""

import pytest

from journeymapper.analysis.distribution import Distribution, counted
from journeymapper.analysis.metrics import figure
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_of
from journeymapper.analysis.tests_of_change import mean_change
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, MetricKind, Target

SHARE_DOWN = (100.0, 0.0)
SCALES: dict[MetricKind, tuple[float, float]] = {
    "share": (0, 100),
    "fcr": (0, 100),
    "stars": (1, 5),
    "csat-mean": (1, 5),
    "csat": (1, 5),
    "ces2": (1, 7),
    "mean": (4, 10),
    "nps": (0, 10),
    "smiley": (1, 4),
}


def part(k: int, n: int) -> Distribution:
    """k of n."""
    return counted({1: k, 0: n - k})


def scale(*counts: int, start: int = 1) -> Distribution:
    """Counts of the answers from `start` up."""
    return counted({start + step: count for step, count in enumerate(counts)})


GRADES_2026, GRADES_2025 = scale(1, 1, 3, 6, 13, 22, 14, start=4), scale(0, 1, 4, 5, 14, 25, 10, start=4)

TABLE: list[tuple[str, MetricKind, Distribution, float | None, str, str, str]] = [
    ("P1", "stars", scale(2, 2, 2, 9, 22), 4.2, "4.27", "3.89–4.65", "uncertain"),
    ("P2", "share", part(240, 331), 75, "72.5", "67.5–77.0", "uncertain"),
    ("P3", "share", part(518, 18500), 2.5, "2.8", "2.6–3.0", "better"),
    ("P4", "smiley", counted({4: 742, 3: 301, 2: 118, 1: 79}), 75, "79.2", "", "no interval"),
    ("P5", "share", part(662, 690), 95, "95.9", "94.2–97.2", "uncertain"),
    ("P6", "csat-mean", scale(1, 2, 6, 27, 75), 4.3, "4.56", "4.42–4.70", "better"),
    ("P7", "ces2", scale(3, 6, 12, 18, 27, 28, 17), 5.5, "4.91", "4.62–5.20", "worse"),
    ("P8", "share", part(142, 410), 35, "34.6", "30.2–39.4", "uncertain"),
    ("P9", "csat", scale(0, 0, 14, 44, 0), 85, "75.9", "63.5–85.0", "uncertain"),
    ("P10", "share", part(128, 138), 95, "92.8", "87.2–96.0", "uncertain"),
    ("P11", "csat-mean", scale(0, 1, 3, 19, 37), 4.2, "4.53", "4.36–4.71", "better"),
    ("P12", "share", part(26, 47), 90, "55.3", "41.2–68.6", "worse"),
    ("P13", "mean", scale(3, 4, 5, 6, 3), None, "3.10", "2.50–3.69", "no target"),
    ("P14", "share", part(46, 52), 90, "88.5", "77.0–94.6", "uncertain"),
    ("P15", "csat-mean", scale(5, 8, 12, 21, 14), 4.2, "3.52", "3.20–3.83", "worse"),
    ("P16", "share", part(43, 60), 90, "71.7", "59.2–81.5", "worse"),
    ("P17", "share", part(14, 134), 8, "10.4", "6.3–16.8", "uncertain"),
    ("P18", "share", part(98, 134), 90, "73.1", "65.1–79.9", "worse"),
    ("P19", "fcr", part(18, 24), 80, "75.0", "55.1–88.0", "uncertain"),
    ("P20", "mean", GRADES_2026, 8.5, "8.52", "8.17–8.86", "uncertain"),
    ("P21", "nps", counted({0: 6, 7: 13, 10: 29}), 50, "47.9", "25.5–64.7", "uncertain"),
    ("P22", "csat", scale(0, 0, 4, 44, 0), 90, "91.7", "80.4–96.7", "uncertain"),
]


def score(point: str, kind: MetricKind, answers: Distribution, target: float | None) -> Score:
    worst, best = SHARE_DOWN if point == "P17" else SCALES[kind]
    metric = Metric(id=kind, kind=kind, worst=worst, best=best)
    made = MeasurementPoint(id=point, anchor=Anchor("relationship"), metric=kind, target=Target(value=target))
    return score_of(made, metric, figure(metric, answers))


@pytest.mark.parametrize(("point", "kind", "answers", "target", "value", "interval", "verdict"), TABLE)
def test_b6(
    point: str,
    kind: MetricKind,
    answers: Distribution,
    target: float | None,
    value: str,
    interval: str,
    verdict: str,
) -> None:
    found = score(point, kind, answers, target)
    digits = len(value.partition(".")[2])
    assert found.value is not None
    assert f"{found.value:.{digits}f}" == value
    limits = "" if found.low is None else f"{found.low:.{digits}f}–{found.high:.{digits}f}"
    assert limits == interval
    assert found.verdict == verdict


def test_b6_counts_of_certain_verdicts() -> None:
    verdicts = [score(*row[:4]).verdict for row in TABLE]
    assert (verdicts.count("worse"), verdicts.count("better")) == (5, 3)


def test_b6_a_hair_of_85_04_is_not_certain() -> None:
    found = score("P9", "csat", scale(0, 0, 14, 44, 0), 85)
    assert found.high is not None
    assert f"{found.high:.2f}" == "85.04"
    assert found.verdict == "uncertain"


@pytest.mark.parametrize(
    ("before", "after", "difference", "low", "high"),
    [
        (scale(0, 0, 1, 2, 7, 11, 5, start=4), scale(0, 0, 1, 4, 16, 34, 19, start=4), "0.24", "-0.22", "0.69"),
        (scale(1, 2, 5, 5, 4, 2, 0, start=4), scale(0, 0, 1, 2, 7, 11, 5, start=4), "1.86", "1.11", "2.62"),
    ],
)
def test_b6_the_story_of_moved_dates(
    before: Distribution, after: Distribution, difference: str, low: str, high: str
) -> None:
    change = mean_change(before, after)
    assert [f"{each:.2f}" for each in (change.difference, change.low, change.high)] == [difference, low, high]


def test_b6_no_certain_change_of_the_grade() -> None:
    change = mean_change(GRADES_2025, GRADES_2026)
    assert (GRADES_2025.n, f"{GRADES_2025.mean:.2f}") == (59, "8.49")
    assert change.low < 0 < change.high
