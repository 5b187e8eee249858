"""The portfolio: all journeys in a table, also those that are only listed, to decide which one comes first."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.dialogs.room import resize_within_screen
from journeymapper.desktop.going import go_to
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.desktop.state_words import STATES
from journeymapper.language.language import Language
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

ID = Qt.ItemDataRole.UserRole
SIZE = (1180, 520)
HEADING_ROOM = 16  # pixels around a heading of two lines
COLUMNS, WIDE = 8, frozenset({0, 3, 4})
EDITED = {0: "name", 2: "volume", 3: "customer_goal", 4: "suspected_pain", 5: "owner"}


class Row(msgspec.Struct, frozen=True):
    """A journey in numbers: how many touchpoints it has, and how many of them a point measures."""

    touchpoints: int
    measured: int


def row_of(project: Project, journey: Journey) -> Row:
    """The figures of a journey."""
    here = {touchpoint.id for touchpoint in journey.ordered_touchpoints()}
    anchored = {point.anchor.id for point in project.points.values()}
    covered = {key for point in project.points.values() for key in point.also_covers}
    return Row(len(here), len(here & (anchored | covered)))


class PortfolioDialog(QDialog):
    """Cells are typed into; each is one step of undo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        text = session.view.language.text
        self.setObjectName("portfolio")
        self.setWindowTitle(text("Portfolio of journeys"))
        self.setModal(True)
        self._table = QTableWidget(0, COLUMNS)
        self._problem = plain_label("", "error")
        self._lay_out()
        self._table.itemChanged.connect(self._edited)
        self._table.currentCellChanged.connect(lambda *_: self._enable())
        session.changed.connect(self._fill)
        self.finished.connect(self.deleteLater)
        self._fill()

    # what the buttons do

    def _add(self) -> None:
        language = self._session.view.language
        journey = Journey(id=new_id("journey"), name=language.text("New journey"), mapped=False)
        self._apply(Message("Add journey"), lambda project: edits.add_journey(project, journey))
        self._choose(journey.id)
        self._table.edit(self._table.currentIndex())

    def _map(self) -> None:
        """Begin a map for a journey that was only listed, with a first stage, and show it."""
        journey = self._session.project.journeys.get(self._chosen)
        if journey is None:
            return
        stage = Stage(id=new_id("stage"), name=self._session.view.language.text("First stage"))

        def edit(project: Project) -> Project:
            project = edits.change(project, journey.id, mapped=True)
            return project if journey.stage_order else edits.add_stage(project, journey.id, stage)

        if self._apply(Message("Begin to map"), edit):
            self._open()

    def _open(self) -> None:
        key = self._chosen
        if key:
            self.accept()
            go_to(self._session, key)

    def _delete(self) -> None:
        key = self._chosen
        if key:
            self._apply(Message("Delete"), lambda project: edits.remove(project, key))

    # cells

    def _edited(self, item: QTableWidgetItem) -> None:
        field = EDITED.get(item.column())
        if self._filling or field is None:
            return
        key, words = self._key(item.row()), item.text().strip()
        value: object = words
        if field == "volume":
            digits = "".join(letter for letter in words if not letter.isspace() and letter not in ",.’'")
            value = int(digits) if digits.isdecimal() else None if not digits else words
        self._apply(Message("Change journey"), lambda project: edits.change(project, key, **{field: value}))
        self._fill()

    def _apply(self, name: Message, edit: Callable[[Project], Project]) -> bool:
        try:
            self._session.apply(name, edit)
        except Refusal as refusal:
            self._problem.setText(self._session.view.language.message(refusal.message))
            return False
        self._problem.setText("")
        return True

    # showing

    @property
    def _chosen(self) -> str:
        return self._key(self._table.currentRow())

    def _key(self, row: int) -> str:
        item = self._table.item(row, 0)
        return str(item.data(ID)) if item is not None else ""

    def _choose(self, key: str) -> None:
        for row in range(self._table.rowCount()):
            if self._key(row) == key:
                self._table.setCurrentCell(row, 0)

    def _fill(self, *_: object) -> None:
        chosen, project = self._chosen, self._session.project
        self._filling = True
        self._table.setSortingEnabled(False)
        journeys = project.ordered_journeys()
        self._table.setRowCount(len(journeys))
        for row, journey in enumerate(journeys):
            for column, item in enumerate(self._cells(project, journey)):
                item.setData(ID, journey.id)
                self._table.setItem(row, column, item)
        self._table.setSortingEnabled(True)
        self._filling = False
        self._choose(chosen or self._session.view.journey)
        self._enable()

    def _cells(self, project: Project, journey: Journey) -> list[QTableWidgetItem]:
        language = self._session.view.language
        figures = row_of(project, journey)
        state = language.message(STATES[journey.state]) if journey.mapped else language.text("not mapped yet")
        cells = [
            QTableWidgetItem(journey.name),
            QTableWidgetItem(state),
            Number(journey.volume, language),
            QTableWidgetItem(journey.customer_goal),
            QTableWidgetItem(journey.suspected_pain),
            QTableWidgetItem(journey.owner),
            Number(figures.touchpoints, language),
            Number(figures.measured, language),
        ]
        for column, cell in enumerate(cells):
            cell.setToolTip(plain_tip(cell.text()))
            if column not in EDITED or self._session.read_only:
                cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return cells

    def _enable(self) -> None:
        journey = self._session.project.journeys.get(self._chosen)
        free = not self._session.read_only
        self._open_button.setEnabled(journey is not None)
        self._map_button.setEnabled(journey is not None and not journey.mapped and free)
        self._delete_button.setEnabled(journey is not None and free)
        self._add_button.setEnabled(free)

    def _lay_out(self) -> None:
        text = self._session.view.language.text
        self._table.setObjectName("portfolio-table")
        self._table.setAccessibleName(self.windowTitle())
        self._table.setHorizontalHeaderLabels([
            text("Journey"), text("State"), text("Customers a year"), text("Customer's goal"), text("Suspected pain"),
            text("Owner"), text("Touchpoints"), text("Measured"),
        ])  # fmt: skip
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.verticalHeader().hide()
        self._table.setWordWrap(True)
        header = self._table.horizontalHeader()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        header.setDefaultAlignment(left | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap)))
        headings = [str(self._table.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(COLUMNS)]
        longest = max((word for heading in headings for word in heading.split()), key=len)
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance(longest) + HEADING_ROOM)
        header.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + HEADING_ROOM)
        for place in range(COLUMNS):
            wide = place in WIDE
            header.setSectionResizeMode(
                place, header.ResizeMode.Stretch if wide else header.ResizeMode.ResizeToContents
            )
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._add_button = push_button("portfolio-add", text("Add journey"), self._add)
        self._map_button = push_button("portfolio-map", text("Begin to map"), self._map)
        self._delete_button = push_button("portfolio-delete", text("Delete"), self._delete)
        self._open_button = push_button("portfolio-open", text("Open"), self._open, look="primary")
        row = QHBoxLayout()
        for button in (self._add_button, self._map_button, self._delete_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(push_button("portfolio-close", text("Close"), self.reject))
        row.addWidget(self._open_button)
        words = plain_label(
            text("Journeys that are not mapped yet are listed too: what to map first is decided here."), "quiet"
        )
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self._table, 1)
        column.addWidget(self._problem)
        column.addLayout(row)
        resize_within_screen(self, SIZE)


class Number(QTableWidgetItem):
    """A number as the reader writes it, sorted as a number; nothing where there is none."""

    def __init__(self, value: int | None, language: Language) -> None:
        super().__init__("" if value is None else language.number(value))
        self._value = value
        self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, theirs = self._value, other._value if isinstance(other, Number) else None
        return (mine if mine is not None else -1) < (theirs if theirs is not None else -1)
