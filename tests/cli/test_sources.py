"""`sources`, event logs, several files and folders, updates: what a project's results come from."""

import json
from pathlib import Path

import pytest

from journeymapper.storage.container import open_project
from journeymapper.storage.parts import event_logs
from tests.cli.conftest import Make, Say
from tests.cli.test_import import csv_file, row_of


@pytest.fixture
def shop(make_project: Make) -> Path:
    return make_project("Order,Order form,nps,40", "Deliver,Delivery,csat-mean,4", name="shop")


def listed(say: Say, project: Path) -> list[dict[str, object]]:
    found = json.loads(say("sources", project, "--json").done)
    assert isinstance(found, list)
    return found


def test_an_empty_project_says_so(say: Say, shop: Path) -> None:
    assert say("sources", shop).done == "No results are imported yet.\n"
    assert listed(say, shop) == []


def test_several_files_and_a_folder_come_in_together(say: Say, shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    for month in (1, 2):
        csv_file(folder, f"2026-0{month}.csv", "grade,day", *[f"{month},2026-0{month}-05"] * 6)
    single = csv_file(tmp_path, "march.csv", "grade,day", *["9,2026-03-01"] * 6)
    assert say("import", shop, folder, single, "--map", "grade=P1", "--wave-column", "day").done
    assert [one["waves"] for one in listed(say, shop)] == [["2026-01"], ["2026-02"], ["2026-03"]]
    assert row_of(say, shop, "P1", "--wave", "2026-03")["value"] == 100


def test_what_can_come_in_does_and_the_rest_is_listed(say: Say, shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    csv_file(folder, "a.csv", "grade", "9", "3")
    csv_file(folder, "readme.txt", "Exported on Monday")
    csv_file(folder, "z.csv", "grade", "1", "7", "8")
    said = say("import", shop, folder, "--map", "grade=P1", "--json")
    assert (said.code, said.err) == (4, "")
    first, last, refused = json.loads(said.out)
    assert (first["file"], last["file"]) == ("a.csv", "z.csv")
    assert refused["file"] == "readme.txt"
    assert "no column grade" in refused["refused"]
    assert [one["file"] for one in listed(say, shop)] == ["a.csv", "z.csv"]
    again = say("import", shop, folder, csv_file(tmp_path, "new.csv", "grade", "2"), "--map", "grade=P1", "--wave", "2")
    assert again.code == 4
    assert "not imported: " in again.out
    assert again.out.count("in the project already") == 2


def test_where_none_of_several_files_can_come_in_nothing_changes(say: Say, shop: Path, tmp_path: Path) -> None:
    bad = [csv_file(tmp_path, name, "note", "9") for name in ("bad.csv", "worse.csv")]
    before = shop.read_bytes()
    assert "bad.csv has no column grade" in say("import", shop, *bad, "--map", "grade=P1").refusal
    assert shop.read_bytes() == before


def test_an_import_is_removed_by_id_and_by_name(say: Say, shop: Path, tmp_path: Path) -> None:
    files = [csv_file(tmp_path, f"{n}.csv", "grade", *[grade] * n) for n, grade in ((6, "9"), (7, "0"))]
    assert say("import", shop, *files, "--map", "grade=P1", "--wave", "2026").done
    first, second = listed(say, shop)
    assert say("sources", shop, "--remove", first["result_set"]).done
    assert row_of(say, shop, "P1")["n"] == 7
    assert "no import x" in say("sources", shop, "--remove", "x").refusal
    assert say("sources", shop, "--remove", str(second["file"])).done == "No results are imported yet.\n"
    assert open_project(shop).project.waves == {}


def test_a_growing_export_counts_everybody_once(say: Say, shop: Path, tmp_path: Path) -> None:
    options = ["--map", "grade=P1", "--respondent", "id", "--wave", "2026"]
    assert say("import", shop, csv_file(tmp_path, "a.csv", "id,grade", *[f"r{n},0" for n in range(8)]), *options).done
    grown = csv_file(tmp_path, "b.csv", "id,grade", "r0,10", *[f"r{n},0" for n in range(1, 12)])
    account = json.loads(say("import", shop, grown, *options, "--json").done)
    assert (account["added"], account["corrected"], account["repeated"]) == (4, 1, 7)
    row = row_of(say, shop, "P1")
    assert (row["n"], row["value"]) == (12, pytest.approx(-100 * 10 / 12))
    assert say("sources", shop, "--remove", account["result_set"]).done
    assert row_of(say, shop, "P1")["n"] == 8


def months(folder: Path, name: str, *numbers: int) -> Path:
    """An export without any id: a day and a grade in each row, forty rows a month."""
    rows = [f"2026-0{month}-{n % 27 + 1:02},{(n * n + month) % 11}" for month in numbers for n in range(40)]
    return csv_file(folder, name, "day,grade", *rows)


def test_a_growing_export_without_ids_is_never_counted_twice_unasked(say: Say, shop: Path, tmp_path: Path) -> None:
    options = ["--map", "grade=P1", "--wave-column", "day:month"]
    assert say("import", shop, months(tmp_path, "january.csv", 1), *options).done
    grown = months(tmp_path, "february.csv", 1, 2)
    refusal = say("import", shop, grown, *options).refusal
    assert "40 of the 40 rows of january.csv" in refusal
    assert len(listed(say, shop)) == 1
    account = json.loads(say("import", shop, grown, *options, "--replace", "--json").done)
    assert account["replaced"] == ["january.csv"]
    assert [row_of(say, shop, "P1", "--wave", wave)["n"] for wave in ("2026-01", "2026-02")] == [40, 40]


def test_rows_that_came_before_count_twice_only_on_purpose(say: Say, shop: Path, tmp_path: Path) -> None:
    options = ["--map", "grade=P1", "--wave-column", "day:month"]
    assert say("import", shop, months(tmp_path, "north.csv", 1), *options).done
    said = say("import", shop, months(tmp_path, "south.csv", 1, 2), *options, "--add").done
    assert "40 of the 40 rows of north.csv seem to be in it again and count twice." in said
    assert row_of(say, shop, "P1", "--wave", "2026-01")["n"] == 80
    assert say("import", shop, months(tmp_path, "march.csv", 3), *options).done, "other rows are not asked about"


def test_a_growing_event_log_is_never_read_twice_unasked(say: Say, shop: Path, tmp_path: Path) -> None:
    rows = [f"c{n},{what},2026-01-{n + 1:02} 1{n % 9}:00" for n in range(9) for what in ("Order form", "Delivery")]
    options = ["--log", "case,activity,time"]
    assert say("import", shop, csv_file(tmp_path, "a.csv", "case,activity,time", *rows[:12]), *options).done
    grown = csv_file(tmp_path, "b.csv", "case,activity,time", *rows)
    assert "12 of the 12 rows of a.csv" in say("import", shop, grown, *options).refusal
    assert say("import", shop, grown, *options, "--replace").done
    assert [one["events"] for one in listed(say, shop)] == [18]


def test_beliefs_of_staff_are_no_answers_of_customers(say: Say, shop: Path, tmp_path: Path) -> None:
    assert say(
        "import", shop, csv_file(tmp_path, "c.csv", "grade", *["9"] * 6), "--map", "grade=P1", "--wave", "2026"
    ).done
    staff = csv_file(tmp_path, "staff.csv", "guess", *["3"] * 5)
    assert say("import", shop, staff, "--map", "guess=P1", "--beliefs", "--wave", "2026").done
    assert row_of(say, shop, "P1")["n"] == 6
    few = csv_file(tmp_path, "few.csv", "guess", *["3"] * 4)
    assert "fewer than 5" in say("import", shop, few, "--map", "guess=P1", "--beliefs").refusal


def test_rolling_windows_add_up_their_months(say: Say, shop: Path, tmp_path: Path) -> None:
    rows = [f"{grade},2026-0{month}-1{day}" for month, grade in ((1, 10), (2, 0), (4, 10)) for day in range(6)]
    options = ["--map", "grade=P1", "--wave-column", "day:month", "--rolling", "3"]
    assert say("import", shop, csv_file(tmp_path, "a.csv", "grade,day", *rows), *options).done
    assert row_of(say, shop, "P1")["wave"] == "2026-04", "a window is not the newest wave"
    first = row_of(say, shop, "P1", "--wave", "2026-01…2026-03")
    assert (first["n"], first["value"]) == (12, 0)
    assert row_of(say, shop, "P1", "--wave", "2026-02…2026-04")["n"] == 12


def test_a_log_comes_without_a_mapping(say: Say, make_project: Make, tmp_path: Path) -> None:
    shop = make_project("Order,Order form,nps,40", "Deliver,Delivery,nps,40", name="log")
    rows = ["1,order_form,2026-01-01", "1,Delivery,2026-01-02", "2,Order form,2026-01-03", "2,Complaint,2026-01-04"]
    log = csv_file(tmp_path, "log.csv", "who,what,when", *rows)
    account = json.loads(say("import", shop, log, "--log", "who,what,when", "--json").done)
    assert (account["cases"], account["events"], account["unmatched"]) == (2, 4, {"Complaint": 1})
    opened = open_project(shop)
    (kept,) = event_logs(opened.project, opened.attachments).values()
    assert kept.activities == ["order_form", "Delivery", "Order form", "Complaint"]
    assert len(set(kept.cases)) == 2
    assert set(kept.cases).isdisjoint({"1", "2"}), "cases are keys, not the customers' own numbers"
    assert "in the project already" in say("import", shop, log, "--log", "who,what,when").refusal
    assert "no column whom" in say("import", shop, log, "--log", "whom,what,when", "--replace").refusal


def test_real_logs_keep_their_cases_and_events(say: Say, shop: Path, shared_data: Path) -> None:
    for name, cases, events in (("running_example.csv", 6, 42), ("08_receipt.xes.gz", 1434, 8577)):
        account = json.loads(say("import", shop, shared_data / "event_logs" / name, "--log", "--json").done)
        assert (account["cases"], account["events"]) == (cases, events)


@pytest.mark.parametrize(
    "options",
    [
        ["--log", "a,b"], ["--log", "a,b,c", "--map", "x=P1"], ["--rolling", "1"], ["--rule", "x"], ["--band", "x"],
        ["--recode", "x=a"], ["--confidence", "2"], ["--confidence", "0.5"], ["--aggregates", "--beliefs"],
    ],
)  # fmt: skip
def test_wrong_usage_is_two(say: Say, shop: Path, options: list[str]) -> None:
    assert say("import", shop, "a.csv", *options).code == 2


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (["--rule", "r=grade >"], "cannot be understood"),
        (["--where", "gradee > 1"], "is grade meant"),
        (["--band", "grade=5,1"], "must rise"),
        (["--base", "P2=grade > 1"], "P2"),
        (["--reverse", "x"], "mapped to no point"),
        (["--respondent", "x"], "no column x"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(
    say: Say, shop: Path, tmp_path: Path, options: list[str], part: str
) -> None:
    file = csv_file(tmp_path, "a.csv", "grade", "9")
    assert part in say("import", shop, file, "--map", "grade=P1", *options).refusal


def test_business_customers_count_once_each(say: Say, shop: Path, tmp_path: Path) -> None:
    rows = [f"{grade},{firm},{role}" for firm, grade in (("A", 9), ("B", 9), ("C", 0), ("D", 9), ("E", 0)) for role in
            ("buyer",) * (20 if firm == "A" else 1)]  # fmt: skip
    file = csv_file(tmp_path, "b2b.csv", "grade,firm,role", *rows)
    assert say("import", shop, file, "--map", "grade=P1", "--account", "firm", "--role", "role", "--wave", "2026").done
    assert row_of(say, shop, "P1")["n"] == 24
    row = row_of(say, shop, "P1", "--accounts")
    assert (row["n"], row["value"]) == (5, pytest.approx(100 * (3 - 2) / 5))
    assert row_of(say, shop, "P1", "--segment", "role=buyer")["n"] == 24


def test_what_a_file_does_not_have_is_not_listed(say: Say, shop: Path, tmp_path: Path) -> None:
    titled = csv_file(tmp_path, "a.csv", "Report of May;;", ";;", "point;n;value", "P1;20;4", "P2;20;3")
    told = say("inspect", titled).done
    assert told.count("title row: ") == 1
    assert "Import it with --aggregates." in told
    rows = [f"c{n},{what},2026-01-0{n + 1} 10:00" for n in range(6) for what in ("Order form", "Delivery")]
    log = csv_file(tmp_path, "log.csv", "case id,activity,timestamp", *rows)
    assert "Import it with --log." in say("inspect", log).done
    assert "header row" not in say("import", shop, log, "--log").done
