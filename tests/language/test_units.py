"""Figures in their own units, as the design and the vocabulary write them."""

import pytest

from journeymapper.analysis.score import Score
from journeymapper.language.language import language
from journeymapper.language.units import (
    format_gap,
    format_interval,
    format_score_gap,
    format_target,
    format_value,
    metric_label,
    metric_statistic,
    verdict_words,
)
from journeymapper.model.measurement import Metric

NPS = Metric(id="nps", kind="nps", worst=0, best=10)
CSAT = Metric(id="csat", kind="csat", worst=1, best=5)
CSAT_MEAN = Metric(id="csat-mean", kind="csat-mean", worst=1, best=5)
CES2 = Metric(id="ces2", kind="ces2", worst=1, best=7)
SHARE = Metric(id="share:yes", kind="share", worst=0, best=100, counted=("yes",))
QUERIES = Metric(id="share:query:100..0", kind="share", worst=100, best=0, counted=("query",))
SMILEY = Metric(id="smiley", kind="smiley", worst=1, best=4)
GRADE = Metric(id="mean:4..10", kind="mean", worst=4, best=10)
WAIT = Metric(id="p90:30..0", kind="p90", worst=30, best=0, unit="min")
EN, FI = language("en"), language("fi")


@pytest.mark.parametrize(
    ("metric", "value", "english", "finnish"),
    [
        (NPS, 47.9, "+48", "+48"),
        (NPS, -39.84, "−40", "−40"),
        (NPS, -0.2, "0", "0"),
        (CSAT, 61.2, "61\xa0%", "61\xa0%"),
        (SHARE, 100.0, "100\xa0%", "100\xa0%"),
        (SHARE, 2.8, "2.8\xa0%", "2,8\xa0%"),
        (SHARE, 9.97, "10\xa0%", "10\xa0%"),
        (CES2, 4.9099, "4.9", "4,9"),
        (CSAT_MEAN, 3.52, "3.5", "3,5"),
        (GRADE, 8.52, "8.5", "8,5"),
        (SMILEY, 79.2, "79", "79"),
        (WAIT, 12.0, "12\xa0min", "12\xa0min"),
        (WAIT, 16.8, "17\xa0min", "17\xa0min"),
        (WAIT, 2.5, "2.5\xa0min", "2,5\xa0min"),
    ],
)
def test_values_stay_in_their_own_unit(metric: Metric, value: float, english: str, finnish: str) -> None:
    assert format_value(EN, metric, value) == english
    assert format_value(FI, metric, value) == finnish


def test_a_target_keeps_the_decimals_it_was_given() -> None:
    assert format_target(EN, SHARE, 97.5) == "97.5\xa0%"
    assert format_target(FI, CSAT_MEAN, 4.25) == "4,25"
    assert format_target(EN, QUERIES, 8) == "8\xa0%"
    assert format_target(EN, NPS, 50) == "+50"


def test_an_interval_has_its_unit_once() -> None:
    assert format_interval(EN, SHARE, 41.2, 68.6) == "41–69\xa0%"
    assert format_interval(EN, GRADE, 7.98, 8.02) == "7.98–8.02"
    assert format_interval(EN, QUERIES, 6.3, 16.8) == "6–17\xa0%"
    assert format_interval(EN, SHARE, 2.6, 3.0) == "2.6–3.0\xa0%"
    assert format_interval(FI, CES2, 4.62, 5.2) == "4,6–5,2"
    assert format_interval(EN, NPS, 25.5, 64.7) == "+26\xa0…\xa0+65"
    assert format_interval(EN, NPS, -25.5, 4.7) == "−26\xa0…\xa0+5"
    assert format_interval(EN, WAIT, 12.0, None) == "≥\xa012\xa0min"
    assert format_interval(EN, WAIT, None, None) == ""


def test_a_gap_names_its_target() -> None:
    assert format_gap(EN, SHARE, -34.7, 90) == "−35 to 90\xa0%"
    assert format_gap(EN, SHARE, 0.3, 2.5) == "+0.3 to 2.5\xa0%"
    assert format_gap(EN, QUERIES, -2.4, 8) == "−2 to 8\xa0%"
    assert format_gap(EN, CES2, -0.59) == "−0.6"
    assert format_gap(EN, SHARE, 0.94) == "+0.9"
    assert format_gap(EN, SHARE, 0.04) == "+0.04"
    assert format_gap(EN, GRADE, 8.5167 - 8.5) == "+0.02"
    assert format_gap(EN, NPS, -0.16) == "−0.2"
    assert format_gap(EN, CES2, 0.0) == "0.0"
    assert format_gap(EN, CES2, 0.0001) == "0.0"
    assert format_gap(FI, SHARE, -34.7) == "−35"
    assert format_score_gap(EN, NPS, Score(point="P1", gap=-2.1, target=50)) == "−2 to +50"
    assert format_score_gap(EN, NPS, Score(point="P1")) == ""


def test_verdicts_never_say_above_or_below() -> None:
    assert verdict_words(EN, "worse") == "certainly worse"
    assert verdict_words(EN, "uncertain", -0.1) == "worse, not certain"
    assert verdict_words(EN, "uncertain", 0.1) == "better, not certain"
    assert verdict_words(EN, "uncertain") == "no certain difference from target"


def test_labels_print_the_scale_and_the_counted_answers() -> None:
    assert metric_label(EN, CSAT) == "CSAT, share of 4–5"
    assert metric_label(EN, CES2) == "CES 2.0, mean 1–7"
    assert metric_label(EN, Metric(id="csat:1..7", kind="csat", worst=1, best=7)) == "CSAT, share of 6–7"
    assert metric_label(EN, Metric(id="csat:5..1", kind="csat", worst=5, best=1)) == "CSAT, share of 1–2"
    assert metric_label(EN, SHARE) == "share of yes answers"
    assert metric_label(EN, Metric(id="x", kind="share", worst=0, best=100, counted=("won",))) == "share of “won”"
    assert metric_statistic(EN, SHARE) == "share"
    assert metric_statistic(FI, GRADE) == "ka\xa04–10"
    assert metric_statistic(EN, CES2) == "CES 2.0, mean 1–7"
    assert metric_label(EN, Metric(id="x", kind="share", worst=0, best=100, name="told in time")) == "told in time"
