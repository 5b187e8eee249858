"""What every gesture is: started by a press, moved, and then ended or cancelled; only its end changes the document."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.session import Session
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group, Picture


class Surface(Protocol):
    """What a gesture sees of the canvas."""

    @property
    def session(self) -> Session: ...

    @property
    def viewport_now(self) -> Viewport: ...

    @property
    def picture(self) -> Picture: ...

    @property
    def keys_now(self) -> Qt.KeyboardModifier:
        """The modifier keys at the last movement of the mouse."""

    def rect(self) -> QRect: ...

    def handle_at(self, place: QPointF) -> Group | None:
        """The card whose handle for links is under a point of the widget."""

    def offer_link(self, source: str, target: str, place: QPointF) -> None:
        """Ask what kind of way leads from one touchpoint to another; an empty end is the outside."""

    def offer_card(self, source: str, target: tuple[str, int], place: QPointF) -> None:
        """Ask what kind of way leads from a touchpoint to a new one, at a place of a stage or of the parking lot."""

    def look_at(self, viewport: Viewport) -> None:
        """Show another part of the picture."""

    def hit(self, place: QPointF) -> Group | None:
        """The topmost group of an element under a point of the widget."""

    def box(self, group: Group) -> QRectF:
        """Where a group of the picture stands in the widget."""

    def on_heading(self, place: QPointF) -> bool:
        """Whether a heading that stands still covers the map at a point of the widget."""

    def preview(self, project: Project | None) -> None:
        """Lay another document out in this view only; None goes back to the real one."""

    def update(self) -> None:
        """Paint again."""


class Gesture(Protocol):
    """One gesture from press to release. While it `scrolls`, an edge of the window moves the map under it."""

    @property
    def scrolls(self) -> bool: ...

    def move(self, place: QPointF) -> None:
        """The pointer is elsewhere."""

    def end(self, place: QPointF) -> None:
        """The button is released: do it."""

    def cancel(self) -> None:
        """Esc: as if it had not begun."""

    def paint(self, painter: QPainter) -> None:
        """What is shown above the map meanwhile, in the widget's pixels."""
