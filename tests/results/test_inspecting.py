"""What a file looks like: kinds, ranges, missing, and suggestions that are made and never applied."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.results.inspecting import inspect_file
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.readers.grid import Wish
from journeymapper.results.suggestions import likely_scale

Files = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("here")


def column(path: Path, name: str) -> ColumnFacts:
    return next(facts for facts in inspect_file(path).columns if facts.name == name)


def test_the_survey_of_2017(data: Path) -> None:
    inspection = inspect_file(data / "surveys" / "2017_SFO_Customer_Survey_20250817.csv")
    assert (inspection.format, inspection.encoding, inspection.delimiter, inspection.decimal) == (
        "CSV",
        "utf-8",
        ",",
        ".",
    )
    assert (inspection.header_row, inspection.rows, len(inspection.columns)) == (1, 2831, 97)
    facts = {facts.name: facts for facts in inspection.columns}
    nps = facts["NETPRO"]
    assert (nps.kind, nps.low, nps.high, nps.distinct, nps.missing) == ("scale", 0, 11, 12, 1)
    assert nps.counts[:2] == (("10", 872), ("8", 677))
    assert {name: facts[name].kind for name in ("RESPNUM", "DAY", "Q7ALL", "WEIGHT", "DESTINATION", "Q9COM3")} == {
        "RESPNUM": "id", "DAY": "choice", "Q7ALL": "scale", "WEIGHT": "number", "DESTINATION": "text",
        "Q9COM3": "empty",
    }  # fmt: skip
    said = [message.english() for message in inspection.suggestions]
    assert "NETPRO: a scale from 0 to 10 with 11 beside it; codes for no answer must be named." in said
    assert any("Q7FOOD" in text and "from 1 to 5 with 0, 6 beside it" in text for text in said)
    assert "Q7ALL: not a number and not used: “Blank”." in said


def test_kinds_of_columns(file: Files) -> None:
    lines = ["id;nps;aika;päivä;kanava;avoin;tyhjä"] + [
        f"r-{number};{number % 11};{number * 1.5:.1f};{number % 28 + 1}.5.2026;{'puhelin' if number % 2 else 'verkko'};"
        f"oma vastaus {number};".replace(".", ",", 1)
        for number in range(60)
    ]
    path = file("\n".join(lines), encoding="cp1252")
    kinds = {facts.name: facts.kind for facts in inspect_file(path).columns}
    assert kinds == {
        "id": "id", "nps": "scale", "aika": "number", "päivä": "date", "kanava": "choice", "avoin": "text",
        "tyhjä": "empty",
    }  # fmt: skip
    assert (column(path, "aika").low, column(path, "aika").high) == (0, 88.5)
    assert (column(path, "päivä").low, column(path, "päivä").high) == ("2026-05-01", "2026-05-28")


def test_times_of_day_are_no_days(file: Files) -> None:
    rows = "".join(f"12/31/1899 {n % 12 + 1}:00:00 AM,1{n % 10}:30,2026-05-{n % 28 + 1:02}\n" for n in range(30))
    columns = inspect_file(file("left,came,day\n" + rows)).columns
    assert [(facts.kind, facts.reason.english()) for facts in columns if facts.reason] == [
        ("text", "times of day, without a day"),
        ("text", "times of day or lengths of time"),
        ("date", "nearly all of its cells are days"),
    ]


def test_titles_totals_and_ambiguous_days_are_told(file: Files) -> None:
    said = [
        m.english() for m in inspect_file(file("Report\n\nday,q\n03/04/2026,5\n04/05/2026,4\nTotal,9\n")).suggestions
    ]
    assert "2 rows above the header were taken for titles." in said
    assert "Row 6 looks like a total; totals at the end are not imported." in said


def test_labels_that_begin_with_their_number_are_told(file: Files) -> None:
    rows = ["1 - Very bad", "5 - Very good"] * 5
    said = [m.english() for m in inspect_file(file("q\n" + "\n".join(rows))).suggestions]
    assert "q: the number that begins each label is read as the answer." in said


@pytest.mark.parametrize(
    ("tally", "scale"),
    [
        ({0: 1, 5: 3, 6: 2, 7: 9, 8: 12, 9: 20, 10: 30, 11: 4}, (0, 10)),
        ({0: 9, 1: 1, 2: 3, 3: 20, 4: 40, 5: 30, 6: 25}, (1, 5)),
        ({1: 1, 2: 3, 3: 20, 4: 40, 5: 30, 99: 2}, (1, 5)),
        ({1: 1, 2: 1, 3: 2, 4: 5, 5: 9, 6: 9, 7: 4, -1: 1}, (1, 7)),
        ({1: 2, 2: 1, 4: 2, 5: 5, 6: 9, 8: 9, 9: 4, 10: 8}, (1, 10)),
        ({1: 50, 2: 50}, None),
        ({}, None),
    ],
)
def test_the_likely_scale(tally: dict[int, int], scale: tuple[int, int] | None) -> None:
    assert likely_scale(Counter(tally)) == scale


def test_a_wish_wins_over_what_was_found(file: Files) -> None:
    path = file("a;b\n1,5;2\n")
    assert inspect_file(path).decimal == ","
    assert inspect_file(path, Wish(decimal=".", delimiter=",")).columns[0].name == "a;b"
    assert inspect_file(path, Wish(header_row=0)).rows == 2
