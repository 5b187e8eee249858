"""The model of a table over the document: rows are elements, an edit of many cells is one step of undo."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.labels import plain_tip
from journeymapper.desktop.plan.columns import Column
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, int]
NOWHERE = QModelIndex()
SORTED = Qt.ItemDataRole.UserRole


class GridModel(QAbstractTableModel):
    """Reads every cell from the session's document when it is shown, and so is never out of step with it."""

    def __init__(
        self,
        session: Session,
        asking: Asking,
        columns: Sequence[Column],
        keys: Callable[[Project], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._asking, self._find_keys = session, asking, keys
        self.columns = tuple(columns)
        self.keys: tuple[str, ...] = tuple(keys(session.project))
        session.changed.connect(self._refresh)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """A row for each element."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The columns as they were given."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' headings; rows have none."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._session.view.language.message(self.columns[section].heading)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, its tooltip, its alignment, and what it is sorted by."""
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.text(index.row(), index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._sort_key(index) if role == SORTED else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that can be written can be edited, but not in a document that is only read."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        writable = index.isValid() and self.columns[index.column()].write is not None and not self._session.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if writable else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.write({(index.row(), index.column()): str(value)})

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self.columns[column].read(self._session.project, self.keys[row], self._session.view.language)

    def write(self, texts: dict[Cell, str]) -> bool:
        """Write many cells as one step; where one is refused the reason is told and nothing is changed."""
        changed = {cell: text for cell, text in texts.items() if text != self.text(*cell)}
        changed = {cell: text for cell, text in changed.items() if self.columns[cell[1]].write is not None}
        if not changed or self._session.read_only:
            return False
        keys, language = self.keys, self._session.view.language

        def edit(project: Project) -> Project:
            for (row, column), text in changed.items():
                write = self.columns[column].write
                project = write(project, keys[row], text, language) if write else project
            return project

        return applied(self._session, self._asking, Message("Change the plan"), edit)

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """The rows of some elements."""
        wanted = set(ids)
        return [row for row, key in enumerate(self.keys) if key in wanted]

    def _sort_key(self, index: Index) -> object:
        text = self.text(index.row(), index.column())
        if not self.columns[index.column()].number:
            return text.casefold()
        digits = "".join(c for c in text.replace("−", "-").replace(",", ".") if c.isdigit() or c in "-.")
        try:
            return float(digits)
        except ValueError:
            return float("-inf")

    def _refresh(self, _old: Project, new: Project) -> None:
        keys = tuple(self._find_keys(new))
        if keys == self.keys:
            if self.keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.keys = keys
        self.endResetModel()
