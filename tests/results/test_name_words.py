"""Squeezed column names find the points that speak of the same, battery by battery."""

from pathlib import Path

import pytest

from journeymapper.model import edits
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.proposing import match_columns
from journeymapper.storage.container import open_project

pytestmark = pytest.mark.usefixtures("here")
AIRPORT = Path(__file__).parents[2] / "sample_projects" / "airport_passengers.jmap"
EXPECTED = {
    "P1": "Q13GETRATE", "P2": "Q7ROADS", "P3": "Q7PARK", "P4": "Q7LTPARKING", "P5": "Q7AIRTRAIN", "P6": "Q9AIRTRAIN",
    "P7": "Q7RENTAL", "P8": "Q9RENTAL", "P9": "Q7INFOUP", "P10": "Q14PASSTHRU", "P11": "Q11TSAPRE", "P12": "Q14FIND",
    "P13": "Q7SIGN", "P14": "Q7WALKWAYS", "P15": "Q7SCREENS", "P16": "Q7FOOD", "P17": "Q9FOOD", "P18": "Q7STORE",
    "P19": "Q9RESTROOM", "P20": "Q7WIFI", "P21": "Q7ART", "P22": "Q9BOARDING", "P23": "Q7ALL", "P24": "Q7ALL",
    "P25": "Q9ALL", "P26": "Q10SAFE", "P27": "Q15PROBLEM",
}  # fmt: skip


@pytest.mark.parametrize("year", [2015, 2017])
def test_the_airport_s_columns_find_the_airport_s_points(data: Path, year: int) -> None:
    project = open_project(AIRPORT).project
    for key in project.result_order:
        project = edits.remove_result_set(project, key)
    inspection = inspect_file(data / "surveys" / f"{year}_SFO_Customer_Survey_20250817.csv")
    found = {match.point: match.column for match in match_columns(project, inspection) if match.point != "P28"}
    wrong = {point: column for point, column in found.items() if EXPECTED[point] != column}
    assert wrong == {}
    assert len(found) >= 25


def test_codes_that_a_mean_would_count_are_proposed(data: Path) -> None:
    project = open_project(AIRPORT).project
    inspection = inspect_file(data / "surveys" / "2015_SFO_Customer_Survey_20250817.csv")
    (match,) = (one for one in match_columns(project, inspection) if one.column == "Q9AIRTRAIN")
    assert set(match.missing) == {"0", "6"}, "six is never used, and would raise the mean of 1 to 5"
