"""The handles from which links are drawn: on the card under the pointer, and on the one that is selected alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from journeymapper.desktop.canvas.marks import LEAST_ZOOM, on_handle, paint_handle
from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme


class Handles:
    """Knows the card under the pointer; `alone` gives the one that is selected alone, `box` where a group stands."""

    def __init__(self, alone: Callable[[], Group | None], box: Callable[[Group], QRectF]) -> None:
        self._alone = alone
        self._box = box
        self._hovered: Group | None = None

    def hover(self, group: Group | None) -> bool:
        """Another group is under the pointer; whether the handles are others now."""
        card = group if group is not None and group.part == "card" else None
        changed = card is not self._hovered
        self._hovered = card
        return changed

    def at(self, place: QPointF, zoom: float) -> Group | None:
        """The card whose handle is under the pointer."""
        return next((card for card in self._cards(zoom) if on_handle(place, self._box(card))), None)

    def paint(self, painter: QPainter, zoom: float, theme: Theme) -> None:
        """Paint them all."""
        for card in self._cards(zoom):
            paint_handle(painter, self._box(card), theme)

    def _cards(self, zoom: float) -> list[Group]:
        if zoom < LEAST_ZOOM:
            return []
        cards = {card.owner: card for card in (self._alone(), self._hovered) if card is not None}
        return [card for card in cards.values() if card.part == "card"]
