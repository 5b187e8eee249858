"""A frame drawn over the map selects the cards that it touches; where it touches none, notes and actions."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.gesture import Surface

CARDS, STICKIES = frozenset({"card", "parked"}), frozenset({"note", "action"})


class Marquee:
    """Selects what it touches, together with `kept`. It begins at a place of the map, wherever that goes."""

    scrolls = True

    def __init__(self, surface: Surface, place: QPointF, kept: tuple[str, ...] = ()) -> None:
        self._surface = surface
        self._from, self._to = QPointF(*surface.viewport_now.to_picture(place.x(), place.y())), place
        self._kept = kept
        self._before = surface.session.selection

    def move(self, place: QPointF) -> None:
        """The frame grows, the selection with it."""
        self._to = place
        self._surface.session.select(self._touched())
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """The selection stays."""
        self.move(place)

    def cancel(self) -> None:
        """The selection is what it was."""
        self._surface.session.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """The frame."""
        colour = QColor(THEMES[self._surface.session.view.theme].accent)
        painter.setPen(colour)
        colour.setAlpha(28)
        painter.setBrush(colour)
        painter.drawRect(self._frame())

    def _frame(self) -> QRectF:
        begun = QPointF(*self._surface.viewport_now.to_widget(self._from.x(), self._from.y()))
        return QRectF(begun, self._to).normalized()

    def _touched(self) -> tuple[str, ...]:
        view, frame = self._surface.viewport_now, self._frame()
        corner = QPointF(*view.to_picture(frame.x(), frame.y()))
        box = QRectF(corner.x(), corner.y(), frame.width() / view.zoom, frame.height() / view.zoom)
        touched = [
            group
            for group in self._surface.picture.groups
            if group.part in CARDS | STICKIES and box.intersects(QRectF(group.x, group.y, group.width, group.height))
        ]
        cards = [group for group in touched if group.part in CARDS]
        return tuple(dict.fromkeys((*self._kept, *(group.owner for group in cards or touched))))
