"""`--auto`: what is sure is taken, the rest is listed, and the next file of the survey needs no decision any more."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Make, Say
from tests.cli.test_import import csv_file, row_of

HEADER = "P1,Delivery day,Complaint handling,town,other"
ROWS = [f"{n % 11},{n % 5 + 1},{n % 7 + 1},Oulu,{n % 4 + 1}" for n in range(30)]
SFO = {2011: "Q8N", 2013: "Q7O_WHOLE", 2015: "Q7ALL", 2017: "Q7ALL"}
MEANS = {2011: (3694, 3.9459), 2013: (3334, 3.9820), 2015: (2810, 4.0480), 2017: (2688, 4.0644)}


@pytest.fixture
def shop(make_project: Make) -> Path:
    return make_project(
        "Order,Order form,nps,40", "Deliver,Delivery day,csat-mean,4", "After,Complaint,ces2,5", name="shop"
    )


def test_the_sure_is_taken_and_the_rest_is_listed(say: Say, shop: Path, tmp_path: Path) -> None:
    said = say("import", shop, csv_file(tmp_path, "a.csv", HEADER, *ROWS), "--auto", "--wave", "2026-01", "--json")
    account = json.loads(said.out)
    assert said.code == 4
    assert account["used"] == {"P1": 30, "P2": 30}
    assert [one["column"] for one in account["left"]] == ["Complaint handling", "other"]
    assert all(one["reason"] for one in account["left"])


def test_the_next_file_takes_no_decision(say: Say, shop: Path, tmp_path: Path) -> None:
    first = csv_file(tmp_path, "a.csv", HEADER, *ROWS)
    options = ["--map", "Complaint handling=P3", "--segment", "town", "--auto"]
    assert say("import", shop, first, *options, "--wave", "2026-01").code == 4
    second = csv_file(tmp_path, "b.csv", HEADER + ",news", *[f"{row},{n % 5 + 1}" for n, row in enumerate(ROWS)])
    said = say("import", shop, second, "--auto", "--wave", "2026-02", "--json")
    account = json.loads(said.out)
    assert account["used"] == {"P1": 30, "P2": 30, "P3": 30}
    assert [one["column"] for one in account["left"]] == ["news"], "what is new is asked about"
    assert account["changes"] == ["New since a.csv: the columns news."]
    assert row_of(say, shop, "P3", "--wave", "2026-02", "--segment", "town=Oulu")["n"] == 30


def test_a_code_that_reads_as_an_answer_is_never_taken_unseen(say: Say, make_project: Make, tmp_path: Path) -> None:
    shop = make_project("Wait,Queue,median:30..0,10", name="queue")
    rows = [str(n % 20) for n in range(40)] + ["999"] * 8
    said = say("import", shop, csv_file(tmp_path, "w.csv", "Queue", *rows), "--auto")
    if said.code == 3:
        assert "no column is surely like" in said.err
    else:
        assert json.loads(say("scores", shop, "--json").out)[0]["value"] < 30


def test_nothing_sure_is_a_refusal(say: Say, shop: Path, tmp_path: Path) -> None:
    file = csv_file(tmp_path, "a.csv", "x,y", *["1,2"] * 6)
    assert "a.csv: no column is surely like" in say("import", shop, file, "--auto").refusal


@pytest.mark.parametrize("year", SFO)
def test_four_years_of_the_airport_from_one_saved_mapping_a_year(
    say: Say, make_project: Make, shared_data: Path, tmp_path: Path, year: int
) -> None:
    survey = shared_data / "surveys" / f"{year}_SFO_Customer_Survey_20250817.csv"
    first = make_project("Airport,The airport as a whole,csat-mean,4", name="first")
    mapping = tmp_path / f"{year}.json"
    options = ["--map", f"{SFO[year]}=P1", "--missing", f"{SFO[year]}=0,6", "--wave", str(year)]
    assert say("import", first, survey, *options, "--save-mapping", mapping).done
    second = make_project("Airport,The airport as a whole,csat-mean,4", name="second")
    assert say("import", second, survey, "--mapping", mapping).done
    row = row_of(say, second, "P1", "--wave", str(year))
    assert (row["n"], row["value"]) == (MEANS[year][0], pytest.approx(MEANS[year][1], abs=5e-5))


def test_the_platforms_own_id_counts_a_growing_export_once(say: Say, shop: Path, tmp_path: Path) -> None:
    def export(name: str, rows: int) -> Path:
        lines = [f"R_{n}abc,{n % 11},{n % 5 + 1}" for n in range(rows)]
        return csv_file(tmp_path, name, "ResponseId,P1,Delivery day", *lines)

    first = json.loads(say("import", shop, export("a.csv", 30), "--auto", "--wave", "2026", "--json").done)
    assert (first["mapping"]["respondent"], first["respondents"]) == ("ResponseId", 30)
    grown = json.loads(say("import", shop, export("b.csv", 50), "--auto", "--wave", "2026", "--json").done)
    assert (grown["added"], grown["repeated"]) == (20, 30)
    assert row_of(say, shop, "P1")["n"] == 50
    assert b"R_1abc" not in shop.read_bytes()


def test_what_was_too_doubtful_is_pointed_to(say: Say, shop: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,P1\n" + "".join(f"{n},{n % 10 + 1}\n" for n in range(40)), encoding="utf-8")
    assert "inspect --project says what is doubtful" in say("import", shop, file, "--auto").refusal
    table = say("inspect", file, "--project", shop).done
    assert "to be asked" in table


def test_only_a_survey_that_is_alike_is_compared(say: Say, shop: Path, tmp_path: Path) -> None:
    first = csv_file(tmp_path, "a.csv", "P1,colour,town,age", *[f"{n},red,Oulu,{n + 20}" for n in range(10)])
    assert say("import", shop, first, "--map", "P1=P1", "--wave", "2025").done
    other = csv_file(tmp_path, "b.csv", "P1,food,staff,price", *[f"{n % 7},{n % 5},1,{n}" for n in range(9)])
    account = json.loads(say("import", shop, other, "--map", "P1=P1", "--wave", "2026", "--json").done)
    assert account["changes"] == []
    grown = csv_file(tmp_path, "c.csv", "P1,colour,town,age,shop", *[f"{n},red,Oulu,{n + 20},x" for n in range(8)])
    account = json.loads(say("import", shop, grown, "--map", "P1=P1", "--wave", "2027", "--json").done)
    assert account["changes"] == ["New since a.csv: the columns shop."]


def test_codes_that_nobody_explained_are_asked_about_and_told(say: Say, make_project: Make, tmp_path: Path) -> None:
    shop = make_project("Order,Order form,share:yes,90")
    file = csv_file(tmp_path, "a.csv", "id,told", *[f"{n},{code}" for n, code in enumerate([1, 2, 2, 1, 9, 0])])
    refused = say("import", shop, file, "--map", "told=P1").refusal
    assert "6 × neither counted nor its counterpart" in refused
    assert "told holds the codes 1, 2, 9, 0: which of them mean “yes”?" in refused
    said = ["--recode", "told=1:1,2:0", "--missing", "told=9"]
    account = json.loads(say("import", shop, file, "--map", "told=P1", *said, "--dry-run", "--json").done)
    assert account["used"] == {"P1": 4}
    assert [one["doubt"] for one in account["doubts"]] == ["told holds the codes 0: which of them mean “yes”?"]
    text = say("import", shop, file, "--map", "told=P1", *said).done
    assert "to be asked: P1: told holds the codes 0: which of them mean “yes”?" in text
    assert "to be asked" in say("sources", shop).done
