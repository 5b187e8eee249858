"""Aggregated results: figures and counts that somebody else computed, all of them or none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.model.tally import Reported
from journeymapper.results.importing import Imported, read_results
from journeymapper.results.spreads import counts_of

Files = Callable[..., Path]
Projects = Callable[..., Project]

pytestmark = pytest.mark.usefixtures("here")


def read(path: Path, project: Project, wave: str = "") -> Imported:
    return read_results(path, Mapping(aggregates=True, wave=wave), project, today=date(2026, 11, 22))


def test_figures_with_and_without_intervals(file: Files, project: Projects) -> None:
    path = file(
        "Point;Wave;N;Value;Low;High\nP1;2026;48;+47,9;25,5;64,7\nP2;2026-Q2;1 240;72,5 %;;\nP1;2025;50;−10;;\n"
    )
    imported = read(path, project("nps", "csat"))
    assert imported.tally.reported == [
        Reported(point="P1", wave="2026", n=48, value=47.9, low=25.5, high=64.7),
        Reported(point="P2", wave="2026-Q2", n=1240, value=72.5),
        Reported(point="P1", wave="2025", n=50, value=-10),
    ]
    assert imported.tally.counts == []
    assert imported.result_set.waves == ("2025", "2026", "2026-Q2")
    assert imported.result_set.account.used == {"P1": 98, "P2": 1240}


def test_counts_of_answers(file: Files, project: Projects) -> None:
    path = file("point,wave,answer,count\nP1,2026,5,22\nP1,2026,4,9\nP1,2026,1,0\nP2,2026,yes,240\nP2,2026,no,91\n")
    imported = read(path, project("stars", "share:yes"))
    tally = imported.tally
    assert tally.answers == {"P1": [5, 4, None, None], "P2": [None, None, 1, 0]}
    assert tally.counts == tally.weights == tally.squares == [22, 9, 240, 91]
    assert imported.result_set.account.used == {"P1": 31, "P2": 331}


def test_an_agencys_headings_questions_and_shares(file: Files, project: Projects) -> None:
    made = project("csat-mean", "nps")
    asked = msgspec.structs.replace(made.points["P1"], question="How satisfied are you with the digging?")
    made = msgspec.structs.replace(made, points={**made.points, "P1": asked})
    path = file(
        "Kysymys;Vuosi;Keskiarvo;n;1;2;3;4;5\n"
        "How satisfied are you with the digging?;2025;3,9;201;5 %;10 %;15 %;30 %;40 %\n"
        "P2;2025;42,0;90;;;;;\n"
    )
    imported = read(path, made)
    counts = dict(zip(imported.tally.answers["P1"], imported.tally.counts, strict=True))
    assert counts == {1: 10, 2: 20, 3: 30, 4: 60, 5: 81}
    assert imported.tally.reported == [Reported(point="P2", wave="2025", n=90, value=42)]
    assert imported.result_set.account.used == {"P1": 201, "P2": 90}
    assert imported.result_set.account.columns_left == ()


@given(st.lists(st.integers(0, 100), min_size=3, max_size=11).filter(any), st.integers(1, 10_000))
def test_shares_become_counts_of_exactly_n(parts: list[int], n: int) -> None:
    total = sum(parts)
    shares = {str(answer): 100 * part / total for answer, part in enumerate(parts)}
    counts = counts_of(shares, n, {"file": "f", "row": 1})
    assert sum(counts.values()) == n
    assert all(abs(counts[answer] - n * share / 100) < 1 for answer, share in shares.items())


def test_shares_that_are_not_all_are_refused(file: Files, project: Projects) -> None:
    path = file("point,wave,n,1,2,3\nP1,2026,50,10 %,20 %,30 %\n")
    with pytest.raises(Refusal, match="row 2: the shares add up to 60, not to 100"):
        read(path, project("csat"))


def test_counts_by_day(file: Files, project: Projects) -> None:
    tally = read(
        file("piste;päivä;vastaus;lukumäärä\nP1;1.5.2026;4;10\nP1;2.5.2026;4;12\n"), project("smiley"), "2026"
    ).tally
    assert (tally.days, tally.counts, tally.waves) == (["2026-05-01", "2026-05-02"], [10, 12], ["2026", "2026"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("point,wave\nP1,2026\n", "needs the columns point, wave, n and value"),
        ("point,n,value\nP1,5,5\n", "no column wave, and no wave was given"),
        ("point,wave,n,value\nP1,2026,5,5\nP9,2026,5,5\n", "row 3: there is no measurement point P9; there are P1"),
        ("point,wave,n,value\nP1,,5,5\n", "row 2: the wave is missing"),
        ("point,wave,n,value\nP1,2026,5,200\n", "row 2, value: 200 is not possible there"),
        ("point,wave,n,value\nP1,2026,5,high\n", "row 2, value: high is not a number"),
        ("point,wave,n,value\nP1,2026,4.5,5\n", "row 2, n: 4.5 is not possible there"),
        ("point,wave,n,value\nP1,2026,0,5\n", "row 2, n: 0 is not possible there"),
        ("point,wave,n,value,low,high\nP1,2026,5,50,60,70\n", "row 2, low: 60 is not possible there"),
        ("point,wave,n,value\nP1,2026,5,5\nP1,2026,6,6\n", "row 3 repeats row 2"),
        ("point,wave,answer,count\nP1,2026,9,-5\n", "row 2, count: -5 is not possible there"),
        ("point,wave,answer,count\nP1,2026,9,5\n\nP1,2026,9,6\n", "row 4 repeats row 2"),
        ("point,wave,date,answer,count\nP1,2026,soon,9,5\n", "row 2, date: soon is not a day"),
    ],
)
def test_one_bad_row_refuses_the_file_and_is_named(file: Files, project: Projects, text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read(file(text), project("nps"))


def test_counts_of_answers_that_are_none_of_the_point_s_are_unused_with_their_reason(
    file: Files, project: Projects
) -> None:
    counted = read(
        file("point,wave,answer,count\nP1,2026,9,5\nP1,2026,11,7\nP1,2026,,2\nP1,2026,dk,3\n"), project("nps")
    )
    assert counted.tally.counts == [5]
    assert counted.result_set.account.used == {"P1": 5}
    assert [(u.reason, u.count, u.rows, u.examples) for u in counted.result_set.account.unused] == [
        ("off the scale", 7, (3,), ("11",)),
        ("blank", 2, (4,), ()),
        ("not a number", 3, (5,), ("dk",)),
    ]
