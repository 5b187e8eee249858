"""The axes of charts in the window: quiet, their figures as the reader writes them."""

from typing import TYPE_CHECKING, Any

from journeymapper.language.language import Language
from journeymapper.picture.theme import Theme

if TYPE_CHECKING:
    from pyqtgraph import PlotWidget


def plot_widget(theme: Theme, language: Language) -> "PlotWidget":
    """An empty chart that nothing can be done to, its lines smooth."""
    from pyqtgraph import AxisItem, PlotWidget, mkPen
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter

    class Axis(AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
        """An axis whose figures have the language's comma and minus."""

        def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
            return tick_words(language, [value * scale for value in values], spacing * scale)

    plot: Any = PlotWidget(background=theme.card, axisItems={name: Axis(name) for name in ("left", "bottom")})
    plot.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    for name in ("left", "bottom"):
        axis = plot.getAxis(name)
        axis.setPen(mkPen(theme.line))
        axis.setTextPen(mkPen(theme.sub))
        axis.enableAutoSIPrefix(False)  # a share of 0.3 is not 300 thousandths
    plot.setFrameShape(plot.Shape.NoFrame)
    for widget in (plot, plot.viewport()):
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return plot


def tick_words(language: Language, values: list[float], spacing: float) -> list[str]:
    """Figures with as many decimals as the distance between them needs."""
    from math import floor, log10

    digits = max(0, -floor(log10(spacing) + 1e-9)) if spacing > 0 else 0
    return [language.number(value, min(6, digits)) for value in values]
