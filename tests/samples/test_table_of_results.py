"""The drainage samples' scores are the table of results, to the digit shown."""

from collections import Counter

import numpy as np
import pytest
from scipy import stats

from journeymapper.analysis.rollups import roll_up
from journeymapper.analysis.scoring import score_points, score_segments
from journeymapper.storage.container import Opened

# Point: value, n, lower and upper limit, verdict; as printed. None where there is no interval.
TABLE = {
    "P1": ("4.27", 37, "3.89", "4.65", "uncertain"),
    "P2": ("72.5", 331, "67.5", "77.0", "uncertain"),
    "P3": ("2.8", 18_500, "2.6", "3.0", "better"),
    "P4": ("79.2", 1_240, None, None, "no interval"),
    "P5": ("95.9", 690, "94.2", "97.2", "uncertain"),
    "P6": ("4.56", 111, "4.42", "4.70", "better"),
    "P7": ("4.91", 111, "4.62", "5.20", "worse"),
    "P8": ("34.6", 410, "30.2", "39.4", "uncertain"),
    "P9": ("75.9", 58, "63.5", "85.0", "uncertain"),
    "P10": ("92.8", 138, "87.2", "96.0", "uncertain"),
    "P11": ("4.53", 60, "4.36", "4.71", "better"),
    "P12": ("55.3", 47, "41.2", "68.6", "worse"),
    "P13": ("3.10", 21, "2.50", "3.69", "no target"),
    "P14": ("88.5", 52, "77.0", "94.6", "uncertain"),
    "P15": ("3.52", 60, "3.20", "3.83", "worse"),
    "P16": ("71.7", 60, "59.2", "81.5", "worse"),
    "P17": ("10.4", 134, "6.3", "16.8", "uncertain"),
    "P18": ("73.1", 134, "65.1", "79.9", "worse"),
    "P19": ("75.0", 24, "55.1", "88.0", "uncertain"),
    "P20": ("8.52", 60, "8.17", "8.86", "uncertain"),
    "P21": ("47.9", 48, "25.5", "64.7", "uncertain"),
    "P22": ("91.7", 48, "80.4", "96.7", "uncertain"),
}
INDICATIVE = {"P13", "P19"}
HELD, TOLD, LATE = "held", "moved, told in time", "moved, told late"
BOTH_SEASONS = {
    HELD: (74, 8.89, {6: 1, 7: 4, 8: 16, 9: 34, 10: 19}),
    TOLD: (26, 8.65, {6: 1, 7: 2, 8: 7, 9: 11, 10: 5}),
    LATE: (19, 6.79, {4: 1, 5: 2, 6: 5, 7: 5, 8: 4, 9: 2}),
}


def as_printed(value: float | None, printed: str | None) -> bool:
    """Whether a figure, rounded to the digits of the printed one, is that one; a tie may fall either way."""
    if value is None or printed is None:
        return value is None and printed is None
    digits = len(printed.partition(".")[2])
    return abs(value - float(printed)) <= 0.5 / 10.0**digits + 1e-9


@pytest.mark.parametrize("sample", ["english", "finnish"])
@pytest.mark.parametrize("point", TABLE)
def test_a_score_is_as_in_the_table(sample: str, point: str, request: pytest.FixtureRequest) -> None:
    opened: Opened = request.getfixturevalue(sample)
    score = score_points(opened.project, opened.tallies)[point]
    value, n, low, high, verdict = TABLE[point]
    assert (score.wave, score.n, score.verdict, score.hidden) == ("2026", n, verdict, "")
    assert as_printed(score.value, value)
    assert as_printed(score.low, low)
    assert as_printed(score.high, high)
    assert score.indicative == (point in INDICATIVE)


def test_points_without_results_are_not_measured(english: Opened) -> None:
    scores = score_points(english.project, english.tallies)
    assert {key for key, score in scores.items() if score.verdict == "not measured"} == {"P23", "P24"}


