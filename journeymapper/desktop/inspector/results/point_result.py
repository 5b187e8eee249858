"""What the answers at one measurement point say: figure, interval, distribution, target, trend, source."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.score import Score
from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.inspector.naming import measure_words
from journeymapper.desktop.inspector.results.distribution_bar import DistributionBar, class_words
from journeymapper.desktop.inspector.results.doubts import doubts
from journeymapper.desktop.inspector.results.headings import caption, wrapped
from journeymapper.desktop.inspector.results.source import SourceLines
from journeymapper.desktop.inspector.results.trend import TrendChart, wave_scores
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.session import Session
from journeymapper.language.language import NO_BREAK_SPACE
from journeymapper.language.units import format_gap, format_interval, format_target, format_value, verdict_words
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.symbols import verdict_sign

FEW_CLASSES, ENDS = 3, 2


class PointResult(QWidget):
    """One point in full."""

    def __init__(self, session: Session, point: MeasurementPoint) -> None:
        super().__init__()
        self._session = session
        self._point = point
        self._metric = session.project.metrics[point.metric]
        self._language = session.view.language
        self._theme = THEMES[session.view.theme]
        self.score = session.scores().get(point.id) or Score(point=point.id)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(caption(measure_words(session.project, point, self._language)))
        self._add_figure()
        if self.score.shown and self.score.shares:
            self._add_distribution()
        self._add_target()
        self._add_doubts()
        self._add_trend()
        self._column.addWidget(SourceLines(session, point, self.score))

    def _add_figure(self) -> None:
        score = self.score
        if not score.shown:
            self._add_unmeasured()
            return
        row = QHBoxLayout()
        row.setSpacing(12)
        figure = plain_label(format_value(self._language, self._metric, score.value or 0.0), "figure")
        figure.setObjectName("result-value")
        figure.setStyleSheet(f"color: {self._theme.verdict_colour(score)};")
        beside = wrapped(plain_label("\n".join(self._beside()), "quiet"))
        beside.setObjectName("result-interval")
        row.addWidget(figure)
        row.addWidget(beside, 1)
        self._column.addLayout(row)

    def _beside(self) -> list[str]:
        """The interval or why there is none, how many answers, and whether they are enough."""
        score, language = self.score, self._language
        interval = format_interval(language, self._metric, score.low, score.high)
        lines = [language.text("{interval} (95 %)", interval=interval)] if interval else []
        if not interval and score.interval_note:
            lines.append(language.text(score.interval_note))
        if score.n is not None:
            lines.append(language.plural("{n} answer", "{n} answers", score.n))
        if score.indicative:
            lines.append(language.text("indicative: few answers"))
        return lines

    def _add_unmeasured(self) -> None:
        language, hidden = self._language, self.score.hidden
        self._column.addWidget(wrapped(plain_label(verdict_words(language, self.score.verdict), "heading")))
        if hidden == "complementary":
            words = language.text("Hidden, since it would give away another group.")
        elif hidden:
            words = language.text("Too few answers to show without giving somebody away.")
        elif not self._session.project.result_sets:
            words = language.text("Import a result file to see what customers say here.")
        else:
            words = language.text("No answers in this wave: choose another wave or import its file.")
        self._column.addWidget(wrapped(plain_label(words, "quiet")))

    def _add_distribution(self) -> None:
        shares = self.score.shares
        self._column.addWidget(DistributionBar(shares, self._language, self._theme))
        shown = tuple(reversed(shares)) if len(shares) <= FEW_CLASSES else (shares[-1], shares[0])
        words = [class_words(share, self._language).replace(" ", NO_BREAK_SPACE) for share in shown]
        if len(words) > ENDS:  # one below the other where the panel is narrow
            self._column.addWidget(wrapped(plain_label(" · ".join(words), "quiet")))
            return
        row = QHBoxLayout()
        for number, each in enumerate(words):
            label = wrapped(plain_label(each, "quiet"))
            if number:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(label, 1)
        self._column.addLayout(row)

    def _add_target(self) -> None:
        target, language = self._point.target, self._language
        if target is None or (target.value is None and target.baseline_until is None):
            self._column.addWidget(caption(language.text("Target")))
            words = language.text("No target yet: set one on the page of the point.")
            self._column.addWidget(wrapped(plain_label(words, "quiet")))
            return
        standard = target.kind == "standard"
        self._column.addWidget(caption(language.text("Service standard") if standard else language.text("Target")))
        if target.value is None:
            until = language.date(target.baseline_until) if target.baseline_until else ""
            words = language.text("The baseline is being collected until {date}.", date=until)
            self._column.addWidget(wrapped(plain_label(words, "quiet")))
            return
        self._column.addWidget(self._target_row(target.value))
        if target.source:
            self._column.addWidget(wrapped(plain_label(target.source, "quiet")))

    def _add_doubts(self) -> None:
        """How many more answers are needed, and what else keeps one from being sure."""
        said = doubts(self._session, self._point, self.score, date.today())  # noqa: DTZ011 - the reader's day
        if said:
            label = wrapped(plain_label("\n".join(said), "quiet"))
            label.setObjectName("result-doubts")
            self._column.addWidget(label)

    def _target_row(self, value: float) -> QWidget:
        frame = QFrame()
        frame.setProperty("look", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(plain_label(format_target(self._language, self._metric, value)))
        verdict = wrapped(plain_label(self._verdict()))
        verdict.setObjectName("result-verdict")
        verdict.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        verdict.setStyleSheet(f"color: {self._theme.verdict_colour(self.score)}; font-weight: 600;")
        row.addWidget(verdict, 1)
        return frame

    def _verdict(self) -> str:
        score, language = self.score, self._language
        gap = format_gap(language, self._metric, score.gap) if score.gap is not None and score.shown else ""
        words = verdict_words(language, score.verdict, score.gap)
        return f"{verdict_sign(score)} " + ", ".join(part for part in (gap, words) if part)

    def _add_trend(self) -> None:
        scores = wave_scores(self._session, self._point.id) if len(self._session.project.wave_order) > 1 else []
        if len(scores) < 2:
            return
        self._column.addWidget(caption(self._language.text("Trend")))
        self._column.addWidget(TrendChart(scores, self._metric, self._language, self._theme))
