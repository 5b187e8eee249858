"""A point's figure over the waves, with its intervals and its target."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.score import Score
from journeymapper.desktop.axes import plot_widget
from journeymapper.desktop.session import Session
from journeymapper.language.language import Language
from journeymapper.language.units import format_interval, format_value
from journeymapper.model.measurement import Metric
from journeymapper.picture.theme import Theme

if TYPE_CHECKING:
    from pyqtgraph import PlotWidget

HEIGHT_IN_LINES = 9
MOST_WAVES = 24
RESTS_MS = 120


def wave_scores(session: Session, point_id: str) -> list[Score]:
    """The point's shown scores wave by wave, oldest first, of the segment that is looked at."""
    from journeymapper.analysis.scoring import score_points

    whole, point = session.project, session.project.points[point_id]
    alone = msgspec.structs.replace(whole, points={point_id: point}, point_order=(point_id,))
    scores = (
        score_points(alone, session.tallies, wave=wave, segment=session.view.segment, book=session.book())[point_id]
        for wave in whole.wave_order[-MOST_WAVES:]
    )
    return [score for score in scores if score.shown]


class TrendChart(QWidget):
    """The chart; made once its place is painted and the hands rest: nobody waits for it to see the map or to walk."""

    def __init__(self, scores: list[Score], metric: Metric, language: Language, theme: Theme) -> None:
        super().__init__()
        self.scores = scores
        self.setObjectName("trend")
        self.setAccessibleName(language.text("Trend over waves"))
        self.setAccessibleDescription("\n".join(_words(score, metric, language) for score in scores))
        self.plot: PlotWidget | None = None
        self._theme, self._language = theme, language
        self.setFixedHeight(HEIGHT_IN_LINES * self.fontMetrics().height())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Somebody looks: the chart is made in a moment."""
        super().paintEvent(event)
        if self.plot is None:
            QTimer.singleShot(RESTS_MS, self, self._fill)

    def _fill(self) -> None:
        if self.plot is None:
            self.plot = plot_widget(self._theme, self._language)
            _draw(self.plot, self.scores, self._theme)
            self._column.addWidget(self.plot)


def _words(score: Score, metric: Metric, language: Language) -> str:
    value = format_value(language, metric, score.value or 0.0)
    interval = format_interval(language, metric, score.low, score.high)
    return f"{score.wave}: {value}" + (f" ({interval})" if interval else "")


def _draw(plot: "PlotWidget", scores: list[Score], theme: Theme) -> None:
    from pyqtgraph import ErrorBarItem, InfiniteLine, mkPen

    places = [float(place) for place in range(len(scores))]
    values = [score.value or 0.0 for score in scores]
    plot.getAxis("bottom").setTicks([[(place, score.wave) for place, score in zip(places, scores, strict=True)]])
    plot.setXRange(-0.4, len(scores) - 0.6)
    bars = [(place, score) for place, score in zip(places, scores, strict=True) if _has_interval(score)]
    if bars:
        plot.addItem(_error_bars(ErrorBarItem, bars, mkPen(theme.sub)))
    plot.plot(places, values, pen=mkPen(theme.accent, width=2), symbol="o", symbolSize=8, antialias=True,
              symbolBrush=[theme.verdict_colour(score) for score in scores], symbolPen=theme.card)  # fmt: skip
    target = scores[-1].target
    if target is not None:
        dashed = mkPen(theme.ink, dash=[4, 3])
        plot.addItem(InfiniteLine(pos=target, angle=0, pen=dashed))


def _has_interval(score: Score) -> bool:
    return score.low is not None and score.high is not None


def _error_bars(kind, bars: list[tuple[float, Score]], pen: object):  # type: ignore[no-untyped-def]  # pyqtgraph has no types
    import numpy as np

    values = [score.value or 0.0 for _, score in bars]
    return kind(
        x=np.array([place for place, _ in bars]),
        y=np.array(values),
        top=np.array([(score.high or 0.0) - value for (_, score), value in zip(bars, values, strict=True)]),
        bottom=np.array([value - (score.low or 0.0) for (_, score), value in zip(bars, values, strict=True)]),
        beam=0.12,
        pen=pen,
    )
