"""Squeezed column names find the points that speak of the same, battery by battery."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from journeymapper.model import edits
from journeymapper.model.project import Project
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.proposing import match_columns
from journeymapper.storage.container import open_project

pytestmark = pytest.mark.usefixtures("here")
AIRPORT = Path(__file__).parents[2] / "sample_projects" / "airport_passengers.jmap"
EXPECTED = {
    "P1": "Q13GETRATE", "P2": "Q7ROADS", "P3": "Q7PARK", "P4": "Q7LTPARKING", "P5": "Q7AIRTRAIN",
    "P6": "Q9AIRTRAIN", "P7": "Q7RENTAL", "P8": "Q9RENTAL", "P9": "Q7INFOUP", "P10": "Q14PASSTHRU",
    "P11": "Q12PRECHEKCRATE", "P12": "Q14FIND", "P13": "Q7SIGN", "P14": "Q7WALKWAYS", "P15": "Q7SCREENS",
    "P16": "Q7FOOD", "P17": "Q9FOOD", "P18": "Q7STORE", "P19": "Q9RESTROOM", "P20": "Q7WIFI", "P21": "Q7ART",
    "P22": "Q9BOARDING", "P23": "Q7ALL", "P24": "Q7ALL", "P25": "Q9ALL", "P26": "Q10SAFE", "P27": "Q15PROBLEM",
}  # fmt: skip


@pytest.mark.parametrize("year", [2015, 2017])
def test_the_airport_s_columns_find_the_airport_s_points(data: Path, year: int) -> None:
    project = open_project(AIRPORT).project
    for key in project.result_order:
        project = edits.remove_result_set(project, key)
    inspection = inspect_file(data / "surveys" / f"{year}_SFO_Customer_Survey_20250817.csv")
    found = {match.point: match.column for match in match_columns(project, inspection) if match.point != "P28"}
    assert found == EXPECTED


def test_answers_of_another_kind_are_never_proposed_for_their_name(data: Path) -> None:
    """Q11TSAPRE asks whether somebody went through the line (1 yes, 2 no, 3 don't know, 4 did not pass), by the code
    list of 2015; how it was, from 1 to 5, asks Q12PRECHEKCRATE. Both speak of P11."""
    project = open_project(AIRPORT).project
    inspection = inspect_file(data / "surveys" / "2015_SFO_Customer_Survey_20250817.csv")
    proposed = {match.column for match in match_columns(project, inspection)}
    yes_or_no = {"Q4BAGS", "Q4STORE", "Q4FOOD", "Q4WIFI", "Q5FIRSTTIME", "Q11TSAPRE", "Q21FLY", "Q22SJC", "Q22OAK"}
    assert not proposed & yes_or_no


TOLD = {
    "P1": "Q13_RATEGETTO", "P2": "Q7J_ROAD", "P3": "Q7K_PARK", "P4": "Q7M_LTPARK", "P5": "Q7L_AIRTRAIN",
    "P6": "Q9B_CLNAIRTRAIN", "P7": "Q7N_RENTAL", "P8": "Q9C_CLNRENT", "P9": "Q7H_INFODEP", "P10": "Q14B_SECURITY",
    "P12": "Q14A_FIND", "P13": "Q7D_SIGNS", "P14": "Q7E_WALK", "P15": "Q7F_SCREENS", "P16": "Q7B_FOOD",
    "P17": "Q9D_CLNFOOD", "P18": "Q7C_SHOPS", "P19": "Q9E_CLNBATH", "P20": "Q7I_WIFI", "P21": "Q7A_ART",
    "P22": "Q9A_CLNBOARD", "P23": "Q7O_WHOLE", "P24": "Q7O_WHOLE", "P25": "Q9F_CLNWHOLE", "P26": "Q10SAFE",
    "P27": "Q15_PROBLEMS",
}  # fmt: skip


def test_names_with_the_letter_of_their_item(data: Path) -> None:
    project = open_project(AIRPORT).project
    for key in project.result_order:
        project = edits.remove_result_set(project, key)
    inspection = inspect_file(data / "surveys" / "2013_SFO_Customer_Survey_20250817.csv")
    found = {match.point: match.column for match in match_columns(project, inspection)}
    assert {point: column for point, column in found.items() if TOLD.get(point) != column} == {}
    assert len(found) >= 20


@pytest.mark.parametrize(
    ("name", "question", "found"),
    [
        ("Q7WIFI", "How satisfied were you with the first visit?", False),
        ("Q7WIFI", "How good was the Wi-Fi?", True),
        ("Q3DELIVREYTIME", "Was the delivery in time?", True),
        ("Q3DELIGHT", "Was the delivery in time?", False),
        ("Q3TIMERATE", "Was the delivery in time?", True),
        ("Q3RATE", "Was the delivery in time?", False),
    ],
)
def test_a_name_is_whole_words(
    file: Callable[..., Path], project: Callable[..., Project], name: str, question: str, found: bool
) -> None:
    made = project("csat")
    point = msgspec.structs.replace(made.points["P1"], question=question)
    there = msgspec.structs.replace(made, points={"P1": point})
    rows = "".join(f"{n % 5 + 1},x\n" for n in range(30))
    matches = match_columns(there, inspect_file(file(f"{name},other\n{rows}")))
    assert [match.column for match in matches] == ([name] if found else [])


def test_codes_that_a_mean_would_count_are_proposed(data: Path) -> None:
    project = open_project(AIRPORT).project
    inspection = inspect_file(data / "surveys" / "2015_SFO_Customer_Survey_20250817.csv")
    (match,) = (one for one in match_columns(project, inspection) if one.column == "Q9AIRTRAIN")
    assert set(match.missing) == {"0", "6"}, "six is never used, and would raise the mean of 1 to 5"