def test_the_notice_misses_its_target_by_a_hair_that_rounding_would_hide(english: Opened) -> None:
    score = score_points(english.project, english.tallies)["P9"]
    assert score.high is not None
    assert 85 < score.high < 85.05


def test_the_terminal_has_no_interval_because_of_its_few_days(english: Opened) -> None:
    score = score_points(english.project, english.tallies)["P4"]
    assert score.interval_note
    assert [share.count for share in score.shares] == sorted([742, 301, 118, 79])


def test_the_season_before_has_the_grade_alone(english: Opened) -> None:
    scores = score_points(english.project, english.tallies, wave="2025")
    assert {key for key, score in scores.items() if score.shown} == {"P20"}
    assert scores["P20"].n == 59
    assert as_printed(scores["P20"].value, "8.49")


def test_offers_won_and_lost(english: Opened, finnish: Opened) -> None:
    for opened, segment, won, lost in (
        (english, "decision", "won", "lost"),
        (finnish, "päätös", "voitettu", "hävitty"),
    ):
        by_value = score_segments(opened.project, opened.tallies, segment_name=segment)
        assert (by_value[won]["P7"].n, by_value[lost]["P7"].n) == (58, 53)
        assert as_printed(by_value[won]["P7"].value, "5.24")
        assert as_printed(by_value[lost]["P7"].value, "4.55")


def grades(opened: Opened, segment: str) -> dict[str, Counter[int]]:
    """Grades of both seasons by segment value, straight from the tallies."""
    found: dict[str, Counter[int]] = {}
    for key in ("results-k3_valmistumiskysely_2026", "results-k3_kysely_2025"):
        tally = opened.tallies[opened.project.result_sets[key].tally]
        for value, grade, count in zip(tally.segments[segment], tally.answers["P20"], tally.counts, strict=True):
            if grade is not None:
                found.setdefault(value, Counter())[int(grade)] += count
    return found


def test_the_story_of_the_dates(english: Opened) -> None:
    found = grades(english, "dates")
    assert {value: dict(sorted(counter.items())) for value, counter in found.items()} == {
        value: counts for value, (_, _, counts) in BOTH_SEASONS.items()
    }
    for value, (n, mean, _) in BOTH_SEASONS.items():
        answers = list(found[value].elements())
        assert len(answers) == n
        assert round(float(np.mean(answers)), 2) == mean
    assert sum(counter.total() for counter in found.values()) == 119


@pytest.mark.parametrize(
    ("better", "worse", "difference", "low", "high"), [(HELD, TOLD, 0.24, -0.22, 0.69), (TOLD, LATE, 1.86, 1.11, 2.62)]
)
def test_what_silence_costs(
    english: Opened, better: str, worse: str, difference: float, low: float, high: float
) -> None:
    found = grades(english, "dates")
    one, other = list(found[better].elements()), list(found[worse].elements())
    interval = stats.ttest_ind(one, other, equal_var=False).confidence_interval()
    assert round(float(np.mean(one) - np.mean(other)), 2) == difference
    assert (round(float(interval.low), 2), round(float(interval.high), 2)) == (low, high)


def test_the_finnish_segments_tell_the_same(english: Opened, finnish: Opened) -> None:
    same = {HELD: "pysyi", TOLD: "siirtyi, kerrottiin ajoissa", LATE: "siirtyi, kerrottiin myöhässä"}
    told = grades(finnish, "aikataulu")
    assert {same[value]: counter for value, counter in grades(english, "dates").items()} == told


def test_the_heading_of_the_map(english: Opened) -> None:
    (journey,) = english.project.ordered_journeys()
    whole = roll_up(english.project, journey, score_points(english.project, english.tallies))
    assert (whole.measured, whole.to_measure, whole.worse) == (16, 17, 5)
    assert (whole.moments, whole.moments_measured, whole.moments_worse) == (4, 4, 4)
    assert whole.worst == "touchpoint-dates"
