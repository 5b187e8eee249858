"""The palette's window: a line to type in and the names that fit, without the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.palette.entries import Entry, best
from journeymapper.language.language import Language

SHOWN = 60
LETTERS_WIDE = 96
LINES_HIGH = 16
WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Palette(QDialog):
    """Enter does what is chosen and closes, if it can be done now; Esc closes."""

    def __init__(self, entries: Sequence[Entry], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._entries = entries
        self._found: list[Entry] = []
        text = language.text
        self.setObjectName("palette")
        self.setWindowTitle(text("Find a command or an element"))
        self.setModal(True)
        self._line = QLineEdit()
        self._line.setObjectName("palette-line")
        self._line.setAccessibleName(self.windowTitle())
        self._line.setPlaceholderText(text("A command, or the name of a stage, touchpoint or anything else"))
        self._list = _list(text("What fits"))
        self._nothing = plain_label(text("Nothing has that name."), "quiet")
        card = QFrame()
        card.setProperty("look", "card")
        QVBoxLayout(self).addWidget(card)
        column = QVBoxLayout(card)
        column.addWidget(self._line)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._show)
        self._line.returnPressed.connect(self._take)
        self._list.itemClicked.connect(lambda _item, _column: self._take())
        self.finished.connect(self.deleteLater)
        self._show("")
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while the line keeps the keyboard."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = Qt.Key(event.key())
            if step in WALKING:
                self._walk({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10}.get(step, 10))
                return True
        return super().eventFilter(watched, event)

    def _show(self, query: str) -> None:
        self._found = best(self._entries, query, SHOWN)
        self._list.clear()
        for entry in self._found:
            item = QTreeWidgetItem([entry.words, entry.hint, entry.keys])
            for column in (1, 2) if entry.able else (0, 1, 2):
                item.setForeground(column, self.palette().placeholderText())
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._list.addTopLevelItem(item)
        self._nothing.setVisible(not self._found)
        if self._found:
            self._choose(0)

    def _walk(self, by: int) -> None:
        if self._found:
            row = self._list.currentIndex().row() + by
            self._choose(row % len(self._found) if abs(by) == 1 else min(max(row, 0), len(self._found) - 1))

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._list.model().index(row, 0))

    def _take(self) -> None:
        if not self._found:
            return
        entry = self._found[max(self._list.currentIndex().row(), 0)]
        if entry.able:
            self.accept()
            entry.go()

    def _place(self, parent: QWidget | None) -> None:
        """In the upper middle of the window, where the eyes are; never wider than it."""
        metrics = self.fontMetrics()
        width, height = metrics.averageCharWidth() * LETTERS_WIDE, metrics.lineSpacing() * LINES_HIGH * 3 // 2
        if parent is not None:
            width, height = min(width, parent.width() - 40), min(height, parent.height() - 80)
            corner = parent.mapToGlobal(parent.rect().topLeft())
            self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 56)
        self.resize(width, height)


def _list(words: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("palette-list")
    made.setAccessibleName(words)
    made.setColumnCount(3)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, header.ResizeMode.Stretch)
    for column in (1, 2):
        header.setSectionResizeMode(column, header.ResizeMode.ResizeToContents)
    return made
