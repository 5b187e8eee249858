"""Snapshots by hand: taken, looked at as a copy, compared, deleted, and still there after saving."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from journeymapper.desktop.compare.dialog import CompareDialog
from journeymapper.desktop.dialogs.snapshots_dialog import SnapshotsDialog
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking


@pytest.fixture
def dialog(window: Window) -> SnapshotsDialog:
    """The dialog, open."""
    return opened(window)


def opened(window: Window) -> SnapshotsDialog:
    window.menus.action("snapshots").trigger()
    found = window.findChild(SnapshotsDialog)
    assert found is not None
    return found


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def press(dialog: SnapshotsDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"snapshot-{name}")
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def take(dialog: SnapshotsDialog, name: str) -> None:
    line = dialog.findChild(QLineEdit, "snapshot-name")
    assert line is not None
    QTest.keyClicks(line, name)
    QTest.keyClick(line, Qt.Key.Key_Return)


def names(dialog: SnapshotsDialog) -> list[str]:
    found = dialog.findChild(QListWidget)
    assert found is not None
    return [found.item(row).text().split("   ")[0] for row in range(found.count())]


def rename(session: Session, name: str) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name=name))


def test_a_snapshot_is_taken_by_its_name_and_is_one_step(window: Window, dialog: SnapshotsDialog) -> None:
    take(dialog, "Before the workshop")
    take(dialog, "After it")
    assert names(dialog) == ["After it", "Before the workshop"]
    session_of(window).undo()
    assert names(dialog) == ["Before the workshop"]


def test_without_a_name_it_is_refused_in_a_sentence(window: Window, dialog: SnapshotsDialog) -> None:
    before = session_of(window).project
    take(dialog, "   ")
    assert session_of(window).project is before
    said = [label.text() for label in dialog.findChildren(QLabel) if label.property("look") == "error"]
    assert said == ["A name cannot be blank."]


def test_a_copy_opens_as_it_was_without_a_file(window: Window, dialog: SnapshotsDialog, asking: ScriptedAsking) -> None:
    session = session_of(window)
    take(dialog, "Before")
    rename(session, "Tarjous")
    asking.answers = ["Discard changes"]
    press(dialog, "open")
    clear_away()
    copy = session_of(window)
    assert copy is not session
    assert copy.path is None
    assert copy.project.journeys["journey"].touchpoints["offer"].name == "Offer"
    copy.look(mode="results")
    assert copy.scores()["P1"].n == 72


def test_it_stays_when_the_person_thinks_better_of_leaving(
    window: Window, dialog: SnapshotsDialog, asking: ScriptedAsking
) -> None:
    session = session_of(window)
    take(dialog, "Before")
    asking.answers = ["Cancel"]
    press(dialog, "open")
    assert window.session is session


def test_a_snapshot_is_compared_with_what_became_of_it(window: Window, dialog: SnapshotsDialog) -> None:
    take(dialog, "Before")
    rename(session_of(window), "Tarjous")
    press(dialog, "compare")
    clear_away()
    compared = window.findChild(CompareDialog)
    assert compared is not None
    assert [(one.before, one.after) for one in compared.differences] == [("Tarjous", "Offer")]


def test_deleting_is_undone(window: Window, dialog: SnapshotsDialog) -> None:
    take(dialog, "Before")
    press(dialog, "delete")
    assert names(dialog) == []
    session_of(window).undo()
    assert names(dialog) == ["Before"]


def test_snapshots_are_in_the_file(window: Window, dialog: SnapshotsDialog, saved_file: Path) -> None:
    take(dialog, "Before")
    dialog.reject()
    rename(session_of(window), "Tarjous")
    window.menus.action("save").trigger()
    window.start_page()
    assert window.open(saved_file)
    clear_away()
    again = opened(window)
    assert names(again) == ["Before"]
    press(again, "compare")
    compared = window.findChild(CompareDialog)
    assert compared is not None
    assert len(compared.differences) == 1
