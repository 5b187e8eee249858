"""Odd files that people really made: where their header is, and that nothing makes the reader stop."""

from pathlib import Path

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.opening import open_table

HEADERS = {
    "calamine/any_sheets.xlsx": (0, "Column A", 2, 4),
    "calamine/header-row.xlsx": (9, "Columns", 4, 1),
    "calamine/inventory-table.xlsx": (1, "Item", 3, 4),
    "calamine/merge_cells.xlsx": (1, "Row Merge", 3, 1),
    "calamine/date.ods": (0, "Column A", 2, 4),
    "clevercsv/imdb.csv": (1, "fn", 44, 100),
    "clevercsv/milk.csv": (1, "UK Availability Disposals and Production of Milk and Milk Products Year", 23, 379),
    "csvkit/bad.csv": (1, "column_a", 4, 3),
    "csvkit/mac_newlines.csv": (1, "a", 3, 2),
    "csvkit/null_byte.csv": (1, "a", 3, 1),
    "csvkit/sheets.xlsx": (1, "text", 8, 5),
    "csvkit/test_empty_columns.csv": (1, "a", 3, 2),
    "csvkit/test_header_newline.csv": (1, "start end", 3, 1),
    "csvkit/test_latin1.csv": (1, "a", 3, 2),
    "messytables/begrotingsanalyse-2011.csv": (4, "Column A", 14, 39),
    "messytables/complex.csv": (1, "date", 4, 3),
    "messytables/excel_pasting.csv": (4, "Year", 9, 16),
    "messytables/long.csv": (1, "foo", 1, 3999),
    "messytables/null.csv": (0, "Column A", 4, 10),
    "messytables/simple.xlsx": (1, "date", 3, 6),
    "messytables/span_rich.xls": (1, "I", 4, 5),
    "messytables/utf8bom.csv": (1, "kitten", 2, 0),
    "readxl/deaths.xlsx": (5, "Name", 6, 14),
    "readxl/geometry.xlsx": (3, "Column A", 4, 3),
    "readxl/iris-google-doc.xlsx": (1, "Sepal.Length", 5, 150),
    "readxl/skipping.xlsx": (3, "var1", 2, 2),
    "readxl/type-me.xlsx": (1, "maybe boolean?", 2, 10),
    "readxl/unnamed-duplicated-columns.xlsx": (1, "Column A", 4, 2),
}


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_is_where_a_person_would_look(data: Path, name: str) -> None:
    with open_table(data / "odd_files" / name, Wish()) as table:
        rows = sum(1 for _ in table.rows)
    assert (table.header_row, table.names[0], len(table.names), rows) == HEADERS[name]


@pytest.mark.parametrize(
    ("name", "rows", "column"),
    [
        ("surveymonkey_StarWars.csv", 1186, "Have you seen any of the 6 films in the Star Wars franchise?"),
        ("qualtrics_Sample_Survey (Insights).csv", 5, "ResponseSet"),
        ("qualtrics_sample_legacy.csv", 1, "V2"),
        ("limesurvey_998192.csv", 7, "Date submitted"),
        ("googleforms_fi_2021_results.xlsx", 500, "Missä kaupungissa työpaikkasi pääasiallinen toimisto sijaitsee?"),
    ],
)
def test_rows_that_explain_the_header_are_no_answers(data: Path, name: str, rows: int, column: str) -> None:
    with open_table(data / "exports" / name, Wish()) as table:
        assert sum(1 for _ in table.rows) == rows
    assert table.names[1] == column


def looked_at(path: Path) -> tuple[tuple[str, ...], str]:
    """The columns of a file whose rows were all read, or the reason why they were not."""
    try:
        with open_table(path, Wish()) as table:
            for _ in table.rows:
                pass
            return table.names, ""
    except Refusal as refusal:
        return (), str(refusal)


def test_every_odd_file_is_inspected_or_refused(data: Path) -> None:
    folders = (data / "odd_files", data / "exports", data / "maps")
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        names, reason = looked_at(path)
        assert all(names)
        assert not reason or path.name in reason


def test_a_damaged_survey_is_refused_by_the_reader_process_in_a_sentence(data: Path, tmp_path: Path) -> None:
    """Which of the many ways to spoil a file make the library end its process differs from version to version."""
    whole = (data / "exports" / "haven_umlauts.sav").read_bytes()
    for place in range(4, len(whole), 60):
        path = tmp_path / f"spoilt{place}.sav"
        path.write_bytes(whole[:place] + b"\xff" * 4 + whole[place + 4 :])
        try:
            inspect_file(path)
        except Refusal as refusal:
            assert path.name in str(refusal)  # noqa: PT017 - a refusal is as good as a table
