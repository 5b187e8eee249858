"""How a project's reports look and what they say first: logo, colour, footer, finding; and remarks typed back in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.labels import plain_label, plain_tip
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.find import name_of
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.report import Remark, ReportChoices
from journeymapper.report.content import legible
from journeymapper.report.image_size import clean_image

SIZE = (640, 620)
NUMBER, WORDS, WHO, DONE = range(4)


class ReportLook(QDialog):
    """Edits what the project remembers of its reports; nothing changes before it is accepted."""

    def __init__(self, session: Session, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking = asking
        self._language = session.view.language
        self._logo: tuple[str, bytes] = (session.project.report.logo, b"")
        self._colour = session.project.report.colour
        self._make()
        self.resize(*SIZE)

    def _make(self) -> None:
        text, kept = self._language.text, self._session.project.report
        self.setWindowTitle(text("Look of the report"))
        self.setObjectName("report-look")
        self._finding = self._line("finding", text("Finding, in place of the one made of the results"), kept.finding)
        self._footer = self._line("footer", text("Footer"), kept.footer)
        self._logo_state = plain_label("", "quiet")
        self._logo_state.setObjectName("logo-state")
        self._colour_state = plain_label("", "quiet")
        self._colour_state.setObjectName("colour-state")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(text("Finding, in place of the one made of the results"), self._finding)
        form.addRow(text("Footer"), self._footer)
        form.addRow(text("Logo"), self._pair("logo", text("Choose logo…"), self._choose_logo, self._logo_state))
        form.addRow(
            text("Colour"), self._pair("colour", text("Choose colour…"), self._choose_colour, self._colour_state)
        )
        self._remarks = self._table(kept)
        self._error = plain_label("", "error")
        self._error.setObjectName("error")
        self._error.setWordWrap(True)
        self._error.hide()
        add = push_button("add-remark", text("Add remark"), self._add_remark)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(plain_label(text("Remarks from the margins of a printed report"), "heading"))
        column.addWidget(self._remarks, 1)
        column.addWidget(add)
        column.addWidget(self._error)
        column.addWidget(buttons)
        self._show_state()

    def _table(self, kept: ReportChoices) -> QTableWidget:
        text = self._language.text
        table = QTableWidget(0, 4)
        table.setObjectName("remarks-table")
        table.setAccessibleName(text("Remarks"))
        table.setHorizontalHeaderLabels([text("No."), text("Remark"), text("Who"), text("Settled")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(WORDS, table.horizontalHeader().ResizeMode.Stretch)
        self._kept = list(kept.remarks)
        for remark in kept.remarks:
            self._show_remark(table, remark)
        return table

    def _show_remark(self, table: QTableWidget, remark: Remark) -> None:
        row = table.rowCount()
        table.insertRow(row)
        for column, said in enumerate((str(remark.number), remark.text, remark.author)):
            item = QTableWidgetItem(said)
            if remark.place:
                item.setToolTip(plain_tip(name_of(self._session.project, remark.place)))
            table.setItem(row, column, item)
        settled = QTableWidgetItem()
        settled.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        settled.setCheckState(Qt.CheckState.Checked if remark.done else Qt.CheckState.Unchecked)
        table.setItem(row, DONE, settled)

    def _line(self, name: str, label: str, words: str) -> QLineEdit:
        line = QLineEdit(words)
        line.setObjectName(name)
        line.setAccessibleName(label)
        return line

    def _pair(self, name: str, words: str, handler: Callable[[], object], state: QLabel) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(push_button(f"choose-{name}", words, handler))
        row.addWidget(state, 1)
        return holder

    # choosing

    def _choose_logo(self) -> None:
        """Take an image as the logo, drawn anew; asked for again, none."""
        text = self._language.text
        path = self._asking.open_path(text("Choose logo"), f"{text('Images')} (*.png *.jpg *.jpeg)")
        if path is None:
            return
        try:
            self._logo = clean_image(_bytes(path), path.name)
        except Refusal as refusal:
            self._tell(refusal)
            return
        self._show_state()

    def _choose_colour(self) -> None:
        """Take a colour that can be read on white."""
        found = QColorDialog.getColor(QColor(self._colour or "#175E7A"), self)
        if found.isValid():
            self.set_colour(found.name().upper())

    def set_colour(self, colour: str) -> None:
        """The client's colour, refused where white paper would swallow it."""
        if not legible(colour):
            self._say(self._language.text("{colour} is too light to be read on white.", colour=colour))
            return
        self._colour = colour
        self._show_state()

    def _add_remark(self) -> None:
        numbers = [remark.number for remark in self._remarks_now() if remark.number]
        self._kept.append(Remark(number=max(numbers, default=0) + 1, text="…"))
        self._show_remark(self._remarks, msgspec.structs.replace(self._kept[-1], text=""))
        self._remarks.setCurrentCell(self._remarks.rowCount() - 1, NUMBER)

    def _show_state(self) -> None:
        text = self._language.text
        self._error.hide()
        self._logo_state.setText(text("chosen") if self._logo[0] else text("none"))
        self._colour_state.setText(self._colour or text("ours"))

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()

    def _tell(self, refusal: Refusal) -> None:
        self._say(self._language.message(refusal.message))

    # keeping

    def _remarks_now(self) -> list[Remark]:
        """The rows that say something, as remarks; Refusal for a number that is none."""
        found: list[Remark] = []
        today = date.today()  # noqa: DTZ011 - the day on which it is typed in
        for row, kept in enumerate(self._kept):
            number, words, who = (self._cell(row, column) for column in (NUMBER, WORDS, WHO))
            settled = self._remarks.item(row, DONE)
            done = settled is not None and settled.checkState() == Qt.CheckState.Checked
            if words:
                if not number.isdigit():
                    raise Refusal("The number of the remark “{text}” is missing.", text=words[:40])
                made = kept.made_on or today
                found.append(
                    msgspec.structs.replace(
                        kept, number=int(number), text=words, author=who, done=done, made_on=made
                    )
                )  # fmt: skip
        return found

    def _cell(self, row: int, column: int) -> str:
        item = self._remarks.item(row, column)
        return item.text().strip() if item else ""

    def accept(self) -> None:
        """One step of undo with all that was changed."""
        project = self._session.project
        name, data = self._logo
        try:
            choices = msgspec.structs.replace(
                project.report, logo=name, colour=self._colour, footer=self._footer.text(),
                finding=self._finding.text(), remarks=tuple(self._remarks_now()),
            )  # fmt: skip
            if data:
                self._session.bring({}, {name: data})
            if choices != project.report:
                self._session.apply(
                    Message("Look of the report"), lambda p: edits.change(p, p.id, report=choices)
                )  # fmt: skip
        except Refusal as refusal:
            self._tell(refusal)
            return
        super().accept()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal("{file} cannot be read.", file=path.name) from error
