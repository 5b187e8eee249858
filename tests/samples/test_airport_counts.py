"""The airport sample's counts are the surveys' answers."""

import csv
from pathlib import Path

import pytest

from journeymapper.analysis.scoring import score_points
from journeymapper.storage.container import Opened
from sample_projects.airport.counting import counted, counts_file, survey_file
from sample_projects.airport.points import WAVES

SURVEYS = Path(__file__).parents[2].parent / "shared" / "data" / "surveys"
# Mean and top-2 share of "SFO as a whole", and their base, by year (computed once outside of this product).
WHOLE = {
    "2011": (3.9459, 75.39, 3694),
    "2013": (3.9820, 79.27, 3334),
    "2015": (4.0480, 80.00, 2810),
    "2017": (4.0644, 82.07, 2688),
}


@pytest.mark.parametrize("wave", WAVES)
def test_the_committed_counts_are_those_of_the_survey(samples: Path, wave: str) -> None:
    if not (SURVEYS / survey_file(wave)).exists():
        pytest.skip(f"{survey_file(wave)} is not here: the counts cannot be compared with the survey")
    with (samples / "airport_results" / counts_file(wave)).open(encoding="utf-8", newline="") as file:
        committed = list(csv.reader(file))[1:]
    assert committed == [[str(cell) for cell in row] for row in counted(SURVEYS, wave)]


@pytest.mark.parametrize("wave", WAVES)
def test_the_airport_as_a_whole(airport: Opened, wave: str) -> None:
    scores = score_points(airport.project, airport.tallies, wave=wave)
    mean, share, n = WHOLE[wave]
    assert (scores["P23"].n, scores["P24"].n) == (n, n)
    assert scores["P23"].value == pytest.approx(mean, abs=5e-5)
    assert scores["P24"].value == pytest.approx(share, abs=5e-3)


def test_the_recommendation_of_2017(airport: Opened) -> None:
    score = score_points(airport.project, airport.tallies)["P28"]
    assert (score.wave, score.n) == ("2017", 2746)
    assert score.value == pytest.approx(39.8398, abs=5e-5)
    earlier = score_points(airport.project, airport.tallies, wave="2015")["P28"]
    assert earlier.verdict == "not measured"


def test_every_asked_touchpoint_has_answers(airport: Opened) -> None:
    scores = score_points(airport.project, airport.tallies)
    assert all(score.n is not None and score.n > 800 for score in scores.values())


def test_the_source_is_named(airport: Opened) -> None:
    assert "City and County of San Francisco" in airport.project.disclaimer
    assert "illustrative" in airport.project.disclaimer
