"""`import`: what it brings, what it leaves out, and what it refuses."""

import json
from pathlib import Path

import pytest

from journeymapper.storage.container import open_project
from journeymapper.storage.locks import hold
from tests.cli.conftest import Make, Say

DAYS = ("MON", "TUE", "WED", "THUR", "FRI", "SAT", "SUN")


def csv_file(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def row_of(say: Say, project: Path, point: str, *options: str) -> dict[str, object]:
    rows = json.loads(say("scores", project, "--json", *options).done)
    (found,) = (row for row in rows if row["point"] == point)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def sfo(make_project: Make) -> Path:
    return make_project(
        "Airport,The airport as a whole,nps,40", "Airport,The airport as a whole,csat-mean,4", name="sfo"
    )


@pytest.fixture
def survey_2017(shared_data: Path) -> Path:
    return shared_data / "surveys" / "2017_SFO_Customer_Survey_20250817.csv"


def test_sfo_2017_nps(say: Say, sfo: Path, survey_2017: Path) -> None:
    options = ["--map", "NETPRO=The airport as a whole/nps", "--missing", "NETPRO=11", "--wave", "2017"]
    account = json.loads(say("import", sfo, survey_2017, *options, "--json").done)
    assert account["rows"] == 2831
    assert account["used"] == {"P1": 2746}
    assert {one["reason"]: one["count"] for one in account["unused"]} == {"missing code": 84, "blank": 1}
    row = row_of(say, sfo, "P1")
    assert (row["n"], row["wave"], row["touchpoint"]) == (2746, "2017", "The airport as a whole")
    assert row["value"] == pytest.approx(39.8398, abs=5e-5)


def test_sfo_2017_weighted_nps(say: Say, sfo: Path, survey_2017: Path) -> None:
    options = ["--map", "NETPRO=P1", "--missing", "NETPRO=11", "--weight", "WEIGHT"]
    assert say("import", sfo, survey_2017, *options).code == 0
    row = row_of(say, sfo, "P1")
    assert row["n"] == 2746
    assert row["value"] == pytest.approx(40.3984, abs=5e-5)


def test_sfo_2017_satisfaction(say: Say, sfo: Path, survey_2017: Path) -> None:
    options = ["--map", "Q7ALL=P2", "--missing", "Q7ALL=0,6", "--segment", "DAY"]
    assert say("import", sfo, survey_2017, *options).code == 0
    row = row_of(say, sfo, "P2")
    assert row["n"] == 2688
    assert row["value"] == pytest.approx(4.0644, abs=5e-5)
    by_day = [row_of(say, sfo, "P2", "--segment", f"DAY={day}")["n"] for day in DAYS]
    assert sum(int(str(n)) for n in by_day) == 2688


def test_text_answers_are_counted_and_never_refused(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,csat-mean,4")
    file = csv_file(tmp_path, "a.csv", "id,grade", "1,5", "2,good", "3,4", "4,", "5,7", "6,en osaa sanoa", "7,3")
    account = json.loads(say("import", project, file, "--map", "grade=Desk", "--json").done)
    assert account["used"] == {"P1": 3}
    reasons = {one["reason"]: (one["count"], one["rows"]) for one in account["unused"]}
    assert reasons == {"not a number": (2, [3, 7]), "blank": (1, [5]), "off the scale": (1, [6])}


def test_the_account_knows_all_rows_that_were_left_out(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,csat-mean,4")
    rows = ["9" if n in (1, 8) or 20 <= n < 50 else str(n % 5 + 1) for n in range(60)]
    file = csv_file(tmp_path, "a.csv", "grade", *rows)
    (unused,) = json.loads(say("import", project, file, "--map", "grade=P1", "--json").done)["unused"]
    assert (unused["count"], unused["spans"]) == (32, [[3, 3], [10, 10], [22, 51]])
    assert "32 × off the scale (rows 3, 10, 22–51): “9”" in say("sources", project).done


def test_the_account_can_be_read(say: Say, make_project: Make, tmp_path: Path) -> None:
    file = csv_file(tmp_path, "a.csv", "id,grade", "1,5", "2,good", "3,4")
    out = say("import", make_project("A,Desk,csat-mean,4"), file, "--map", "grade=P1", "--wave", "2026").done
    assert "a.csv: 3 rows" in out
    assert "1 × not a number (row 3): “good”" in out
    assert "waves: 2026" in out
    assert "1 column was not mapped." in out


def test_a_dry_run_changes_nothing(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,4")
    file = csv_file(tmp_path, "a.csv", "grade", "9")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    options = ["--map", "grade=P1", "--dry-run", "--save-mapping", tmp_path / "m.json"]
    assert "Nothing was changed." in say("import", project, file, *options).done
    assert json.loads(say("import", project, file, *options, "--json").done)["used"] == {"P1": 1}
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_column_s_name_may_hold_an_equals_sign(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,4")
    file = csv_file(tmp_path, "a.csv", "x=y,w", "9,1", "99,1", '10,"1"')
    options = ["--map", "x=y=P1", "--missing", "x=y=99", "--segment", "x=y"]
    assert json.loads(say("import", project, file, *options, "--json").done)["used"] == {"P1": 2}
    assert say("scores", project, "--segment", "x=y=9", "--json").code == 0


def test_waves_by_label(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,4")
    for year, grade in ((2025, 0), (2026, 10)):
        file = csv_file(tmp_path, f"{year}.csv", "grade", *[str(grade)] * 6)
        assert say("import", project, file, "--map", "grade=P1", "--wave", str(year)).code == 0
    assert row_of(say, project, "P1")["value"] == 100
    assert row_of(say, project, "P1", "--wave", "2025")["value"] == -100
    rows = json.loads(say("scores", project, "--wave", "2025", "--wave", "2026", "--json").done)
    assert [row["wave"] for row in rows] == ["2025", "2026"]
    assert "2025, 2026" in say("scores", project, "--wave", "2024").refusal


@pytest.mark.parametrize(
    ("period", "waves"),
    [("month", ["2026-01", "2026-04", "2026-05"]), ("quarter", ["2026-Q1", "2026-Q2"]), ("year", ["2026"])],
)
def test_waves_by_a_column_of_dates(
    say: Say, make_project: Make, tmp_path: Path, period: str, waves: list[str]
) -> None:
    project = make_project("A,Desk,nps,4")
    file = csv_file(tmp_path, "a.csv", "day;grade", "31.1.2026;9", "1.4.2026;9", "30.5.2026;3", "soon;3")
    options = ["--map", "grade=P1", "--wave-column", f"day:{period}", "--json"]
    account = json.loads(say("import", project, file, *options).done)
    assert account["waves"] == waves
    assert [(one["reason"], one["count"]) for one in account["unused"]] == [("no wave", 1)]


def test_a_mapping_reads_the_next_wave_and_options_win(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,4", "A,Call,csat-mean,4")
    first = csv_file(tmp_path, "2025.csv", "q1,q2", "9,5", "99,4")
    second = csv_file(tmp_path, "2026.csv", "q1,q3", "9,5", "99,4", "98,4")
    mapping = tmp_path / "m.json"
    options = ["--map", "q1=P1", "--map", "q2=P2", "--missing", "q1=99", "--wave", "2025", "--save-mapping", mapping]
    assert say("import", project, first, *options).code == 0
    assert "2025" in say("import", project, second, "--mapping", mapping, "--map", "q3=P2").refusal
    options = ["--mapping", mapping, "--map", "q3=Call", "--missing", "q1=99,98", "--wave", "2026", "--json"]
    account = json.loads(say("import", project, second, *options).done)
    assert account["used"] == {"P1": 1, "P2": 3}
    assert account["waves"] == ["2026"]


def test_a_broken_mapping_is_refused(say: Say, make_project: Make, tmp_path: Path) -> None:
    project, file = make_project("A,Desk,nps,4"), csv_file(tmp_path, "a.csv", "q", "9")
    for content in ("", "[]", '{"columns": 3}', '{"columns": [{"column": "q", "point": "P9"}]}', "\0\xff"):
        mapping = csv_file(tmp_path, "m.json", content)
        assert say("import", project, file, "--mapping", mapping).refusal
    assert say("import", project, file, "--mapping", tmp_path / "absent.json").refusal
    assert say("import", project, file, "--mapping", tmp_path).refusal


def test_the_same_file_twice_is_refused_unless_it_replaces(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,4", "A,Call,nps,4")
    file = csv_file(tmp_path, "a.csv", "q1,q2", *["9,0"] * 5)
    copy = tmp_path / "copy.csv"
    copy.write_bytes(file.read_bytes())
    assert say("import", project, file, "--map", "q1=P1").code == 0
    before = project.read_bytes()
    for options in ([], ["--wave", "other"], ["--missing", "q1=3"], ["--dry-run"], ["--map", "q2=P2"]):
        refusal = say("import", project, copy, "--map", "q1=P1", *options).refusal
        assert "copy.csv" in refusal
        assert "P1" in refusal
    assert project.read_bytes() == before
    assert say("import", project, copy, "--map", "q2=P2").code == 0
    assert say("import", project, copy, "--map", "q2=P1", "--replace").code == 0
    assert row_of(say, project, "P1")["value"] == -100
    assert row_of(say, project, "P1")["n"] == 5


def test_aggregates_as_figures(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,40", "A,Call,csat,80")
    file = csv_file(
        tmp_path, "agency.csv", "point;wave;n;value;low;high", "Desk;2025;100;30,5;;", "P2;2026;200;70;65;75"
    )
    assert say("import", project, file, "--aggregates").code == 0
    row = row_of(say, project, "P2")
    assert (row["n"], row["value"], row["low"], row["high"], row["verdict"]) == (200, 70, 65, 75, "worse")
    old = row_of(say, project, "P1", "--wave", "2025")
    assert (old["n"], old["value"], old["verdict"]) == (100, 30.5, "no interval")
    assert "agency.csv" in say("import", project, file, "--aggregates").refusal


def test_aggregates_as_counts(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Desk,nps,40")
    lines = ["point,wave,answer,count", "Desk,2026,3,20", "Desk,2026,8,30", "Desk,2026,10,50"]
    assert say("import", project, csv_file(tmp_path, "agency.csv", *lines), "--aggregates").code == 0
    row = row_of(say, project, "P1")
    assert (row["n"], row["value"]) == (100, 30)
    assert row["low"] == pytest.approx(14.0511, abs=5e-5)
    assert row["high"] == pytest.approx(44.2013, abs=5e-5)


def test_columns_that_count_answers(say: Say, make_project: Make, tmp_path: Path) -> None:
    project = make_project("A,Terminal,smiley,70", "A,Shop,share:yes,50")
    file = csv_file(tmp_path, "hours.csv", "hour,a,b,c,d,sold,visits", "9,30,20,5,3,4,10", "10,30,5,5,2,3,10")
    options = [f"--count={column}=Terminal:{answer}" for column, answer in zip("abcd", "4321", strict=True)]
    options += ["--count", "sold=Shop:yes", "--total", "visits=Shop", "--wave", "2026"]
    assert say("import", project, file, *options).code == 0
    assert (row_of(say, project, "P1")["n"], row_of(say, project, "P1")["value"]) == (100, pytest.approx(80))
    assert (row_of(say, project, "P2")["n"], row_of(say, project, "P2")["value"]) == (20, pytest.approx(35))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--map", "grade=P9"], ["demo.jmap", "P9", "P1"]),
        (["--map", "grade=Desk"], ["demo.jmap", "Desk", "P1", "P2"]),
        (["--map", "gade=P1"], ["a.csv", "gade"]),
        (["--map", "grade=P1", "--missing", "other=9"], ["other"]),
        (["--map", "grade=P1", "--weight", "none"], ["a.csv", "none"]),
        (["--map", "grade=P1", "--segment", "none"], ["a.csv", "none"]),
        (["--map", "grade=P1", "--wave-column", "none"], ["a.csv", "none"]),
        (["--map", "grade=P1", "--map", "other=P1"], ["P1", "grade", "other"]),
        (["--map", "grade=P1", "--save-mapping", "/no/way/m.json"], ["m.json"]),
    ],
)
def test_mappings_that_make_no_sense(
    say: Say, make_project: Make, tmp_path: Path, options: list[str], words: list[str]
) -> None:
    project = make_project("A,Desk,nps,4", "A,Desk,csat,4")
    before = project.read_bytes()
    file = csv_file(tmp_path, "a.csv", "grade,other", "9,1")
    refusal = say("import", project, file, *options).refusal
    assert all(word in refusal for word in words), refusal
    assert project.read_bytes() == before


def test_a_saved_mapping_never_lands_on_an_input(say: Say, make_project: Make, tmp_path: Path) -> None:
    project, file = make_project("A,Desk,nps,4"), csv_file(tmp_path, "a.json", "grade", "9")
    refusal = say("import", project, file, "--map", "grade=P1", "--save-mapping", file).refusal
    assert "a.json" in refusal
    assert file.read_text() == "grade\n9\n"


def test_a_project_that_is_open_elsewhere_is_left_alone(say: Say, make_project: Make, tmp_path: Path) -> None:
    project, file = make_project("A,Desk,nps,4"), csv_file(tmp_path, "a.csv", "grade", "9")
    with hold(project):
        assert "demo.jmap" in say("import", project, file, "--map", "grade=P1").refusal
    assert not open_project(project).project.result_sets


def test_a_plain_document_has_no_room_for_results(say: Say, make_project: Make, tmp_path: Path) -> None:
    import zipfile

    plain = tmp_path / "document.json"
    plain.write_bytes(zipfile.ZipFile(make_project("A,Desk,nps,4")).read("document.json"))
    file = csv_file(tmp_path, "a.csv", "grade", "9")
    assert say("scores", plain, "--json").code == 0
    assert "document.json" in say("import", plain, file, "--map", "grade=P1").refusal


def test_odd_files_are_read_or_refused(say: Say, make_project: Make, shared_data: Path) -> None:
    project = make_project("A,Desk,nps,4")
    for path in sorted((shared_data / "odd_files" / "messytables").iterdir()):
        said = say("import", project, path, "--map", "a=P1", "--dry-run")
        assert said.code in (0, 3), (path, said)
        if said.code == 3:
            assert path.name in said.refusal
