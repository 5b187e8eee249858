"""Guesses that are typed live: kept without names, closed with a moment before anybody sees the results."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.analysis.normalise import ANSWER_SCALES, SHARE_KINDS, goalposts
from journeymapper.desktop.inspector.reading import read_number
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.language.units import format_value
from journeymapper.model import edits
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.ids import new_id
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

GUESS = Message("Guess")
TYPED = re.compile(r"[\d ,.;+−–-]")
MOVING = frozenset({
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
})  # fmt: skip


def open_rounds(project: Project) -> list[BeliefRound]:
    """The rounds that are not locked yet, in their order."""
    return [one for one in (project.beliefs[key] for key in project.belief_order) if not one.locked_at]


def begin_round(session: Session, today: date) -> str:
    """Open a round named by its day; its id."""
    name = session.view.language.text("Guesses of {date}", date=session.view.language.date(today))
    made = BeliefRound(id=new_id("beliefs"), name=name, asked_on=today)
    session.apply(Message("New round of guesses"), lambda project: edits.add_belief_round(project, made))
    return made.id


def add_guesses(session: Session, round_id: str, point: str, values: Sequence[float]) -> None:
    """Guesses at one point; raises Refusal once the round is locked."""
    guesses = [Guess(point=point, value=value) for value in values]
    session.apply(GUESS, lambda project: edits.add_guesses(project, round_id, guesses))


def take_back(session: Session, round_id: str, point: str) -> None:
    """The last guess at a point is no more; nothing happens where there is none or the round is locked."""
    belief_round = session.project.beliefs[round_id]
    places = [place for place, guess in enumerate(belief_round.guesses) if guess.point == point]
    if not places or belief_round.locked_at:
        return
    kept = belief_round.guesses[: places[-1]] + belief_round.guesses[places[-1] + 1 :]
    session.apply(Message("Take a guess back"), lambda project: edits.change(project, round_id, guesses=kept))


def lock(session: Session, round_id: str, now: datetime) -> None:
    """Close a round: from now on results may be shown."""
    session.apply(Message("Lock the guesses"), lambda project: edits.lock_beliefs(project, round_id, now))


def count_at(belief_round: BeliefRound, point: str) -> int:
    """How many have guessed at a point."""
    return sum(guess.point == point for guess in belief_round.guesses)


def read_guesses(language: Language, metric: Metric, text: str) -> list[float]:
    """The figures that were typed, apart by spaces or semicolons; refuses what is none or off the metric's scale."""
    parts = [part for part in re.split(r"[\s;]+", text.strip()) if part]
    values = [number for part in parts if (number := read_number(language, part)) is not None]
    low, high = range_of(metric)
    for value in values:
        if not low <= value <= high:
            raise Refusal(
                "A guess here lies between {low} and {high}.",
                low=format_value(language, metric, low), high=format_value(language, metric, high),
            )  # fmt: skip
    return values


def range_of(metric: Metric) -> tuple[float, float]:
    """What a figure of the metric can be, in its unit; times and counts have no upper end but a practical one."""
    if metric.kind in (*ANSWER_SCALES, *SHARE_KINDS):
        ends = (0.0, 100.0) if metric.kind in SHARE_KINDS else goalposts(metric)
        return min(ends), max(ends)
    return min(0.0, *goalposts(metric)), 1e9


class GuessField(QLineEdit):
    """Figures alone can be typed; Enter keeps them, Backspace in an empty field takes the last one back.

    Every other key goes on to whoever holds the field.
    """

    guessed = Signal(object)
    refused = Signal(str)
    taken_back = Signal()

    def __init__(self, session: Session, metric: Metric, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._metric = session, metric
        self.setAccessibleName(session.view.language.text("Guesses"))
        self.setPlaceholderText(session.view.language.text("guesses, Enter keeps them"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and signs are typed here; arrows move in what is typed, and go on where nothing is."""
        key, text, typed = Qt.Key(event.key()), event.text(), self.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and typed.strip():
            self._keep()
        elif key == Qt.Key.Key_Backspace and not typed:
            self.taken_back.emit()
        elif (typed and key in MOVING) or (TYPED.fullmatch(text) and (typed or text != " ")) or _is_paste(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _keep(self) -> None:
        try:
            values = read_guesses(self._session.view.language, self._metric, self.text())
        except Refusal as refusal:
            self._mark(self._session.view.language.message(refusal.message))
            return
        self._mark("")
        self.clear()
        self.guessed.emit(values)

    def _mark(self, words: str) -> None:
        self.setProperty("invalid", "true" if words else "false")
        self.style().polish(self)
        self.setAccessibleDescription(words)
        self.refused.emit(words)


def _is_paste(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Paste)
