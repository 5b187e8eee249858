"""`drivers`: published reference data through import and the command line."""

import json
from pathlib import Path

import pytest

from tests.analysis.drivers.published import MTCARS, MTCARS_COLUMNS, SWISS, SWISS_COLUMNS, rows_of
from tests.cli.conftest import Make, Say

SWISS_WEIGHTS = {
    "Agriculture": (0.0570912207681, 0.048416895812, -0.312921282500),
    "Examination": (0.1711730289002, 0.154708249806, -0.164778222539),
    "Education": (0.2601346786244, 0.271964104646, -0.670400780106),
    "Catholic": (0.1055701503735, 0.114680029948, 0.347600028144),
    "Infant.Mortality": (0.1127659229265, 0.116965721381, 0.251135976299),
}
MTCARS_WEIGHTS = {
    "cyl": (0.2470520332352, 0.228479725928),
    "disp": (0.2434995947956, 0.222146870540),
    "hp": (0.2109128995443, 0.232174439299),
    "gear": (0.0777251114079, 0.096388603215),
}


def imported(say: Say, make_project: Make, folder: Path, columns: tuple[str, ...], text: str) -> Path:
    project = make_project(*(f"Stage,{name},mean:0..500," for name in columns))
    file = folder / "data.csv"
    file.write_text("\n".join([",".join(columns), *(",".join(map(str, row)) for row in rows_of(text))]))
    points = [f"--map={name}=P{place}" for place, name in enumerate(columns, 1)]
    assert say("import", project, file, *points, "--wave", "w").code == 0
    return project


def test_swiss_to_seven_digits(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = imported(say, make_project, tmp_path, SWISS_COLUMNS, SWISS)
    found = json.loads(say("drivers", project, "--outcome", "P1", "--json").done)
    assert (found["n"], found["wave"]) == (47, "w")
    assert found["r2"] == pytest.approx(0.706735001593, abs=1e-9)
    assert found["adjusted_r2"] == pytest.approx(0.670970977397, abs=1e-9)
    for row in found["drivers"]:
        lmg, johnson, beta = SWISS_WEIGHTS[row["touchpoint"]]
        assert (row["lmg"], row["johnson"], row["beta"]) == pytest.approx((lmg, johnson, beta), abs=1e-9)
        assert row["low"] < row["lmg"] < row["high"]
    assert found == json.loads(say("drivers", project, "--outcome", "p1", "--json").done)


def test_mtcars_to_seven_digits(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = imported(say, make_project, tmp_path, MTCARS_COLUMNS, MTCARS)
    found = json.loads(say("drivers", project, "--outcome", "P1", "--json").done)
    assert (found["n"], found["r2"]) == (32, pytest.approx(0.779189638983, abs=1e-9))
    weights = {row["touchpoint"]: (row["lmg"], row["johnson"]) for row in found["drivers"]}
    for name, pair in MTCARS_WEIGHTS.items():
        assert weights[name] == pytest.approx(pair, abs=1e-9)


def test_the_table_names_shares_and_doubts(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = imported(say, make_project, tmp_path, SWISS_COLUMNS, SWISS)
    text = say("drivers", project, "--outcome", "P1").done
    assert "R² 0.707, adjusted 0.671" in text
    assert "37\N{NO-BREAK SPACE}%" in text
    assert "Association, not cause" in text


def test_refusals(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = imported(say, make_project, tmp_path, SWISS_COLUMNS, "\n".join(SWISS.strip().split("\n")[:20]))
    assert "Only 20 answered P1 and all 5 possible drivers" in say("drivers", project, "--outcome", "P1").refusal
    assert "no measurement point P9; there are P1, P2" in say("drivers", project, "--outcome", "P9").refusal
    assert say("drivers", project).code == 2
