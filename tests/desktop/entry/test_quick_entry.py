"""The quick-entry line and pasted text: shown first, then one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.entry.paste_dialog import PasteDialog
from journeymapper.desktop.entry.quick_entry import QuickEntry
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.canvas.hands import come_to_rest
from tests.desktop.editing.hands import run, stages


@pytest.fixture
def session(window: Window) -> Session:
    """The window's session."""
    assert window.session is not None
    return window.session


@pytest.fixture
def line(window: Window) -> QPlainTextEdit:
    """The quick-entry line, opened with a colon on the map."""
    QTest.keyClicks(window.canvas, ":")
    found = window.findChild(QPlainTextEdit, "quick-entry-text")
    assert found is not None
    assert found.isVisible()
    return found


def shown(window: Window) -> list[str]:
    """The rows of the preview."""
    entry = window.findChild(QuickEntry)
    assert entry is not None
    tree = entry.findChild(QTreeWidget, "entry-tree")
    assert tree is not None
    rows: list[str] = []
    for row in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(row)
        assert top is not None
        children = [top.child(index) for index in range(top.childCount())]
        rows += [top.text(0), *(child.text(0) for child in children if child)]
    return rows


def test_a_line_makes_a_stage_a_touchpoint_and_a_channel(
    window: Window, session: Session, line: QPlainTextEdit
) -> None:
    QTest.keyClicks(line, "Aftercare > First call @phone *")
    assert shown(window) == ["Aftercare", "First call ★  @phone"]
    assert not session.modified
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stages(session)["Aftercare"] == ["First call"]
    made = next(one for one in session.project.journeys["journey"].touchpoints.values() if one.name == "First call")
    assert made.moment_of_truth
    assert made.channels == ("phone",)
    assert session.selection == (made.id,)
    assert len(session.history.past) == 1
    assert line.toPlainText() == ""


def test_channels_that_are_made_are_marked_as_new(window: Window, line: QPlainTextEdit) -> None:
    QTest.keyClicks(line, "Aftercare > First call @PHONE @Fax")
    assert shown(window)[1] == "First call  @PHONE  @Fax (new)"
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "Second call @fax")
    assert shown(window)[1] == "Second call  @fax"


def test_all_signs_are_named_while_one_types(window: Window, line: QPlainTextEdit) -> None:
    QTest.keyClicks(line, "Aftercare")
    entry = window.findChild(QuickEntry)
    assert entry is not None
    assert entry.minimumSizeHint().width() < 400
    hints = [label.text() for label in entry.findChildren(QLabel)]
    assert any(all(f"{sign} " in words for sign in ">@*?") for words in hints)


def test_the_next_line_goes_on_where_the_last_ended(session: Session, line: QPlainTextEdit) -> None:
    session.select(("offer",))
    for name in ("Site visit", "Estimate"):
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert stages(session)["Agree"] == ["Offer", "Site visit", "Estimate", "Contract"]


def test_many_lines_at_once_are_one_step(window: Window, session: Session, line: QPlainTextEdit) -> None:
    line.insertPlainText("Work > Testing\nAfter > First spring ?\nGuarantee > Visit\n")
    assert shown(window)[0] == "Work (goes on)"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert stages(session)["Work"][-1] == "Testing"
    assert stages(session)["Guarantee"] == ["Visit"]
    run(window, "undo")
    assert "Guarantee" not in stages(session)
    assert not session.modified


def test_esc_gives_the_keyboard_back_and_keeps_the_text(window: Window, line: QPlainTextEdit) -> None:
    QTest.keyClicks(line, "Half a thou")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert window.canvas.hasFocus()
    run(window, "quick-entry")
    assert line.toPlainText() == "Half a thou"


def test_the_map_behind_keeps_its_layout_and_its_zoom(window: Window, qtbot: QtBot) -> None:
    canvas = window.canvas
    come_to_rest(canvas)
    before, height = (canvas.map_layout.room, canvas.picture, canvas.viewport_now), canvas.height()
    QTest.keyClicks(canvas, ":")
    qtbot.waitUntil(lambda: canvas.height() < height)
    come_to_rest(canvas)
    assert (canvas.map_layout.room, canvas.picture, canvas.viewport_now) == before
    run(window, "quick-entry")
    line = window.findChild(QPlainTextEdit, "quick-entry-text")
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: canvas.height() == height)
    come_to_rest(canvas)
    assert (canvas.map_layout.room, canvas.picture, canvas.viewport_now) == before
    window.resize(window.width(), window.height() + 90)
    qtbot.waitUntil(lambda: canvas.map_layout.room != before[0])


def test_marks_without_a_name_are_told(window: Window, line: QPlainTextEdit) -> None:
    line.insertPlainText("Testing\n@phone *")
    account = window.findChild(QuickEntry).findChild(QLabel, "entry-account")  # type: ignore[union-attr]  # it is there
    assert isinstance(account, QLabel)
    assert "Line 2" in account.text()


def pasted(window: Window, text: str) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    run(window, "paste")
    found = window.findChild(PasteDialog)
    assert found is not None
    return found


def test_foreign_text_is_shown_before_it_is_taken(window: Window, session: Session) -> None:
    dialog = pasted(window, "Planning\n\tDrawing\n\tPermit *\nWork\n\tDrain flushing\n")
    assert not session.modified
    button = dialog.findChild(QPushButton, "take-pasted")
    assert button is not None
    assert button.text() == "Add 2 stages, 3 touchpoints"
    button.click()
    assert stages(session)["Planning"] == ["Drawing", "Permit"]
    assert stages(session)["Work"][-1] == "Drain flushing"
    assert len(session.history.past) == 1


def test_a_grid_from_a_spreadsheet_becomes_stages(window: Window, session: Session) -> None:
    dialog = pasted(window, "Stage\tBefore\tDuring\nTouchpoint\tCall\tVisit\n")
    dialog.findChild(QPushButton, "take-pasted").click()  # type: ignore[union-attr]  # it is there
    assert stages(session)["Before"] == ["Call"]
    assert stages(session)["During"] == ["Visit"]


def test_cancelled_nothing_is_made(window: Window, session: Session) -> None:
    pasted(window, "One\nTwo").reject()
    assert not session.modified


def test_too_much_is_refused_in_a_sentence(window: Window, session: Session, qtbot: QtBot) -> None:
    dialog = pasted(window, "x\n" * 6000)
    button, account = dialog.findChild(QPushButton, "take-pasted"), dialog.findChild(QLabel, "entry-account")
    assert button is not None
    assert account is not None
    qtbot.waitUntil(lambda: "too many" in account.text())
    assert not button.isEnabled()
    dialog.reject()
