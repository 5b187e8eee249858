"""Where in the journey the presentation is: a bar of segments, one for each stage."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from journeymapper.picture.theme import Theme

GAP = 4.0


class Progress(QWidget):
    """Segment 0 is the whole map."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._here = 1, 0
        self.setFixedHeight(max(self.fontMetrics().height() // 3, 5))

    def show_place(self, here: int, count: int) -> None:
        """Stand at a segment of so many."""
        self._here, self._count = here, max(count, 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What has been shown, what is shown, what is to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() + GAP) / self._count
        for place in range(self._count):
            past = self._theme.path if place < self._here else self._theme.line
            painter.setBrush(QColor(self._theme.accent if place == self._here else past))
            painter.drawRoundedRect(QRectF(place * width, 0, max(width - GAP, 1), self.height()), 2, 2)
        painter.end()
