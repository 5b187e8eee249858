"""`beliefs` and `priorities` through import and the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Make, Say

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"


@pytest.fixture
def guessed(say: Say, make_project: Make, tmp_path: Path) -> Path:
    """Five points whose customers' figures are 60, 72, 55, 80, 40 and whose staff guess 75, 70, 70, 85, 65."""
    project = make_project(*(f"Stage,T{k},mean:0..100,70" for k in range(1, 6)))
    header = ",".join(f"c{k}" for k in range(1, 6))
    maps = [f"--map=c{k}=P{k}" for k in range(1, 6)]
    for name, means, flags in (
        ("answers", (60, 72, 55, 80, 40), []),
        ("staff", (75, 70, 70, 85, 65), ["--beliefs"]),
    ):
        rows = [",".join(str(mean + move) for mean in means) for move in (-2, -1, 0, 1, 2) * 4]
        file = tmp_path / f"{name}.csv"
        file.write_text("\n".join([header, *rows]) + "\n")
        assert say("import", project, file, *maps, "--wave", "2026", *flags).code == 0
    return project


def test_the_perception_gap_of_the_methods(say: Say, guessed: Path) -> None:
    found = json.loads(say("beliefs", guessed, "--json").done)
    assert [row["gap"] for row in found["beliefs"]] == pytest.approx([15, -2, 15, 5, 25])
    assert found["bias"] == pytest.approx(11.6)
    assert found["mae"] == pytest.approx(12.4)
    assert found["rmse"] == pytest.approx(14.859340, abs=1e-6)
    assert found["spearman"] == pytest.approx(0.820783, abs=1e-6)
    assert found["pearson"] == pytest.approx(0.806902, abs=1e-6)
    assert [row["gap_class"] for row in found["beliefs"]] == ["overestimate", "underestimate", *["overestimate"] * 3]
    assert {row["staff_n"] for row in found["beliefs"]} == {20}
    assert "blind spot" in say("beliefs", guessed).done


def test_guesses_do_not_count_as_answers(say: Say, guessed: Path) -> None:
    rows = json.loads(say("scores", guessed, "--json").done)
    assert [(row["n"], row["value"]) for row in rows] == [(20, pytest.approx(mean)) for mean in (60, 72, 55, 80, 40)]


def test_beliefs_about_shares_are_percentages(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("Stage,Told,share:yes,90")
    (tmp_path / "a.csv").write_text("told\n" + "yes\nno\n" * 20)
    (tmp_path / "b.csv").write_text("told\n" + "97\n84\n88 %\n85\n90\n")
    assert say("import", project, tmp_path / "a.csv", "--map=told=P1", "--wave=2026").code == 0
    assert say("import", project, tmp_path / "b.csv", "--map=told=P1", "--wave=2026", "--beliefs").code == 0
    (row,) = json.loads(say("beliefs", project, "--json").done)["beliefs"]
    assert (row["staff"], row["customers"], row["gap_class"]) == (pytest.approx(88.8), 50, "overestimate")


def test_without_beliefs_it_says_so(say: Say, make_project: Make) -> None:
    assert "no staff beliefs" in say("beliefs", make_project("Stage,Desk,nps,40")).refusal


def test_priorities_rank_certain_gaps(say: Say, guessed: Path) -> None:
    found = json.loads(say("priorities", guessed, "--json").done)["priorities"]
    assert [row["point"] for row in found[:3]] == ["P5", "P3", "P1"]
    first = found[0]
    assert (first["rank"], first["touchpoint"], first["gap"]) == (1, "T5", 30)
    assert 28 < first["evidence_gap"] < 30
    assert first["priority"] == pytest.approx(first["evidence_gap100"] * 0.6 / 3)
    assert set(first["assumed"]) == {"importance", "reach", "effort"}
    assert {row["kind"] for row in found if row["point"] in ("P2", "P4")} == {"no certain gap"}
    assert first["top3"] > 0.95


def test_priorities_of_the_sample_name_goals_and_actions(say: Say) -> None:
    found = json.loads(say("priorities", SAMPLE, "--json").done)["priorities"]
    sure = [row for row in found if row["evidence_gap"] > 0]
    assert {row["point"] for row in sure} == {"P7", "P12", "P15", "P16", "P18"}
    assert all(row["goals"] for row in sure)
    assert all(row["actions"] for row in sure)
    assert "must work" in say("priorities", SAMPLE).done
