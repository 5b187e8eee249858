"""The list of lanes: ticked where shown, dragged or moved by Alt and arrows, renamed by F2."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from journeymapper.desktop.lanes.commands import LaneCommands
from journeymapper.desktop.lanes.rows import LaneRow, moved
from journeymapper.language.language import Language

MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ROW = Qt.ItemDataRole.UserRole
SHOWN, COLLAPSED = 0, 1


class LaneList(QTreeWidget):
    """A row per lane; what is ticked, typed or dragged goes to the commands."""

    def __init__(self, commands: LaneCommands, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setObjectName("lane-list")
        self.setAccessibleName(language.text("Lanes"))
        self.setColumnCount(2)
        self.setHeaderLabels([language.text("Lane"), language.text("Collapsed")])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(SHOWN, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(COLLAPSED, self.header().ResizeMode.ResizeToContents)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.itemChanged.connect(self._changed)
        self.fill()

    def fill(self) -> None:
        """Show the lanes as they are now, the current one staying current."""
        rows, here = self._commands.rows(), self.current()
        with QSignalBlocker(self):
            if [row.id for row in rows] != self._shown_ids():
                self.clear()
                self.addTopLevelItems([QTreeWidgetItem() for _ in rows])
            for row, item in zip(rows, self._items(), strict=True):  # an item that tells of its change must live on
                _write(item, row)
                if here is not None and row.id == here.id:
                    self.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _shown_ids(self) -> list[str]:
        return [row.id for item in self._items() if isinstance(row := item.data(SHOWN, ROW), LaneRow)]

    def current(self) -> LaneRow | None:
        """The lane that the keyboard is on."""
        item = self.currentItem()
        row = item.data(SHOWN, ROW) if item else None
        return row if isinstance(row, LaneRow) else None

    def move_current(self, by: int) -> None:
        """Move the current lane up or down."""
        row = self.current()
        if row is not None:
            self._commands.arrange(moved([each.id for each in self._commands.rows()], row.id, by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows move; Delete removes a lane of the team's own."""
        row = self.current()
        if event.key() in MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(MOVES[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self._commands.remove(row)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The order in which the rows would stand is the order of the lanes."""
        row, target = self.current(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if row is not None:
            self.drop(row, target, below=_is_below(self, target, event))

    def drop(self, row: LaneRow, target: QTreeWidgetItem | None, *, below: bool) -> None:
        """A lane before or behind the row of another one; at the end where there is none."""
        order = [each.id for each in self._commands.rows() if each.id != row.id]
        over = target.data(SHOWN, ROW) if target else None
        place = order.index(over.id) + below if isinstance(over, LaneRow) and over.id in order else None
        if over is None or place is not None:
            order.insert(len(order) if place is None else place, row.id)
            self._commands.arrange(order)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        row = item.data(SHOWN, ROW)
        if not isinstance(row, LaneRow):
            return
        ticked = item.checkState(column) == Qt.CheckState.Checked
        if column == COLLAPSED:
            self._commands.collapse(row, collapsed=ticked)
        elif ticked != row.shown:
            self._commands.show(row, shown=ticked)
        else:
            self._commands.rename(row, " ".join(item.text(SHOWN).split()))
        self.fill()


def _write(item: QTreeWidgetItem, row: LaneRow) -> None:
    item.setText(SHOWN, row.name or row.usual)
    item.setData(SHOWN, ROW, row)
    item.setCheckState(SHOWN, Qt.CheckState.Checked if row.shown else Qt.CheckState.Unchecked)
    if not row.fixed:
        item.setCheckState(COLLAPSED, Qt.CheckState.Checked if row.collapsed else Qt.CheckState.Unchecked)
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~Qt.ItemFlag.ItemIsDropEnabled)


def _is_below(tree: QTreeWidget, target: QTreeWidgetItem | None, event: QDropEvent) -> bool:
    return target is not None and event.position().y() > tree.visualItemRect(target).center().y()
