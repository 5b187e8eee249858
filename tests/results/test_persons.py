"""Columns that tell who somebody is are known by name and by content, and nothing of them stays with the project."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Band, ColumnUse, Mapping, Rule, Unused
from journeymapper.results.importing import Imported, read_results
from journeymapper.results.persons import called_personal, name_columns
from journeymapper.results.taking import take_in
from journeymapper.storage.container import save_project

pytestmark = pytest.mark.usefixtures("here")
Files = Callable[..., Path]
Makes = Callable[..., Project]
NAMES = ("First Name", "last_name", "RecipientLastName", "Contact Name", "Reviewer", "Requester", "Sukunimi", "Namn")
OTHERS = ("E-mail", "Requester email", "Sähköpostiosoite", "Customer Phone", "puhelinnumero", "IPAddress", "Hetu")
HARMLESS = ("Product", "Filename", "Product name", "Company name", "Telephone service", "Region", "concept:name")


def test_columns_are_known_by_what_they_are_called() -> None:
    assert name_columns([*NAMES, *OTHERS, *HARMLESS]) == list(NAMES)
    assert [name for name in (*NAMES, *OTHERS, *HARMLESS) if called_personal(name)] == [*NAMES, *OTHERS]


@pytest.fixture
def people(file: Files) -> Path:
    rows = [
        f"asiakas{n}@yritys.fi;Asiakas {'xyz'[n % 3] * (n + 2)};{n % 5 + 1};{('Oulu', 'Espoo')[n % 2]};{20 + n % 40};"
        f"Työnjohtaja Virtanen {'oli ' * (n % 5)}töykeä {n};9401{n:02}-123A"
        for n in range(60)
    ]
    return file("\n".join(["Yhteys;Nimi;grade;Alue;ikä;Miksi;Tunnus", *rows]))


def bring(path: Path, project: Project, *uses: ColumnUse, **settings: object) -> Imported:
    mapping = Mapping(columns=uses, wave="2026", **settings)  # type: ignore[arg-type]  # fields by their names
    return read_results(path, mapping, project, today=date(2026, 11, 28))


GRADE = ColumnUse(column="grade", point="P1")


@pytest.mark.parametrize("column", ["Yhteys", "Nimi", "Tunnus", "Miksi"])
def test_what_tells_who_answered_is_no_segment(people: Path, project: Makes, column: str) -> None:
    with pytest.raises(Refusal, match="which is no segment"):
        bring(people, project("csat-mean"), GRADE, segments=("Alue", column))


def test_nor_does_a_rule_bring_it_in(people: Path, project: Makes) -> None:
    with pytest.raises(Refusal, match="tell who somebody is"):
        bring(people, project("csat-mean"), GRADE, rules=(Rule(name="who", expression="Yhteys"),))


def test_other_segments_are_welcome(people: Path, project: Makes) -> None:
    found = bring(
        people, project("csat-mean"), GRADE, segments=("Alue",), bands=(Band(column="ikä", edges=("0", "30")),)
    )
    assert set(found.tally.segments) == {"Alue", "ikä"}


def test_a_number_that_is_nearly_different_in_each_row_is_no_segment_but_a_business_customer_may_be(
    file: Files, project: Makes
) -> None:
    path = file("no;grade\n" + "".join(f"{1000 + n};{n % 5 + 1}\n" for n in range(40)))
    with pytest.raises(Refusal, match="40 different values in 40 rows"):
        bring(path, project("csat-mean"), GRADE, segments=("no",))
    assert len(set(bring(path, project("csat-mean"), GRADE, account="no").tally.segments["account"])) == 40


def unused(found: Imported, point: str) -> Unused:
    (one,) = [each for each in found.result_set.account.unused if each.point == point]
    return one


def test_examples_never_come_from_people_or_prose_and_are_masked(people: Path, file: Files, project: Makes) -> None:
    uses = [
        ColumnUse(column=column, point=f"P{n}") for n, column in enumerate(("Yhteys", "Nimi", "Miksi", "Tunnus"), 1)
    ]
    found = bring(people, project(*["csat-mean"] * 4), *uses)
    assert [unused(found, f"P{n}").examples for n in range(1, 5)] == [()] * 4
    few = file("grade\n5\nMatti Virtanen\nei koske minua\nsoita 040 123 4567 heti\n", "few.csv")
    masked = unused(bring(few, project("csat-mean"), GRADE), "P1")
    assert masked.examples == ("•••", "ei koske minua", "soita ••• heti")
    prose = file("grade\n5\nMinusta kaikki meni oikein hyvin ja siististi\n", "prose.csv")
    assert unused(bring(prose, project("csat-mean"), GRADE), "P1").examples == ()


def test_nothing_of_a_person_is_in_the_saved_project(people: Path, project: Makes, tmp_path: Path) -> None:
    uses = [ColumnUse(column="Yhteys", point="P2"), ColumnUse(column="Miksi", point="P3"), GRADE]
    whole = project(*["csat-mean"] * 3)
    found = bring(people, whole, *uses, segments=("Alue",), respondent="Yhteys")
    taken = take_in(whole, {}, found)
    path = tmp_path / "p.jmap"
    save_project(path, taken.project, taken.tallies, taken.attachments)
    with zipfile.ZipFile(path) as parts:
        content = b"\n".join(parts.read(name) for name in parts.namelist())
    assert b"Oulu" in content, "the tally is there to be read"
    for telling in (b"yritys.fi", b"asiakas1", b"Virtanen", b"-123A"):
        assert telling not in content
