"""Charts of the pages: quiet, without a menu, said in words to those who cannot see them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.language.language import Language
from journeymapper.picture.theme import Theme

if TYPE_CHECKING:
    from pyqtgraph import PlotWidget

Line = tuple[float, float, float | None, float | None]
"""A place on the axis, a value, and the limits of its interval."""


class Chart(QWidget):
    """A place for a chart that is drawn anew each time."""

    def __init__(self, name: str, height_in_lines: int, theme: Theme, language: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._theme, self._language = theme, language
        self.setFixedHeight(height_in_lines * self.fontMetrics().height())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.plot: PlotWidget | None = None

    def clear(self, words: str) -> "PlotWidget":
        """An empty chart to draw in; `words` say what will be in it."""
        from journeymapper.desktop.axes import plot_widget

        if self.plot is not None:
            self._column.removeWidget(self.plot)
            self.plot.deleteLater()
        self.setAccessibleDescription(words)
        plot = plot_widget(self._theme, self._language)
        self._column.addWidget(plot)
        self.plot = plot
        return plot


def intervals(plot: Any, lines: Sequence[Line], theme: Theme, *, across: bool = False, cap: float = 0.2) -> None:
    """Whiskers for lines that have both limits; `across` where values run from left to right, `cap` in axis units."""
    import numpy as np
    from pyqtgraph import ErrorBarItem, mkPen

    bars = [line for line in lines if line[2] is not None and line[3] is not None]
    if not bars:
        return
    places, values = np.array([line[0] for line in bars]), np.array([line[1] for line in bars])
    above = np.array([float(line[3] or 0.0) for line in bars]) - values
    below = values - np.array([float(line[2] or 0.0) for line in bars])
    pen = mkPen(theme.sub)
    if across:
        plot.addItem(ErrorBarItem(x=values, y=places, left=below, right=above, beam=cap, pen=pen))
    else:
        plot.addItem(ErrorBarItem(x=places, y=values, top=above, bottom=below, beam=cap, pen=pen))


def level(plot: Any, value: float, colour: str, *, dashed: bool = True, upright: bool = False) -> None:
    """A line right across the chart: a target, a mean, a limit."""
    from pyqtgraph import InfiniteLine, mkPen

    pen = mkPen(colour, dash=[4, 3]) if dashed else mkPen(colour)
    plot.addItem(InfiniteLine(pos=value, angle=90 if upright else 0, pen=pen))
