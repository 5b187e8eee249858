"""`plan`: the workbook, its return after somebody edited it, CSV, calendar and pages."""

import csv
import io
import json
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from journeymapper.model import edits
from journeymapper.model.measurement import Benchmark, Target
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project, save_project
from tests.cli.conftest import Say

SAMPLES = Path(__file__).parents[2] / "sample_projects"
CANARIES = ("=1+1", "<b>bold</b>", "javascript:alert(1)", "@SUM(A1)", "+1", "-1", "{=cmd|' /C calc'!A0}")
DAY = ("--date", "2026-11-22")


@pytest.fixture
def drainage(tmp_path: Path) -> Path:
    """A copy of the sample with its results."""
    path = tmp_path / "drainage.jmap"
    path.write_bytes((SAMPLES / "drainage_renovation.jmap").read_bytes())
    return path


def changed(path: Path, change: Callable[[Project], Project]) -> Path:
    """The project file after an edit."""
    opened = open_project(path)
    save_project(path, change(opened.project), opened.tallies, opened.attachments)
    return path


def write(say: Say, project: Path, name: str, *options: str) -> Path:
    out = project.parent / name
    assert say("plan", project, "-o", out, *DAY, *options).code == 0
    return out


def loaded(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(path)


def cell(sheet: Any, key: str, title: str, more: str = "") -> Any:
    """The cell of a row's id, and language, under a title."""
    column = next(one.column for one in sheet[1] if one.value == title)
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == key and more in ("", row[1].value))
    return row[column - 1]


def test_the_workbook_has_real_types_filters_and_choices(say: Say, drainage: Path) -> None:
    book = loaded(write(say, drainage, "plan.xlsx"))
    assert book.sheetnames == ["points", "coverage", "targets", "questions", "checks", "roll-out"]
    for sheet in book:
        assert sheet.freeze_panes == "C2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert not [one.coordinate for row in sheet for one in row if one.data_type == "f"]
    points = book["points"]
    assert points.max_row == 25
    assert cell(points, "P2", "Share that is asked").value == pytest.approx(0.1)
    assert cell(points, "P10", "Ends").value.date() == date(2027, 9, 30)
    assert cell(book["targets"], "P21", "Target").value == 50
    assert cell(book["questions"], "P7", "Question, word for word", "fi").value.startswith("Tarjouksesta oli helppo")
    offered = {str(rule.sqref)[0]: rule.formula1 for rule in points.data_validations.dataValidation}
    assert offered["F"] == '"idea,planned,live,paused,retired"'
    findings = [row[1].value for row in book["checks"].iter_rows(min_row=2)]
    assert "P19 Guarantee contact: 24 answers a year are expected, 63 are needed." in findings


def test_untouched_it_changes_nothing_whatever_its_language(say: Say, drainage: Path) -> None:
    before = drainage.read_bytes()
    for language in ("en", "fi"):
        file = write(say, drainage, f"plan-{language}.xlsx", "--lang", language)
        account = json.loads(say("plan", drainage, "--update", file, "--json").done)
        assert account == {"changes": [], "absent": [], "strangers": [], "dry_run": False}
    assert drainage.read_bytes() == before


def test_edited_outside_it_brings_the_changes_and_nothing_else(say: Say, drainage: Path) -> None:
    file = write(say, drainage, "plan.xlsx")
    book = loaded(file)
    points, targets, questions = book["points"], book["targets"], book["questions"]
    cell(points, "P7", "Owner").value = "=Head of offers"
    cell(points, "P7", "Owner").data_type = "s"
    cell(points, "P7", "Status").value = "paused"
    cell(points, "P2", "Share that is asked").value = 0.2
    cell(points, "P10", "Ends").value = date(2027, 10, 31)
    cell(points, "P23", "Touchpoint").value = "Offer"
    cell(points, "P11", "Metric").value = "csat-mean:1..7"
    cell(points, "P16", "Levels").value = "Operational; Strategic"
    cell(points, "P6", "Channels").value = "Phone; On site"
    cell(targets, "P13", "Target").value = 4
    cell(targets, "P21", "Where the target comes from").value = None
    cell(questions, "P9", "Question, word for word", "fi").value = "Tiesitkö aloituksesta ajoissa?"
    cell(questions, "P9", "Question, word for word", "en").value = "Were you told in time?"
    cell(book["roll-out"], "step-mystery", "Points").value = "P24; P10"
    cell(book["roll-out"], "step-mystery", "Done").value = "yes"
    points.delete_rows(2)
    points.cell(1, points.max_column + 1).value = "My notes"
    book.save(file)
    before = open_project(drainage).project
    account = json.loads(say("plan", drainage, "--update", file, "--json").done)
    assert len(account["changes"]) == 14
    assert account["absent"] == ["P1"]
    assert account["strangers"] == ["My notes"]
    first = next(one for one in account["changes"] if one["element"] == "P7")
    assert first == {"sheet": "points", "row": 7, "column": "Owner", "element": "P7", "before": "Sales manager",
                     "after": "=Head of offers"}  # fmt: skip
    assert open_project(drainage).project == expected_edits(before)


