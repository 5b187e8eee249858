"""The images of a touchpoint: small pictures in their order, dragged or moved by Alt and arrows, removed by Delete."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QDropEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QPushButton, QWidget

from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.form import Field
from journeymapper.desktop.inspector.subject import Subject

NAME = Qt.ItemDataRole.UserRole
SIDE = 84
REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ImagesEditor(Editor):
    """The list, and buttons to add one and to remove the one that is marked."""

    def __init__(self, field: Field, subject: Subject) -> None:
        self._list = Thumbnails(self)
        self._shown: tuple[str, ...] | None = None
        super().__init__(field, subject, self._list)
        text = subject.language.text
        self._add, self._remove = QPushButton(text("Add image…")), QPushButton(text("Remove"))
        self._add.setObjectName("add-image")
        self._remove.setObjectName("remove-image")
        self._add.clicked.connect(lambda _checked=False: self._run("add-images"))
        self._remove.clicked.connect(lambda _checked=False: self.remove_current())
        self._list.itemActivated.connect(lambda _item: self._run("show-images"))
        self._list.currentRowChanged.connect(lambda _row: self._enable())
        self._place_buttons()
        self._free = True
        self.refresh()

    def refresh(self) -> None:
        """Show the images that the document has, in its order."""
        names = self._names
        if names != self._shown:
            self._shown = names
            row = self._list.currentRow()
            self._list.clear()
            for number, name in enumerate(names, 1):
                item = QListWidgetItem(self._icon(name), "")
                item.setData(NAME, name)
                words = self.subject.language.text("Image {n} of {all}", n=number, all=len(names))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self._list.addItem(item)
            self._list.setCurrentRow(min(row, len(names) - 1))
        self._list.setVisible(bool(names))
        self._enable()

    def set_read_only(self, read_only: bool) -> None:
        """The images can still be looked at."""
        self._free = not read_only
        self._enable()

    def shift(self, row: int, to: int) -> None:
        """Put an image elsewhere in the order."""
        names = list(self._names)
        if self._free and 0 <= row < len(names) and 0 <= to < len(names):
            names.insert(to, names.pop(row))
            self.give(tuple(names))
            self.refresh()
            self._list.setCurrentRow(to)

    def remove_current(self) -> None:
        """Remove the marked image from the touchpoint."""
        row, names = self._list.currentRow(), self._names
        if self._free and 0 <= row < len(names):
            self.give((*names[:row], *names[row + 1 :]))
            self.refresh()

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.subject.value(self.field.name) or ())

    def _icon(self, name: str) -> QIcon:
        image = QImage.fromData(self.subject.session.attachments.get(name, b""))
        if image.isNull():
            return QIcon()
        return QIcon(QPixmap.fromImage(image.scaled(2 * SIDE, 2 * SIDE, Qt.AspectRatioMode.KeepAspectRatio)))

    def _run(self, name: str) -> None:
        (action,) = self.window().actions_named((name,))  # type: ignore[attr-defined]  # the inspector is in a Window
        action.trigger()

    def _enable(self) -> None:
        self._add.setEnabled(self._free)
        self._remove.setEnabled(self._free and self._list.currentRow() >= 0)

    def _place_buttons(self) -> None:
        row = QWidget()
        buttons = QHBoxLayout(row)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self._add, self._remove):
            button.setProperty("look", "small")
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self.layout()
        if column is not None:
            column.addWidget(row)


class Thumbnails(QListWidget):
    """The pictures side by side in as many rows as they need."""

    def __init__(self, editor: ImagesEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setSpacing(4)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setProperty("look", "field")
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setFixedHeight(SIDE + 28)

    def event(self, event: QEvent) -> bool:
        """The window's own Delete would remove the touchpoint."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in REMOVES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move, Delete removes."""
        key, row = Qt.Key(event.key()), self.currentRow()
        if key in MOVES and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._editor.shift(row, row + MOVES[key])
        elif key in REMOVES:
            self._editor.remove_current()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """An image of this list goes where it is dropped."""
        row, over = self.currentRow(), self.indexAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.source() is self and row >= 0:
            self._editor.shift(row, over.row() if over.isValid() else self.count() - 1)
