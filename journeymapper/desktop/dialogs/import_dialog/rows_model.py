"""The first rows of a file as a table: the header stands out, titles above it step back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from journeymapper.desktop.labels import plain_tip
from journeymapper.language.language import Language
from journeymapper.results.readers.header import column_letter

MOST_COLUMNS = 500
LONGEST = 300
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Cells as text; rows are numbered and columns lettered as a spreadsheet does."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[list[str]] = []
        self._header = self._labels = 0
        self._names: tuple[str, ...] = ()
        self._width = 0

    def show(self, rows: list[list[str]], header: int, labels: int = 0, names: Sequence[str] = ()) -> None:
        """Show other rows; `header` counts from 1, 0 is none: the file has its columns' `names` elsewhere.

        So many rows of `labels` under the header explain it.
        """
        self.beginResetModel()
        self._rows, self._header, self._labels = rows, header, labels
        self._names = () if header else tuple(names)
        self._width = min(max(map(len, rows), default=0), MOST_COLUMNS)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns the widest row has."""
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text and look."""
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text[:LONGEST].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(text[:LONGEST]) or None
        return self._look(index.row() + 1, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Letters above, numbers at the side."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._names[section] if section < len(self._names) else column_letter(section)

    def _look(self, row: int, role: int) -> Any:
        palette = QGuiApplication.palette()
        if row == self._header:
            if role == Qt.ItemDataRole.BackgroundRole:
                return palette.brush(QPalette.ColorRole.Highlight)
            if role == Qt.ItemDataRole.ForegroundRole:
                return palette.brush(QPalette.ColorRole.HighlightedText)
            if role == Qt.ItemDataRole.FontRole:
                font = QFont(QGuiApplication.font())
                font.setBold(True)
                return font
        elif row < self._header and role == Qt.ItemDataRole.ForegroundRole:
            return palette.brush(QPalette.ColorRole.PlaceholderText)
        elif self._header < row <= self._header + self._labels:
            return _look_of_label(palette, role)
        return None


def _look_of_label(palette: QPalette, role: int) -> Any:
    """Rows that explain the header are no answers: they lean on it, and stand on its side."""
    if role == Qt.ItemDataRole.BackgroundRole:
        return palette.brush(QPalette.ColorRole.AlternateBase)
    if role == Qt.ItemDataRole.ForegroundRole:
        return palette.brush(QPalette.ColorRole.PlaceholderText)
    if role == Qt.ItemDataRole.FontRole:
        font = QFont(QGuiApplication.font())
        font.setItalic(True)
        return font
    return None
