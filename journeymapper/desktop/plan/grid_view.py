"""A table with a spreadsheet's habits: copy, paste, fill down, clear, one text into many cells, sort and filter."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from journeymapper.desktop.plan.choice_editor import ChoiceEditor
from journeymapper.desktop.plan.grid_model import SORTED, Cell, GridModel
from journeymapper.desktop.session import Session

ROW = 26


class GridView(QTableView):
    """The table. Ctrl+C and Ctrl+V, Ctrl+D fills down, Delete clears, Ctrl+Enter writes into all that is chosen."""

    def __init__(self, session: Session, model: GridModel, name: str) -> None:
        super().__init__()
        self._session, self.grid = session, model
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(model)
        self.sorted.setSortRole(SORTED)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.sorted)
        self.setObjectName(name)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ChoiceEditor(session, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, column in enumerate(model.columns):
            heading = self.horizontalHeader().sectionSizeHint(place)
            self.setColumnWidth(place, max(column.width, heading))
        self.selectionModel().selectionChanged.connect(self._follow)

    def cells(self) -> list[Cell]:
        """The chosen cells in the table's own numbering, from top to bottom as they are shown."""
        shown = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        return [self._cell(index) for index in shown]

    def event(self, event: QEvent) -> bool:
        """While the table has the keyboard, its keys are not the menus'."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._habit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A spreadsheet's keys; all others are the table's."""
        habit = self._habit(event)
        if habit is None:
            super().keyPressEvent(event)
        else:
            habit()

    def clear_cells(self) -> bool:
        """Empty the chosen cells."""
        return self.grid.write(dict.fromkeys(self.cells(), ""))

    def paste_clipboard(self) -> bool:
        """Write what the clipboard holds."""
        return self.paste(QGuiApplication.clipboard().text())

    def _habit(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does here."""
        pressed = QKeySequence(event.keyCombination())
        habits: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
            (QKeySequence(QKeySequence.StandardKey.Copy), self.copy),
            (QKeySequence(QKeySequence.StandardKey.Paste), self.paste_clipboard),
            (QKeySequence("Ctrl+D"), self.fill_down),
            (QKeySequence("Ctrl+Return"), self.repeat),
            (QKeySequence("Delete"), self.clear_cells),
            (QKeySequence("Backspace"), self.clear_cells),
        )
        return next((habit for keys, habit in habits if keys == pressed), None)

    def copy(self) -> None:
        """The chosen cells as a spreadsheet takes them: tabs between cells, a line for each row."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            text = self.grid.text(*self._cell(index))
            rows.setdefault(index.row(), []).append(" ".join(text.split()))
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows.values()))

    def paste(self, text: str) -> bool:
        """Write pasted cells from the first chosen one on; a single text goes into every chosen cell."""
        lines = [line.split("\t") for line in text.rstrip("\r\n").replace("\r\n", "\n").split("\n")]
        chosen = self.cells()
        if not chosen or not text:
            return False
        if len(lines) == len(lines[0]) == 1:
            return self.grid.write(dict.fromkeys(chosen, lines[0][0]))
        corner = min(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        texts: dict[Cell, str] = {}
        for down, line in enumerate(lines):
            for right, cell in enumerate(line):
                index = self.sorted.index(corner.row() + down, corner.column() + right)
                if index.isValid():
                    texts[self._cell(index)] = cell
        return self.grid.write(texts)

    def fill_down(self) -> bool:
        """The topmost chosen cell of each column into the chosen ones below it."""
        first: dict[int, str] = {}
        texts = {cell: first.setdefault(cell[1], self.grid.text(*cell)) for cell in self.cells()}
        return self.grid.write(texts)

    def repeat(self) -> bool:
        """The current cell's text into every chosen cell of its column."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        row, column = self._cell(index)
        return self.grid.write({cell: self.grid.text(row, column) for cell in self.cells() if cell[1] == column})

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Bring the row of an element into view."""
        for row in self.grid.rows_of(ids[:1]):
            self.scrollTo(self.sorted.mapFromSource(self.grid.index(row, 0)))

    def _cell(self, index: QModelIndex) -> Cell:
        source = self.sorted.mapToSource(index)
        return source.row(), source.column()

    def _follow(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        """The inspector shows the element of the chosen row."""
        rows = dict.fromkeys(row for row, _ in self.cells())
        keys = tuple(self.grid.keys[row] for row in rows if row < len(self.grid.keys))
        if keys and self.hasFocus():
            self._session.select(keys[:1])


class FilteredGrid(QWidget):
    """A table below a line that filters its rows."""

    def __init__(self, session: Session, model: GridModel, name: str) -> None:
        super().__init__()
        text = session.view.language.text
        self.view = GridView(session, model, name)
        self.filter = QLineEdit()
        self.filter.setObjectName(f"{name}-filter")
        self.filter.setPlaceholderText(text("Filter rows"))
        self.filter.setAccessibleName(text("Filter rows"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(280)
        self.filter.textChanged.connect(self.view.sorted.setFilterFixedString)
        self.row = QHBoxLayout()
        self.row.addWidget(self.filter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 6, 8, 6)
        rows.setSpacing(4)
        rows.addLayout(self.row)
        rows.addWidget(self.view, 1)
