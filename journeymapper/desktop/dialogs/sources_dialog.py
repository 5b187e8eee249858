"""The result files of the project: what each brought, done again with other settings, or removed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.inspector.results.account_body import AccountBody
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Refusal
from journeymapper.model.sources import ResultSet

ID = Qt.ItemDataRole.UserRole
SIZE = (860, 700)


class SourcesDialog(QDialog):
    """Removing is an edit with undo; doing it again is the import dialog's work."""

    redo_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        text = session.view.language.text
        self.setObjectName("sources")
        self.setWindowTitle(text("Result files"))
        self.setModal(True)
        self._list = QListWidget()
        self._list.setObjectName("source-list")
        self._list.setAccessibleName(text("Result files"))
        self._account = QScrollArea()
        self._account.setAccessibleName(text("Account of the import"))
        self._account.setWidgetResizable(True)
        self._account.setFrameShape(QFrame.Shape.NoFrame)
        self._account.setProperty("look", "side")
        self._problem = plain_label("", "error")
        self._redo = push_button("redo-import", text("Import again with other settings…"), self._again)
        self._remove = push_button("remove-import", text("Remove these results"), self._take_out)
        close = push_button("close", text("Close"), self.accept)
        buttons = QHBoxLayout()
        for button in (self._redo, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._list, 1)
        column.addWidget(self._account, 2)
        column.addWidget(self._problem)
        column.addLayout(buttons)
        resize_within_screen(self, SIZE)
        self._list.currentRowChanged.connect(lambda _row: self._show())
        session.changed.connect(self._fill)
        self.finished.connect(self.deleteLater)
        self._fill()

    @property
    def _chosen(self) -> ResultSet | None:
        item = self._list.currentItem()
        return self._session.project.result_sets.get(str(item.data(ID))) if item else None

    def _fill(self, *_: object) -> None:
        """The imports, the newest first."""
        language, row = self._session.view.language, max(self._list.currentRow(), 0)
        self._list.clear()
        for key in reversed(self._session.project.result_order):
            one = self._session.project.result_sets[key]
            waves = ", ".join(one.waves[:3]) + (", …" if len(one.waves) > 3 else "")
            rows = language.plural("{n} row", "{n} rows", one.account.rows)
            parts = [one.account.file, waves, rows, language.date(one.account.read_on)]
            item = QListWidgetItem(" · ".join(filter(None, parts)))
            item.setData(ID, key)
            self._list.addItem(item)
        self._list.setCurrentRow(min(row, self._list.count() - 1))
        self._show()

    def _show(self) -> None:
        text, chosen = self._session.view.language.text, self._chosen
        for button in (self._redo, self._remove):
            button.setEnabled(chosen is not None and not self._session.read_only)
        language, project = self._session.view.language, self._session.project
        body = AccountBody(project, language, chosen) if chosen else plain_label(text("No results are imported yet."))
        body.setProperty("look", "side")
        body.setContentsMargins(8, 4, 8, 8)
        self._account.setWidget(body)

    def _take_out(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        try:
            self._session.remove_results(chosen.id)
        except Refusal as refusal:
            self._problem.setText(self._session.view.language.message(refusal.message))

    def _again(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.accept()
            self.redo_requested.emit(chosen.id)
