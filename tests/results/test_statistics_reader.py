"""Files of SPSS and Stata: real ones against facts read with other programs, written ones read back."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.grid import Field, Wish
from journeymapper.results.readers.opening import open_table
from journeymapper.results.readers.statistics import looks_like_statistics
from journeymapper.results.readers.table import Table

Kept = tuple[Table, list[list[Cell]]]


def read(path: Path, wish: Wish | None = None) -> Kept:
    with open_table(path, wish or Wish()) as table:
        return table, [row.cells for row in table.rows]


def field(table: Table, name: str) -> Field:
    return next(found for found in table.fields if found.name == name)


def test_labels_and_declared_missing_values_of_a_heart_study(data: Path) -> None:
    table, rows = read(data / "exports" / "foreign_electric.sav")
    assert (table.format, table.platform, table.encoding, len(rows)) == ("SAV", "SPSS", "WINDOWS-1252", 240)
    assert (table.header_row, table.names[0]) == (0, "CASEID")
    day = field(table, "DAYOFWK")
    assert (day.label, day.labels["9"], day.labels["4"], day.missing) == ("DAY OF DEATH", "MISSING", "WEDNSDAY", ("9",))
    assert rows[0][:3] == [13.0, 3.0, 40.0]
    assert rows[0][table.names.index("FAMHXCVR")] == "Y"


def test_times_that_no_calendar_of_python_holds_do_not_stop_the_reading(data: Path) -> None:
    _, rows = read(data / "exports" / "haven_datetime.sav")
    assert rows[1] == ["2014-09-23", "2014-09-23 15:59:20", "15:59:20"]
    assert rows[0][0] == "2014-09-22"


@pytest.mark.parametrize("name", ["pyreadstat_sample.sav", "pyreadstat_sample.zsav"])
def test_dates_and_labels_of_both_packings(data: Path, name: str) -> None:
    table, rows = read(data / "exports" / name)
    assert table.format == name.rpartition(".")[2].upper()
    assert rows[1][:4] == ["b", 1.2, "1880-05-06", "1880-05-06 10:10:10"]
    assert rows[1][6] == "23:10:10"
    assert field(table, "myord").labels == {"1": "low", "2": "medium", "3": "high"}


def test_ranges_of_missing_values_name_the_values_that_occur(data: Path) -> None:
    table, _ = read(data / "exports" / "pyreadstat_sample_missing.sav")
    assert field(table, "mynum").missing == ("-1", "2500")
    assert field(table, "myord").missing == ("-1", "-3")
    table, _ = read(data / "exports" / "pyreadstat_simple_alltypes.sav")
    assert field(table, "x").missing == ("8",)
    assert field(table, "z").missing == ("-9", "999")


def test_sets_of_several_answers_are_told(data: Path) -> None:
    table, _ = read(data / "exports" / "pyreadstat_simple_alltypes.sav")
    assert "bool1, bool2, bool3 are one question with several answers: My multiple response set." in [
        note.english() for note in table.notes
    ]


def test_umlauts(data: Path) -> None:
    table, _ = read(data / "exports" / "haven_umlauts.sav")
    assert table.questions == ("This is an ä-umlaut",)
    assert list(table.fields[0].labels.values()) == ["the ä umlaut", "the ü umlaut", "the ö umlaut"]


FRAME = {
    "nps": [9.0, 10.0, 3.0, 99.0],
    "miksi": ["hyvä", "nopea", "", "ei käy"],
    "day": [date(2026, 5, d) for d in (1, 2, 3, 4)],
}


def written(write: Callable[..., None], path: Path, **options: Any) -> Path:
    write(pd.DataFrame(FRAME), str(path), **options)
    return path


def test_what_is_written_for_spss_is_read_back(tmp_path: Path) -> None:
    options: dict[str, Any] = {
        "column_labels": ["Kuinka todennäköisesti suosittelisit?", "Miksi?", "Päivä"],
        "variable_value_labels": {"nps": {0.0: "en lainkaan", 10.0: "erittäin"}},
        "missing_ranges": {"nps": [99]},
    }
    for name, more in (("a.sav", {}), ("a.zsav", {"compress": True})):
        table, rows = read(written(pyreadstat.write_sav, tmp_path / name, **options, **more))
        assert table.questions[0] == "Kuinka todennäköisesti suosittelisit?"
        assert field(table, "nps") == Field(
            name="nps", label=table.questions[0], labels={"0": "en lainkaan", "10": "erittäin"}, missing=("99",)
        )
        assert rows[0] == [9.0, "hyvä", "2026-05-01"]


def test_the_portable_file_of_spss(tmp_path: Path) -> None:
    path = tmp_path / "a.por"
    frame = pd.DataFrame({**FRAME, "miksi": ["a", "b", "", "c"]})
    pyreadstat.write_por(frame, str(path), column_labels=["Recommend?", "Why?", "Day"])
    table, rows = read(path)
    assert (table.format, table.names, table.questions[0]) == ("POR", ("NPS", "MIKSI", "DAY"), "Recommend?")
    assert (rows[2][0], rows[2][2]) == (3.0, "2026-05-03")


def test_what_is_written_for_stata_is_read_back(tmp_path: Path) -> None:
    frame = pd.DataFrame({"q": [1, 2, "a", 5], "city": ["Oulu", "a", "", "Espoo"]})
    pyreadstat.write_dta(
        frame,
        str(tmp_path / "a.dta"),
        column_labels=["How satisfied?", "City"],
        variable_value_labels={"q": {1: "bad", 5: "good", "a": "refused"}},
        missing_user_values={"q": ["a"]},
    )
    table, rows = read(tmp_path / "a.dta")
    assert (table.format, table.platform) == ("DTA", "Stata")
    assert [row[0] for row in rows] == [1.0, 2.0, ".a", 5.0]
    assert [row[1] for row in rows] == ["Oulu", "a", "", "Espoo"]
    assert field(table, "q").missing == (".a",)
    assert field(table, "q").labels["5"] == "good"


def test_a_name_that_no_library_would_take(data: Path, tmp_path: Path) -> None:
    odd = tmp_path / "kysely [ä] *.sav"
    odd.write_bytes((data / "exports" / "haven_umlauts.sav").read_bytes())
    assert len(read(odd)[1]) == 4


def test_notes_of_stata(data: Path) -> None:
    table, rows = read(data / "exports" / "haven_notes.dta")
    assert (table.names, len(rows)) == (("id", "female", "treatment", "outcome"), 5)


def test_only_files_of_statistics_are_taken_for_them(data: Path) -> None:
    for path in (data / "exports").iterdir():
        is_one = path.suffix in (".sav", ".zsav", ".dta")
        assert looks_like_statistics(path.read_bytes()[:4096]) == is_one


def test_half_a_file_is_refused(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "half.sav"
    path.write_bytes((data / "exports" / "foreign_electric.sav").read_bytes()[:900])
    with pytest.raises(Refusal, match=r"half\.sav is damaged"):
        read(path)


def test_parquet_is_read_back(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "tulokset [1].parquet"
    with duckdb.connect() as database:
        database.execute(
            "COPY (SELECT i % 11 AS nps, i * 1.5 AS \"määrä\", DATE '2026-05-01' + i::INTEGER AS day, 'äö' || i AS t, "
            f"[i, i + 1] AS l, NULL AS nothing, i % 2 = 0 AS even FROM range(25000) r(i)) TO '{path}' (FORMAT parquet)"
        )
    table, rows = read(path)
    assert (table.format, table.names) == ("Parquet", ("nps", "määrä", "day", "t", "l", "nothing", "even"))
    assert len(rows) == 25_000
    assert rows[1] == [1.0, 1.5, "2026-05-02", "äö1", "1, 2", "", "FALSE"]
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(Refusal, match="damaged: it cannot be read as Parquet"):
        read(path)


def test_no_bytes_are_taken_for_statistics() -> None:
    assert not looks_like_statistics(b"")
    assert not looks_like_statistics(io.BytesIO(b"nps;why\n9;good\n").read())
