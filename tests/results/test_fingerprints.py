"""The hash of a large file: remembered while nobody touches it, never taken for another content."""

import hashlib
import os
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from journeymapper.model.measurement import Anchor, MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results import counted, fingerprints, worker
from journeymapper.results.fingerprints import Hashing, marks_of, remember, remembered
from journeymapper.results.importing import read_results
from journeymapper.results.inspecting import inspect_file

METRIC = parse_metric("csat-mean")
POINT = MeasurementPoint(id="P1", anchor=Anchor("relationship"), metric=METRIC.id)
PROJECT = Project(id="p", name="P", metrics={METRIC.id: METRIC}, points={"P1": POINT}, point_order=("P1",))
MAPPING = Mapping(columns=(ColumnUse(column="Q1", point="P1"),), wave="2026")


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is known from other tests."""
    monkeypatch.setattr(fingerprints, "_remembered", {})


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    return written(tmp_path / "answers.parquet", 3)


def written(path: Path, answer: int) -> Path:
    """A thousand answers in a file that is always streamed."""
    duckdb.sql(f"COPY (SELECT {answer} AS Q1 FROM range(1000)) TO '{path}' (FORMAT parquet)")
    return path


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def imported_hash(path: Path) -> str:
    return read_results(path, MAPPING, PROJECT, today=date(2026, 1, 1)).result_set.account.sha256


def test_looking_at_a_file_spares_the_import_its_hash(parquet: Path) -> None:
    inspect_file(parquet)
    assert remembered(parquet, marks_of(parquet)) in ("", sha256_of(parquet))
    remember(parquet, marks_of(parquet), "known")
    assert imported_hash(parquet) == "known"


def test_a_counted_file_is_remembered_until_it_is_touched(parquet: Path) -> None:
    first = imported_hash(parquet)
    assert first == sha256_of(parquet) == remembered(parquet, marks_of(parquet))
    kept = parquet.stat()
    written(parquet, 4)
    os.utime(parquet, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    assert parquet.stat().st_size == kept.st_size
    assert imported_hash(parquet) == sha256_of(parquet) != first


def test_a_file_that_is_changed_while_it_is_read_is_refused_and_not_remembered(
    parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = worker.run_reader

    def read_and_change(*given: Any, **named: Any) -> Any:
        reply = read(*given, **named)
        written(parquet, 4)
        return reply

    monkeypatch.setattr(counted, "run_reader", read_and_change)
    with pytest.raises(Refusal, match="was changed while it was read"):
        imported_hash(parquet)
    assert remembered(parquet, marks_of(parquet)) == ""


def test_a_folder_has_the_hash_of_its_files_names_and_hashes(tmp_path: Path) -> None:
    for number in (2, 1):
        written(tmp_path / f"part{number}.parquet", number)
    said = "".join(f"part{n}.parquet {sha256_of(tmp_path / f'part{n}.parquet')}\n" for n in (1, 2))
    assert Hashing(tmp_path).result() == hashlib.sha256(said.encode()).hexdigest()


def test_what_is_not_done_in_time_is_no_hash(parquet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "HASHED", 1)
    with parquet.open("ab") as file:
        file.truncate(50_000_000)
    assert Hashing(parquet).if_nearly_done() == ""


def test_a_file_that_is_gone_is_a_refusal_or_an_error_and_not_a_hash(tmp_path: Path) -> None:
    with pytest.raises((Refusal, OSError)):
        Hashing(tmp_path / "gone.parquet").result()
