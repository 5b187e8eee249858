"""Snapshots: named states of the project, taken, looked at as a copy, compared and deleted."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message, Refusal
from journeymapper.storage.container import Opened
from journeymapper.storage.snapshots import project_of, snapshot_of

ID = Qt.ItemDataRole.UserRole
SIZE = (620, 460)


class SnapshotsDialog(QDialog):
    """Taking and deleting are edits with undo; opening a copy and comparing are the window's."""

    compare_requested = Signal(str)
    copy_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        self.setObjectName("snapshots")
        self.setWindowTitle(text("Snapshots"))
        self.setModal(True)
        self._list = QListWidget()
        self._list.setObjectName("snapshot-list")
        self._list.setAccessibleName(text("Snapshots"))
        self._line = QLineEdit()
        self._line.setObjectName("snapshot-name")
        self._line.setAccessibleName(text("Name of the snapshot"))
        self._line.setPlaceholderText(text("What is this state called? For example: before the workshop"))
        self._problem = plain_label("", "error")
        self._problem.setWordWrap(True)
        self._nothing = plain_label(text("A snapshot keeps the whole project as it is now, under a name."), "quiet")
        self._nothing.setWordWrap(True)
        self._lay_out()
        self._list.currentRowChanged.connect(lambda _row: self._enable())
        self._line.returnPressed.connect(self._take)
        session.changed.connect(self._fill)
        self.finished.connect(self.deleteLater)
        self._fill()

    # what the buttons do

    def _take(self) -> None:
        name, project = self._line.text(), self._session.project
        try:
            snapshot, document = snapshot_of(project, new_id("snapshot"), name, date.today())  # noqa: DTZ011 - the wall's day
            self._session.bring({}, {snapshot.document: document})
            self._session.apply(Message("Take snapshot"), lambda now: edits.take_snapshot(now, snapshot))
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._problem.setText("")
        self._line.clear()

    def _delete(self) -> None:
        key = self._chosen
        if key:
            self._session.apply(Message("Delete snapshot"), lambda project: edits.remove(project, key))

    def _compare(self) -> None:
        key = self._chosen
        if key:
            self.accept()
            self.compare_requested.emit(key)

    def _open_copy(self) -> None:
        session, key = self._session, self._chosen
        if not key:
            return
        try:
            project = project_of(session.project.snapshots[key], session.attachments)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self.accept()
        self.copy_requested.emit(Opened(project, dict(session.tallies), dict(session.attachments), False, None))

    def _refuse(self, refusal: Refusal) -> None:
        self._problem.setText(self._session.view.language.message(refusal.message))

    # showing

    @property
    def _chosen(self) -> str:
        item = self._list.currentItem()
        return str(item.data(ID)) if item is not None else ""

    def _fill(self, *_: object) -> None:
        project, language = self._session.project, self._session.view.language
        self._list.clear()
        for key in reversed(project.snapshot_order):
            snapshot = project.snapshots[key]
            item = QListWidgetItem(f"{snapshot.name}   {language.date(snapshot.taken_on)}")
            item.setData(ID, key)
            self._list.addItem(item)
        self._nothing.setVisible(not project.snapshot_order)
        self._list.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        there = bool(self._chosen)
        for button in (self._compare_button, self._copy_button):
            button.setEnabled(there)
        self._delete_button.setEnabled(there and not self._session.read_only)
        self._take_button.setEnabled(not self._session.read_only)

    def _lay_out(self) -> None:
        text = self._session.view.language.text
        self._take_button = push_button("snapshot-take", text("Take snapshot"), self._take, look="primary")
        self._compare_button = push_button("snapshot-compare", text("Compare…"), self._compare)
        self._copy_button = push_button("snapshot-open", text("Open as copy"), self._open_copy)
        self._delete_button = push_button("snapshot-delete", text("Delete"), self._delete)
        top = QHBoxLayout()
        top.addWidget(self._line, 1)
        top.addWidget(self._take_button)
        buttons = QHBoxLayout()
        for button in (self._compare_button, self._copy_button, self._delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(push_button("snapshot-close", text("Close"), self.reject))
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._problem)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self.resize(*SIZE)
        self._line.setFocus()
