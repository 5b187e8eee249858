"""A press on an element: a click selects it, a movement of a few pixels begins to drag it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.canvas.gestures.card_load import CardLoad, StageLoad
from journeymapper.desktop.canvas.gestures.drag import Drag
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.gestures.load import Load
from journeymapper.desktop.canvas.gestures.sticky_load import StickyLoad
from journeymapper.picture.primitives import Group

LOADS: Mapping[str, Callable[[Surface, Group], Load]] = {
    **dict.fromkeys(CardLoad.parts, lambda surface, group: CardLoad(surface, group.owner)),
    **dict.fromkeys(StageLoad.parts, lambda surface, group: StageLoad(surface, group.owner)),
    **dict.fromkeys(StickyLoad.parts, StickyLoad),
}
"""What can be dragged, by the parts of the picture that show it."""


class Select:
    """Selects on press, so that the inspector is there at once; `toggle` adds to or takes from the selection."""

    def __init__(self, surface: Surface, place: QPointF, group: Group, *, toggle: bool, movable: bool) -> None:
        self._movable = movable and group.part in LOADS
        self._surface = surface
        self._from = place
        self._group = group
        self._drag: Drag | None = None
        self._narrow: Callable[[], None] = lambda: None
        self._choose(toggle=toggle)

    @property
    def scrolls(self) -> bool:
        """Only what is dragged can want to go further than is seen."""
        return self._drag is not None

    def move(self, place: QPointF) -> None:
        """Become a drag once the pointer has really moved."""
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and far and self._movable:
            load = LOADS[self._group.part](self._surface, self._group)
            self._drag = Drag(self._surface, self._from, self._group, load)
        if self._drag:
            self._drag.move(place)

    def end(self, place: QPointF) -> None:
        """Drop what was dragged, or leave the selection at what was clicked."""
        if self._drag:
            self._drag.end(place)
        else:
            self._narrow()

    def cancel(self) -> None:
        """Stop dragging; the selection stays."""
        if self._drag:
            self._drag.cancel()
            self._drag = None

    def paint(self, painter: QPainter) -> None:
        """What is dragged."""
        if self._drag:
            self._drag.paint(painter)

    def _choose(self, *, toggle: bool) -> None:
        session, owner = self._surface.session, self._group.owner
        chosen = session.selection
        if toggle:
            rest = tuple(key for key in chosen if key != owner)
            session.select(rest if owner in chosen else (owner, *rest))
        elif owner in chosen:
            self._narrow = lambda: session.select((owner,))
        else:
            session.select((owner,))
