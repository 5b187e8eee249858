"""Spreadsheets: what is written is read back, and oddities are taken as a person would take them."""

import io
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import as_text
from journeymapper.results.readers.grid import Grid, Wish
from journeymapper.results.readers.opening import open_table
from journeymapper.results.readers.table import Table, as_table
from journeymapper.results.readers.workbook import read_workbook


def book(*sheets: tuple[str, list[list[object]]], hidden: str = "", merge: str = "", epoch_1904: bool = False) -> bytes:
    """A workbook of sheets, their cells typed as Python has them."""
    data = io.BytesIO()
    options = {"in_memory": True, "date_1904": epoch_1904, "default_date_format": "d.m.yyyy"}
    with xlsxwriter.Workbook(data, options) as workbook:
        for name, rows in sheets:
            sheet = workbook.add_worksheet(name)
            if name == hidden:
                sheet.hide()
            else:
                sheet.activate()
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    if isinstance(value, str):
                        sheet.write_string(row, column, value)
                    else:
                        sheet.write(row, column, value)
            if merge:
                first = rows[0][0]
                sheet.merge_range(merge, first)
    return data.getvalue()


def grid_of(data: bytes, wish: Wish | None = None) -> Grid:
    return read_workbook(io.BytesIO(data), "file.xlsx", wish or Wish())


def table_of(data: bytes, wish: Wish | None = None) -> Table:
    return as_table(grid_of(data, wish), "file.xlsx", wish or Wish())


def test_typed_cells() -> None:
    cells: list[object] = ["007", 5, 2.25, True, date(2026, 12, 31), datetime.fromisoformat("2026-12-31T09:30"), "=1+1"]
    [row] = list(grid_of(book(("S", [cells]))).rows)
    assert row[:5] == ["007", 5.0, 2.25, "TRUE", "2026-12-31"]
    assert str(row[5]).startswith("2026-12-31")
    assert row[6] == "=1+1"
    assert [as_text(cell) for cell in row[:3]] == ["007", "5", "2.25"]


def test_both_date_systems() -> None:
    for epoch in (False, True):
        [row] = list(grid_of(book(("S", [[date(2026, 5, 1)]]), epoch_1904=epoch)).rows)
        assert row == ["2026-05-01"]


def test_a_formula_is_its_stored_value() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_formula(0, 0, "=SUM(B1:B9)", None, 42)
        sheet.write_formula(0, 1, '=WEBSERVICE("http://example.invalid")', None, "stored")
    assert list(grid_of(data.getvalue()).rows) == [[42.0, "stored"]]


def test_the_first_visible_sheet_with_a_table_is_read() -> None:
    data = book(("Old", [["a"], [1]]), ("Cover", [["Survey of 2026"]]), ("Answers", [["nps"], [9]]), hidden="Old")
    found = grid_of(data)
    assert found.sheet == "Answers"
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [
        ("Old", True), ("Cover", False), ("Answers", False)
    ]  # fmt: skip
    assert [note.values for note in found.notes] == [{"n": 3, "sheet": "Answers"}, {"sheets": "Old"}]


def test_a_sheet_by_its_name() -> None:
    data = book(("Answers", [["nps"], [9]]), ("Vanhat", [["ces"], [3]]), hidden="Vanhat")
    assert table_of(data, Wish(sheet="vanhat ")).names == ("ces",)
    with pytest.raises(Refusal, match=r"file\.xlsx has no sheet Uudet; it has Answers, Vanhat"):
        grid_of(data, Wish(sheet="Uudet"))


def test_titles_and_merged_headers() -> None:
    rows: list[list[object]] = [["Report", "", ""], ["", "", ""], ["id", "nps", "Why"], ["a", 9, "good"], ["b", 3, ""]]
    table = table_of(book(("S", rows), merge="A1:C1"))
    assert (table.header_row, table.names) == (3, ("id", "nps", "Why"))
    merged = table_of(book(("S", [["Satisfaction", "", "id"], [5, 4, "a"]]), merge="A1:B1"))
    assert merged.names == ("Satisfaction", "Satisfaction (2)", "id")


def test_rows_are_numbered_from_the_first_row_of_the_sheet() -> None:
    rows: list[list[object]] = [[], [], ["", "nps"], ["", 9], [], ["", 3]]
    assert [(row.number, row.cells) for row in table_of(book(("S", rows))).rows] == [(4, ["", 9.0]), (6, ["", 3.0])]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(
            st.floats(-1e9, 1e9).map(lambda value: round(value, 6))
            | st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Co", "Cn", "Cc")), max_size=20)
            | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_is_written_is_read_back(rows: list[list[object]]) -> None:
    found = list(grid_of(book(("S", [["a", "b", "c"], *rows]))).rows)[1:]
    expected = [[value.isoformat() if isinstance(value, date) else value for value in row] for row in rows]
    found += [["", "", ""]] * (len(expected) - len(found))
    assert [[cell if isinstance(cell, str) else pytest.approx(cell) for cell in row] for row in found] == expected


@pytest.mark.parametrize(("name", "day"), [("date.xlsx", "2021-01-01"), ("date_1904.xlsx", "2021-01-01"),
                                           ("date.xls", "2021-01-01"), ("date.ods", "2021-01-01")])  # fmt: skip
def test_dates_of_every_kind_of_workbook(data: Path, name: str, day: str) -> None:
    with open_table(data / "odd_files" / "calamine" / name, Wish()) as table:
        first = next(table.rows)
    assert first.cells == [day, 15.0]


@pytest.mark.parametrize("value", [time(9, 30), datetime.fromisoformat("2026-01-01T09:30:15")])
def test_a_time_of_day_is_text(value: time | datetime) -> None:
    [row] = list(grid_of(book(("S", [[value]]))).rows)
    assert isinstance(row[0], str)


def test_a_workbook_without_a_cell(file: Callable[..., Path]) -> None:
    table = table_of(book(("S", [])))
    assert (table.names, list(table.rows)) == ((), [])
