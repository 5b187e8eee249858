"""What the checks found: each says why it matters, is mended in a click where it can be, or waived with a reason."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.plan_findings import plan_findings
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.commands.applying import applied
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.panels.path_checks import PathChecks
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.checks.importance import WHY
from journeymapper.model.checks.mends import mend_of
from journeymapper.model.finding import Finding
from journeymapper.model.ids import new_id
from journeymapper.model.messages import Message
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Project

SIGNS = {"error": "▼", "warning": "▽", "advice": "○"}
FINDING = Qt.ItemDataRole.UserRole
COMING_MS = 100


class ChecksTab(QWidget):
    """A list of findings and, below it, why the chosen one matters and what can be done."""

    counted = Signal(int)

    def __init__(self, session: Session, asking: Asking) -> None:
        super().__init__()
        self._session, self._asking, self._paths = session, asking, PathChecks()
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(COMING_MS)
        self._coming.timeout.connect(self.refresh)
        text = session.view.language.text
        self.list = QListWidget()
        self.list.setObjectName("findings")
        self.list.setAccessibleName(text("What the plan still needs"))
        self.list.setWordWrap(True)
        self.why: QLabel = plain_label(style="quiet")
        self.why.setWordWrap(True)
        self.mend_button = push_button("finding-mend", text("Mend"), self.mend)
        self.waive_button = push_button("finding-waive", text("Waive…"), self.ask_reason)
        self.show_button = push_button("finding-show", text("Show it"), self.show_it)
        self.back_button = push_button("finding-take-back", text("Take the waiver back"), self.take_back)
        row = QHBoxLayout()
        for button in (self.mend_button, self.waive_button, self.show_button, self.back_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addLayout(row)
        self.list.currentItemChanged.connect(self._refresh_buttons)
        self.list.itemActivated.connect(self.show_it)
        self.refresh()

    def refresh(self) -> None:
        """Find anew; what was chosen stays so, or its row. The checks of paths may come a little later."""
        project, language = self._session.project, self._session.view.language
        paths = self._paths.ready(project)
        if not paths:
            self._coming.start()
        findings = plan_findings(project, self._session.scores(), paths=paths)
        row, chosen = max(0, self.list.currentRow()), self._chosen()
        self.list.clear()
        for finding in findings:
            item = QListWidgetItem(f"{SIGNS[finding.severity]}  {language.message(finding.message)}")
            item.setToolTip(plain_tip(item.text()))
            item.setData(FINDING, finding)
            self.list.addItem(item)
        for key in project.waiver_order:
            waiver = project.waivers[key]
            words = language.text("Waived: {check}, because: {reason}", check=waiver.check, reason=waiver.reason)
            item = QListWidgetItem(f"–  {words}")
            item.setData(FINDING, waiver)
            self.list.addItem(item)
        if not self.list.count():
            self.list.addItem(language.text("Nothing is wrong or missing."))
        rows = range(self.list.count())
        same = next((place for place in rows if chosen and self.list.item(place).data(FINDING) == chosen), row)
        self.list.setCurrentRow(min(same, self.list.count() - 1))
        self.counted.emit(len(findings))
        self._refresh_buttons()

    def mend(self) -> None:
        """Make the edit that takes the chosen finding away."""
        finding = self._chosen()
        mend = mend_of(self._session.project, finding) if isinstance(finding, Finding) else None
        if isinstance(finding, Finding) and mend is not None:
            applied(self._session, self._asking, mend.words, lambda project: mend.edit(project, finding))

    def ask_reason(self) -> None:
        """Ask why the chosen finding is accepted."""
        text = self._session.view.language.text
        reason, given = QInputDialog.getText(
            self, text("Waive"), text("Why is it accepted? The plan prints the reason.")
        )
        if given:
            self.waive(reason)

    def waive(self, reason: str) -> None:
        """Accept the chosen finding for a reason."""
        finding = self._chosen()
        if isinstance(finding, Finding):
            given = self._session.project.dated or date.today()  # noqa: DTZ011 - the wall's day
            waiver = Waiver(
                id=new_id("waiver"), check=finding.kind, subject=finding.element, reason=reason, given_on=given
            )
            applied(self._session, self._asking, Message("Waive a finding"), lambda p: edits.waive(p, waiver))

    def take_back(self) -> None:
        """Remove the chosen waiver."""
        waiver = self._chosen()
        if isinstance(waiver, Waiver):
            key = waiver.id
            applied(self._session, self._asking, Message("Take a waiver back"), lambda p: edits.remove(p, key))

    def show_it(self) -> None:
        """Select what the chosen row is about."""
        found = self._chosen()
        key = found.element if isinstance(found, Finding) else found.subject if isinstance(found, Waiver) else ""
        if key:
            self._session.select((key,))

    def _chosen(self) -> object:
        item = self.list.currentItem()
        return item.data(FINDING) if item is not None else None

    def _refresh_buttons(self) -> None:
        found, language = self._chosen(), self._session.view.language
        project: Project = self._session.project
        finding = found if isinstance(found, Finding) else None
        mend = mend_of(project, finding) if finding else None
        may = not self._session.read_only
        self.mend_button.setEnabled(mend is not None and may)
        self.mend_button.setText(language.message(mend.words) if mend else language.text("Mend"))
        self.waive_button.setEnabled(finding is not None and finding.severity != "error" and may)
        self.show_button.setEnabled(isinstance(found, Finding | Waiver))
        self.back_button.setVisible(isinstance(found, Waiver))
        self.why.setText(language.message(WHY[finding.kind]) if finding and finding.kind in WHY else "")
