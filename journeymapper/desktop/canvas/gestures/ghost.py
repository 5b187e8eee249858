"""What hangs under the pointer while it is dragged: the thing that was grabbed, and how many go with it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme

LIFTED = 0.85
SHEETS, OFFSET = 2, 5.0  # that are seen behind the first of several, and how far each stands off, in pixels
BADGE = 20.0


def paint_ghost(painter: QPainter, surface: Surface, group: Group, at: QPointF, grab: QPointF, count: int) -> None:
    """The group with the place where it was grabbed under the pointer; of several a stack with their number."""
    theme, zoom = THEMES[surface.session.view.theme], surface.viewport_now.zoom
    box = QRectF(at - grab * zoom, surface.box(group).size())
    painter.save()
    painter.setOpacity(LIFTED)
    for sheet in range(min(count - 1, SHEETS), 0, -1):
        painter.setPen(QPen(QColor(theme.sub), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box.translated(OFFSET * sheet, OFFSET * sheet), 6, 6)
    painter.translate(box.topLeft())
    painter.scale(zoom, zoom)
    paint_group(painter, group.moved(-group.x, -group.y), zoom, surface.session.attachments)
    painter.restore()
    if count > 1:
        _paint_badge(painter, box.topRight(), surface.session.view.language.number(count), theme)


def _paint_badge(painter: QPainter, middle: QPointF, number: str, theme: Theme) -> None:
    width = max(BADGE, painter.fontMetrics().horizontalAdvance(number) + BADGE / 2)
    box = QRectF(middle.x() - width / 2, middle.y() - BADGE / 2, width, BADGE)
    painter.setPen(QPen(QColor(theme.card), 1.5))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(box, BADGE / 2, BADGE / 2)
    painter.setPen(QColor(theme.on_accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
