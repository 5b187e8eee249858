"""The first rows of a file as a table: the header stands out, titles above it step back."""

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
        self._header = 0
        self._width = 0

    def show(self, rows: list[list[str]], header: int) -> None:
        """Show other rows; `header` counts from 1, 0 is none."""
        self.beginResetModel()
        self._rows, self._header = rows, header
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
        return column_letter(section) if orientation == Qt.Orientation.Horizontal else str(section + 1)

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
        return None
