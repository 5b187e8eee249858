"""The sheet of shortcuts: every key, from the menus and the tables that bind it, and the mouse; it can be searched."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.canvas.keyboard import ROWS as ON_MAP
from journeymapper.desktop.key_rows import KeyRow
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.palette.entries import bare
from journeymapper.desktop.palette.matching import folded
from journeymapper.desktop.panels.outline_naming import ROWS as IN_OUTLINE
from journeymapper.language.language import Language
from journeymapper.model.messages import Message

WHILE_TYPING = (
    (Message("Take the name over, then the next touchpoint"), "Enter"),
    (Message("Take the name over, then into the next stage; back"), "Tab, Shift+Tab"),
    (Message("Leave the name as it was; a new card goes again"), "Esc"),
    (Message("In a lane: a new line"), "Shift+Enter"),
    (Message("In a lane: the lane above, the lane below"), "Ctrl+Up, Ctrl+Down"),
)
MOUSE = (
    (Message("Select several"), Message("Shift or Ctrl+click, or draw a frame")),
    (Message("Move what is selected"), Message("Drag")),
    (Message("Copy what is selected"), Message("Alt+drag")),
    (Message("Park"), Message("Drag to the foot of the map")),
    (Message("Draw a link"), Message("Drag from the plus at the card's edge")),
    (Message("Rename"), Message("Double-click on the name")),
    (Message("Write into a lane"), Message("Double-click in the lane")),
    (Message("Change feeling"), Message("Drag the point of the curve")),
    (Message("Zoom at the pointer"), Message("Ctrl+wheel")),
    (Message("Move the map"), Message("Space+drag, middle button, wheel")),
)


class SheetRow(NamedTuple):
    """A line: where it holds, what is done, and how; in the reader's words."""

    where: str
    words: str
    keys: str


class ShortcutSheet(QDialog):
    """A line to search in and a table of what fits; the keyboard begins in the line."""

    def __init__(self, language: Language, menus: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = language.text
        self._rows = list(sheet_rows(language, menus))
        self.setObjectName("shortcut-sheet")
        self.setWindowTitle(text("Keyboard shortcuts"))
        self.setModal(True)
        self.resize(760, 620)
        self._line = QLineEdit()
        self._line.setObjectName("shortcut-search")
        self._line.setAccessibleName(text("Search the shortcuts"))
        self._line.setPlaceholderText(text("What is to be done, or a key"))
        self._line.setClearButtonEnabled(True)
        self._table = _table(language, self._rows)
        self._nothing = plain_label(text("No shortcut is like that."), "quiet")
        self._nothing.hide()
        buttons = QDialogButtonBox()
        close = buttons.addButton(text("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._table, 1)
        column.addWidget(buttons)
        self._line.textChanged.connect(self._search)
        self.finished.connect(self.deleteLater)
        self._line.setFocus()

    def _search(self, query: str) -> None:
        asked = folded(query).split()
        fits = [all(word in folded(" ".join(row)) for word in asked) for row in self._rows]
        for number, fit in enumerate(fits):
            self._table.setRowHidden(number, not fit)
        self._nothing.setVisible(not any(fits))


def sheet_rows(language: Language, menus: Sequence[QAction]) -> Iterator[SheetRow]:
    """All lines: the commands by their menus, then the map, the outline, the field of a name and the mouse."""
    text, message = language.text, language.message
    yield from menu_rows(menus)
    for where, rows in ((text("On the map"), ON_MAP), (text("In the outline"), IN_OUTLINE)):
        for row in rows:
            yield SheetRow(where, message(row.words), _keys_of(row))
    for words, keys in WHILE_TYPING:
        yield SheetRow(text("While typing"), message(words), ", ".join(map(native, keys.split(", "))))
    for words, way in MOUSE:
        yield SheetRow(text("With the mouse"), message(words), message(way))


def native(key: str) -> str:
    """A key as this platform and language name it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _keys_of(row: KeyRow) -> str:
    return ", ".join(row.ways if row.signs else map(native, row.ways))


def menu_rows(actions: Iterable[QAction], where: str = "") -> Iterator[SheetRow]:
    """The commands of a menu bar that have a key, with the menu that they stand in."""
    for action in actions:
        menu, words = action.menu(), bare(action.text())
        if isinstance(menu, QMenu):
            yield from menu_rows(menu.actions(), where or words)
        elif not action.shortcut().isEmpty():
            yield SheetRow(where, words, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def _table(language: Language, rows: Sequence[SheetRow]) -> QTableWidget:
    text = language.text
    table = QTableWidget(len(rows), 3)
    table.setAccessibleName(text("Keyboard shortcuts"))
    table.setHorizontalHeaderLabels([text("Where"), text("What is done"), text("Key")])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            table.setItem(number, place, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    for place in (1, 2):
        header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long lines are broken
    return table
