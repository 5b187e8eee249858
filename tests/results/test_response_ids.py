"""A platform's own id tells responses apart; where each survey is numbered from 1, not without what lies beside it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.response_ids import proposed_id, response_id
from journeymapper.results.taking import take_in

pytestmark = pytest.mark.usefixtures("here")
Files = Callable[..., Path]
FORMS = "ID,Start time,Completion time,Email,Name,How did it go?\n"
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("qualtrics_Sample_Survey (Insights).csv", "ResponseID"),
        ("qualtrics_sample_legacy.csv", "V1"),
        ("surveymonkey_steak-risk-survey.csv", "RespondentID"),
        ("surveymonkey_weather-check.csv", "RespondentID"),
        ("surveymonkey_api_bulk.json", "id"),
        ("limesurvey_998192.csv", "Response ID"),
        ("typeform_2016_new_coders_part1.csv", "#"),
        ("googleforms_fi_2021_results.tsv", ""),
    ],
)
def test_the_platforms_own_id(data: Path, name: str, column: str) -> None:
    assert proposed_id(inspect_file(data / "exports" / name)) == column


def test_no_column_is_taken_for_an_id_in_a_table_of_nobody_knows_where(data: Path) -> None:
    assert proposed_id(inspect_file(data / "surveys" / "2011_SFO_Customer_Survey_20250817.csv")) == ""


def test_a_column_that_is_called_so_tells_responses_apart_unless_it_is_a_running_number(file: Files) -> None:
    codes = file("Respondent ID,grade\n" + "".join(f"k{n}x,{n % 5}\n" for n in range(30)))
    assert proposed_id(inspect_file(codes)) == "Respondent ID"
    numbers = file("Respondent ID,grade\n" + "".join(f"{n},{n % 5}\n" for n in range(30)), "running.csv")
    assert proposed_id(inspect_file(numbers)) == ""


def test_numbers_from_1_are_read_with_what_lies_beside_them() -> None:
    own = response_id("LimeSurvey", ("id", "submitdate", "seed", "Q1"))
    assert own is not None
    assert (own.column, own.beside) == ("id", "seed")


def test_two_forms_that_number_their_answers_alike_have_other_respondents(
    file: Files, project: Callable[..., Project]
) -> None:
    shop = project("nps")
    mapping = Mapping(columns=(ColumnUse(column="How did it go?", point="P1"),), respondent="ID", wave="2026")
    tallies: dict[str, Tally] = {}
    for form, hour in (("web", 10), ("shop", 11)):
        rows = [f"{n},2026-05-01 {hour}:0{n},2026-05-01 {hour}:1{n},,,{n}" for n in range(1, 9)]
        imported = read_results(file(FORMS + "\n".join(rows), f"{form}.csv"), mapping, shop, today=TODAY)
        taken = take_in(shop, tallies, imported)
        shop, tallies = taken.project, {**tallies, **taken.tallies}
        assert taken.update is None
        assert "Start time" not in imported.result_set.account.columns_left
    keys = [key for one in shop.result_sets.values() for key in tallies[one.tally].respondents]
    assert len(set(keys)) == 16
