"""The hand on the map: one gesture at a time, the handles and the empty cell under the pointer, and its cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.auto_scroll import AutoScroll
from journeymapper.desktop.canvas.cell_texts import cell_text
from journeymapper.desktop.canvas.gestures.beginning import left_press
from journeymapper.desktop.canvas.gestures.gesture import Gesture
from journeymapper.desktop.canvas.gestures.pan import Pan
from journeymapper.desktop.canvas.handles import Handles
from journeymapper.desktop.canvas.lane_cells import LaneCell
from journeymapper.desktop.canvas.marks import paint_empty_cell
from journeymapper.picture.primitives import Group

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas

NO_BUTTON, MIDDLE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton


class Pointer:
    """Told what the mouse and the space bar do; asks the canvas for what is under it."""

    def __init__(self, canvas: "MapCanvas") -> None:
        self._canvas = canvas
        self._gesture: Gesture | None = None
        self._button = NO_BUTTON
        self._space = False
        self._handles = Handles(canvas.alone, canvas.box)
        self._empty: LaneCell | None = None
        self._scroll = AutoScroll(canvas, self._scrolled)
        self.keys = Qt.KeyboardModifier.NoModifier

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def pressed(self) -> bool:
        """Whether a button is held down."""
        return self._button != NO_BUTTON

    # the buttons

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that the button and what is under it ask for."""
        if self._gesture is not None:
            return
        place, self.keys = event.position(), event.modifiers()
        if event.button() != Qt.MouseButton.RightButton:
            self._button = event.button()
        if event.button() == MIDDLE or self._space:
            self._gesture = Pan(self._canvas, place)
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == LEFT:
            self._gesture = left_press(self._canvas, place, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """The gesture follows; one whose button was released out of sight is over."""
        self.keys = event.modifiers()
        if self._gesture is not None and not event.buttons() & self._button:
            self._button = NO_BUTTON
            self._canvas.cancel()
        elif self._gesture is not None:
            gesture = self._gesture
            gesture.move(event.position())
            if self._gesture is gesture:  # what it asked for may have ended it
                self._scroll.follow(event.position(), wanted=gesture.scrolls)
        else:
            self._hover(event.position())

    def release(self, event: QMouseEvent) -> None:
        """The gesture ends with the button that began it."""
        if event.button() != self._button:
            return
        self.keys, self._button = event.modifiers(), NO_BUTTON
        self._scroll.stop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.end(event.position())
            self.show_hand()
            self._canvas.update()

    def cancel(self) -> None:
        """End the gesture as if it had not begun."""
        self._scroll.stop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self.show_hand()
            self._canvas.update()

    def _scrolled(self, place: QPointF) -> None:
        if self._gesture is not None:
            self._gesture.move(place)

    # the space bar, and what is under the pointer

    def hold_map(self, *, held: bool) -> None:
        """Space makes a hand of the pointer."""
        self._space = held
        self.show_hand()

    def lift(self) -> None:
        """Forget what was under the pointer: the map is another one."""
        self._handles.hover(None)
        self._empty = None

    def handle_at(self, place: QPointF) -> Group | None:
        """The card whose handle for links is under a point of the widget: one that is hovered or selected alone."""
        return self._handles.at(place, self._canvas.viewport_now.zoom)

    def show_hand(self) -> None:
        """The cursor of a hand that is free."""
        if self._space:
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._canvas.unsetCursor()

    def _hover(self, place: QPointF) -> None:
        """The card under the pointer shows its handle, an empty cell that it can be written into."""
        on, hit = self._canvas.handle_at(place), self._canvas.hit(place)
        empty = None if on is not None else self._empty_at(place, hit)
        changed = empty != self._empty
        self._empty = empty
        if self._handles.hover(on or hit) or changed:
            self._canvas.update()
        if on is not None:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        elif empty is not None and not self._space:
            self._canvas.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self.show_hand()

    def _empty_at(self, place: QPointF, hit: Group | None) -> LaneCell | None:
        if self._canvas.session.read_only or (hit is not None and hit.items):
            return None
        cell = self._canvas.sight.cell_at(place)
        told = cell_text(self._canvas.session.project, cell.owner, cell.lane) if cell is not None else None
        return cell if told is not None and not told.text else None

    # painting

    def paint(self, painter: QPainter) -> None:
        """The handles and the empty cell while the hand is free, else what the gesture shows."""
        canvas = self._canvas
        if self._gesture is not None:
            self._gesture.paint(painter)
        elif not canvas.session.read_only:
            theme = THEMES[canvas.session.view.theme]
            self._handles.paint(painter, canvas.viewport_now.zoom, theme)
            if self._empty is not None:
                paint_empty_cell(painter, canvas.box(self._empty), theme)
