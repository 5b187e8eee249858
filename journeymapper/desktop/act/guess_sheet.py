"""A sheet to type guesses into while a round is open: a row a point, how many have guessed, never what."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from journeymapper.desktop.act.guessed_points import guessed_points
from journeymapper.desktop.act.guessing import GuessField, add_guesses, count_at, take_back
from journeymapper.desktop.act.places import measure_words, metric_of, place_words
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.model.measurement import MeasurementPoint


class GuessSheet(QWidget):
    """The rows are made anew only when another round or other points are shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._counts: dict[str, QLabel] = {}
        self.fields: dict[str, GuessField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_round(self, round_id: str) -> None:
        """The points with their fields; the counts as they stand."""
        points = guessed_points(self._session)
        wanted = (round_id, *((point.id, point.metric, point.anchor.id) for point in points))
        if wanted != self._shown:
            self._shown = wanted
            self._make(round_id, points)
        belief_round = self._session.project.beliefs[round_id]
        plural = self._session.view.language.plural
        for point in points:
            count = count_at(belief_round, point.id)
            self._counts[point.id].setText(plural("{n} guess", "{n} guesses", count))

    def _make(self, round_id: str, points: list[MeasurementPoint]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.fields, self._counts = {}, {}
        for row, point in enumerate(points):
            self._row(row, round_id, point)

    def _row(self, row: int, round_id: str, point: MeasurementPoint) -> None:
        session = self._session
        field = GuessField(session, metric_of(session, point))
        field.setObjectName(f"guess-{point.id}")
        name = f"{place_words(session, point)} · {measure_words(session, point)}"
        field.setAccessibleName(name)
        place, words, count = (
            plain_label(place_words(session, point), "heading"),
            plain_label(),
            plain_label("", "quiet"),
        )
        words.setText(point.question or measure_words(session, point))
        words.setWordWrap(True)
        problem = plain_label("", "error")
        problem.hide()
        field.guessed.connect(lambda values: add_guesses(session, round_id, point.id, values))
        field.taken_back.connect(lambda: take_back(session, round_id, point.id))
        field.refused.connect(lambda said: _tell(problem, said))
        for column, widget in enumerate((place, words, field, count, problem)):
            self._grid.addWidget(widget, row, column)
        self.fields[point.id], self._counts[point.id] = field, count


def _tell(label: QLabel, said: str) -> None:
    label.setText(said)
    label.setVisible(bool(said))
