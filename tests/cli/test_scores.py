"""`scores`, `check` and `inspect`: what they print for scripts and for people."""

import csv
import io
import json
from pathlib import Path

import pytest

from journeymapper.model import edits
from journeymapper.storage.container import open_project, save_project
from tests.cli.conftest import Make, Say

DRAINAGE = Path(__file__).parents[2] / "sample_projects" / "drainage_renovation.jmap"

KEYS = [
    *("journey", "stage", "touchpoint", "point", "metric", "wave", "segment", "n", "value", "low", "high", "target"),
    *("gap", "verdict", "score100", "hidden", "p", "certain", "stale", "more_answers"),
]


@pytest.fixture
def desk(say: Say, make_project: Make, tmp_path: Path) -> Path:
    project = make_project('"=Stage","-Desk, first",nps,40', "Stage two,Wait,p90:30..0,10", "Stage two,Empty,csat,")
    file = tmp_path / "a.csv"
    rows = ["9,12,north"] * 9 + ["2,8,south"] * 4 + ["10,9,@east"] * 6
    file.write_text("\n".join(["grade,wait,area", *rows]) + "\n")
    options = ["--map", "grade=P1", "--map", "wait=P2", "--segment", "area", "--wave", "2026"]
    assert say("import", project, file, *options).code == 0
    return project


def test_rows_have_exactly_the_keys_in_plan_order(say: Say, desk: Path) -> None:
    rows = json.loads(say("scores", desk, "--json").done)
    assert [list(row) for row in rows] == [KEYS] * 3
    assert [row["point"] for row in rows] == ["P1", "P2", "P3"]
    first, second, third = rows
    assert (first["stage"], first["touchpoint"], first["metric"], first["n"]) == ("=Stage", "-Desk, first", "nps", 19)
    assert first["value"] == pytest.approx(100 * 11 / 19)
    assert first["gap"] == pytest.approx(first["value"] - 40)
    assert (second["value"], second["gap"]) == (12, -2)
    assert second["score100"] == pytest.approx(60)
    assert (third["verdict"], third["n"], third["value"], third["hidden"]) == ("not measured", None, None, "")


def test_small_groups_are_seen_to_be_hidden(say: Say, desk: Path) -> None:
    segments = [f"--segment=area={area}" for area in ("north", "south", "@east")]
    rows = [row for row in json.loads(say("scores", desk, *segments, "--json").done) if row["point"] == "P1"]
    assert [row["segment"] for row in rows] == ["area=north", "area=south", "area=@east"]
    assert [row["hidden"] for row in rows] == ["", "too few", "complementary"]
    assert [row["verdict"] for row in rows[1:]] == ["too few", "too few"]
    assert all(row[key] is None for row in rows[1:] for key in ("n", "value", "low", "high", "gap", "score100"))
    assert rows[0]["n"] == 9
    assert "hidden" in say("scores", desk, *segments).done


def test_no_cell_of_the_csv_is_a_formula(say: Say, desk: Path) -> None:
    text = say("scores", desk, "--csv", "--segment", "area=north").done
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == KEYS
    assert (rows[0]["stage"], rows[0]["touchpoint"]) == ("'=Stage", "'-Desk, first")
    assert float(rows[1]["gap"]) == -2
    assert rows[2]["value"] == ""
    whole = json.loads(say("scores", desk, "--json", "--segment", "area=north").done)
    assert float(rows[0]["low"]) == whole[0]["low"]


def test_segments_and_values_that_are_not_there(say: Say, desk: Path) -> None:
    assert "area" in say("scores", desk, "--segment", "city=x").refusal
    refusal = say("scores", desk, "--segment", "area=west").refusal
    assert all(value in refusal for value in ("north", "south", "@east"))


def test_scores_before_any_results(say: Say, make_project: Make) -> None:
    project = make_project("A,Desk,nps,40")
    (row,) = json.loads(say("scores", project, "--json").done)
    assert (row["verdict"], row["wave"], row["target"]) == ("not measured", "", 40)
    assert "demo.jmap" in say("scores", project, "--wave", "2026").refusal
    assert "demo.jmap" in say("scores", project, "--segment", "a=b").refusal


def test_the_table_for_people(say: Say, desk: Path) -> None:
    lines = say("scores", desk).done.splitlines()
    assert len(lines) == 4
    assert lines[1].split()[:1] == ["P1"]
    assert "+58" in lines[1]
    assert "not measured" in lines[3]


def test_check_says_what_where_and_how_bad(say: Say, desk: Path) -> None:
    findings = json.loads(say("check", desk, "--json").done)
    assert findings
    for finding in findings:
        assert list(finding) == ["kind", "severity", "element", "name", "message", "why"]
        assert finding["severity"] in ("error", "warning", "advice")
        assert finding["message"] in say("check", desk).done


def test_check_says_where_the_paths_are_cut(say: Say, tmp_path: Path) -> None:
    opened = open_project(DRAINAGE)
    project = opened.project
    (journey,) = project.ordered_journeys()
    into = next(key for key, link in journey.links.items() if link.target == "touchpoint-fair")
    cut = tmp_path / "cut.jmap"
    save_project(cut, edits.remove(project, into), opened.tallies, opened.attachments)
    assert "no path leads here" not in say("check", DRAINAGE).done
    assert "Fair stand: no path leads here." in say("check", cut).done


def test_inspect_for_scripts(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Our survey\ngrade;free text\n9;hyvä\n10;\nx;ok\n", encoding="cp1252")
    facts = json.loads(say("inspect", file, "--json").done)
    assert (facts["format"].casefold(), facts["encoding"], facts["delimiter"]) == ("csv", "cp1252", ";")
    assert (facts["header_row"], facts["rows"]) == (2, 3)
    grade, text = facts["columns"]
    assert (grade["name"], grade["missing"], grade["distinct"]) == ("grade", 0, 3)
    assert (text["name"], text["missing"], text["distinct"]) == ("free text", 1, 2)
    assert "grade" in say("inspect", file).done


def test_inspect_names_the_sheets(say: Say, shared_data: Path) -> None:
    facts = json.loads(say("inspect", shared_data / "odd_files" / "calamine" / "any_sheets.xlsx", "--json").done)
    assert len(facts["sheets"]) > 1
    assert all(isinstance(name, str) for name in facts["sheets"])


def test_inspect_refuses_what_is_no_table(say: Say, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for name in ("picture.png", "absent.csv"):
        assert name in say("inspect", tmp_path / name).refusal
    assert str(tmp_path.name) in say("inspect", tmp_path).refusal


def test_every_odd_file_is_read_or_refused(say: Say, shared_data: Path) -> None:
    folders = [shared_data / "odd_files" / name for name in ("calamine", "readxl", "clevercsv")]
    for path in sorted(path for folder in folders for path in folder.iterdir()):
        said = say("inspect", path, "--json")
        assert said.code in (0, 3), (path, said)
        if said.code == 3:
            assert path.name in said.refusal
        else:
            assert json.loads(said.done)["columns"] is not None
