"""Spoilt files of every format: each is read or refused in a sentence, soon; what ends the reader ends nothing else."""

import gzip
import io
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
import xlsxwriter

from journeymapper.model.messages import Refusal
from journeymapper.results.inspecting import inspect_file
from tests.results.mutating import SECONDS, Readers, spoilt, spoilt_inside

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs limits of memory and select on pipes")

FEW, MANY = 25, 2_000
FRAME = pd.DataFrame(
    {
        "nps": [float(n % 11) for n in range(40)],
        "why": [f"because {n % 7}" for n in range(40)],
        "day": [date(2026, 5, n % 28 + 1) for n in range(40)],
    }
)
LABELS = {"nps": {0.0: "not at all likely", 10.0: "extremely likely"}}


def csv(_: Path) -> bytes:
    return FRAME.to_csv(sep=";", decimal=",").encode("cp1252")


def xlsx(_: Path) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet("S")
        for column, name in enumerate(FRAME.columns):
            page.write_column(0, column, [name, *(FRAME[name] if name == "nps" else FRAME[name].astype(str))])
        page.merge_range("A50:B51", "merged")
    return data.getvalue()


def sav(path: Path) -> bytes:
    options = {"variable_value_labels": LABELS, "missing_ranges": {"nps": [9]}, "column_labels": ["Q", "W", "D"]}
    pyreadstat.write_sav(FRAME, str(path), **options)
    return path.read_bytes()


def zsav(path: Path) -> bytes:
    pyreadstat.write_sav(FRAME, str(path), compress=True)
    return path.read_bytes()


def por(path: Path) -> bytes:
    pyreadstat.write_por(FRAME, str(path))
    return path.read_bytes()


def dta(path: Path) -> bytes:
    pyreadstat.write_dta(FRAME, str(path), variable_value_labels={"nps": {1: "a", 2: "b"}})
    return path.read_bytes()


def parquet(path: Path) -> bytes:
    import duckdb

    with duckdb.connect() as database:
        database.execute(
            f"COPY (SELECT i % 11 AS nps, 'why ' || i AS why FROM range(300) r(i)) TO '{path}' (FORMAT parquet)"
        )
    return path.read_bytes()


def records(_: Path) -> bytes:
    return json.dumps(
        {"results": [{"nps": n % 11, "more": {"why": f"b {n}", "list": [1, "x"]}} for n in range(40)]}
    ).encode()


def xes(_: Path) -> bytes:
    stamp = '<date key="time:timestamp" value="2026-01-01T10:00:00Z"/>'
    event = f'<event><string key="concept:name" value="Call"/>{stamp}</event>'
    trace = f'<trace><string key="concept:name" value="7"/>{event * 4}</trace>'
    return f'<?xml version="1.0" encoding="utf-8"?><log xmlns="http://www.xes-standard.org/">{trace * 9}</log>'.encode()


def xes_gz(path: Path) -> bytes:
    return gzip.compress(xes(path))


FORMATS: dict[str, Callable[[Path], bytes]] = {
    "csv": csv, "xlsx": xlsx, "sav": sav, "zsav": zsav, "por": por, "dta": dta, "parquet": parquet, "json": records,
    "xes": xes, "xes.gz": xes_gz,
}  # fmt: skip
SEALED = ("parquet", "xes.gz")  # sums tell nearly every change
REAL = {"xls": "odd_files/messytables/span_rich.xls", "ods": "odd_files/calamine/date.ods"}


@pytest.fixture
def readers() -> Iterator[Readers]:
    found = Readers()
    yield found
    found.close()


def read_spoilt(readers: Readers, whole: bytes, ending: str, folder: Path, number: int) -> Counter[str]:
    """How so many spoilt files were taken. What ended or stopped the reader is a sentence to the real caller."""
    chance = random.Random(f"{ending} 20261128")
    found: Counter[str] = Counter()
    sentences = 0
    path = folder / f"spoilt.{ending}"
    for _ in range(number):
        inside = whole.startswith(b"PK") and chance.random() < 0.6
        path.write_bytes(spoilt_inside(whole, chance) if inside else spoilt(whole, chance))
        word, seconds = readers.outcome(path)
        found[word.split()[0]] += 1
        assert seconds < SECONDS, word
        if word not in ("read", "refused") and sentences < 8:
            sentences += 1
            with pytest.raises(Refusal, match=r"^spoilt\."):
                inspect_file(path)
    return found


def taken(found: Counter[str], number: int) -> bool:
    """Whether nearly all were read or refused on purpose rather than by the end of their reader."""
    return found["late"] == 0 and found["read"] + found["refused"] >= 0.9 * number


@pytest.mark.parametrize("ending", FORMATS)
def test_spoilt_files(readers: Readers, tmp_path: Path, ending: str) -> None:
    whole = FORMATS[ending](tmp_path / f"whole.{ending}")
    found = read_spoilt(readers, whole, ending, tmp_path, FEW)
    assert taken(found, FEW), found
    assert found["read"] or ending in SEALED


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("ending", FORMATS)
def test_two_thousand_spoilt_files(readers: Readers, tmp_path: Path, ending: str) -> None:
    whole = FORMATS[ending](tmp_path / f"whole.{ending}")
    found = read_spoilt(readers, whole, ending, tmp_path, MANY)
    assert taken(found, MANY), found


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("ending", REAL)
def test_two_thousand_spoilt_files_of_real_workbooks(readers: Readers, data: Path, tmp_path: Path, ending: str) -> None:
    found = read_spoilt(readers, (data / REAL[ending]).read_bytes(), ending, tmp_path, MANY)
    assert taken(found, MANY), found
