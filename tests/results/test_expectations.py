"""Every real file against what a person finds who reads it (expectations.py)."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.reading import perform
from journeymapper.results.tasks import InspectTask
from tests.results.expectations import CODES, FILES, KINDS, PERSONAL, QUESTIONNAIRES, Found


@pytest.fixture
def seen(data: Path) -> Callable[[str], Inspection]:
    """What the program finds in a file of the folder; each is looked at once."""
    return lambda name: look(data / name)


@cache
def look(path: Path) -> Inspection:
    import os

    found = perform(InspectTask(path=os.fsencode(path)))
    assert isinstance(found, Inspection)
    return found


def column(inspection: Inspection, name: str) -> ColumnFacts:
    return next(facts for facts in inspection.columns if facts.name == name)


def test_every_file_of_the_folder_is_in_the_table(data: Path) -> None:
    folders = ("exports", "surveys", "event_logs", "odd_files")
    there = {str(path.relative_to(data)) for folder in folders for path in (data / folder).rglob("*") if path.is_file()}
    assert {name for name in there if not name.endswith(".pdf")} == {*FILES, *QUESTIONNAIRES}


@pytest.mark.parametrize("name", FILES)
def test_platform_header_and_size(seen: Callable[[str], Inspection], name: str) -> None:
    found = seen(name)
    assert FILES[name] == Found(
        found.format, found.platform, found.header_row, found.label_rows, len(found.columns), found.rows
    )


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_questionnaires_are_no_answers(data: Path, name: str) -> None:
    with pytest.raises(Refusal, match="is a questionnaire, not the answers to it"):
        look(data / name)


@pytest.mark.parametrize(("name", "of"), KINDS)
def test_kinds(seen: Callable[[str], Inspection], name: str, of: str) -> None:
    facts = column(seen(name), of)
    assert facts.kind == KINDS[name, of]
    assert facts.reason is not None


@pytest.mark.parametrize(("name", "of"), CODES)
def test_codes_for_no_answer(seen: Callable[[str], Inspection], name: str, of: str) -> None:
    assert {code.code for code in column(seen(name), of).missing_codes} == CODES[name, of]


@pytest.mark.parametrize("name", PERSONAL)
def test_who_can_be_recognised(seen: Callable[[str], Inspection], name: str) -> None:
    assert {facts.name for facts in seen(name).columns if facts.role == "personal"} == PERSONAL[name]


def test_labels_order_the_steps_of_star_wars(seen: Callable[[str], Inspection]) -> None:
    facts = next(facts for facts in seen("exports/surveymonkey_StarWars.csv").columns if "Han Solo" in facts.name)
    assert [text for text, _ in facts.readings] == [
        "Very unfavorably", "Somewhat unfavorably", "Neither favorably nor unfavorably (neutral)", "Somewhat favorably",
        "Very favorably",
    ]  # fmt: skip
    assert facts.scale == (1, 5)


def test_an_interface_names_its_questions_by_the_details_beside_it(seen: Callable[[str], Inspection]) -> None:
    found = seen("exports/surveymonkey_api_bulk.json")
    assert [facts.question for facts in found.columns[-2:]] == [
        "How many pets do you have?", "What are the names of your pets?"
    ]  # fmt: skip
    assert dict(found.columns[-2].counts) == {"3": 2}
