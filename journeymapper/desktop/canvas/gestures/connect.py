"""Dragging from a card's handle draws a way: to another card, to a new one, or out of the journey or into it."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.gestures.link_places import Ending, LinkPlaces
from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme

ROUND = 8.0
BESIDE = QPointF(14, 16)


class Connect:
    """From one card to what is under the pointer when it is let go; it begins at a place of the map."""

    scrolls = True

    def __init__(self, surface: Surface, place: QPointF, card: Group) -> None:
        self._surface = surface
        self._begun, self._at = surface.viewport_now.to_picture(place.x(), place.y()), place
        self._places = LinkPlaces(surface, card)

    def move(self, place: QPointF) -> None:
        """The way follows the pointer."""
        self._at = place
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """Ask what kind of way it is; a release on the card itself draws none."""
        self._at = place
        ending = self._ending()
        if ending is not None and ending.new is not None:
            self._surface.offer_card(ending.source, ending.new, place)
        elif ending is not None:
            self._surface.offer_link(ending.source, ending.target, place)

    def cancel(self) -> None:
        """No way is drawn."""

    def paint(self, painter: QPainter) -> None:
        """The way, where it may lead out of the journey, and what it would lead to."""
        theme, ending = THEMES[self._surface.session.view.theme], self._ending()
        words = self._words(ending)
        self._paint_outside(painter, theme, words)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        way = QPainterPath(self._from)
        bend = QPointF(max(40.0, abs(self._at.x() - self._from.x()) / 2), 0)
        way.cubicTo(self._from + bend, self._at - bend, self._at)
        painter.drawPath(way)
        target = self._places.target(self._at)
        if target is not None:
            painter.drawRoundedRect(self._surface.box(target), ROUND, ROUND)
        mark = self._places.mark(ending.new) if ending is not None and ending.new is not None else None
        if mark is not None:
            painter.setPen(QPen(QColor(theme.accent), 4, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(mark.topLeft(), mark.bottomLeft())
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(self._at, 4, 4)
        self._paint_words(painter, theme, words)

    @property
    def _from(self) -> QPointF:
        return QPointF(*self._surface.viewport_now.to_widget(*self._begun))

    def _ending(self) -> Ending | None:
        """Where the way would lead if the button were let go now; nowhere until the pointer has really moved."""
        far = QLineF(self._from, self._at).length() >= QApplication.startDragDistance()
        return self._places.ending(self._at) if far else None

    def _words(self, ending: Ending | None) -> str:
        """What the drop would make, where there is no card to be framed."""
        text = self._surface.session.view.language.text
        if ending is None or (ending.source and ending.target):
            return ""
        if ending.new is not None:
            return text("New touchpoint")
        return text("Exit") if ending.source else text("Entry")

    def _paint_outside(self, painter: QPainter, theme: Theme, said: str) -> None:
        """The places before the first card and behind the last one; the one that is `said` at the pointer is filled."""
        text = self._surface.session.view.language.text
        for words, box in zip((text("Entry"), text("Exit")), self._places.outside(), strict=True):
            if box.isEmpty():
                continue
            painter.setPen(QPen(QColor(theme.accent), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(theme.soft if words == said else theme.card))
            painter.drawRoundedRect(box, ROUND, ROUND)
            if box.width() > painter.fontMetrics().horizontalAdvance(words):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_words(self, painter: QPainter, theme: Theme, words: str) -> None:
        """Beside the pointer, inside the widget."""
        if not words:
            return
        size = painter.fontMetrics().size(0, words)
        box = QRectF(self._at + BESIDE, size).adjusted(-6, -3, 6, 3)
        room = self._surface.rect()
        box.moveLeft(max(2.0, min(box.left(), room.width() - box.width() - 2)))
        box.moveTop(min(box.top(), room.height() - box.height() - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
