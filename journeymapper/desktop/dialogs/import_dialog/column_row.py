"""One column of the file: what it holds, what it is for, and its codes for no answer."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QPushButton, QSizePolicy

from journeymapper.desktop.dialogs.import_dialog.choices import Choice
from journeymapper.desktop.dialogs.import_dialog.column_details import ColumnDetails
from journeymapper.desktop.dialogs.import_dialog.distribution import Distribution
from journeymapper.desktop.dialogs.import_dialog.elided_button import ElidedButton
from journeymapper.desktop.dialogs.import_dialog.point_targets import column_data
from journeymapper.desktop.dialogs.import_dialog.proposals import Proposal
from journeymapper.desktop.dialogs.import_dialog.surroundings import Surroundings
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.dialogs.import_dialog.told import counted_in_doubt, likely_codes_of
from journeymapper.desktop.dialogs.import_dialog.words import kind_words, point_words, shortened
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.meanings import suggested_use

LONG_NAME = 28
LONGEST_NAME = 160


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
        self._judged = True
        self._pressed = QPoint()
        self._details: ColumnDetails | None = None
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

    def show_choice(self, choice: Choice, *, counted: bool, judged: bool = True) -> None:
        """Show what the column is for; `counted` offers to say that its cells are numbers of answers, `judged` what is
        doubtful about them."""
        if self._suggestion:
            waiting = self.proposal is not None and self.proposal.choice != choice and not choice.role
            self._suggestion.setVisible(waiting)
        points = [use.point for use in choice.uses]
        same = (choice.role, points) == (self._choice.role, [use.point for use in self._choice.uses])
        counted = counted or (same and self._counted)
        if (choice, counted, judged) == (self._choice, self._counted, self._judged):
            return
        same = same and counted == self._counted
        self._choice, self._counted, self._judged = choice, counted, judged
        first = f"point {choice.uses[0].point}" if choice.uses else choice.role
        self.box.choose(first)
        if not same:
            self._show_details()
        if self._details:
            self._details.show_choice(choice, judged=judged)

    @property
    def waiting_codes(self) -> tuple[str, ...]:
        """Likely codes for no answer that have not been taken."""
        codes = likely_codes_of(self.facts, self._choice, self._around)
        return tuple(code for code in codes if code not in self._choice.missing)

    @property
    def counted_in_doubt(self) -> int:
        """How many answers are counted that look like codes for no answer."""
        return counted_in_doubt(self.facts, self._choice, self._around)

    def with_likely_codes(self) -> Choice:
        """The column's choice with all of its likely codes."""
        return self._choice.with_missing((*self._choice.missing, *self.waiting_codes))

    def feed(self, point: str) -> None:
        """Let the column feed a point."""
        use = suggested_use(self.facts, self._around.metric(point), point, self._choice.missing)
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
        called = f"{facts.name} · {facts.question}" if facts.question else facts.name
        question = len(called) > LONG_NAME
        name = plain_label(shortened(called, LONGEST_NAME), "heading")
        name.setWordWrap(question)
        set_plain_tip(name, called)
        holds = plain_label(kind_words(language, facts, self._around.rows), "quiet")
        holds.setWordWrap(facts.role != "answer")
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
        """What is said of a column that feeds points; nothing of others."""
        if self._details:
            self._grid.removeWidget(self._details)
            self._details.hide()
            self._details.deleteLater()
            self._details = None
        if self._choice.role == "point":
            self._details = ColumnDetails(self.facts, self._around, self._choice, counted=self._counted)
            self._details.chosen.connect(self._tell)
            self._grid.addWidget(self._details, 3, 0, 1, 3)

    def _choose(self, _index: int) -> None:
        key = str(self.box.currentData())
        if not key.startswith("point "):
            self._tell(Choice(role=key))  # type: ignore[arg-type]  # the model's keys are roles
            return
        self.feed(key.removeprefix("point "))

    def _tell(self, choice: Choice) -> None:
        self.chosen.emit(self.facts.name, choice)
