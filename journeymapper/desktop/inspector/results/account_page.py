"""The page of a result file: what was read, used and left out, and removing it."""

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journeymapper.desktop.inspector.page import ScrolledColumn
from journeymapper.desktop.inspector.results.account_body import AccountBody
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet


class AccountPage(ScrolledColumn):
    """Nothing of an account can be changed, but the whole import can be taken back."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject
        self._body: QWidget | None = None
        self.show_subject(subject)

    def show_subject(self, subject: Subject) -> None:
        """Another file."""
        self.subject = subject
        old, self._body = self._body, self._body_of(subject)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.column.addWidget(self._body, 1)
        self._body.show()

    def refresh(self, _old: Project, _new: Project) -> None:
        """Points may be called something else now."""
        self.show_subject(self.subject)

    def set_read_only(self, _read_only: bool) -> None:
        """Removing is a change too."""
        self.show_subject(self.subject)

    def _body_of(self, subject: Subject) -> QWidget:
        if not isinstance(subject.element, ResultSet):
            return QWidget()
        body = AccountBody(subject.project, subject.language, subject.element)
        body.column.addSpacing(8)
        body.column.addWidget(self._remove_button())
        body.column.addStretch(1)
        return body

    def _remove_button(self) -> QPushButton:
        button = QPushButton(self.subject.language.text("Remove these results"))
        button.setObjectName("remove-results")
        button.setProperty("look", "small")
        button.setEnabled(not self.subject.session.read_only)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.remove)
        return button

    def remove(self) -> None:
        """Take the import back; undo brings it again."""
        key = self.subject.id
        self.subject.session.remove_results(key)
