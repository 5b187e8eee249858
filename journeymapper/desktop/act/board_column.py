"""A column of the board: cards that are dragged, or moved with Alt and the arrows."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QFont, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from journeymapper.picture.hyphenation import SOFT_HYPHEN, syllable_points
from journeymapper.picture.theme import Theme

ID, LINES, TONE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
PAD, GAP, FRAME = 9, 6, 3
LONG_WORD = 9
Index = QModelIndex | QPersistentModelIndex
STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class Card(NamedTuple):
    """A card: the id of its action, its title, lines below it, and the colour of the last one (empty: none)."""

    action: str
    title: str
    lines: tuple[str, ...] = ()
    colour: str = ""


class CardPainter(QStyledItemDelegate):
    """Draws a card as high as its text needs in the column's width."""

    def __init__(self, column: "BoardColumn", theme: Theme, hyphens: str) -> None:
        super().__init__(column)
        self._theme, self._hyphens = theme, hyphens

    def sizeHint(self, option: Option, index: Index) -> QSize:
        """The column's width, the text's height."""
        width = self._column.viewport().width()
        bold, plain = self._fonts(option.font)
        high = sum(
            _height(bold if place == 0 else plain, line, width - FRAME - 2 * PAD)
            for place, line in enumerate(self._lines(index))
        )
        return QSize(width, high + 2 * PAD + GAP)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        """Frame, title, lines."""
        theme = self._theme
        box: QRect = option.rect.adjusted(1, 1, -2, -GAP)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._column.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.line), 2 if chosen else 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box, 8, 8)
        bold, plain = self._fonts(option.font)
        inner, y = box.adjusted(PAD, PAD, -PAD, -PAD), box.top() + PAD
        lines, tone = self._lines(index), str(index.data(TONE) or "")
        for place, line in enumerate(lines):
            font = bold if place == 0 else plain
            last = tone if tone and place == len(lines) - 1 else theme.sub
            painter.setPen(QColor(theme.ink if place == 0 else last))
            laid = _laid(font, line, inner.width())
            laid.draw(painter, QPointF(inner.left(), y))
            y += _height(font, line, inner.width())
        painter.restore()

    def _lines(self, index: Index) -> list[str]:
        """Title and lines, each word with soft hyphens where it may be broken."""
        lines = [str(index.data(Qt.ItemDataRole.DisplayRole)), *filter(None, index.data(LINES) or [])]
        return [" ".join(_soft(word, self._hyphens) for word in line.split(" ")) for line in lines]

    @property
    def _column(self) -> "BoardColumn":
        """The column that owns the painter; held by Qt alone, lest the two keep each other alive."""
        column = self.parent()
        assert isinstance(column, BoardColumn)
        return column

    def _fonts(self, font: QFont) -> tuple[QFont, QFont]:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        return bold, font


class BoardColumn(QListWidget):
    """Tells what is to be moved where, and moves nothing itself: the document decides.

    `hyphens` is the code of the language by whose syllables long words are broken.
    """

    dropped = Signal(str, str, int)
    stepped = Signal(str, int, int)

    def __init__(self, status: str, words: str, theme: Theme, hyphens: str = "") -> None:
        super().__init__()
        self.status, self._words = status, words
        self.setObjectName(f"board-{status}")
        self.setItemDelegate(CardPainter(self, theme, hyphens))
        self.setStyleSheet(f"QListWidget {{ background: {theme.ground}; border-radius: 8px; }}")
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(0)
        self.show_cards([])

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Fill the column; the chosen card stays chosen."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        for card in cards:
            item = QListWidgetItem(card.title, self)
            item.setData(ID, card.action)
            item.setData(LINES, list(card.lines))
            item.setData(TONE, card.colour)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((card.title, *filter(None, card.lines))))
        self.choose(chosen)
        self.blockSignals(False)
        self.setAccessibleName(f"{self._words}: {len(cards)}")

    @property
    def chosen(self) -> str:
        """The action of the chosen card, empty without one."""
        item = self.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def choose(self, action: str) -> bool:
        """Choose a card; whether it is here."""
        for row in range(self.count()):
            item = self.item(row)
            if item is not None and item.data(ID) == action:
                self.setCurrentRow(row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and the arrows move a card; Left and Right alone go to the next column."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and alt and self.chosen:
            self.stepped.emit(self.chosen, *step)
        elif step is not None and step[0]:
            self.stepped.emit("", *step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def dropEvent(self, event: QDropEvent) -> None:
        """A card of this board before the one below the pointer, else at the end."""
        source = event.source()
        if not isinstance(source, BoardColumn) or not source.chosen:
            event.ignore()
            return
        below = self.indexAt(event.position().toPoint())
        place = below.row() if below.isValid() else self.count()
        event.setDropAction(Qt.DropAction.CopyAction)  # else the source would take its row away
        event.accept()
        self.dropped.emit(source.chosen, self.status, place)


@cache
def _soft(word: str, language: str) -> str:
    """A long word with soft hyphens between its syllables."""
    if len(word) < LONG_WORD or SOFT_HYPHEN in word:
        return word
    ends = [0, *syllable_points(word, language), len(word)]
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(ends))


def _height(font: QFont, line: str, width: int) -> int:
    return round(_laid(font, line, width).boundingRect().height())


def _laid(font: QFont, line: str, width: int) -> QTextLayout:
    """A line broken between words, within one only where it is wider than the card; plain text, no markup."""
    layout = QTextLayout(line.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (part := layout.createLine()).isValid():
        part.setLineWidth(max(width, 20))
        part.setPosition(QPointF(0, y))
        y += part.height()
    layout.endLayout()
    return layout