def expected_edits(project: Project) -> Project:
    """The same changes by the document's own edits."""
    from journeymapper.model.measurement import Anchor
    from journeymapper.model.metric_specs import parse_metric

    project = edits.change(project, "P7", owner="=Head of offers", status="paused")
    project = edits.change(project, "P2", sampling_share=0.2)
    project = edits.change(project, "P10", ends=date(2027, 10, 31))
    project = edits.change(project, "P23", anchor=Anchor("touchpoint", "touchpoint-offer"))
    project = edits.add_metric(project, parse_metric("csat-mean:1..7"))
    project = edits.change(project, "P11", metric="csat-mean:1..7")
    project = edits.change(project, "P16", levels=("operational", "strategic"))
    project = edits.change(project, "P6", channels=("channel-phone", "channel-site"))
    old = project.points["P13"].target or Target()
    project = edits.change(project, "P13", target=Target(value=4, baseline_until=old.baseline_until))
    nps = project.points["P21"].target or Target()
    project = edits.change(project, "P21", target=Target(value=nps.value, agreed_on=nps.agreed_on))
    (finnish,) = project.points["P9"].wordings
    new = type(finnish)(language="fi", question="Tiesitkö aloituksesta ajoissa?")
    project = edits.change(project, "step-mystery", points=("P24", "P10"), done=True)
    return edits.change(project, "P9", wordings=(new,), question="Were you told in time?")


@pytest.mark.parametrize(
    ("sheet", "key", "title", "value", "reason"),
    [
        ("points", "P7", "id", "P99", "points, row 8, id: P99 is not in the project"),
        ("points", "P7", "id", None, "points, row 8, id: the id is blank"),
        ("points", "P7", "id", "P6", "points, row 8, id: P6 has a row already"),
        ("points", "P7", "id", "touchpoint-offer", "is not in the project"),
        ("points", "P7", "Status", "running", "points, row 8, Status: “running” is none of the choices"),
        ("points", "P7", "Response expected", 3, "row 8, Response expected: A share is between"),
        ("points", "P7", "Answers needed to judge the target", 2.5, "“2.5” is not a whole number"),
        ("points", "P7", "Ends", "soon", "“soon” is not a day"),
        ("points", "P7", "Touchpoint", "Nowhere", "There is no place “Nowhere” on the map"),
        ("points", "P7", "Metric", "gpa", "“gpa” is not a metric"),
        ("points", "P7", "Channels", "Pigeon", "“Pigeon” is not in the project"),
        ("targets", "P7", "Target", "high", "targets, row 8, Target: “high” is not a number"),
    ],
)
def test_what_does_not_fit_is_refused_by_sheet_row_and_column(
    say: Say, drainage: Path, sheet: str, key: str, title: str, value: object, reason: str
) -> None:
    file = write(say, drainage, "plan.xlsx")
    book = loaded(file)
    cell(book["points"], "P6", "Owner").value = "Somebody"
    cell(book[sheet], key, title).value = value
    book.save(file)
    before = drainage.read_bytes()
    refusal = say("plan", drainage, "--update", file).refusal
    assert reason in refusal
    assert drainage.read_bytes() == before


