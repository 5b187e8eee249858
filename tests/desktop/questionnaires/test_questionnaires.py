"""The dialog of questionnaires and the plan's files in the window: grouped, worded, written, taken back, undone."""

import json
import warnings
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.import_dialog.proposals import proposals
from journeymapper.desktop.questionnaires.dialog import QuestionnairesDialog
from journeymapper.desktop.questionnaires.words_form import TextField
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.results.inspection import ColumnFacts
from tests.desktop.dialogs.conftest import seen
from tests.desktop.scripted import ScriptedAsking


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def asked(project: Project) -> Project:
    for key, question in (("P1", "Was the <b>offer</b> clear?"), ("P2", "And the digging?")):
        project = edits.change(project, key, question=question)
    return project


@pytest.fixture
def dialog(window: Window) -> QuestionnairesDialog:
    """The dialog over a project with two questions and no questionnaire."""
    session_of(window).apply(Message("Edit"), asked)
    window.menus.action("questionnaires").trigger()
    found = window.findChild(QuestionnairesDialog)
    assert found is not None
    return found


def press(dialog: QuestionnairesDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def tick(dialog: QuestionnairesDialog, row: int) -> None:
    points = dialog.findChild(QListWidget, "asked-points")
    assert points is not None
    points.setCurrentRow(row)
    item = points.item(row)
    item.setCheckState(Qt.CheckState.Checked)


def write(dialog: QuestionnairesDialog, name: str, text: str) -> None:
    tabs = dialog.findChild(QTabWidget)
    field = dialog.findChild(QPlainTextEdit, name)
    assert tabs is not None
    assert isinstance(field, TextField)
    tabs.setCurrentIndex(1)
    field.setPlainText(text)
    field.commit()


def grouped(window: Window, dialog: QuestionnairesDialog) -> Project:
    """The project after points were grouped, ordered and worded."""
    press(dialog, "questionnaire-add")
    tick(dialog, 0)
    tick(dialog, 1)
    press(dialog, "asked-up")
    write(dialog, "words-around-intro", "Two questions.")
    return session_of(window).project


def test_points_are_grouped_ordered_and_worded(window: Window, dialog: QuestionnairesDialog) -> None:
    one = grouped(window, dialog).questionnaires["K1"]
    assert one.points == ("P2", "P1")
    assert one.words_in("en").intro == "Two questions."
    chosen = dialog.findChild(QComboBox, "questionnaire-language")
    assert chosen is not None
    chosen.setCurrentText("fi")
    write(dialog, "words-P1-question", "Oliko tarjous selkeä?")
    assert session_of(window).project.points["P1"].wording("fi").question == "Oliko tarjous selkeä?"
    assert session_of(window).project.points["P1"].question == "Was the <b>offer</b> clear?"
    session_of(window).undo()
    assert session_of(window).project.points["P1"].wordings == ()


def test_the_plan_proposes_once(window: Window, dialog: QuestionnairesDialog) -> None:
    press(dialog, "questionnaire-propose")
    found = session_of(window).project.ordered_questionnaires()
    assert {key for one in found for key in one.points} == {"P1", "P2", "P3"}
    press(dialog, "questionnaire-propose")
    assert session_of(window).project.ordered_questionnaires() == found
    session_of(window).undo()
    assert session_of(window).project.questionnaires == {}


def test_a_name_that_cannot_be_is_told_and_put_back(
    window: Window, dialog: QuestionnairesDialog, asking: ScriptedAsking
) -> None:
    grouped(window, dialog)
    name = dialog.findChild(QLineEdit, "questionnaire-name")
    assert name is not None
    name.setText(" ")
    name.editingFinished.emit()
    assert asking.told == ["A name cannot be blank."]
    assert name.text() == "New questionnaire"


def test_a_questionnaire_is_written_as_a_file(
    qtbot: QtBot, window: Window, dialog: QuestionnairesDialog, asking: ScriptedAsking, tmp_path: Path
) -> None:
    grouped(window, dialog)
    format_box = dialog.findChild(QComboBox, "questionnaire-format")
    assert format_box is not None
    format_box.setCurrentIndex([format_box.itemText(row) for row in range(format_box.count())].index("SurveyJS"))
    out = tmp_path / "k1.json"
    asking.answers = [out]
    press(dialog, "questionnaire-export")
    qtbot.waitUntil(lambda: any("Written: k1.json" in label.text() for label in dialog.findChildren(QLabel)))
    elements = json.loads(out.read_text("utf-8"))["pages"][0]["elements"]
    assert [one["name"] for one in elements] == ["P2", "P1"]


def test_the_plan_goes_out_and_comes_back_as_one_step(
    qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path
) -> None:
    session = session_of(window)
    file = tmp_path / "plan.xlsx"
    asking.answers = [file]
    window.menus.action("export-plan").trigger()
    qtbot.waitUntil(file.exists, timeout=20_000)
    qtbot.wait(50)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(file)
    titles = [cell.value for cell in book["points"][1]]
    book["points"].cell(2, titles.index("Owner") + 1).value = "Surveyor"
    book["points"].cell(3, titles.index("Owner") + 1).value = "Foreman"
    book.save(file)
    before = session.project
    asking.answers = [file]
    window.menus.action("update-plan").trigger()
    qtbot.waitUntil(lambda: bool(asking.told), timeout=20_000)
    assert "2 changes" in asking.told[0]
    assert [session.project.points[key].owner for key in ("P1", "P2")] == ["Surveyor", "Foreman"]
    session.undo()
    assert session.project is before


def test_the_calendar_is_written(qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path) -> None:
    session_of(window).apply(Message("Edit"), lambda project: edits.change(project, "P1", read="monthly", owner="Ann"))
    file = tmp_path / "plan.ics"
    asking.answers = [file]
    window.menus.action("export-calendar").trigger()
    qtbot.waitUntil(file.exists, timeout=20_000)
    assert "SUMMARY:Read results: P1" in file.read_text("utf-8")


def test_a_column_of_a_questionnaire_is_proposed_with_its_answers_that_say_nothing(plan: Project) -> None:
    names = ("submitdate", "k1-P1", "P1why", "P2. And the digging?")
    columns = [
        ColumnFacts(name=name, kind="choice", low=None, high=None, distinct=3, missing=0, examples=(), counts=())
        for name in names
    ]
    found = proposals(plan, seen(*columns))
    assert set(found) == {"k1-P1", "P2. And the digging?"}
    (use,) = found["k1-P1"].choice.uses
    assert use.point == "P1"
    assert {"na", "dk"} <= set(use.missing)
