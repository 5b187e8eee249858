"""Dragging from a card's handle draws a way to another card, or over the map's border: an entry or an exit."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.picture.primitives import Group

CARD_PARTS = frozenset({"card", "parked"})


class Connect:
    """From one card to what is under the pointer when it is let go; it begins at a place of the map."""

    scrolls = True

    def __init__(self, surface: Surface, place: QPointF, card: Group) -> None:
        self._surface = surface
        self._card = card
        self._begun, self._at = surface.viewport_now.to_picture(place.x(), place.y()), place
        cards = [group for group in surface.picture.groups if group.part == "card"]
        self._left = min((group.x for group in cards), default=0.0)
        self._right = max((group.x + group.width for group in cards), default=0.0)

    def move(self, place: QPointF) -> None:
        """The way follows the pointer."""
        self._at = place
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """Ask what kind of way it is; a release where nothing is draws none."""
        self._at = place
        ends = self._ends()
        if ends is not None and QLineF(self._from, place).length() >= QApplication.startDragDistance():
            self._surface.offer_link(*ends, place)

    def cancel(self) -> None:
        """No way is drawn."""

    def paint(self, painter: QPainter) -> None:
        """The way, and a frame around the card that it would lead to."""
        accent = QColor(THEMES[self._surface.session.view.theme].accent)
        painter.setPen(QPen(accent, 2))
        way = QPainterPath(self._from)
        bend = QPointF(max(40.0, abs(self._at.x() - self._from.x()) / 2), 0)
        way.cubicTo(self._from + bend, self._at - bend, self._at)
        painter.drawPath(way)
        painter.setBrush(accent)
        painter.drawEllipse(self._at, 4, 4)
        target = self._target()
        if target is not None:
            painter.setBrush(QColor(0, 0, 0, 0))
            view = self._surface.viewport_now
            corner = QPointF(*view.to_widget(target.x, target.y))
            painter.drawRoundedRect(
                QRectF(corner.x(), corner.y(), target.width * view.zoom, target.height * view.zoom), 8, 8
            )

    @property
    def _from(self) -> QPointF:
        return QPointF(*self._surface.viewport_now.to_widget(*self._begun))

    def _target(self) -> Group | None:
        group = self._surface.hit(self._at)
        return group if group is not None and group.part in CARD_PARTS and group.owner != self._card.owner else None

    def _ends(self) -> tuple[str, str] | None:
        """Source and target; beyond the first card one enters the journey, beyond the last one leaves it."""
        target = self._target()
        if target is not None:
            return self._card.owner, target.owner
        x = self._surface.viewport_now.to_picture(self._at.x(), self._at.y())[0]
        if x > self._right:
            return self._card.owner, ""
        return ("", self._card.owner) if x < self._left else None