def test_a_file_that_is_no_plan_is_refused(say: Say, drainage: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("id,Owner\nP7,me\n", encoding="utf-8")
    assert "has none of the plan's sheets" in say("plan", drainage, "--update", other).refusal
    assert "does not exist" in say("plan", drainage, "--update", tmp_path / "none.xlsx").refusal


def test_a_dry_run_only_tells(say: Say, drainage: Path) -> None:
    file = write(say, drainage, "plan.xlsx")
    book = loaded(file)
    cell(book["points"], "P7", "Owner").value = "Somebody else"
    book.save(file)
    before = drainage.read_bytes()
    said = say("plan", drainage, "--update", file, "--dry-run").done
    assert "Somebody else" in said
    assert "Nothing was changed." in said
    assert drainage.read_bytes() == before


def test_no_text_of_the_plan_is_a_formula_anywhere(say: Say, drainage: Path) -> None:
    def poisoned(project: Project) -> Project:
        for number, canary in enumerate(CANARIES, start=1):
            project = edits.change(project, f"P{number}", name=canary, question=canary, owner=canary)
        return project

    changed(drainage, poisoned)
    for sheet in loaded(write(say, drainage, "plan.xlsx")):
        assert {one.data_type for row in sheet for one in row} <= {"s", "n", "d"}
    rows = list(csv.reader(io.StringIO(write(say, drainage, "plan.csv").read_text("utf-8-sig"))))
    assert rows[1][3] == "'=1+1"
    assert not [text for row in rows for text in row if text.startswith(("=", "+", "@", "\t")) or text == "-1"]
    calendar = Calendar.from_ical(write(say, drainage, "plan.ics").read_bytes())
    owners = {str(one["categories"].cats[0]) for one in calendar.walk("VEVENT") if "categories" in one}
    assert set(CANARIES) - {"@SUM(A1)"} <= owners  # the fourth point is read in no rhythm
    assert write(say, drainage, "plan.pdf").read_bytes().count(b"/JavaScript") == 0


def test_the_calendar_reads_back_as_rhythms_and_days(say: Say, drainage: Path) -> None:
    changed(
        drainage, lambda project: edits.change(project, "P7", read="3 kuukauden välein", owner="A; B, \n\nEND:VEVENT")
    )
    calendar = Calendar.from_ical(write(say, drainage, "plan.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    assert len({str(one["uid"]) for one in events}) == len(events)
    assert all(one.decoded("dtend") - one.decoded("dtstart") == timedelta(days=1) for one in events)
    titles = {str(one["summary"]): one for one in events}
    assert "P10 checked: the pilot ends; keep it or stop it" in titles
    assert titles["P13 how it was handled: the baseline ends; set the target"].decoded("dtstart") == date(2027, 10, 1)
    quarter = titles["Read results: P7"]
    assert (quarter["rrule"]["freq"], quarter["rrule"]["interval"]) == (["MONTHLY"], [3])
    assert quarter.decoded("dtstart") == date(2027, 1, 1)
    assert str(quarter["categories"].cats[0]) == "A; B, END:VEVENT"
    only = Calendar.from_ical(write(say, drainage, "one.ics", "--owner", "Office").read_bytes())
    assert {str(one["categories"].cats[0]) for one in only.walk("VEVENT")} == {"Office"}


def test_equal_plans_give_equal_bytes(say: Say, drainage: Path) -> None:
    for ending in ("xlsx", "csv", "ics", "pdf"):
        assert write(say, drainage, f"a.{ending}").read_bytes() == write(say, drainage, f"b.{ending}").read_bytes()


def test_the_pages_hold_questions_and_calendar(say: Say, drainage: Path) -> None:
    import pypdfium2

    pages = pypdfium2.PdfDocument(write(say, drainage, "plan.pdf", "--lang", "fi", "--page", "A4").read_bytes())
    texts = [page.get_textpage().get_text_range() for page in pages]
    everything = " ".join(" ".join(texts).split())
    assert "Mittaussuunnitelma" in everything
    assert "K1open" in everything
    assert "Seurantakalenteri" in everything


@pytest.mark.parametrize(
    ("options", "reason"),
    [(["-o", "x.docx"], "must end in .xlsx"), (["-o", "nowhere/x.xlsx"], "does not exist")],
)
def test_refusals_are_one_sentence(
    say: Say, drainage: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], reason: str
) -> None:
    monkeypatch.chdir(drainage.parent)
    assert reason in say("plan", drainage, *options).refusal


def test_further_targets_and_benchmarks_are_shown_with_what_they_hold_for(say: Say, drainage: Path) -> None:
    more = (Target(value=80, level="minimum"), Target(value=95, level="stretch", wave="2027", source="board"))
    others = (Benchmark(value=61.5, source="A study of 2024"),)
    changed(drainage, lambda project: edits.change(project, "P16", more_targets=more, benchmarks=others))
    file = write(say, drainage, "plan.xlsx")
    targets = loaded(file)["targets"]
    assert cell(targets, "P16", "Further targets").value == "80\xa0% (Minimum); 95\xa0% (Stretch, 2027, board)"
    assert cell(targets, "P16", "Benchmark values").value == "61.5\xa0% (A study of 2024)"
    assert json.loads(say("plan", drainage, "--update", file, "--json").done)["changes"] == []
