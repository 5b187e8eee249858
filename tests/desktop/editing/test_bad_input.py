"""Whatever is typed or pasted is taken or refused in a sentence; nothing is lost, and undo restores exactly."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model.limits import TEXT_LENGTH
from tests.desktop.conftest import clear_away
from tests.desktop.editing.hands import editor, run, stages

ARABIC, HEBREW, FAMILY = "زيارة الموقع", "שיחת טלפון", "👩‍👩‍👧 käynti 🎉"
STRANGE = "Ca\u0000ll\u0007 \u202eevil\x1b[31m"


@pytest.fixture(autouse=True)
def on_the_map(open_session: Session) -> None:
    """Mapping, not results."""
    open_session.look(mode="map")


def paste(window: Window, text: str) -> QDialog:
    """Paste and look at the preview."""
    QGuiApplication.clipboard().setText(text)
    run(window, "paste")
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return dialog


def press_primary(dialog: QDialog) -> None:
    primary(dialog).click()


def primary(dialog: QDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.property("look") == "primary")


@pytest.mark.parametrize("name", [ARABIC, HEBREW, FAMILY, "<b>Visit</b>", "=1+1", "../../etc/passwd", "%s {0} $(x)"])
def test_any_script_and_sign_is_a_name_as_it_stands(
    window: Window, canvas: MapCanvas, open_session: Session, name: str
) -> None:
    before = open_session.project
    open_session.select(("offer",))
    run(window, "rename")
    editor(canvas).setPlainText(name)
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert open_session.project.journeys["journey"].touchpoints["offer"].name == name
    canvas.grab()
    run(window, "undo")
    assert open_session.project is before


def test_control_characters_are_left_out(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    run(window, "rename")
    editor(canvas).setPlainText(STRANGE)
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    name = open_session.project.journeys["journey"].touchpoints["offer"].name
    assert name == "Call evil[31m"


def test_a_novel_is_no_name_and_stays_in_the_field_to_be_mended(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    before = open_session.project
    open_session.select(("offer",))
    run(window, "rename")
    field = editor(canvas)
    field.setPlainText("It was the best of times. " * 4000)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert open_session.project is before
    assert editor(canvas) is field
    assert field.toPlainText().startswith("It was the best of times.")
    field.setPlainText("The best of times")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert open_session.project.journeys["journey"].touchpoints["offer"].name == "The best of times"
    clear_away()
    assert editor(canvas) is not field


def test_five_thousand_lines_are_taken_as_one_step(window: Window, open_session: Session, qtbot: QtBot) -> None:
    before = open_session.project
    open_session.select(("final",))
    button = primary(paste(window, "\n".join(f"Step {number}" for number in range(5000))))
    qtbot.waitUntil(button.isEnabled)
    button.click()
    qtbot.waitUntil(lambda: open_session.project is not before, timeout=60_000)
    assert len(open_session.project.journeys["journey"].touchpoints) == 5005
    assert len(open_session.history.past) == 1
    run(window, "undo")
    assert open_session.project is before


def test_one_line_more_is_refused_in_a_sentence(window: Window, open_session: Session, qtbot: QtBot) -> None:
    before = open_session.project
    dialog = paste(window, "\n".join(f"Step {number}" for number in range(5001)))
    account = dialog.findChild(QLabel, "entry-account")
    assert account is not None
    qtbot.waitUntil(lambda: "too many" in account.text())
    assert not primary(dialog).isEnabled()
    dialog.reject()
    assert open_session.project is before


def test_a_chapter_is_kept_whole_as_a_note(window: Window, open_session: Session) -> None:
    before = open_session.project
    chapter = "It was the best of times, it was the worst of times. " * (TEXT_LENGTH // 60)
    press_primary(paste(window, chapter))
    (note,) = [one for one in open_session.project.notes.values() if one.id not in before.notes]
    assert note.text == chapter.strip()
    run(window, "undo")
    assert open_session.project is before


def test_right_to_left_stages_and_cards_keep_their_letters(window: Window, open_session: Session) -> None:
    press_primary(paste(window, f"{HEBREW} > {ARABIC} *\n{FAMILY} > Visit"))
    found = stages(open_session)
    assert found[HEBREW] == [ARABIC]
    assert found[FAMILY] == ["Visit"]
