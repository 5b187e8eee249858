"""Thousands of lines: read, drawn and laid out beside the window, which can be stopped and never holds still."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.desktop.entry import reading
from journeymapper.desktop.entry.paste_dialog import PasteDialog
from journeymapper.desktop.entry.preview import MOST_STAGES, EntryPreview
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.mapfiles.applying import apply_sketch
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.desktop.editing.hands import run
from tests.desktop.scripted import ScriptedAsking

MANY = "\n".join(f"Step {number}" for number in range(600))


@pytest.fixture
def session(window: Window) -> Session:
    """The window's session, mapping."""
    assert window.session is not None
    window.session.look(mode="map")
    return window.session


@pytest.fixture
def dialog(window: Window, session: Session, qtbot: QtBot) -> PasteDialog:
    """The dialog with many lines, read."""
    return pasted(window, MANY, qtbot)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Event, Event]]:
    """Drawing sets the first event and waits in the middle for the second."""
    begun, go_on = Event(), Event()

    def slow(*args: Any, progress: Any, **others: Any) -> Project:
        progress(0.5)
        begun.set()
        assert go_on.wait(10)
        return apply_sketch(*args, progress=progress, **others)

    monkeypatch.setattr(reading, "apply_sketch", slow)
    yield begun, go_on
    go_on.set()


def pasted(window: Window, text: str, qtbot: QtBot) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    run(window, "paste")
    found = window.findChild(PasteDialog)
    assert found is not None
    qtbot.waitUntil(lambda: not found._reading.busy)
    return found


