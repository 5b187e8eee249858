"""Where a link that is being drawn may end: at a card, outside the journey, or in a new card where there is none."""

import msgspec
from PySide6.QtCore import QPointF, QRectF

from journeymapper.desktop.canvas.gestures.dropping import Target, card_target, places_of
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.picture.primitives import Group

CARD_PARTS = frozenset({"card", "parked"})
STAGE_PART = "stage"
GAP, WIDE = 6.0, 56.0
"""How far the places outside stand from the first and the last card, and how wide they are, in the picture's units."""


class Ending(msgspec.Struct, frozen=True):
    """Source and target of a way, an empty one being the outside; or the source, and the place of a new card."""

    source: str
    target: str = ""
    new: Target | None = None


class LinkPlaces:
    """The map as it stands while a link is drawn from one of its cards."""

    def __init__(self, surface: Surface, card: Group) -> None:
        self._surface = surface
        self._card = card
        self._places = places_of(surface)
        self._cards = {group.owner: group for group in surface.picture.groups if group.part == "card"}
        self._left = min((group.x for group in self._cards.values()), default=0.0)
        self._right = max((group.x + group.width for group in self._cards.values()), default=0.0)

    def target(self, place: QPointF) -> Group | None:
        """Another card under a point of the widget."""
        group = self._surface.hit(place)
        return group if group is not None and group.part in CARD_PARTS and group.owner != self._card.owner else None

    def ending(self, place: QPointF) -> Ending | None:
        """Where the way would lead; None on the card itself and on names of lanes that stand still over the map."""
        group = self._surface.hit(place)
        if group is not None and group.owner == self._card.owner and group.part in CARD_PARTS:
            return None
        target = self.target(place)
        if target is not None:
            return Ending(self._card.owner, target.owner)
        x = self._surface.viewport_now.to_picture(place.x(), place.y())[0]
        if x > self._right:
            return Ending(self._card.owner)
        if x < self._left:
            return Ending("", self._card.owner)
        return self._in_a_new_card(place, group)

    def _in_a_new_card(self, place: QPointF, group: Group | None) -> Ending | None:
        on_stage = group is not None and group.part == STAGE_PART
        if self._surface.on_heading(place) and not on_stage:
            return None
        session = self._surface.session
        found = card_target(self._surface, self._places, session.project.journeys[session.view.journey], list, place)
        return None if found is None else Ending(self._card.owner, new=found)

    # where they are seen

    def outside(self) -> tuple[QRectF, QRectF]:
        """Where one enters the journey and leaves it, in the widget; empty where that is out of sight."""
        top = min((group.y for group in self._cards.values()), default=0.0)
        bottom = max((group.y + group.height for group in self._cards.values()), default=0.0)
        entry = self._in_widget(self._left - GAP - WIDE, top, WIDE, bottom - top)
        exits = self._in_widget(self._right + GAP, top, WIDE, bottom - top)
        seen = QRectF(self._surface.rect()).adjusted(2, 2, -2, -2)
        return entry.intersected(seen), exits.intersected(seen)

    def mark(self, target: Target) -> QRectF | None:
        """The line between cards at which a new card would stand, in the widget; None in the parking lot."""
        stage, index = target
        if not stage:
            return None
        session = self._surface.session
        keys = session.project.journeys[session.view.journey].stages[stage].touchpoints
        cards = [self._cards[key] for key in keys if key in self._cards]
        if not cards:
            top = min((group.y for group in self._cards.values()), default=0.0)
            return self._in_widget(self._places.stages[stage][0] + GAP, top, 0.0, self._card.height)
        beside = cards[min(index, len(cards) - 1)]
        x = beside.x - GAP / 2 if index < len(cards) else beside.x + beside.width + GAP / 2
        return self._in_widget(x, beside.y, 0.0, beside.height)

    def _in_widget(self, x: float, y: float, width: float, height: float) -> QRectF:
        view = self._surface.viewport_now
        return QRectF(QPointF(*view.to_widget(x, y)), QPointF(*view.to_widget(x + width, y + height)))
