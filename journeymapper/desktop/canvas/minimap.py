"""The whole map in a corner, where it is much wider than the window: a click or a drag moves what is seen."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.picture.primitives import Picture
from journeymapper.picture.theme import Theme

SHOWN_FROM = 2.0
RESTS_MS = 120
WIDTH, LEAST_HEIGHT, MOST_HEIGHT, GAP = 240, 36, 120, 12
FILLED = frozenset({"stage", "card", "parked"})


class Minimap(QWidget):
    """Lies over the lower right corner of its canvas; hidden while most of the map is seen anyway."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._painted: tuple[Picture, Theme, QPixmap] | None = None
        self.setObjectName("minimap")
        self.setAccessibleName(canvas.session.view.language.text("Overview of the map"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        canvas.looked.connect(self.follow)
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(RESTS_MS)
        self._rests.timeout.connect(self._refresh)

    def follow(self) -> None:
        """The canvas shows another part, another size or another map."""
        picture, zoom = self._canvas.picture, self._canvas.viewport_now.zoom
        wide = picture.width * zoom > SHOWN_FROM * self._canvas.width() and self._canvas.width() > 2 * WIDTH
        wide = wide and picture.height > 0  # a map without a lane has nothing to be seen from above
        if wide:
            height = max(LEAST_HEIGHT, min(MOST_HEIGHT, round(picture.height / picture.width * WIDTH)))
            place = (self._canvas.width() - WIDTH - GAP, self._canvas.height() - height - GAP, WIDTH, height)
            self.setGeometry(*place)
            self.update()
        self.setVisible(wide)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The stages and cards as small boxes, and a frame around what is seen; nothing of a map without a lane."""
        if not (self._canvas.picture.width and self._canvas.picture.height):
            return
        theme = THEMES[self._canvas.session.view.theme]
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._overview(theme))
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawRect(self._seen())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look there, while the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, place: QPointF) -> None:
        view, picture = self._canvas.viewport_now, self._canvas.picture
        seen = self._canvas.width() / view.zoom, self._canvas.height() / view.zoom
        x = place.x() / self.width() * picture.width - seen[0] / 2
        y = place.y() / self.height() * picture.height - seen[1] / 2
        self._canvas.look_at(Viewport(x=x, y=y, zoom=view.zoom))

    def _seen(self) -> QRectF:
        view, picture = self._canvas.viewport_now, self._canvas.picture
        across, down = self.width() / picture.width, self.height() / picture.height
        size = self._canvas.width() / view.zoom * across, self._canvas.height() / view.zoom * down
        whole = QRectF(1, 1, self.width() - 2, self.height() - 2)
        return QRectF(view.x * across, view.y * down, *size).intersected(whole)

    def _overview(self, theme: Theme) -> QPixmap:
        """The boxes of the map; after an edit those from before until the hands rest."""
        picture, known = self._canvas.picture, self._painted
        if known is None or known[1] is not theme or known[2].size() != self.size():
            self._painted = known = (picture, theme, self._drawn(picture, theme))
        elif known[0] is not picture:
            self._rests.start()
        return known[2]

    def _refresh(self) -> None:
        self._painted = None
        self.update()

    def _drawn(self, picture: Picture, theme: Theme) -> QPixmap:
        made = QPixmap(self.size())
        made.fill(QColor(theme.card))
        painter = QPainter(made)
        across, down = self.width() / picture.width, self.height() / picture.height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.faint))
        painter.drawRects(
            [
                QRectF(g.x * across, g.y * down, max(1.0, g.width * across - 0.5), max(1.0, g.height * down - 0.5))
                for g in picture.groups
                if g.part in FILLED
            ]
        )
        painter.setPen(QColor(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        painter.end()
        return made
