"""A scale from worst to best with two figures on it, large enough for the last row."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.picture.theme import Theme


class ScaleBar(QWidget):
    """0–100 from left to right: a diamond for the staff, a dot with its interval for the customers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._staff: float | None = None
        self._customers: float | None = None
        self._limits: tuple[float | None, float | None] = (None, None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(400, 90)

    def show_figures(
        self, staff: float | None, customers: float | None, limits: tuple[float | None, float | None] = (None, None)
    ) -> None:
        """Figures on 0–100; None is not drawn."""
        self._staff, self._customers, self._limits = staff, customers, limits
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the interval, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, size = self.height() / 2, min(self.height() / 3, 44.0)
        painter.setPen(QPen(QColor(self._theme.line), size / 4))
        painter.drawLine(QPointF(self._x(0, size), middle), QPointF(self._x(100, size), middle))
        low, high = self._limits
        if self._customers is not None and low is not None and high is not None:
            painter.setPen(QPen(QColor(self._theme.path), size / 2))
            painter.drawLine(QPointF(self._x(low, size), middle), QPointF(self._x(high, size), middle))
        if self._customers is not None:
            painter.setPen(QPen(QColor(self._theme.card), 2))
            painter.setBrush(QColor(self._theme.accent))
            x = self._x(self._customers, size)
            painter.drawEllipse(QRectF(x - size / 2, middle - size / 2, size, size))
        if self._staff is not None:
            self._diamond(painter, self._x(self._staff, size), middle, size * 0.62)
        painter.end()

    def _diamond(self, painter: QPainter, x: float, y: float, r: float) -> None:
        painter.setPen(QPen(QColor(self._theme.ink), 3))
        painter.setBrush(QColor(self._theme.ground))
        painter.drawPolygon(QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]))

    def _x(self, value: float, size: float) -> float:
        return size + (self.width() - 2 * size) * value / 100
