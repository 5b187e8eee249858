"""The touchpoints' measurement points as places to drop a column on; seen while one is dragged."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from journeymapper.desktop.dialogs.import_dialog.words import point_words
from journeymapper.language.language import Language
from journeymapper.model.project import Project

COLUMN = "application/x-journeymapper-column"
POINT = Qt.ItemDataRole.UserRole


def column_data(name: str) -> QMimeData:
    """What a dragged column carries: its name, for this program alone."""
    data = QMimeData()
    data.setData(COLUMN, name.encode())
    return data


class PointTargets(QListWidget):
    """`dropped` carries the column's name and the id of the point that it was dropped on."""

    dropped = Signal(str, str)

    def __init__(self, language: Language, project: Project) -> None:
        super().__init__()
        self.setObjectName("point-targets")
        self.setAccessibleName(language.text("Drop the column on a measurement point"))
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        for point in project.ordered_points():
            item = QListWidgetItem(point_words(language, project, point))
            item.setData(POINT, point.id)
            self.addItem(item)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take columns alone."""
        if event.mimeData().hasFormat(COLUMN):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the point under the mouse."""
        item = self.itemAt(event.position().toPoint())
        if item is None or not event.mimeData().hasFormat(COLUMN):
            event.ignore()
            return
        self.setCurrentItem(item)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which column feeds which point."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.mimeData().hasFormat(COLUMN):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(COLUMN).data()).decode(), str(item.data(POINT)))
