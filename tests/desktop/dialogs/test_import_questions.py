"""What a column's answers mean is shown, asked and said in the window; nothing doubtful is taken unseen."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.analysis.scoring import score_points
from journeymapper.cli.run import run
from journeymapper.desktop.dialogs.import_dialog.column_row import ColumnRow
from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.storage.container import open_project
from tests.desktop.conftest import clear_away
from tests.desktop.dialogs.conftest import find, settle
from tests.desktop.dialogs.test_import_dialog import cells, choose_way, enabled, press, words
from tests.desktop.scripted import ScriptedAsking

pytestmark = pytest.mark.usefixtures("here")
Open = Callable[[Path | None], ImportDialog]
DATA = Path(__file__).parents[4] / "shared" / "data"
REVERSED = ["1 - Very easy", "2 - Easy", "3 - Neither", "4 - Difficult", "5 - Very difficult", "9 - Don't know"]


@pytest.fixture
def plan(plan: Project) -> Project:
    """The plan with a mean of one to four at P1, a share of yes at P2 and one of one to five at P3."""
    for spec in ("mean:1..4", "share:yes", "mean:1..5"):
        plan = edits.add_metric(plan, parse_metric(spec))
    for point, metric in (("P1", "mean:1..4"), ("P2", "share:yes"), ("P3", "mean:1..5")):
        plan = edits.change(plan, point, metric=metric)
    return plan


@pytest.fixture
def data() -> Path:
    """The real files; the test is skipped where they are absent."""
    if not DATA.is_dir():
        pytest.skip("the folder of real result files is not beside the project")
    return DATA


def choose(dialog: ImportDialog, name: str, key: str) -> None:
    """Choose in a box by its name, as somebody does with the arrow keys."""
    chosen = find(dialog, QComboBox, name)
    assert isinstance(chosen, QComboBox)
    assert chosen.findData(key) >= 0
    chosen.setFocus()
    while chosen.currentData() != key:
        before = chosen.currentIndex()
        QTest.keyClick(chosen, Qt.Key.Key_Down if before < chosen.findData(key) else Qt.Key.Key_Up)
        assert chosen.currentIndex() != before


def meaning(dialog: ImportDialog, answer: str, column: str) -> str:
    box = find(dialog, QComboBox, f"meaning {answer} {column}")
    assert isinstance(box, QComboBox)
    QApplication.processEvents()
    assert box.isVisibleTo(dialog)
    assert box.accessibleName()
    return str(box.currentData())


def taken(session: Session) -> ResultSet:
    return session.project.result_sets[session.project.result_order[-1]]


def test_a_real_question_in_words_is_understood_shown_and_the_same_as_by_the_command_line(
    qtbot: QtBot, open_import: Open, session: Session, data: Path, tmp_path: Path
) -> None:
    path = data / "exports" / "surveymonkey_weather-check.csv"
    with path.open(encoding="utf-8", newline="") as file:
        column = next(name for name in next(csv.reader(file)) if "how likely or unlikely" in name)
    project = tmp_path / "project.jmap"
    session.save(project)
    dialog = open_import(path)
    choose(dialog, f"target {column}", "point P1")
    settle(qtbot, dialog)
    shown = [meaning(dialog, words, column) for words in ("Very unlikely", "Somewhat unlikely", "Very likely", "-")]
    assert shown == ["1", "2", "4", ""]
    assert cells(dialog)[0][2:4] == ["917", "11"]
    choose_way(dialog, "add")
    press(dialog, "import")
    wave = taken(session).waves[0]
    assert run(["import", str(project), str(path), "--map", f"{column}=P1", "--wave", wave, "--add"]) == 0
    by_hand = open_project(project).project
    typed = by_hand.result_sets[by_hand.result_order[-1]]
    columns = {use.column: use for use in taken(session).mapping.columns}
    assert columns == {use.column: use for use in typed.mapping.columns}
    assert taken(session).account.used == typed.account.used == {"P1": 917}


def test_what_a_word_means_is_said_otherwise(
    qtbot: QtBot, open_import: Open, session: Session, data: Path, tmp_path: Path
) -> None:
    dialog = open_import(data / "exports" / "surveymonkey_weather-check.csv")
    column = next(name for name in dialog.findChildren(ColumnRow) if "how likely" in name.facts.name).facts.name
    choose(dialog, f"target {column}", "point P1")
    choose(dialog, f"meaning Somewhat likely {column}", "4")
    choose(dialog, f"meaning - {column}", "no answer")
    settle(qtbot, dialog)
    assert find(dialog, QLineEdit, f"missing {column}").property("text") == "-"
    assert cells(dialog)[0][4].startswith("3.2 (")  # (362 + 274) × 4 + 73 × 2 + 208, by 917
    choose_way(dialog, "add")
    press(dialog, "import")
    assert dict(taken(session).mapping.columns[0].recode)["Somewhat likely"] == 4


def grades(folder: Path, cells_of: list[str]) -> Path:
    path = folder / "survey_2027.csv"
    path.write_text("id;grade\n" + "".join(f"{n};{cell}\n" for n, cell in enumerate(cells_of)), "utf-8")
    return path


def test_codes_of_a_share_are_asked_about_and_told(
    qtbot: QtBot, open_import: Open, session: Session, tmp_path: Path
) -> None:
    dialog = open_import(grades(tmp_path, ["1", "2", "2", "1", "9", "0"]))
    choose(dialog, "target grade", "point P2")
    settle(qtbot, dialog)
    assert "which of them mean “yes”?" in words(dialog, "doubts grade")
    assert "which of them mean “yes”?" in words(dialog, "open-doubts")
    assert not enabled(dialog, "import")
    for code, key in (("1", "1"), ("2", "0"), ("9", "no answer"), ("0", "no answer")):
        choose(dialog, f"meaning {code} grade", key)
    settle(qtbot, dialog)
    assert words(dialog, "doubts grade") == words(dialog, "open-doubts") == ""
    assert cells(dialog)[0][2:4] == ["4", "2"]
    press(dialog, "import")
    assert taken(session).account.doubts == ()


def test_the_other_way_round_is_asked_and_turned_with_a_key(
    qtbot: QtBot, open_import: Open, session: Session, tmp_path: Path
) -> None:
    dialog = open_import(grades(tmp_path, REVERSED * 5))
    choose(dialog, "target grade", "point P3")
    settle(qtbot, dialog)
    assert words(dialog, "open-doubts") == "2 questions are open: grade"
    press(dialog, f"code {REVERSED[-1]} grade")
    settle(qtbot, dialog)
    assert "from “Very easy” to “Very difficult”" in words(dialog, "open-doubts")
    assert not enabled(dialog, "import")
    turn = find(dialog, QCheckBox, "reverse grade")
    turn.setFocus()
    QTest.keyClick(turn, Qt.Key.Key_Space)
    settle(qtbot, dialog)
    assert words(dialog, "open-doubts") == ""
    assert enabled(dialog, "import")
    press(dialog, "meanings grade")
    assert meaning(dialog, "1 - Very easy", "grade") == "5"
    press(dialog, "import")
    assert taken(session).mapping.columns[0].reverse


def test_what_has_been_checked_is_taken_and_kept_with_the_account(
    qtbot: QtBot, open_import: Open, session: Session, tmp_path: Path
) -> None:
    dialog = open_import(grades(tmp_path, REVERSED * 5))
    choose(dialog, "target grade", "point P3")
    settle(qtbot, dialog)
    press(dialog, f"code {REVERSED[-1]} grade")
    settle(qtbot, dialog)
    checked = find(dialog, QCheckBox, "checked")
    press_box(checked)
    assert enabled(dialog, "import")
    press(dialog, "more grade")
    settle(qtbot, dialog)
    assert enabled(dialog, "import"), "the question is the same"
    choose(dialog, "target grade", "point P2")
    settle(qtbot, dialog)
    assert not enabled(dialog, "import"), "another question has not been checked"
    choose(dialog, "target grade", "point P3")
    settle(qtbot, dialog)
    assert find(dialog, QLineEdit, "missing grade").property("text") == REVERSED[-1], "what was said of it is kept"
    press_box(checked)
    press(dialog, "import")
    (doubtful,) = taken(session).account.doubts
    assert (doubtful.column, doubtful.point) == ("grade", "P3")
    assert "runs the other way" in doubtful.message.english()


def press_box(box: QWidget) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_a_doubtful_column_is_left_out(qtbot: QtBot, open_import: Open, tmp_path: Path) -> None:
    dialog = open_import(grades(tmp_path, REVERSED * 5))
    choose(dialog, "target grade", "point P3")
    settle(qtbot, dialog)
    press(dialog, "show-doubt")
    assert find(dialog, QComboBox, "target grade").hasFocus() or not dialog.isActiveWindow()
    press(dialog, "leave grade")
    settle(qtbot, dialog)
    assert cells(dialog) == []
    assert find(dialog, QWidget, "target grade").property("currentIndex") == 0


def test_so_many_answers_are_counted_in_doubt(qtbot: QtBot, open_import: Open, tmp_path: Path) -> None:
    dialog = open_import(grades(tmp_path, [*map(str, [1, 2, 3, 4, 5] * 18), *["9"] * 10]))
    choose(dialog, "target grade", "point P3")
    settle(qtbot, dialog)
    assert words(dialog, "notice") == "10 answers look like codes for no answer and are still counted."
    assert not enabled(dialog, "import")
    press(dialog, "code 9 grade")
    settle(qtbot, dialog)
    assert words(dialog, "notice") == ""
    assert enabled(dialog, "import")


def test_texts_and_roles_of_real_columns_are_shown(open_import: Open, session: Session, data: Path) -> None:
    session.look(language=language("en"))
    dialog = open_import(data / "exports" / "qualtrics_Sample_Survey (Insights).csv")
    rows = {row.facts.name: row for row in dialog.findChildren(ColumnRow)}
    asked = next(row for row in rows.values() if row.facts.question and row.facts.role == "answer")
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert asked.facts.question[:60] in said
    assert "platform" in " ".join(label.text() for label in rows["StartDate"].findChildren(QLabel))
    assert "tells who somebody is" in " ".join(label.text() for label in rows["IPAddress"].findChildren(QLabel))
    order = list(rows)
    assert order.index(asked.facts.name) < order.index("StartDate"), "answers come first"


def test_a_file_of_spss_is_shown_with_the_names_of_its_columns(open_import: Open, data: Path) -> None:
    dialog = open_import(data / "exports" / "foreign_electric.sav")
    table = find(dialog, QTableView, "rows")
    assert isinstance(table, QTableView)
    heads = [str(table.model().headerData(place, Qt.Orientation.Horizontal)) for place in range(3)]
    assert heads == ["CASEID", "FIRSTCHD", "AGE"]


def test_a_smiley_s_column_is_a_number_of_presses_however_it_is_chosen(
    qtbot: QtBot, open_import: Open, session: Session, tmp_path: Path
) -> None:
    def change(project: Project) -> Project:
        return edits.change(edits.add_metric(project, parse_metric("smiley")), "P3", metric="smiley")

    session.apply(Message("Edit"), change)
    path = tmp_path / "lobby_2027.csv"
    path.write_text(
        "hour,very_happy,happy,unhappy,very_unhappy\n2027-03-01 09:00,12,15,5,1\n2027-03-01 10:00,8,9,0,2\n"
    )
    dialog = open_import(path)
    choose(dialog, "target very_happy", "point P3")
    settle(qtbot, dialog)
    assert cells(dialog)[0][2] == "20"
    press(dialog, "take-suggestions")
    settle(qtbot, dialog)
    assert cells(dialog)[0][2] == "52"
    press(dialog, "import")
    assert taken(session).account.used == {"P3": 52}


def test_a_newcomer_s_minute_gives_no_wrong_score(
    qtbot: QtBot, jobs: Jobs, asking: ScriptedAsking, view: View, data: Path
) -> None:
    """From the airport's file of 2015 to its map: all suggestions, all codes, what is asked, and the right figures.

    By the code list P11 is asked by Q12PRECHEKCRATE (1 to 5), P27 by Q15PROBLEM: 1 is yes, 2 no, 3 don't know, 0 blank.
    """
    airport = Path(__file__).parents[3] / "sample_projects" / "airport_passengers.jmap"
    session = Session(open_project(airport), view)
    before = session.project
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ImportDialog(session, jobs, asking, data / "surveys" / "2015_SFO_Customer_Survey_20250817.csv", window)
    dialog.open()
    settle(qtbot, dialog)
    press(dialog, "take-suggestions")
    choose(dialog, "target WEIGHT", "")
    settle(qtbot, dialog)
    assert "2015 already" in words(dialog, "rivals")
    choose_way(dialog, "replace")
    assert not enabled(dialog, "import")
    press(dialog, "take-codes")
    settle(qtbot, dialog)
    assert "Q15PROBLEM holds the codes 2, 1, 0, 3: which of them mean “no”?" in words(dialog, "open-doubts")
    assert cells(dialog)[0][0].startswith("P27"), "what is asked about comes first"
    assert not enabled(dialog, "import")
    for code, key in (("2", "1"), ("1", "0"), ("3", "no answer"), ("0", "no answer")):
        choose(dialog, f"meaning {code} Q15PROBLEM", key)
    settle(qtbot, dialog)
    assert enabled(dialog, "import")
    press(dialog, "import")
    assert len(session.project.result_order) == len(before.result_order), "no answer counts twice"
    scores = score_points(session.project, session.tallies, wave="2015")
    expected = {"P11": (1059, 4.372), "P23": (2810, 4.048), "P24": (2810, 80.0), "P27": (2831, 88.767)}
    assert {point: scores[point].n for point in expected} == {point: n for point, (n, _) in expected.items()}
    for point, (_, value) in expected.items():
        assert scores[point].value == pytest.approx(value, abs=0.01)
    session.deleteLater()
    clear_away()
