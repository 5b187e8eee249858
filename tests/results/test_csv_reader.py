"""Tables of text, in every dialect."""

import codecs
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.results.clean import number
from journeymapper.results.readers.csv import read_csv
from journeymapper.results.readers.grid import Grid, Wish
from journeymapper.results.readers.opening import open_table
from journeymapper.results.readers.table import Table, as_table


def grid_of(data: bytes, wish: Wish | None = None) -> Grid:
    return read_csv(io.BytesIO(data), "file.csv", wish or Wish())


def rows_of(data: bytes, wish: Wish | None = None) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in grid_of(data, wish).rows]


def table_of(data: bytes, wish: Wish | None = None) -> Table:
    return as_table(grid_of(data, wish), "file.csv", wish or Wish())


ROWS = [["nps", "Kommentti", "määrä"], ["9", 'hän sanoi "hyvä"', "1,5"], ["10", "kaksi\nriviä", "−2"], ["0", "", ""]]
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_delimiter_line_end_and_encoding(delimiter: str, ends: str, encoding: str) -> None:
    text = io.StringIO()
    rows = [[cell.replace("−", "-").replace("\n", ends) for cell in row] for row in ROWS]
    csv.writer(text, delimiter=delimiter, lineterminator=ends).writerows(rows)
    found = grid_of(text.getvalue().encode(encoding))
    assert list(found.rows) == rows
    assert found.delimiter == delimiter


@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(
            st.lists(
                st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n",;|\t'), max_size=12),
                min_size=width,
                max_size=width,
            ),
            min_size=1,
            max_size=8,
        )
    ),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_is_written_in_any_dialect_is_read_back(
    rows: list[list[str]], delimiter: str, ends: str, encoding: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=ends, quoting=csv.QUOTE_ALL).writerows(rows)
    wish = Wish(delimiter=delimiter, encoding="utf-8" if encoding == "utf-8" else "")
    assert rows_of(text.getvalue().encode(encoding), wish) == rows


@pytest.mark.parametrize(
    "name", ["comma_in_quotes", "empty_crlf", "json", "newlines", "quotes_and_newlines", "simple_crlf"]
)
def test_csv_spectrum(data: Path, name: str) -> None:
    folder = data / "odd_files" / "csv-spectrum"
    with open_table(folder / f"{name}.csv", Wish()) as table:
        found = [dict(zip(table.names, row.cells, strict=True)) for row in table.rows]
    assert found == json.loads((folder / f"{name}.json").read_bytes())


def test_csvkits_german_numbers(data: Path) -> None:
    with open_table(data / "odd_files" / "csvkit" / "test_locale.csv", Wish()) as table:
        [row] = table.rows
    with open_table(data / "odd_files" / "csvkit" / "test_locale_converted.csv", Wish()) as table:
        [expected] = table.rows
    assert [number(cell, ",") for cell in row.cells] == [number(cell, ".") for cell in expected.cells]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    table = table_of(b'Report of May\n\nnps;why\n9;"two\nlines"\n\n;\n3;short\n')
    assert (table.header_row, table.title_rows) == (3, ("Report of May", ""))
    assert [row.number for row in table.rows] == [4, 7]


def test_names_are_unique_and_none_is_empty() -> None:
    table = table_of(b"a,,a,A B,a (2),\n1,2,3,4,5,6\n")
    assert table.names == ("a", "Column B", "a (2)", "A B", "a (2) (2)", "Column F")


def test_a_file_without_a_header_keeps_its_first_row() -> None:
    table = table_of(b"1,5,2\n2,4,9\n3,3,1\n")
    assert table.header_row == 0
    assert [row.cells for row in table.rows] == [["1", "5", "2"], ["2", "4", "9"], ["3", "3", "1"]]


def test_the_wish_for_a_header_row_is_followed() -> None:
    data = b"1,2\nx,y\n3,4\n"
    assert table_of(data, Wish(header_row=2)).names == ("x", "y")
    assert table_of(data, Wish(header_row=1)).names == ("1", "2")
    with pytest.raises(Refusal, match="has no row 9"):
        table_of(data, Wish(header_row=9))


def test_excels_own_hint_names_the_delimiter() -> None:
    assert rows_of(b"sep=|\r\na,b|c\r\n1,2|3\r\n") == [["a,b", "c"], ["1,2", "3"]]


def test_a_backslash_protects_only_where_that_makes_rows_alike() -> None:
    assert rows_of(b"a,b\n1,x\\, y\n2,z\n3,w\n")[1] == ["1", "x, y"]
    assert rows_of(b"path,b\nC:\\temp,1\nD:\\new,2\n")[1] == ["C:\\temp", "1"]


def test_a_space_before_a_quotation_mark() -> None:
    assert rows_of(b'a, b\n1, "6,000"\n2, "7,000"\n') == [["a", "b"], ["1", "6,000"], ["2", "7,000"]]


def test_a_quotation_mark_that_never_ends_swallows_nothing() -> None:
    found = grid_of(b'nps,why\n9,"good\n3,bad\n')
    assert list(found.rows) == [["nps", "why"], ["9", '"good'], ["3", "bad"]]
    assert any("never closed" in note.text for note in found.notes)


def test_null_bytes_are_dropped() -> None:
    assert rows_of(b"a,b\n\x001,2\n") == [["a", "b"], ["1", "2"]]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"a,b\n1," + b"x" * 200_000, "row 2: a cell is longer"),
        (lambda: b"," * 20_000 + b"\n", "more than 16384 columns"),
        (lambda: bytes(range(32)) * 1000, "neither a table"),
        (lambda: b"%PDF-1.7\n1 0 obj", "neither a table"),
    ],
)
def test_limits_are_named(make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        rows_of(make())


def test_wishes_that_make_no_sense_are_refused() -> None:
    with pytest.raises(Refusal, match="klingon is not a known encoding"):
        rows_of(b"a,b\n", Wish(encoding="klingon"))
    with pytest.raises(Refusal, match="is not a known encoding"):
        rows_of(b"a,b\n", Wish(encoding="base64"))
    with pytest.raises(Refusal, match="x cannot separate"):
        rows_of(b"a,b\n", Wish(delimiter="x"))


def outcome(data: bytes) -> str:
    try:
        list(table_of(data).rows)
    except Refusal as refusal:
        return "refusal naming file.csv" if "file.csv" in str(refusal) else str(refusal)
    return "table"


@given(st.binary(max_size=300), st.binary(max_size=3), st.integers(0, 400))
def test_any_bytes_are_a_table_or_a_refusal(noise: bytes, patch: bytes, place: int) -> None:
    good = 'nps;syy;päivä\r\n9;"hyvä; nopea";31.12.2026\r\n3;huono;1.1.2026\r\n'.encode("cp1252") * 4
    for data in (noise, good[:place] + patch + good[place:], codecs.BOM_UTF16_LE + noise):
        assert outcome(data) in ("table", "refusal naming file.csv")
