"""The sections of a report: ticked where they are in it, dragged or moved by Alt and arrows into another order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from journeymapper.language.language import Language
from journeymapper.report.sections import SECTIONS

NAME = Qt.ItemDataRole.UserRole
SHOWN = 9


class SectionList(QListWidget):
    """Signals what a person changes, not what is shown anew."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("sections")
        self.setAccessibleName(language.text("Sections"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFixedHeight(SHOWN * (self.fontMetrics().height() + 6))
        self.itemChanged.connect(lambda _item: self.changed.emit())
        self.model().rowsMoved.connect(lambda *_: self.changed.emit())

    def show_sections(self, chosen: tuple[str, ...]) -> None:
        """The chosen ones in their order, then all others."""
        self.blockSignals(True)
        self.model().blockSignals(True)
        self.clear()
        for name in (*chosen, *(other for other in SECTIONS if other not in chosen)):
            item = QListWidgetItem(self._language.message(SECTIONS[name].title))
            item.setData(NAME, name)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )  # fmt: skip
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.model().blockSignals(False)
        self.blockSignals(False)
        self.model().layoutChanged.emit()

    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked sections in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the section."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shift(self.currentRow(), step)
            return
        super().keyPressEvent(event)

    def shift(self, row: int, step: int) -> None:
        """Another place for a section."""
        to = row + step
        if 0 <= row < self.count() and 0 <= to < self.count():
            self.blockSignals(True)
            item = self.takeItem(row)
            self.insertItem(to, item)
            self.setCurrentRow(to)
            self.blockSignals(False)
            self.changed.emit()
