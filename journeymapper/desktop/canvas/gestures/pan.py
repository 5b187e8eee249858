"""Dragging the map itself: with the middle button, or with Space held down."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeymapper.desktop.canvas.gestures.gesture import Surface


class Pan:
    """Moves the viewport with the pointer."""

    scrolls = False

    def __init__(self, surface: Surface, place: QPointF) -> None:
        self._surface = surface
        self._from = place
        self._before = surface.viewport_now

    def move(self, place: QPointF) -> None:
        """The map follows the pointer."""
        moved = place - self._from
        self._surface.look_at(self._before.panned(moved.x(), moved.y()))

    def end(self, place: QPointF) -> None:
        """It stays where it is."""
        self.move(place)

    def cancel(self) -> None:
        """Back to where it was."""
        self._surface.look_at(self._before)

    def paint(self, painter: QPainter) -> None:
        """Nothing above the map."""
