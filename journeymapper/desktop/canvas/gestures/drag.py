"""Dragging cards and stages to another place: the map re-flows meanwhile, the drop is one edit. Alt drops copies."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.dropping import (
    NewIds,
    Target,
    card_target,
    is_card,
    lot_strip,
    places_of,
    stage_index,
    with_cards,
    with_copies,
)
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.desktop.commands.where import new_in
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group

DRAGGED_PARTS = frozenset({"card", "stage", "parked"})
LIFTED = 0.85


class Drag:
    """Moves the touchpoint or stage that was grabbed; with several cards selected, all of them, in their order."""

    def __init__(self, surface: Surface, place: QPointF, group: Group) -> None:
        self._surface = surface
        self._group = group
        self._start = surface.session.project
        self._grab = (place - surface.box(group).topLeft()) / surface.viewport_now.zoom
        self._at = place
        self._places = places_of(surface)
        self._cards = self._dragged()
        self._ids = NewIds()
        self._moved: Project | None = None
        self._target: tuple[Target, bool] | None = None

    def move(self, place: QPointF) -> None:
        """Lay the map out as it would be if the drop were here."""
        self._at = place
        target = self._target_at(place)
        if target is not None and (target, self._copies) != self._target:
            self._target = target, self._copies
            self._moved = self._edited(target)
            self._surface.preview(self._moved)
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """Commit one edit."""
        self.move(place)
        session, moved = self._surface.session, self._moved
        if moved is not None and moved is not self._start and session.project is self._start:
            session.apply(self._name(), lambda _project: moved)
            if made := new_in(session.project.journeys[self._journey.id], self._journey):
                session.select(made)
        self._surface.preview(None)

    def cancel(self) -> None:
        """The map is what it was."""
        self._moved = None
        self._surface.preview(None)

    def paint(self, painter: QPainter) -> None:
        """The lifted card under the pointer, and a mark where it would land."""
        view = self._surface.viewport_now
        accent = QColor(THEMES[self._surface.session.view.theme].accent)
        self._paint_lot(painter, accent)
        shown = self._shown()
        for group in self._surface.picture.groups:
            if group.owner in shown and group.part in DRAGGED_PARTS:
                painter.setPen(QPen(accent, 2))
                painter.drawRoundedRect(self._surface.box(group), 8, 8)
        grabbed = self._at - self._grab * view.zoom
        painter.save()
        painter.setOpacity(LIFTED)
        painter.translate(grabbed)
        painter.scale(view.zoom, view.zoom)
        lifted = self._group.moved(-self._group.x, -self._group.y)
        paint_group(painter, lifted, view.zoom, self._surface.session.attachments)
        painter.restore()

    def _paint_lot(self, painter: QPainter, accent: QColor) -> None:
        """Where cards are parked, while the map has no parking lot to show."""
        if self._places.lot is not None or not is_card(self._group):
            return
        strip = lot_strip(self._surface).adjusted(8, 4, -8, -6)
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(THEMES[self._surface.session.view.theme].card))
        painter.drawRoundedRect(strip, 8, 8)
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, self._surface.session.view.language.text("Parking lot"))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    @property
    def _journey(self) -> Journey:
        return self._start.journeys[self._surface.session.view.journey]

    @property
    def _copies(self) -> bool:
        return bool(self._surface.keys_now & Qt.KeyboardModifier.AltModifier)

    def _dragged(self) -> tuple[str, ...]:
        chosen = set(self._surface.session.selection) | {self._group.owner}
        ordered = (*self._journey.ordered_touchpoints(), *self._journey.parked_touchpoints())
        return tuple(touchpoint.id for touchpoint in ordered if touchpoint.id in chosen)

    def _shown(self) -> frozenset[str]:
        """What is framed where it would land: the card itself, or its copies."""
        if self._moved is None or not self._copies:
            return frozenset({self._group.owner})
        return frozenset(new_in(self._moved.journeys[self._journey.id], self._journey))

    def _target_at(self, place: QPointF) -> Target | None:
        if is_card(self._group):
            return card_target(self._surface, self._places, self._journey, self._staying, place)
        x = self._surface.viewport_now.to_picture(place.x(), place.y())[0]
        return "", stage_index(self._places, self._staying(self._journey.stage_order), x)

    def _staying(self, order: Sequence[str]) -> list[str]:
        """Those of an order that stay where they are; all of them while copies are dragged."""
        if self._copies:
            return list(order)
        return [key for key in order if key not in self._cards and key != self._group.owner]

    def _edited(self, target: Target) -> Project:
        try:
            if self._copies:
                copied = self._cards if is_card(self._group) else (self._group.owner,)
                return with_copies(self._start, self._journey.id, copied, target, self._ids.again())
            if is_card(self._group):
                return with_cards(self._start, self._journey.id, self._cards, target)
            return edits.move_stage(self._start, self._group.owner, target[1])
        except Refusal:
            return self._start

    def _name(self) -> Message:
        if self._target is not None and self._target[1]:
            return Message("Copy")
        return Message("Move touchpoint") if is_card(self._group) else Message("Move stage")
