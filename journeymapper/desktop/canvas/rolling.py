"""The wheel, and two fingers on a pad or a screen: where the map is looked at after them."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from journeymapper.desktop.canvas.viewport import STEP, Viewport

PINCH = Qt.GestureType.PinchGesture


def rolled(view: Viewport, event: QWheelEvent) -> Viewport:
    """Ctrl zooms at the pointer, otherwise the wheel moves the map; Shift turns it sideways."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return view.zoomed(STEP ** (event.angleDelta().y() / 120), event.position().x(), event.position().y())
    moved = QPointF(event.pixelDelta()) if not event.pixelDelta().isNull() else QPointF(event.angleDelta()) / 2
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not moved.x():
        moved = QPointF(moved.y(), 0)
    return view.panned(moved.x(), moved.y())


def pinched(view: Viewport, event: QEvent, widget: QWidget) -> Viewport | None:
    """Pinching zooms around its middle, on a touch pad and on a touch screen; None for any other event."""
    if isinstance(event, QGestureEvent) and isinstance(pinch := event.gesture(PINCH), QPinchGesture):
        middle = widget.mapFromGlobal(pinch.centerPoint().toPoint())
        return view.zoomed(pinch.scaleFactor(), middle.x(), middle.y())
    if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
        return view.zoomed(1 + event.value(), event.position().x(), event.position().y())
    return None
