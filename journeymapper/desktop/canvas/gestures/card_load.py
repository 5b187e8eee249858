"""Cards and stages that are dragged: within the map, and into the parking lot and out of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.dropping import (
    Target,
    card_target,
    lot_strip,
    places_of,
    stage_index,
    with_cards,
    with_copies,
)
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.gestures.load import Fresh, Landing
from journeymapper.desktop.commands.where import new_in
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message
from journeymapper.model.project import Project


class _OfJourney:
    """What both have in common: they stand in the order of a journey."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._project = surface.session.project
        self._places = places_of(surface)

    @property
    def journey(self) -> Journey:
        """The journey as it was when it was lifted."""
        return self._project.journeys[self._surface.session.view.journey]

    def made_in(self, project: Project) -> tuple[str, ...]:
        """The stages or touchpoints that the journey has and had not."""
        return new_in(project.journeys[self.journey.id], self.journey)


class CardLoad(_OfJourney):
    """The card that was grabbed; with several selected, all of them, in their order."""

    parts = frozenset({"card", "parked"})
    step = Message("Move touchpoint")

    def __init__(self, surface: Surface, card: str) -> None:
        super().__init__(surface)
        chosen = {*surface.session.selection, card}
        ordered = (*self.journey.ordered_touchpoints(), *self.journey.parked_touchpoints())
        self.ids = tuple(touchpoint.id for touchpoint in ordered if touchpoint.id in chosen)

    def landing_at(self, place: QPointF, *, copies: bool) -> Landing | None:
        """A stage or the parking lot, and the place among its cards."""

        def staying(order: Sequence[str]) -> list[str]:
            return [key for key in order if copies or key not in self.ids]

        target = card_target(self._surface, self._places, self.journey, staying, place)
        return None if target is None else Landing(target, partial(self._dropped, target))

    def _dropped(self, target: Target, fresh: Fresh | None) -> Project:
        if fresh is not None:
            return with_copies(self._project, self.journey.id, self.ids, target, fresh)
        return with_cards(self._project, self.ids, target)

    def paint_places(self, painter: QPainter) -> None:
        """Where cards are parked, while the map has no parking lot to show."""
        if self._places.lot is not None:
            return
        theme, language = THEMES[self._surface.session.view.theme], self._surface.session.view.language
        strip = lot_strip(self._surface).adjusted(8, 4, -8, -6)
        painter.setPen(QPen(QColor(theme.accent), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(strip, 8, 8)
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, language.text("Parking lot"))


class StageLoad(_OfJourney):
    """The stage that was grabbed."""

    parts = frozenset({"stage"})
    step = Message("Move stage")

    def __init__(self, surface: Surface, stage: str) -> None:
        super().__init__(surface)
        self.ids = (stage,)

    def landing_at(self, place: QPointF, *, copies: bool) -> Landing:
        """The place among the stages."""
        x = self._surface.viewport_now.to_picture(place.x(), place.y())[0]
        others = [key for key in self.journey.stage_order if copies or key not in self.ids]
        index = stage_index(self._places, others, x)
        return Landing(index, partial(self._dropped, index))

    def _dropped(self, index: int, fresh: Fresh | None) -> Project:
        if fresh is not None:
            return with_copies(self._project, self.journey.id, self.ids, ("", index), fresh)
        return edits.move_stage(self._project, self.ids[0], index)

    def paint_places(self, painter: QPainter) -> None:
        """The map shows them all."""
