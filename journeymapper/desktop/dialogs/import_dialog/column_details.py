"""What is said of a column that feeds points: further points, what is doubtful, what its answers mean, its codes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from journeymapper.desktop.buttons import push_button
from journeymapper.desktop.dialogs.import_dialog.choices import Choice
from journeymapper.desktop.dialogs.import_dialog.counting_box import CountingBox
from journeymapper.desktop.dialogs.import_dialog.meaning import has_meanings, meanings
from journeymapper.desktop.dialogs.import_dialog.meaning_box import MeaningBox
from journeymapper.desktop.dialogs.import_dialog.missing_codes import codes_as_text, codes_from
from journeymapper.desktop.dialogs.import_dialog.surroundings import Surroundings
from journeymapper.desktop.dialogs.import_dialog.targets import CalmBox
from journeymapper.desktop.dialogs.import_dialog.told import choice_meaning, choice_turned, likely_codes_of, open_doubts
from journeymapper.desktop.dialogs.import_dialog.words import shortened
from journeymapper.desktop.labels import plain_label, set_plain_tip
from journeymapper.results.answers import LABELLED
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.meanings import suggested_use


class ColumnDetails(QWidget):
    """Shows a Choice of points; `chosen` carries another one. Other points are other details."""

    chosen = Signal(object)

    def __init__(self, facts: ColumnFacts, around: Surroundings, choice: Choice, *, counted: bool) -> None:
        super().__init__()
        self._facts, self._around, self._choice = facts, around, choice
        self._metric = around.metric(choice.uses[0].point)
        self._opened: bool | None = None
        self._code_buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        if question := self._asked():
            self._column.addWidget(question)
        for place, use in enumerate(choice.uses[1:], start=1):
            self._column.addWidget(self._other(place, use.point))
        if counted:
            self._column.addWidget(self._counting())
        counts = any(use.answer or use.total for use in choice.uses)
        self._doubts = plain_label("", "error")
        self._doubts.setObjectName(f"doubts {facts.name}")
        self._doubts.setWordWrap(True)
        self._reverse = self._reverse_box()
        self._away = self._away_button()
        self._meaning = MeaningBox(facts.name, self._metric, around.language)
        self._meaning.told.connect(lambda text, key: self._tell(choice_meaning(self._choice, text, key, around)))
        self._open = self._open_button()
        self._open.setVisible(has_meanings(self._metric) and not counts)
        self._lay_out(counts=counts)

    def _lay_out(self, *, counts: bool) -> None:
        self._column.addWidget(self._doubts)
        ways = QHBoxLayout()
        ways.addWidget(self._reverse)
        ways.addStretch(1)
        ways.addWidget(self._away)
        self._column.addLayout(ways)
        self._column.addWidget(self._meaning)
        self._column.addLayout(self._codes(counts=counts))

    def show_choice(self, choice: Choice, *, judged: bool) -> None:
        """Show another choice of the same points; not `judged` are what staff believe, whose scales are others."""
        self._choice = choice
        if codes_from(self._codes_edit.text()) != choice.missing:
            self._codes_edit.setText(codes_as_text(choice.missing))
        for code, button in self._code_buttons.items():
            button.setVisible(code not in choice.missing)
        doubts = open_doubts(self._facts, choice, self._around) if judged else ()
        self._doubts.setText("\n".join(self._around.language.message(doubt.message) for doubt in doubts))
        self._doubts.setVisible(bool(doubts))
        self._away.setVisible(bool(doubts))
        reverse = choice.uses[0].reverse
        _set_checked(self._reverse, reverse)
        self._reverse.setVisible(reverse or any(doubt.way == "reverse" for doubt in doubts))
        said = any(use.recode for use in choice.uses) or any(doubt.way == "words" for doubt in doubts)
        if self._opened is None and said:
            self._opened = True
        self._show_meanings()

    def add_other(self) -> None:
        """Another point for the same answers."""
        place = len(self._choice.uses)
        if self.findChild(CalmBox, f"also {place} {self._facts.name}") is None:
            line = self._other(place, "")
            self._column.insertWidget(self._column.indexOf(self._doubts), line)
            if box := line.findChild(CalmBox):
                box.setFocus()

    def _asked(self) -> QLabel | None:
        """What the point asks, where the column does not say it."""
        question = self._around.project.points[self._choice.uses[0].point].question
        said = {" ".join(text.split()).casefold() for text in (self._facts.name, self._facts.question)}
        if not question or " ".join(question.split()).casefold() in said:
            return None
        label = plain_label(question, "quiet")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        return label

    def _show_meanings(self) -> None:
        opened = bool(self._opened) and self._open.isVisibleTo(self)
        _set_checked(self._open, opened)
        self._meaning.setVisible(opened)
        if opened:
            use, decimal = self._choice.uses[0], self._around.decimal
            self._meaning.show_meanings(list(meanings(self._facts, use, self._metric, decimal)))

    def _turn_open(self, opened: bool) -> None:
        self._opened = opened
        self._show_meanings()

    def _other(self, place: int, point: str) -> QWidget:
        """A box for one more point that takes the same answers."""
        language = self._around.language
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(language.text("also for"), "quiet"), 3, Qt.AlignmentFlag.AlignRight)
        box = CalmBox()
        box.setModel(self._around.points)
        box.setObjectName(f"also {place} {self._facts.name}")
        box.setAccessibleName(language.text("Another point for the column {column}", column=self._facts.name))
        box.choose(f"point {point}" if point else "")
        box.currentIndexChanged.connect(lambda _: self._choose_other(place, str(box.currentData())))
        row.addWidget(box, 4)
        return line

    def _counting(self) -> CountingBox:
        box = CountingBox(self._choice.uses[0], self._around.language)
        box.counted.connect(lambda use: self._tell(self._choice.with_uses((use,))))
        return box

    def _reverse_box(self) -> QCheckBox:
        text = self._around.language.text
        box = QCheckBox(text("The scale runs the other way: turn it round"))
        box.setObjectName(f"reverse {self._facts.name}")
        box.setEnabled(self._metric.kind in LABELLED)
        box.toggled.connect(lambda turned: self._tell(choice_turned(self._choice, turned=turned)))
        return box

    def _away_button(self) -> QPushButton:
        text = self._around.language.text
        button = push_button(
            f"leave {self._facts.name}", text("Leave it out"), lambda: self._tell(Choice()), look="link"
        )
        button.setAccessibleName(text("Leave out the column {column}", column=self._facts.name))
        return button

    def _open_button(self) -> QPushButton:
        text = self._around.language.text
        button = QPushButton(text("What the answers mean"))
        button.setObjectName(f"meanings {self._facts.name}")
        button.setProperty("look", "link")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(text("What the answers in the column {column} mean", column=self._facts.name))
        button.toggled.connect(self._turn_open)
        return button

    def _codes(self, *, counts: bool) -> QHBoxLayout:
        """The codes for no answer, with likely ones to click."""
        language = self._around.language
        self._codes_edit = edit = QLineEdit(codes_as_text(self._choice.missing))
        edit.setObjectName(f"missing {self._facts.name}")
        edit.setAccessibleName(language.text("Codes for no answer in the column {column}", column=self._facts.name))
        edit.setPlaceholderText(language.text("none"))
        edit.textEdited.connect(lambda words: self._tell(self._choice.with_missing(codes_from(words))))
        label = QLabel(language.text("Codes for no answer"))
        label.setProperty("look", "quiet")
        label.setBuddy(edit)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(edit, 1)
        for code in likely_codes_of(self._facts, self._choice, self._around):
            row.addWidget(self._code_button(code))
        row.addWidget(self._open)
        row.addWidget(self._more_button(counts=counts))
        return row

    def _more_button(self, *, counts: bool) -> QPushButton:
        """A column may feed several points, such as a mean and a share of the same answers."""
        text = self._around.language.text
        button = push_button(f"more {self._facts.name}", text("+ point"), self.add_other, look="link")
        button.setAccessibleName(text("Another point for the column {column}", column=self._facts.name))
        set_plain_tip(button, text("Let these answers feed another measurement point too"))
        button.setVisible(not counts)
        return button

    def _code_button(self, code: str) -> QPushButton:
        text = self._around.language.text

        def take() -> None:
            self._tell(self._choice.with_missing((*self._choice.missing, code)))

        button = push_button(f"code {code} {self._facts.name}", f"+ {shortened(code, 20)}", take)
        button.setAccessibleName(text("Take {code} for a code for no answer", code=code))
        set_plain_tip(button, text("Take {code} for a code for no answer", code=f"“{code}”"))
        self._code_buttons[code] = button
        return button

    def _choose_other(self, place: int, key: str) -> None:
        uses = list(self._choice.uses)
        if key:
            point = key.removeprefix("point ")
            use = suggested_use(self._facts, self._around.metric(point), point, self._choice.missing)
            uses[place : place + 1] = [use]
        else:
            del uses[place : place + 1]
        self._tell(self._choice.with_uses(uses))

    def _tell(self, choice: Choice) -> None:
        self.chosen.emit(choice)


def _set_checked(button: QCheckBox | QPushButton, checked: bool) -> None:
    blocked = button.blockSignals(True)
    button.setChecked(checked)
    button.blockSignals(blocked)
