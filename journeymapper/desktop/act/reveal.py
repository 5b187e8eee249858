"""Guess, then reveal: a screen for the management room, point by point; a key shows what customers say."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.analysis.beliefs.guesses import PointGuesses, guesses_at
from journeymapper.analysis.beliefs.report import Belief, belief_of
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.suppression import STAFF_FLOOR
from journeymapper.desktop.act.guessed_points import guessed_points
from journeymapper.desktop.act.guessing import GuessField, add_guesses, lock, take_back
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.act.scale_bar import ScaleBar
from journeymapper.desktop.appearance import THEMES, palette
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.presentation.progress import Progress
from journeymapper.desktop.session import Session
from journeymapper.language.belief_words import belief_words
from journeymapper.language.units import format_interval, format_value
from journeymapper.model.measurement import MeasurementPoint

NAME, QUESTION, FIGURE, SMALL = 0.06, 0.034, 0.085, 0.022
"""Heights of type as shares of the screen's height."""
FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown})
BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp})
SHOW = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Reveal(QWidget):
    """While the round is open guesses are typed here; the first reveal locks all of them, after asking once more."""

    def __init__(self, session: Session, round_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("guess-then-reveal")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session, self._round = session, round_id
        self._revealed: set[str] = set()
        self._asked = False
        self._place = 0
        self._points: list[MeasurementPoint] = []
        self._guesses: Mapping[str, PointGuesses] = {}
        self._scores: Mapping[str, Score] = {}
        self.field: GuessField | None = None
        theme = THEMES[session.view.theme]
        self.name, self.question, self.where = plain_label(), plain_label(), plain_label()
        self.staff, self.customers, self.gap, self.hint = (plain_label() for _ in range(4))
        self._staff_note, self._customers_note = plain_label(), plain_label()
        self._scale, self._progress = ScaleBar(theme), Progress(theme)
        self._build()
        session.changed.connect(self._refresh)
        session.destroyed.connect(self.close)
        self._refresh()

    # where it stands

    @property
    def point(self) -> MeasurementPoint | None:
        """The point that is asked about."""
        return self._points[self._place] if self._points else None

    @property
    def is_open(self) -> bool:
        """Whether guesses are still taken."""
        belief_round = self._session.project.beliefs.get(self._round)
        return belief_round is not None and not belief_round.locked_at

    def step(self, by: int) -> None:
        """On or back; nothing before the first and after the last."""
        self._place = min(max(self._place + by, 0), max(0, len(self._points) - 1))
        self._asked = False
        self._show()

    def reveal(self) -> None:
        """Show what customers say here; the first time in an open round ask, then lock it."""
        if self.point is None:
            return
        if self.is_open and not self._asked:
            self._asked = True
            self._show()
            return
        self._asked = False
        self._revealed.add(self.point.id)
        if self.is_open:
            lock(self._session, self._round, datetime.now().astimezone())
        self._show()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys walk, Enter or Space reveals, Esc leaves."""
        key = Qt.Key(event.key())
        if key in FORWARD or key in BACK:
            self.step(1 if key in FORWARD else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(-len(self._points) if key == Qt.Key.Key_Home else len(self._points))
        elif key in SHOW:
            self.reveal()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen, another size of type."""
        super().resizeEvent(event)
        self._set_type()

    # parts

    def _refresh(self, *_: object) -> None:
        session, before = self._session, self.point
        self._guesses = guesses_at(session.project, session.tallies, self._round)
        self._scores = score_points(session.project, session.tallies, wave=session.view.wave, book=session.book())
        self._points = [point for point in guessed_points(session) if self._is_of_use(point)]
        places = [place for place, point in enumerate(self._points) if before and point.id == before.id]
        self._place = places[0] if places else min(self._place, max(0, len(self._points) - 1))
        self._show()

    def _is_of_use(self, point: MeasurementPoint) -> bool:
        score = self._scores.get(point.id)
        measured = score is not None and score.shown
        return measured if self.is_open else point.id in self._guesses

    def _show(self) -> None:
        text, point = self._session.view.language.text, self.point
        self._progress.show_place(self._place, len(self._points))
        if point is None:
            self.name.setText(text("Nothing to guess here"))
            self.question.setText(text("No point of this journey has both results and guesses."))
            self._keep_field(None)
            return
        metric = metric_of(self._session, point)
        self.name.setText(place_words(self._session, point))
        self.question.setText(point.question or measure_words(self._session, point))
        self.where.setText(text("{n} of {all}", n=self._place + 1, all=len(self._points)))
        self.setWindowTitle(self.name.text())
        self.setAccessibleName(f"{self.name.text()}. {self.question.text()}")
        self._keep_field(point if self.is_open else None)
        belief = belief_of(metric, self._scores[point.id], self._guesses.get(point.id, PointGuesses()))
        shown = point.id in self._revealed and not self.is_open
        self._show_staff(point, belief)
        self._show_customers(point, belief, shown=shown)
        self._show_hint(shown=shown)

    def _show_staff(self, point: MeasurementPoint, belief: Belief) -> None:
        language = self._session.view.language
        count = len(self._guesses.get(point.id, PointGuesses()).values)
        hidden = self.is_open or belief.staff is None
        metric = metric_of(self._session, point)
        self.staff.setText("?" if hidden else format_value(language, metric, belief.staff or 0.0))
        note = language.plural("{n} guess", "{n} guesses", count)
        if count < STAFF_FLOOR:
            note += " · " + language.text("shown from {n} on", n=STAFF_FLOOR)
        self._staff_note.setText(note)

    def _show_customers(self, point: MeasurementPoint, belief: Belief, *, shown: bool) -> None:
        language, score = self._session.view.language, self._scores[point.id]
        metric = metric_of(self._session, point)
        value = score.value if shown and score.shown else None
        self.customers.setText("?" if not shown else "—" if value is None else format_value(language, metric, value))
        notes = []
        if value is not None:
            interval = format_interval(language, metric, score.low, score.high)
            notes = [language.text("{interval} (95 %)", interval=interval)] if interval else []
            notes += [] if score.n is None else [language.plural("{n} answer", "{n} answers", score.n)]
        self._customers_note.setText(" · ".join(notes))
        self.gap.setText(self._gap_words(belief) if shown else "")
        self.gap.setStyleSheet(f"color: {self._colour(belief)};")
        staff = None if self.is_open else belief.staff100
        self._scale.show_figures(staff, score.score100 if shown else None, (score.low100, score.high100))

    def _gap_words(self, belief: Belief) -> str:
        language = self._session.view.language
        words = belief_words(language, belief.gap_class)
        if belief.gap is None:
            return words
        gap = language.text("gap {n} of 0–100", n=language.number(belief.gap, 0, sign=True))
        return f"{gap}: {words}"

    def _colour(self, belief: Belief) -> str:
        theme = THEMES[self._session.view.theme]
        colours = {"overestimate": theme.certainly_worse, "underestimate": theme.certainly_better}
        return colours.get(belief.gap_class, theme.ink)

    def _show_hint(self, *, shown: bool) -> None:
        text, belief_round = self._session.view.language.text, self._session.project.beliefs.get(self._round)
        words = text("← → points   Enter reveals   Esc ends")
        if self._asked and belief_round is not None:
            words = self._session.view.language.plural(
                "Enter once more locks {n} guess for good and shows results",
                "Enter once more locks {n} guesses for good and shows results", len(belief_round.guesses),
            )  # fmt: skip
        elif self.is_open:
            words = text("type guesses, Enter keeps them   Backspace takes one back   ← → points   Esc ends")
        elif shown:
            words = text("← → points   Esc ends")
        self.hint.setText(words)

    def _keep_field(self, point: MeasurementPoint | None) -> None:
        """A field to type guesses in while the round is open, made anew for another point."""
        wanted = f"guess-{point.id}" if point else ""
        if self.field is not None and self.field.objectName() != wanted:
            self._staff_column.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        if point is not None and self.field is None:
            self.field = field = GuessField(self._session, metric_of(self._session, point))
            field.setObjectName(wanted)
            field.guessed.connect(lambda values: add_guesses(self._session, self._round, point.id, values))
            field.taken_back.connect(lambda: take_back(self._session, self._round, point.id))
            field.refused.connect(lambda words: self.hint.setText(words) if words else None)
            self._staff_column.insertWidget(self._staff_column.count() - 1, field)
            self._set_type()
        (self.field or self).setFocus()

    # looks

    def _build(self) -> None:
        text = self._session.view.language.text
        self.setPalette(palette(THEMES[self._session.view.theme]))
        self.setAutoFillBackground(True)
        for label in (self.name, self.question, self.gap, self.hint):
            label.setWordWrap(True)
        for label in (self.where, self.hint, self._staff_note, self._customers_note):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._captions = [plain_label(text("Our guess")), plain_label(text("Our customers"))]
        self._staff_column = _column(self._captions[0], self.staff, self._staff_note)
        figures = QHBoxLayout()
        figures.addLayout(self._staff_column, 1)
        figures.addLayout(_column(self._captions[1], self.customers, self._customers_note), 1)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.where, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.question)
        column.addStretch(1)
        column.addLayout(figures)
        column.addWidget(self._scale, 1)
        column.addWidget(self.gap)
        column.addStretch(1)
        column.addWidget(self.hint)
        column.addWidget(self._progress)

    def _set_type(self) -> None:
        """Type and margins by the height of the screen."""
        high = max(self.height(), 240)
        layout = self.layout()
        if layout is not None:
            margin = round(high * 0.04)
            layout.setContentsMargins(2 * margin, margin, 2 * margin, margin // 2)
        _size(self.name, high * NAME, QFont.Weight.Bold)
        for label in (self.staff, self.customers):
            _size(label, high * FIGURE, QFont.Weight.Bold)
        for label in (self.question, self.gap, *self._captions):
            _size(label, high * QUESTION, QFont.Weight.Normal)
        for label in (self.where, self.hint, self._staff_note, self._customers_note):
            _size(label, high * SMALL, QFont.Weight.Normal)
        if self.field is not None:
            _size(self.field, high * QUESTION, QFont.Weight.Normal)


def _column(*labels: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    for label in labels:
        column.addWidget(label)
    column.addStretch(1)
    return column


def _size(widget: QWidget, pixels: float, weight: QFont.Weight) -> None:
    font = widget.font()
    font.setPixelSize(max(round(pixels), 8))
    font.setWeight(weight)
    widget.setFont(font)
