"""A year of asking, simulated as a job: how often a customer is asked, which surveys starve, what it all costs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.load.asks import asks_of, customers_of
from journeymapper.analysis.load.outlook import costs_by_function
from journeymapper.analysis.load.year import Year, simulate_year
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message


class LoadTab(QWidget):
    """A button, its progress, and the year."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._job: Job | None = None
        text = session.view.language.text
        self.button = QPushButton(text("Simulate a year"))
        self.button.setObjectName("simulate-year")
        self.cancel = QPushButton(text("Cancel"))
        self.cancel.hide()
        self.progress = QProgressBar()
        self.progress.hide()
        self.customers = QSpinBox()
        self.customers.setRange(0, 2_000_000_000)
        self.customers.setAccessibleName(text("Customers in a year"))
        self.said: QLabel = plain_label()
        self.said.setWordWrap(True)
        self.table = QTableWidget()
        self.table.setObjectName("survey-load")
        self.table.setAccessibleName(text("Survey load"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._place()
        self.button.clicked.connect(self.simulate)
        self.cancel.clicked.connect(self._cancel)
        self.refresh()

    def refresh(self) -> None:
        """What the plan costs, and how many customers it is about; a year is simulated when somebody asks for it."""
        project, language = self._session.project, self._session.view.language
        asks = asks_of(project)
        if not self.customers.hasFocus():
            self.customers.setValue(customers_of(project, asks))
        self.button.setEnabled(bool(asks))
        costs = costs_by_function(project)
        parts = [
            f"{name or language.text('no function')} {language.number(cost)} {project.currency}"
            for name, cost in costs.items()
        ]
        lines = [language.text("Cost a year by function: {costs}", costs=" · ".join(parts))] if parts else []
        if not asks:
            lines.append(language.text("No survey says yet how many chances to ask it has in a year."))
        self.said.setText("\n".join(lines))

    def simulate(self) -> None:
        """Simulate in a job of its own."""
        self._cancel()
        project, customers = self._session.project, self.customers.value()
        asks, rules = asks_of(project), project.contact_rules
        job = self._jobs.start(lambda job: simulate_year(asks, customers, rules, progress=job.report))
        self._job = job
        self._running(True)
        job.progressed.connect(self._step)
        job.finished.connect(self._show)
        job.failed.connect(self._fail)
        job.ended.connect(self._ended)

    def _show(self, year: object) -> None:
        if not isinstance(year, Year):
            return
        language = self._session.view.language
        text, number = language.text, language.number
        heads = [
            text("Survey"),
            text("Chances"),
            text("Invited"),
            text("Held back"),
            text("Answers"),
            text("Needed"),
            "",
        ]
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.verticalHeader().hide()
        self.table.setRowCount(len(year.surveys))
        for row, one in enumerate(year.surveys):
            cells = [
                one.ask.name, number(one.due), number(one.invited), language.percent(100 * one.held_back),
                number(one.answers), number(one.ask.needed), text("starves") if one.starves else "",
            ]  # fmt: skip
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                if 0 < column < 6:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.resizeColumnsToContents()
        self.refresh()
        said = text(
            "{customers} customers: one is asked {mean} times a year, {most} times at most.",
            customers=number(year.customers), mean=number(year.mean_asked, 2), most=year.most_asked,
        )  # fmt: skip
        self.said.setText(f"{said}\n{self.said.text()}")

    def _step(self, share: float, _what: str) -> None:
        self.progress.setValue(round(100 * share))

    def _ended(self) -> None:
        self._running(False)

    def _fail(self, message: Message) -> None:
        self.said.setText(self._session.view.language.message(message))

    def _running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.cancel.setVisible(running)
        self.button.setEnabled(not running)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _place(self) -> None:
        top = QHBoxLayout()
        top.addWidget(plain_label(self._session.view.language.text("Customers in a year")))
        for part in (self.customers, self.button, self.progress, self.cancel):
            top.addWidget(part)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
