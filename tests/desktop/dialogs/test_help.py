"""The dialogs of the Help menu: the sheet of shortcuts says what is bound and is searched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.keyboard import ROWS as ON_MAP
from journeymapper.desktop.dialogs.help import about
from journeymapper.desktop.dialogs.shortcut_sheet import ShortcutSheet
from journeymapper.desktop.panels.outline_naming import ROWS as IN_OUTLINE
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from tests.desktop.conftest import clear_away


def opened(window: Window) -> tuple[ShortcutSheet, QLineEdit, QTableWidget]:
    """By its key, as one finds it."""
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    line, table = sheet.findChild(QLineEdit), sheet.findChild(QTableWidget)
    assert line is not None
    assert table is not None
    return sheet, line, table


def shown(table: QTableWidget) -> list[tuple[str, ...]]:
    model = table.model()
    rows = (row for row in range(table.rowCount()) if not table.isRowHidden(row))
    return [tuple(str(model.index(row, place).data()) for place in range(3)) for row in rows]


def test_the_sheet_has_every_command_with_a_key_and_every_key_of_the_tables(window: Window) -> None:
    _, _, table = opened(window)
    rows = shown(table)
    assert ("File", "Save", "Ctrl+S") in rows
    assert ("Edit", "Rename", "F2") in rows
    assert ("View", "Next panel", "F6") in rows
    assert ("Insert", "Add a touchpoint", "Ctrl+Enter") in rows
    english = language("en")
    for where, bound in (("On the map", ON_MAP), ("In the outline", IN_OUTLINE)):
        told = {words: keys for place, words, keys in rows if place == where}
        for row in bound:
            keys = told[english.message(row.words)].split(", ")
            assert len(keys) == len(row.ways)
    words = {keys for _, _, keys in rows}
    assert {"Tab, Shift+Tab", ":", "/", "Ctrl+Up, Ctrl+Down", "Alt+drag"} <= words
    assert not [row for row in rows if row[1] == "Rename" and row[2] == "Enter"]


def test_it_is_searched_by_words_and_by_keys(window: Window) -> None:
    _, line, table = opened(window)
    QTest.keyClicks(line, "stage next")
    assert ("On the map", "Into the next stage, after the last one a new stage; back", "Tab, Shift+Tab") in shown(table)
    assert all("stage" in " ".join(row).lower() for row in shown(table))
    line.clear()
    QTest.keyClicks(line, "f6")
    assert [row[1] for row in shown(table)] == ["Next panel"]
    line.clear()
    QTest.keyClicks(line, "zzzz")
    assert shown(table) == []
    QTest.keyClick(line, Qt.Key.Key_Escape)
    clear_away()
    assert window.findChild(ShortcutSheet) is None


@pytest.mark.parametrize("key", ["Ctrl+Vaihto+Enter", "Vaihto+Sarkain", "Alt+Vasen nuoli"])
def test_in_finnish_the_keys_have_their_finnish_names(window: Window, key: str) -> None:
    assert window.session is not None
    window.session.look(language=language("fi"))
    QApplication.processEvents()
    clear_away()
    _, line, table = opened(window)
    assert line.accessibleName() != "Search the shortcuts"
    assert any(key in keys for _, _, keys in shown(table))
    assert not any("Return" in keys or "Shift" in keys for _, _, keys in shown(table))


def test_the_table_fills_its_dialog(window: Window) -> None:
    sheet, _, table = opened(window)
    QApplication.processEvents()
    assert table.height() > 0.7 * sheet.height()
    assert table.rowCount() > 60
    for place in (1, 2):
        assert table.columnWidth(place) > 0.3 * table.width()


def test_it_is_there_without_a_document(empty_window: Window) -> None:
    empty_window.menus.action("shortcuts").trigger()
    assert empty_window.findChild(ShortcutSheet) is not None


def test_about_is_as_high_as_its_words(qtbot: QtBot) -> None:
    dialog = about(language("fi"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() < 300
