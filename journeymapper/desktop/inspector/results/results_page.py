"""The Results tab of a place on the map or of one measurement point."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.analysis.score import Score
from journeymapper.desktop.inspector.adding import add_point
from journeymapper.desktop.inspector.naming import measure_words
from journeymapper.desktop.inspector.page import ScrolledColumn
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.results.point_result import PointResult
from journeymapper.desktop.inspector.results.promises import PromiseLines
from journeymapper.desktop.inspector.results.row_button import RowButton
from journeymapper.desktop.inspector.results.whole import WholeLines
from journeymapper.desktop.inspector.subject import Subject
from journeymapper.desktop.labels import plain_label
from journeymapper.language.units import format_value, verdict_words
from journeymapper.model.find import find, kind_of
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.symbols import verdict_sign

PARTS = ("points", "point_order", "metrics", "result_sets", "waves", "wave_order", "settings", "promises")

RESTS_MS = 120


class ResultsPage(ScrolledColumn):
    """Built anew when it is looked at and something that it shows has changed."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.subject = subject
        self._body: QWidget | None = None
        self._stale = True
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(self.rebuild)

    def show_subject(self, subject: Subject) -> None:
        """Another place or point."""
        self.subject = subject
        self.verticalScrollBar().setValue(0)
        self.rebuild()

    def refresh(self, old: Project, new: Project) -> None:
        """After an edit that changes what is shown here; words alone follow once the hands rest."""
        if any(getattr(old, part) is not getattr(new, part) for part in PARTS):
            self.rebuild()
        elif any(find(old, key) is not find(new, key) for key in self._places()):
            self._rests.start()

    def _places(self) -> set[str]:
        """The element shown, and those whose names stand beside its points."""
        return {self.subject.id, *(point.anchor.id for point in self._points())}

    def set_read_only(self, _read_only: bool) -> None:
        """Results can be looked at by everybody."""
        self.rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        """What was put off is built now."""
        super().showEvent(event)
        if self._stale:
            self.rebuild()

    def rebuild(self) -> None:
        """Build the content, later where nobody looks."""
        self._rests.stop()
        self._stale = not self.isVisible()
        if self._stale:
            return
        old, self._body = self._body, QWidget()
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fill(self._body)
        self.column.addWidget(self._body, 1)
        self._body.show()

    def _fill(self, body: QWidget) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        points = self._points()
        if points:
            column.addWidget(PointResult(self.subject.session, points[0]))
            self._add_others(column, points[1:])
        else:
            self._add_empty(column)
        whole = WholeLines(self.subject)
        if whole.count:
            column.addWidget(whole)
        promises = PromiseLines(self.subject, points)
        if promises.count:
            column.addWidget(promises)
        column.addStretch(1)

    # what is measured here

    def _points(self) -> list[MeasurementPoint]:
        """The points of the place, the one on the card first; or the point itself."""
        element, project = self.subject.element, self.subject.project
        if element is None or isinstance(element, MeasurementPoint):
            return [element] if element else []
        found = list(project.points_on(kind_of(element), element.id))
        found += [point for point in project.ordered_points() if element.id in point.also_covers]
        if isinstance(element, Journey):
            found += project.points_on("relationship", "")
        first = self._first(element.id, found) if isinstance(element, Touchpoint) else None
        found.sort(key=lambda point: point.id != first)
        return list({point.id: point for point in found}.values())

    def _first(self, element_id: str, found: Sequence[MeasurementPoint]) -> str:
        score = self.subject.session.shown_score(element_id) if found else None
        return score.point if score else ""

    def _add_others(self, column: QVBoxLayout, points: Sequence[MeasurementPoint]) -> None:
        if points:
            column.addWidget(caption(self.subject.language.text("Also measured here")))
        for point in points:
            column.addWidget(self._other(point))

    def _other(self, point: MeasurementPoint) -> RowButton:
        session, language = self.subject.session, self.subject.language
        score = session.scores().get(point.id) or Score(point=point.id)
        metric = session.project.metrics[point.metric]
        figure = verdict_words(language, score.verdict, score.gap)
        if score.shown:
            value = format_value(language, metric, score.value or 0.0)
            figure = f"{verdict_sign(score)} {value} · n {language.number(score.n or 0)}"
        button = RowButton(measure_words(session.project, point, language), figure, f"result-{point.id}")
        button.clicked.connect(lambda _checked=False: session.select((point.id,)))
        return button

    def _add_empty(self, column: QVBoxLayout) -> None:
        """Nothing is measured: say why, or what to do."""
        element, language = self.subject.element, self.subject.language
        waived = getattr(element, "not_measured_because", "")
        column.addWidget(wrapped(plain_label(language.text("Nothing is measured here."), "heading")))
        if waived:
            column.addWidget(wrapped(plain_label(waived, "quiet")))
            return
        words = language.text("Add a measurement point, then import the answers.")
        column.addWidget(wrapped(plain_label(words, "quiet")))
        button = QPushButton(language.text("Add measurement point"))
        button.setObjectName("results-add-point")
        button.setProperty("look", "small")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setEnabled(not self.subject.session.read_only)
        button.clicked.connect(self._add_point)
        column.addWidget(button)

    def _add_point(self) -> None:
        element, session = self.subject.element, self.subject.session
        if element is None:
            return
        project, key = add_point(session.project, element, self.subject.language)
        session.apply(Message("Add measurement point"), lambda _project: project)
        session.select((key,))
