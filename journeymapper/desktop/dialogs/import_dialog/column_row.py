"""One column of the file: what it holds, what it is for, and its codes for no answer."""

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeymapper.desktop.dialogs.import_dialog.choices import Choice
from journeymapper.desktop.dialogs.import_dialog.counting_box import CountingBox
from journeymapper.desktop.dialogs.import_dialog.distribution import Distribution
from journeymapper.desktop.dialogs.import_dialog.elided_button import ElidedButton
from journeymapper.desktop.dialogs.import_dialog.missing_codes import codes_as_text, codes_from, likely_codes
from journeymapper.desktop.dialogs.import_dialog.point_targets import column_data
from journeymapper.desktop.dialogs.import_dialog.proposals import Proposal
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.dialogs.import_dialog.words import kind_words, point_words, shortened
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.language.language import Language
from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse
from journeymapper.results.inspection import ColumnFacts

LONG_NAME = 28
LONGEST_NAME = 160


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """What all rows share: words, points, the boxes' lists, and how the file was read."""

    language: Language
    project: Project
    targets: QStandardItemModel
    points: QStandardItemModel
    rows: int
    decimal: str


class ColumnRow(QFrame):
    """Shows one column and lets it be chosen; `chosen` carries the column's name and its new Choice."""

    chosen = Signal(str, object)
    dragged = Signal(bool)

    def __init__(self, facts: ColumnFacts, around: Surroundings, proposal: Proposal | None) -> None:
        super().__init__()
        self.facts = facts
        self.proposal = proposal
        self._around = around
        self._choice = Choice()
        self._counted = False
        self._pressed = QPoint()
        self._details: QWidget | None = None
        self._codes_edit: QLineEdit | None = None
        self._code_buttons: dict[str, QPushButton] = {}
        self.setObjectName(f"column {facts.name}")
        self.box = CalmBox()
        self.box.setModel(around.targets)
        self.box.setObjectName(f"target {facts.name}")
        self.box.setAccessibleName(around.language.text("Use of the column {column}", column=facts.name))
        self.box.currentIndexChanged.connect(self._choose)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(4, 8, 8, 8)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(2, 4)
        self._lay_out_facts(Distribution(facts, around.decimal, around.language))
        self._suggestion = self._suggestion_button()

    @property
    def proposed(self) -> bool:
        """Whether there is a proposal that has not been taken."""
        return self.proposal is not None and not self._choice.role

    def show_choice(self, choice: Choice, *, counted: bool) -> None:
        """Show what the column is for; `counted` offers to say that its cells are numbers of answers."""
        if self._suggestion:
            waiting = self.proposal is not None and self.proposal.choice != choice and not choice.role
            self._suggestion.setVisible(waiting)
        points = [use.point for use in choice.uses]
        same = (choice.role, points) == (self._choice.role, [use.point for use in self._choice.uses])
        counted = counted or (same and self._counted)
        if choice == self._choice and counted == self._counted:
            return
        same = same and counted == self._counted
        self._choice, self._counted = choice, counted
        first = f"point {choice.uses[0].point}" if choice.uses else choice.role
        self.box.choose(first)
        if not same:
            self._show_details()
        elif self._codes_edit and codes_from(self._codes_edit.text()) != choice.missing:
            self._codes_edit.setText(codes_as_text(choice.missing))
        for code, button in self._code_buttons.items():
            button.setVisible(code not in choice.missing)

    @property
    def waiting_codes(self) -> tuple[str, ...]:
        """Likely codes for no answer that have not been taken."""
        return tuple(code for code in self._likely_codes() if code not in self._choice.missing)

    def with_likely_codes(self) -> Choice:
        """The column's choice with all of its likely codes."""
        return self._choice.with_missing((*self._choice.missing, *self.waiting_codes))

    def feed(self, point: str) -> None:
        """Let the column feed a point."""
        use = ColumnUse(column=self.facts.name, point=point, missing=self._choice.missing)
        self._tell(Choice(role="point", uses=(use,)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may begin a drag."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the column, to be dropped on a measurement point."""
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(True)
            drag = QDrag(self)
            drag.setMimeData(column_data(self.facts.name))
            drag.exec(Qt.DropAction.CopyAction)
            self.dragged.emit(False)

    def take_proposal(self) -> None:
        """Use the column as proposed."""
        if self.proposal is not None:
            self._tell(self.proposal.choice)

    def _lay_out_facts(self, distribution: Distribution) -> None:
        """Name and content on two lines beside the bars; a whole question gets the width of the row."""
        facts, language = self.facts, self._around.language
        question = len(facts.name) > LONG_NAME
        name = plain_label(shortened(facts.name, LONGEST_NAME), "heading")
        name.setWordWrap(question)
        set_plain_tip(name, facts.name)
        holds = plain_label(kind_words(language, facts, self._around.rows), "quiet")
        for label in (name, holds):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.setColumnMinimumWidth(0, name.fontMetrics().averageCharWidth() * 20)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(name, 0, 0, 1, 3 if question else 1)
        self._grid.addWidget(holds, 1, 0)
        first, rows = (1, 1) if question else (0, 2)
        self._grid.addWidget(distribution, first, 1, rows, 1)
        self._grid.addWidget(self.box, first, 2, rows, 1)

    def _suggestion_button(self) -> QPushButton | None:
        if self.proposal is None:
            return None
        language, project = self._around.language, self._around.project
        points = [project.points[use.point] for use in self.proposal.choice.uses]
        roles = {"date": language.text("Date of the answer"), "wave": language.text("Name of the wave")}
        roles |= {"segment": language.text("Segment"), "weight": language.text("Weight")}
        roles |= {"respondent": language.text("Respondent (kept as a key)"), "persona": language.text("Persona")}
        roles |= {"comments": language.text("Comments (kept, masked)"), "role": language.text("Respondent's role")}
        roles |= {"account": language.text("Business customer")}
        words = ", ".join(point_words(language, project, point) for point in points)
        words = words or roles[self.proposal.choice.role]
        reason = language.message(self.proposal.reason)
        button = ElidedButton(language.text("Suggested: {use} ({reason})", use=words, reason=reason))
        button.setObjectName(f"suggestion {self.facts.name}")
        button.setProperty("look", "link")
        set_plain_tip(button, f"{words} ({reason})")
        button.clicked.connect(self.take_proposal)
        self._grid.addWidget(button, 2, 0, 1, 3, Qt.AlignmentFlag.AlignRight)
        return button

    def _show_details(self) -> None:
        """The codes for no answer and further points, only for a column that feeds a point."""
        if self._details:
            self._grid.removeWidget(self._details)
            self._details.hide()
            self._details.deleteLater()
            self._details = self._codes_edit = None
            self._code_buttons = {}
        if self._choice.role != "point":
            return
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, use in enumerate(self._choice.uses[1:], start=1):
            column.addWidget(self._other(place, use.point))
        if self._counted:
            column.addWidget(self._counting())
        column.addLayout(self._codes())
        self._grid.addWidget(self._details, 3, 0, 1, 3)

    def _other(self, place: int, point: str) -> QWidget:
        """A box for one more point that takes the same answers."""
        language = self._around.language
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(language.text("also for"), "quiet"), 3, Qt.AlignmentFlag.AlignRight)
        box = CalmBox()
        box.setModel(self._around.points)
        box.setObjectName(f"also {place} {self.facts.name}")
        box.setAccessibleName(language.text("Another point for the column {column}", column=self.facts.name))
        box.choose(f"point {point}" if point else "")
        box.currentIndexChanged.connect(lambda _: self._choose_other(place, str(box.currentData())))
        row.addWidget(box, 4)
        return line

    def _counting(self) -> CountingBox:
        box = CountingBox(self._choice.uses[0], self._around.language)
        box.counted.connect(lambda use: self._tell(self._choice.with_uses((use,))))
        return box

    def _codes(self) -> QHBoxLayout:
        """The codes for no answer, with likely ones to click."""
        language = self._around.language
        self._codes_edit = edit = QLineEdit(codes_as_text(self._choice.missing))
        edit.setObjectName(f"missing {self.facts.name}")
        edit.setAccessibleName(language.text("Codes for no answer in the column {column}", column=self.facts.name))
        edit.setPlaceholderText(language.text("none"))
        edit.textEdited.connect(lambda words: self._tell(self._choice.with_missing(codes_from(words))))
        label = QLabel(language.text("Codes for no answer"))
        label.setProperty("look", "quiet")
        label.setBuddy(edit)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(edit, 1)
        for code in self._likely_codes():
            row.addWidget(self._code_button(code))
        row.addWidget(self._more_button())
        return row

    def _likely_codes(self) -> tuple[str, ...]:
        project = self._around.project
        uses = [use for use in self._choice.uses if not (use.answer or use.total)]
        metrics = [project.metrics[project.points[use.point].metric] for use in uses]
        return likely_codes(self.facts, metrics, self._around.decimal)

    def _more_button(self) -> QPushButton:
        """A column may feed several points, such as a mean and a share of the same answers."""
        text = self._around.language.text
        button = QPushButton(text("+ point"))
        button.setObjectName(f"more {self.facts.name}")
        button.setProperty("look", "link")
        button.setAccessibleName(text("Another point for the column {column}", column=self.facts.name))
        set_plain_tip(button, text("Let these answers feed another measurement point too"))
        button.clicked.connect(self._add_other)
        button.setVisible(not any(use.answer or use.total for use in self._choice.uses))
        return button

    def _add_other(self) -> None:
        layout = self._details.layout() if self._details else None
        name = f"also {len(self._choice.uses)} {self.facts.name}"
        if isinstance(layout, QVBoxLayout) and self.findChild(CalmBox, name) is None:
            line = self._other(len(self._choice.uses), "")
            layout.insertWidget(len(self._choice.uses) - 1, line)
            if box := line.findChild(CalmBox):
                box.setFocus()

    def _code_button(self, code: str) -> QPushButton:
        language = self._around.language
        button = QPushButton(f"+ {shortened(code, 20)}")
        button.setObjectName(f"code {code} {self.facts.name}")
        button.setAccessibleName(language.text("Take {code} for a code for no answer", code=code))
        set_plain_tip(button, language.text("Take {code} for a code for no answer", code=f"“{code}”"))
        button.setVisible(code not in self._choice.missing)
        button.clicked.connect(lambda: self._tell(self._choice.with_missing((*self._choice.missing, code))))
        self._code_buttons[code] = button
        return button

    def _choose(self, _index: int) -> None:
        key = str(self.box.currentData())
        if not key.startswith("point "):
            self._tell(Choice(role=key))  # type: ignore[arg-type]  # the model's keys are roles
            return
        self.feed(key.removeprefix("point "))

    def _choose_other(self, place: int, key: str) -> None:
        uses = list(self._choice.uses)
        if key:
            other = ColumnUse(column=self.facts.name, point=key.removeprefix("point "), missing=self._choice.missing)
            uses[place : place + 1] = [other]
        else:
            del uses[place : place + 1]
        self._tell(self._choice.with_uses(uses))

    def _tell(self, choice: Choice) -> None:
        self.chosen.emit(self.facts.name, choice)
