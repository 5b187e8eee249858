"""Which gesture a press begins: by the button, the keys held, and what is under the pointer."""

from PySide6.QtCore import QPointF, Qt

from journeymapper.desktop.canvas.gestures.connect import Connect
from journeymapper.desktop.canvas.gestures.feel import Feel, feeling_at
from journeymapper.desktop.canvas.gestures.gesture import Gesture, Surface
from journeymapper.desktop.canvas.gestures.marquee import Marquee
from journeymapper.desktop.canvas.gestures.select import Select

ADDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def left_press(surface: Surface, place: QPointF, keys: Qt.KeyboardModifier) -> Gesture:
    """A link from a handle, a point of the feeling curve, an element, or a frame over several."""
    movable = not surface.session.read_only
    handle = surface.handle_at(place) if movable else None
    if handle is not None:
        return Connect(surface, place, handle)
    adds = bool(keys & ADDS)
    felt = feeling_at(surface, place) if movable and not adds and not surface.on_heading(place) else None
    if felt is not None:
        return Feel(surface, place, felt)
    group = surface.hit(place)
    if group is not None:
        return Select(surface, place, group, toggle=adds, movable=movable)
    kept = surface.session.selection if adds else ()
    surface.session.select(kept)
    return Marquee(surface, place, kept)
