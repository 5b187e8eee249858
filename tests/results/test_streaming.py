"""Large files stream through DuckDB: the same tally as from a file that is held, Parquet, folders, cancel."""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from journeymapper.model.messages import Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.sources import Band, ColumnUse, CommentUse, Mapping, Rule
from journeymapper.results import big, streamed_files
from journeymapper.results.importing import read_results
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Counted, CountTask
from journeymapper.storage.tallies import tally_hash

MAPPING = Mapping(
    columns=(ColumnUse(column="Q1", point="P1", missing=("99",)), ColumnUse(column="Q2", point="P2", base="Age >= 18")),
    segments=("Region",),
    bands=(Band(column="Age", edges=("0", "18", "65")),),
    rules=(Rule(name="kind", expression='"low" if Q1 < 5 else "high"'),),
    wave_column="Day",
    granularity="month",
    weight="w",
    where="Region != 'Åbo'",
)
METRICS = {"P1": parse_metric("nps"), "P2": parse_metric("csat-mean")}


def rows(number: int) -> Iterator[list[str]]:
    chance = random.Random(7)
    for _ in range(number):
        first = chance.choice(["", "99", "n/a", *map(str, range(11))])
        second = chance.choice(["", "1", "2,5", "5", "9"])
        region = chance.choice(["Oulu", "Åbo", 'Say "hi"', "a;b", "two\nlines"])
        day = f"{chance.randint(1, 28):02}.{chance.randint(1, 4):02}.2026 12:{chance.randint(10, 59)}"
        yield [first, second, region, str(chance.randint(10, 80)), day, chance.choice(["1", "0,5", "x"]), "note"]


def written(path: Path, number: int = 600, encoding: str = "utf-8") -> Path:
    import csv

    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Q1", "Q2", "Region", "Age", "Day", "w", "it's\na note"])
        writer.writerows(rows(number))
    return path


@contextmanager
def streamed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(streamed_files, "BIG", 1)
        yield


def counted(path: Path, mapping: Mapping = MAPPING) -> Counted:
    found = perform(CountTask(path=os.fsencode(path), mapping=mapping, metrics=METRICS))
    assert isinstance(found, Counted)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_pandas_and_duckdb_give_the_same_tally(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    path = written(tmp_path / "odd [1]*'s.csv", encoding=encoding)
    held = counted(path)
    with streamed(monkeypatch):
        assert streamed_files.is_streamed(path)
        flowed = counted(path)
    assert tally_hash(flowed.tally) == tally_hash(held.tally)
    assert (flowed.used, flowed.rows, flowed.filtered) == (held.used, held.rows, held.filtered)
    assert (flowed.sha256, flowed.columns_left) == (held.sha256, held.columns_left)
    accounts = [{(one.point, one.reason): one.count for one in each.unused} for each in (flowed, held)]
    assert accounts[0] == accounts[1]
    firsts = [{(one.point, one.reason): one.rows[0] for one in each.unused} for each in (flowed, held)]
    assert firsts[0] == firsts[1]


@pytest.mark.parametrize("late", [0, 1])
def test_rows_counted_without_numbers_begin_where_they_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: int
) -> None:
    """A first look that has every row more than once, and a row that comes up only after it."""
    path = tmp_path / "even.csv"
    answers = [f"{(number * 7) % 11};{number % 4 + 1};Oulu" for number in range(400)]
    path.write_text("\n".join(["Q1;Q2;Region", *answers, *["n/a;5;Turku"] * late, *answers]), encoding="utf-8")
    uses = (ColumnUse(column="Q1", point="P1"), ColumnUse(column="Q2", point="P2"))
    mapping = Mapping(columns=uses, segments=("Region",), wave="2026")
    held = counted(path, mapping)
    with streamed(monkeypatch):
        monkeypatch.setattr("journeymapper.results.big.HEAD", 200)
        numbered: list[bool] = []
        plain = big._put_together

        def watched(*given: Any, **named: Any) -> Any:
            numbered.append(named.get("numbered", True))
            return plain(*given, **named)

        monkeypatch.setattr(big, "_put_together", watched)
        flowed = counted(path, mapping)
    assert numbered == [True, False, *[True] * late]
    assert tally_hash(flowed.tally) == tally_hash(held.tally)
    assert flowed.unused == held.unused
    assert (flowed.used, flowed.rows) == (held.used, held.rows)


def test_too_many_combinations_leave_each_point_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "many.csv")
    uses = (ColumnUse(column="Q1", point="P1"), ColumnUse(column="Q2", point="P2"))
    mapping = Mapping(columns=uses, segments=("Region",), wave="2026")
    held = counted(path, mapping)
    with streamed(monkeypatch):
        monkeypatch.setattr("journeymapper.results.big.MOST", 100)
        flowed = counted(path, mapping)
    assert not flowed.tally.joint
    for point in METRICS:
        for column in (flowed.tally, held.tally):
            assert len(column.answers[point]) == len(column.counts)
        sums = [
            sum(a * c for a, c in zip(each.answers[point], each.counts, strict=True) if a is not None)
            for each in (flowed.tally, held.tally)
        ]
        assert sums[0] == sums[1]
    assert flowed.used == held.used


def test_a_folder_of_parquet_is_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "year=2026"
    folder.mkdir()
    for part in range(3):
        duckdb.sql(
            f"COPY (SELECT (i % 11)::INT AS Q1, TIMESTAMP '2026-02-03 10:00:00' AS Day FROM range(110) t(i)) "
            f"TO '{folder}/part{part}.parquet'"
        )
    mapping = Mapping(columns=(ColumnUse(column="Q1", point="P1"),), wave_column="Day")
    found = counted(folder, mapping)
    assert (found.rows, found.used, set(found.tally.waves)) == (330, {"P1": 330}, {"2026-02"})
    assert set(found.tally.counts) == {30}
    assert counted(folder / "part0.parquet", mapping).used == {"P1": 110}


def test_comments_of_large_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with streamed(monkeypatch), pytest.raises(Refusal, match="too large for its comments"):
        counted(written(tmp_path / "a.csv", 5), Mapping(comments=(CommentUse(column="Q1", point="P1"),), wave="1"))


def test_rows_of_all_lengths_come_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text("Q1;Q2\n1;2\n3\n\n5;4;6\n")
    mapping = Mapping(columns=(ColumnUse(column="Q1", point="P1"), ColumnUse(column="Q2", point="P2")), wave="1")
    held = counted(path, mapping)
    with streamed(monkeypatch):
        flowed = counted(path, mapping)
    assert tally_hash(flowed.tally) == tally_hash(held.tally)
    assert flowed.used == held.used == {"P1": 3, "P2": 2}


class Enough(Exception):
    pass


def test_a_stream_tells_how_far_it_is_and_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Callable[..., Project]
) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"Q1,pad\n" + b"7,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" * 1_100_000)
    mapping = Mapping(columns=(ColumnUse(column="Q1", point="P1"),), wave="2026")
    shares: list[float] = []
    imported = read_results(path, mapping, project("nps"), today=date(2026, 1, 1), progress=shares.append)
    assert imported.result_set.account.used == {"P1": 1_100_000}
    assert all(0 <= share <= 1 for share in shares)

    def stop() -> None:
        raise Enough

    with pytest.raises(Enough):
        read_results(path, mapping, project("nps"), today=date(2026, 1, 1), tick=stop)
