"""Dragging a point of the feeling curve up and down, from −2 to +2; a press where none is yet puts one there."""

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.lanes.feeling import MARGIN

MOST = 2


class Felt(msgspec.Struct, frozen=True):
    """A touchpoint whose feeling is pressed on, and the lane's top and height in the picture."""

    touchpoint: str
    top: float
    height: float


def feeling_at(surface: Surface, place: QPointF) -> Felt | None:
    """The point of the curve under the pointer, or the touchpoint above it that has none; None elsewhere."""
    x, y = surface.viewport_now.to_picture(place.x(), place.y())
    lane = next((group for group in surface.picture.groups if group.part == "curve-feeling"), None)
    if lane is None or not lane.y <= y <= lane.y + lane.height:
        return None
    journey = surface.session.project.journeys[surface.session.view.journey]
    hit = surface.hit(place)
    if hit is not None:
        return Felt(hit.owner, lane.y, lane.height) if hit.part == "feeling" else None
    for group in surface.picture.groups:
        if group.part == "card" and group.x <= x <= group.x + group.width and group.owner in journey.touchpoints:
            empty = journey.touchpoints[group.owner].feeling is None
            return Felt(group.owner, lane.y, lane.height) if empty else None
    return None


class Feel:
    """One point of the curve; the whole drag is one step."""

    scrolls = False

    def __init__(self, surface: Surface, place: QPointF, felt: Felt) -> None:
        self._surface = surface
        self._felt = felt
        self._start = surface.session.project
        self._moved: Project | None = None
        self._value: int | None = None
        surface.session.select((felt.touchpoint,))
        journey = self._start.journey_of(felt.touchpoint)
        if journey is not None and journey.touchpoints[felt.touchpoint].feeling is None:
            self.move(place)

    def move(self, place: QPointF) -> None:
        """The curve goes through the pointer, at whole steps."""
        value = self._feeling(self._surface.viewport_now.to_picture(place.x(), place.y())[1])
        if value != self._value:
            self._value = value
            self._moved = edits.change(self._start, self._felt.touchpoint, feeling=value)
            self._surface.preview(self._moved)

    def end(self, _place: QPointF) -> None:
        """Commit one edit; a click that moved nothing is none."""
        session, moved = self._surface.session, self._moved
        if moved is not None and moved is not self._start and session.project is self._start:
            session.apply(Message("Change feeling"), lambda _project: moved)
        self._surface.preview(None)

    def cancel(self) -> None:
        """The curve is what it was."""
        self._surface.preview(None)

    def paint(self, painter: QPainter) -> None:
        """The map itself shows it."""

    def _feeling(self, y: float) -> int:
        half = self._felt.height / 2
        steps = (self._felt.top + half - y) / max(half - MARGIN, 1.0) * MOST
        return max(-MOST, min(MOST, round(steps)))
