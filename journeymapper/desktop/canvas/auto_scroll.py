"""The map moves by itself while something is dragged near an edge of the window, faster the nearer it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas

NEAR = 36.0
FASTEST = 26.0
FRAME_MS = 16


def push(place: float, length: float) -> float:
    """Pixels a frame that a pointer at a place of a length pushes the map, 0 away from both edges.

    Positive before the beginning: the map comes from there.
    """
    near = min(NEAR, length / 4)
    into = near - place if place < near else length - near - place if place > length - near else 0.0
    share = max(-1.0, min(1.0, into / near)) if near > 0 else 0.0
    return FASTEST * share * abs(share)


class AutoScroll:
    """Moves the canvas frame by frame and tells `moved` where the pointer is in the widget."""

    def __init__(self, canvas: "MapCanvas", moved: Callable[[QPointF], None]) -> None:
        self._canvas = canvas
        self._moved = moved
        self._place = QPointF()
        self._timer = QTimer(canvas)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._step)

    def follow(self, place: QPointF, *, wanted: bool) -> None:
        """The pointer is elsewhere; begin, go on or end."""
        self._place = place
        if not wanted or self._push().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The gesture is over."""
        self._timer.stop()

    def _push(self) -> QPointF:
        across = push(self._place.x(), float(self._canvas.width()))
        return QPointF(across, push(self._place.y(), float(self._canvas.height())))

    def _step(self) -> None:
        by, before = self._push(), self._canvas.viewport_now
        self._canvas.look_at(before.panned(by.x(), by.y()))
        if self._canvas.viewport_now == before:
            self._timer.stop()
        else:
            self._moved(self._place)