def button(dialog: PasteDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def bar(dialog: PasteDialog) -> QProgressBar:
    found = dialog.findChild(QProgressBar)
    assert found is not None
    return found


def names(session: Session) -> list[str]:
    return [one.name for one in session.project.journeys["journey"].ordered_touchpoints()]


def test_much_is_read_in_a_job_and_cannot_be_taken_before(window: Window, session: Session, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(MANY)
    run(window, "paste")
    dialog = window.findChild(PasteDialog)
    assert dialog is not None
    assert not button(dialog, "take-pasted").isEnabled()
    assert bar(dialog).isVisible()
    qtbot.waitUntil(button(dialog, "take-pasted").isEnabled)
    assert button(dialog, "take-pasted").text() == "Add 600 touchpoints"
    assert not bar(dialog).isVisible()


def test_what_is_typed_into_much_is_read_again(dialog: PasteDialog, qtbot: QtBot) -> None:
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    field.insertPlainText("The first\n")
    assert not button(dialog, "take-pasted").isEnabled()
    qtbot.waitUntil(button(dialog, "take-pasted").isEnabled)
    assert button(dialog, "take-pasted").text() == "Add 601 touchpoints"


def test_a_text_made_short_is_read_at_once(dialog: PasteDialog) -> None:
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    field.setPlainText("One\nTwo")
    dialog._read()
    assert button(dialog, "take-pasted").text() == "Add 2 touchpoints"
    assert not bar(dialog).isVisible()


def test_the_window_lives_while_much_is_drawn(dialog: PasteDialog, session: Session, qtbot: QtBot) -> None:
    before, ticks = session.project, list[bool]()
    timer = QTimer(session)
    timer.timeout.connect(lambda: ticks.append(session.project is before))
    timer.start(0)
    session.select(("final",))
    button(dialog, "take-pasted").click()
    assert session.project is before
    assert bar(dialog).isVisible()
    qtbot.waitUntil(lambda: session.project is not before)
    assert any(ticks)
    assert names(session)[-1] == "Step 599"
    last = session.project.journeys["journey"].ordered_touchpoints()[-1]
    assert session.selection == (last.id,)
    assert len(session.history.past) == 1
    session.undo()
    assert session.project is before


def test_cancel_stops_the_drawing_and_leaves_the_dialog_to_go_on_with(
    dialog: PasteDialog, session: Session, held: tuple[Event, Event], qtbot: QtBot
) -> None:
    begun, go_on = held
    before = session.project
    button(dialog, "take-pasted").click()
    assert begun.wait(10)
    qtbot.waitUntil(lambda: bar(dialog).value() > 0)
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    assert field.isReadOnly()
    button(dialog, "cancel").click()
    go_on.set()
    assert dialog.isVisible()
    assert not bar(dialog).isVisible()
    state = dialog.findChild(QLabel, "state")
    assert state is not None
    assert state.text() == "Stopped; nothing was added."
    assert session.project is before
    assert not field.isReadOnly()
    assert field.toPlainText() == MANY
    button(dialog, "take-pasted").click()
    qtbot.waitUntil(lambda: session.project is not before)
    assert len(session.history.past) == 1
    assert len(names(session)) == 605


def test_closed_in_the_middle_nothing_comes_after(
    dialog: PasteDialog, session: Session, held: tuple[Event, Event], window: Window
) -> None:
    begun, go_on = held
    before = session.project
    button(dialog, "take-pasted").click()
    assert begun.wait(10)
    dialog.close()
    assert not dialog.isVisible()
    go_on.set()
    window._runner().join()
    QTest.qWait(1)
    assert session.project is before


def test_on_a_document_changed_meanwhile_it_is_drawn_too(
    dialog: PasteDialog, session: Session, held: tuple[Event, Event], qtbot: QtBot
) -> None:
    begun, go_on = held
    button(dialog, "take-pasted").click()
    assert begun.wait(10)
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Bid"))
    go_on.set()
    qtbot.waitUntil(lambda: len(session.history.past) == 2)
    assert names(session)[0] == "Bid"
    assert names(session)[-1] == "Step 599"


def test_a_refusal_is_told_and_keeps_the_text(
    dialog: PasteDialog, session: Session, held: tuple[Event, Event], asking: ScriptedAsking, qtbot: QtBot
) -> None:
    begun, go_on = held
    button(dialog, "take-pasted").click()
    assert begun.wait(10)
    session.apply(Message("Delete"), lambda project: edits.remove(project, "journey"))
    go_on.set()
    qtbot.waitUntil(lambda: bool(asking.told))
    assert asking.told == ["The journey that this was to go into is no longer there."]
    assert dialog.isVisible()
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    assert field.toPlainText() == MANY
    assert not field.isReadOnly()
    assert len(session.history.past) == 1


def test_of_thousands_of_stages_some_are_shown_and_the_rest_counted(
    window: Window, session: Session, qtbot: QtBot
) -> None:
    dialog = pasted(window, "\n".join(f"Stage {number} > Step" for number in range(600)), qtbot)
    tree = dialog.findChild(EntryPreview).tree  # type: ignore[union-attr]  # it is there
    rows = [item.text(0) for n in range(tree.topLevelItemCount()) if (item := tree.topLevelItem(n))]
    assert len(rows) == MOST_STAGES + 2
    assert rows[-2:] == ["and 400 more stages", "and 400 more touchpoints"]
    assert button(dialog, "take-pasted").text() == "Add 600 stages, 600 touchpoints"


@pytest.fixture
def line(window: Window, session: Session) -> QPlainTextEdit:
    """The quick-entry line with many lines in it."""
    run(window, "quick-entry")
    found = window.findChild(QPlainTextEdit, "quick-entry-text")
    assert found is not None
    found.insertPlainText(MANY)
    return found


def shown_for(window: Window, line: QPlainTextEdit, qtbot: QtBot) -> PasteDialog:
    QTest.keyClick(line, Qt.Key.Key_Return)
    found = window.findChild(PasteDialog)
    assert found is not None
    qtbot.waitUntil(button(found, "take-pasted").isEnabled)
    return found


def test_much_in_the_line_is_not_read_at_each_key(
    line: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    monkeypatch.setattr("journeymapper.desktop.entry.quick_entry.understood", lambda *_: pytest.fail("it was read"))
    QTest.keyClicks(line, " more")
    assert line.toPlainText() == f"{MANY} more"
    monkeypatch.undo()
    line.setPlainText("One")
    tree = window.findChild(EntryPreview).tree  # type: ignore[union-attr]  # it is there
    assert tree.topLevelItemCount() == 1


def test_enter_shows_it_first_and_cancelled_it_is_still_there(
    window: Window, session: Session, line: QPlainTextEdit, qtbot: QtBot
) -> None:
    before = session.project
    shown_for(window, line, qtbot).reject()
    assert session.project is before
    assert line.toPlainText() == MANY


def test_taken_it_leaves_the_line_empty(window: Window, session: Session, line: QPlainTextEdit, qtbot: QtBot) -> None:
    before = session.project
    button(shown_for(window, line, qtbot), "take-pasted").click()
    qtbot.waitUntil(lambda: session.project is not before)
    qtbot.waitUntil(lambda: line.toPlainText() == "")
    assert len(names(session)) == 605
