"""Editing a cell in place: a list where there are words to choose from, else a line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymapper.desktop.session import Session

if TYPE_CHECKING:
    from journeymapper.desktop.plan.grid_view import GridView

Index = QModelIndex | QPersistentModelIndex


class ChoiceEditor(QStyledItemDelegate):
    """Gives each cell its editor."""

    def __init__(self, session: Session, view: "GridView", parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._session, self._view = session, view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of words, or the line that Qt gives."""
        column = self._view.grid.columns[index.column()]
        if not column.choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for _, words in column.choices:
            box.addItem(self._session.view.language.message(words))
        box.activated.connect(lambda: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write what was chosen or typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
