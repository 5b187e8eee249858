"""A list of elements on a page: opened with Enter, added, moved and deleted with the buttons below."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.inspector.form import Listing
from journeymapper.desktop.inspector.naming import words_of
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Edit
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.sources import ResultSet

ID = Qt.ItemDataRole.UserRole
MOST_ROWS = 8


class Rows(QListWidget):
    """A short list that fits its rows; Delete asks for the row to be removed."""

    def __init__(self, owner: "ListingPanel") -> None:
        super().__init__()
        self._owner = owner
        self.setProperty("look", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the row; the rest is the list's."""
        if event.key() == Qt.Key.Key_Delete:
            self._owner.remove()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As narrow as one likes."""
        return QSize(80, super().sizeHint().height())


class ListingPanel(QWidget):
    """The elements of a listing of the element shown."""

    def __init__(self, listing: Listing, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listing = listing
        self.subject = subject
        self._read_only = False
        self._shown: list[tuple[str, str]] = []
        text = subject.language.text
        self.rows = Rows(self)
        self.rows.setObjectName(f"list-{listing.name}")
        self.rows.setAccessibleName(subject.language.message(listing.title))
        self.rows.itemActivated.connect(self._open_item)
        self._empty = plain_label(subject.language.message(listing.empty), "quiet")
        self._empty.setWordWrap(True)
        self._buttons = QWidget()
        self._add = self._button("add", subject.language.message(listing.add_words), self.add)
        self._open = self._button("open", text("Open"), self.open)
        self._remove = self._button("remove", text("Delete"), self.remove)
        self._up = self._arrow("up", text("Move up"), Qt.ArrowType.UpArrow, self.move_up)
        self._down = self._arrow("down", text("Move down"), Qt.ArrowType.DownArrow, self.move_down)
        self._error = plain_label("", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._arrange()
        self.refresh()

    def _button(self, name: str, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{name}-{self.listing.name}")
        button.setProperty("look", "small")
        button.clicked.connect(act)
        return button

    def _arrow(self, name: str, words: str, arrow: Qt.ArrowType, act: object) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setObjectName(f"{name}-{self.listing.name}")
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(act)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._open, self._remove, self._up, self._down):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._empty, self.rows, self._buttons, self._error, self._add):
            column.addWidget(part)
        self._add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._add.setVisible(self.listing.add is not None)
        self._remove.setVisible(self.listing.removable)
        for arrow in (self._up, self._down):
            arrow.setVisible(self.listing.move is not None)

    # what is shown

    def show_subject(self, subject: Subject) -> None:
        """The list of another element."""
        self.subject = subject
        self._say("")
        self.refresh()

    def refresh(self) -> None:
        """Show the elements as they stand; the row that the reader is on stays."""
        element, project = self.subject.element, self.subject.project
        ids = self.listing.ids(project, element) if element is not None else ()
        shown = [(key, words_of(project, key, self.subject.language)) for key in ids]
        if shown == self._shown and self.rows.count() == len(shown):
            self._show_parts()
            return
        current = self._current()
        self._shown = shown
        self.rows.clear()
        for key, words in shown:
            item = QListWidgetItem(words)
            item.setData(ID, key)
            item.setToolTip(plain_tip(words))
            self.rows.addItem(item)
            if key == current:
                self.rows.setCurrentItem(item)
        if self.rows.currentRow() < 0 and shown:
            self.rows.setCurrentRow(0)
        self._fit()
        self._show_parts()

    def set_read_only(self, read_only: bool) -> None:
        """Elements can still be opened."""
        self._read_only = read_only
        for button in (self._add, self._remove, self._up, self._down):
            button.setEnabled(not read_only)

    @property
    def count(self) -> int:
        """How many elements there are."""
        return len(self._shown)

    def _fit(self) -> None:
        height = max(self.rows.sizeHintForRow(0), self.rows.fontMetrics().height() + 6)
        rows = min(max(len(self._shown), 1), MOST_ROWS)
        self.rows.setFixedHeight(rows * height + 2 * self.rows.frameWidth() + 6)

    def _show_parts(self) -> None:
        filled = bool(self._shown)
        self.rows.setVisible(filled)
        self._buttons.setVisible(filled)
        self._empty.setVisible(not filled)

    def _current(self) -> str:
        item = self.rows.currentItem()
        return str(item.data(ID)) if item else ""

    # what is done

    def open(self) -> None:
        """Go to the element of the row."""
        if key := self._current():
            self.subject.session.select((key,))

    def _open_item(self, item: QListWidgetItem) -> None:
        self.subject.session.select((str(item.data(ID)),))

    def add(self) -> None:
        """A new element, opened at once."""
        element, listing = self.subject.element, self.listing
        if listing.add is None or element is None or self._read_only:
            return
        try:
            project, key = listing.add(self.subject.project, element, self.subject.language)
        except Refusal as refusal:
            self._say(self.subject.language.message(refusal.message))
            return
        if self._apply(listing.add_words, lambda _project: project):
            self.subject.session.select((key,))

    def remove(self) -> None:
        """Delete the element of the row; undo brings it back."""
        key = self._current()
        if key and self.listing.removable and not self._read_only:
            self._delete(key)

    def move_up(self) -> None:
        """One place up."""
        self._move(-1)

    def move_down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        key, move, index = self._current(), self.listing.move, self.rows.currentRow() + by
        if key and move and 0 <= index < self.rows.count() and not self._read_only:
            self._apply(Message("Move"), lambda project: move(project, key, index))

    def _apply(self, name: Message, edit: Edit) -> bool:
        try:
            self.subject.session.apply(name, edit)
        except Refusal as refusal:
            self._say(self.subject.language.message(refusal.message))
            return False
        self._say("")
        return True

    def _delete(self, key: str) -> None:
        """Without the element; an import takes along what only it had, and gives back what it had replaced."""
        session = self.subject.session
        if not isinstance(find(session.project, key), ResultSet):
            self._apply(Message("Delete"), lambda project: edits.remove(project, key))
            return
        try:
            session.remove_results(key)
        except Refusal as refusal:
            self._say(self.subject.language.message(refusal.message))

    def _say(self, reason: str) -> None:
        self._error.setText(reason)
        self._error.setVisible(bool(reason))
