"""A table of results: plain text, read by keyboard, sorted by its heads, a row leads to its element."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from journeymapper.desktop.going import go_to
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model.find import find

ID = Qt.ItemDataRole.UserRole
KEY = Qt.ItemDataRole.UserRole + 1
MOST_ROWS, ROW_ROOM = 24, 6
LEAST, STEP, ROOM = 60, 4, 18
"""Pixels: how narrow a column of words may become at most, how finely columns give way, the air around a word."""
ACROSS = Qt.Orientation.Horizontal


class Sorted(QTableWidgetItem):
    """A cell that is sorted by its number where it has one."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = self.data(KEY), other.data(KEY)
        if isinstance(mine, float) and isinstance(theirs, float):
            return mine < theirs
        # the base class would call this very method again, from C++
        return self.text().casefold() < other.text().casefold()


class Cell:
    """A cell's text, the number that it is sorted by, the colour of its verdict."""

    def __init__(self, text: str, key: float | None = None, colour: str = "", right: bool = False) -> None:
        self.text, self.key, self.colour, self.right = text, key, colour, right


Row = tuple[str, Sequence[Cell]]
"""The id of the element that a row is about, and its cells."""


class ResultTable(QTableWidget):
    """Enter or a double click shows a row's element on the map."""

    def __init__(self, session: Session, name: str, titles: Sequence[str]) -> None:
        super().__init__(0, len(titles))
        self._session = session
        self._wanted: list[int] = []
        self.setObjectName(name)
        self.setAccessibleName(titles[0])
        self.setHorizontalHeaderLabels(list(titles))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemActivated.connect(self._go)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Fill the table; the order of the rows is kept until a head is pressed."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for number, (element, cells) in enumerate(rows):
            for place, cell in enumerate(cells):
                self.setItem(number, place, _item(element, cell))
        self.resizeColumnsToContents()
        header = self.horizontalHeader()
        for place in range(self.columnCount()):
            self.setColumnWidth(place, min(self.columnWidth(place) + 10, 340))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # before: it would sort at once
        self.setSortingEnabled(True)
        self.fit()

    def fit(self) -> None:
        """As tall as its rows, up to a screenful; wide enough for editors in its cells."""
        for place in range(self.columnCount()):
            boxes = [self.cellWidget(row, place) for row in range(self.rowCount())]
            wide = max((box.sizeHint().width() for box in boxes if box is not None), default=0)
            self.setColumnWidth(place, max(self.columnWidth(place), wide))
        self._wanted = [self.columnWidth(place) for place in range(self.columnCount())]
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: the columns are shared anew."""
        super().resizeEvent(event)
        if self._wanted and event.size().width() != event.oldSize().width():
            self._share()

    def _share(self) -> None:
        """All columns in sight: those of words give way and wrap, figures and editors keep their width."""
        header = self.horizontalHeader()
        least = {place: self._least(place) for place in range(self.columnCount()) if self._holds_words(place)}
        for place, width in enumerate(narrowed(self._wanted, least, self.viewport().width())):
            self.setColumnWidth(place, width)
        self.resizeRowsToContents()
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + ROW_ROOM)
        tall = sum(self.rowHeight(row) for row in range(min(self.rowCount(), MOST_ROWS)))
        self.setFixedHeight(tall + header.sizeHint().height() + 2 * self.frameWidth() + 18)

    def _holds_words(self, place: int) -> bool:
        items = [self.item(row, place) for row in range(self.rowCount())]
        right = any(item is not None and item.textAlignment() & Qt.AlignmentFlag.AlignRight for item in items)
        return not right and all(self.cellWidget(row, place) is None for row in range(self.rowCount()))

    def _least(self, place: int) -> int:
        """The width that no word of a column, nor of its head, is longer than."""
        items = (self.item(row, place) for row in range(self.rowCount()))
        cells = {item.text() for item in items if item is not None} | {self.model().headerData(place, ACROSS)}
        longest = max((self.fontMetrics().horizontalAdvance(word) for text in cells for word in str(text).split()),
                      default=0)  # fmt: skip
        return max(LEAST, longest + ROOM)

    @property
    def chosen(self) -> str:
        """The id of the row that is selected, empty without one."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(ID)) if item is not None else ""

    def _go(self, item: QTableWidgetItem) -> None:
        element = str(item.data(ID))
        if find(self._session.project, element) is not None:  # rows of other things have numbers for ids
            self._session.look(mode="results")
            go_to(self._session, element)


def narrowed(wanted: Sequence[int], least: Mapping[int, int], room: int) -> list[int]:
    """The widths when the widest columns of words give way until all fit in the room, none below its `least`."""
    widths = list(wanted)
    over = sum(widths) - room
    while over > 0 and (able := [place for place in least if widths[place] > least[place]]):
        widest = max(able, key=lambda place: widths[place])
        step = min(over, STEP, widths[widest] - least[widest])
        widths[widest] -= step
        over -= step
    return widths


def _item(element: str, cell: Cell) -> QTableWidgetItem:
    item = Sorted(cell.text)
    item.setData(ID, element)
    item.setData(KEY, cell.key)
    item.setToolTip(plain_tip(cell.text) if len(cell.text) > 40 else "")
    if cell.colour:
        item.setForeground(QColor(cell.colour))
    if cell.right:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
