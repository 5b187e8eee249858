"""A widget that shows a finished picture, as large as it fits or at a given scale; nothing in it can be edited."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.picture.primitives import Group, Picture

EMPTY = Picture(width=1, height=1, groups=())


class PictureSheet(QWidget):
    """Signals the element under a click; `scale` of 0 fits the picture into the widget."""

    clicked = Signal(str)

    def __init__(self, scale: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._marked = ""
        self.picture = EMPTY

    def show_picture(self, picture: Picture, scale: float | None = None) -> None:
        """Show another picture, at another scale if one is given."""
        self.picture = picture
        self._scale = self._scale if scale is None else scale
        if self._scale:
            self.setFixedSize(self.sizeHint())
        self.setAccessibleDescription("; ".join(group.alt for group in picture.groups if group.alt)[:2000])
        self.update()

    def mark(self, element_id: str) -> None:
        """Draw a frame around an element; none around an empty id."""
        self._marked = element_id
        self.update()

    def sizeHint(self) -> QSize:
        """The picture's size."""
        scale = self._scale or 1.0
        return QSize(round(self.picture.width * scale), round(self.picture.height * scale))

    def box_of(self, element_id: str) -> QRectF:
        """Where an element stands in the widget; empty where it does not."""
        own = [group for group in self.picture.groups if group.owner == element_id]
        group = next((group for group in own if group.part in ("card", "stage")), own[0] if own else None)
        if group is None:
            return QRectF()
        scale, at = self._placing()
        return QRectF(at.x() + group.x * scale, at.y() + group.y * scale, group.width * scale, group.height * scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The groups that the exposed part touches."""
        painter = QPainter(self)
        try:
            self._paint(painter, QRectF(event.rect()))
            self._paint_mark(painter)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        scale, at = self._placing()
        place = (event.position() - at) / scale
        hit = next((group for group in reversed(self.picture.groups) if group.owner and _holds(group, place)), None)
        self.clicked.emit(hit.owner if hit else "")

    def _paint(self, painter: QPainter, exposed: QRectF) -> None:
        painter.fillRect(exposed, QColor(self.picture.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, at = self._placing()
        painter.translate(at)
        painter.scale(scale, scale)
        seen = QRectF((exposed.x() - at.x()) / scale, (exposed.y() - at.y()) / scale,
                      exposed.width() / scale, exposed.height() / scale)  # fmt: skip
        around = seen.adjusted(-4, -4, 4, 4)
        for group in self.picture.groups:
            if around.intersects(QRectF(group.x, group.y, max(group.width, 1), max(group.height, 1))):
                paint_group(painter, group, scale * self.devicePixelRatioF())

    def _paint_mark(self, painter: QPainter) -> None:
        box = self.box_of(self._marked) if self._marked else QRectF()
        if not box.isEmpty():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 2.5))
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 9, 9)

    def _placing(self) -> tuple[float, QPointF]:
        """The scale and where the picture's corner stands: in the middle of the widget."""
        wide, high = max(self.picture.width, 1.0), max(self.picture.height, 1.0)
        scale = self._scale or min(self.width() / wide, self.height() / high) or 1.0
        return scale, QPointF((self.width() - wide * scale) / 2, (self.height() - high * scale) / 2)


def _holds(group: Group, place: QPointF) -> bool:
    return group.x <= place.x() <= group.x + group.width and group.y <= place.y() <= group.y + group.height
