"""Notes and actions that are dragged: to another card or stage, to the whole journey, or among those that are there."""

from functools import partial

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeymapper.desktop.canvas.gestures.dropping import LotBox, lot_index
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.gestures.load import Fresh, Landing
from journeymapper.desktop.commands.where import stickies_of
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group

NOTE, ACTION = "note", "action"


class StickyLoad:
    """The sticky card that was grabbed; with several selected, all of them."""

    parts = frozenset({NOTE, ACTION})

    def __init__(self, surface: Surface, group: Group) -> None:
        self._surface = surface
        self._kind = group.part
        self._project = surface.session.project
        chosen = {*surface.session.selection, group.owner}
        self.ids = tuple(key for key in stickies_of(self._project) if key in chosen)
        groups = surface.picture.groups
        self._stages = [one for one in groups if one.part == "stage"]
        self._cards = [one for one in groups if one.part == "card"]
        self._boxes: dict[str, LotBox] = {
            one.owner: (one.x + one.width / 2, one.y, one.y + one.height) for one in groups if one.part == self._kind
        }

    @property
    def step(self) -> Message:
        """Named by what was grabbed."""
        return Message("Move note") if self._kind == NOTE else Message("Move action")

    def landing_at(self, place: QPointF, *, copies: bool) -> Landing | None:
        """What is under the pointer, and the place among what hangs there already."""
        anchor = self._anchor_at(place)
        if anchor is None:
            return None
        x, y = self._surface.viewport_now.to_picture(place.x(), place.y())
        there = [
            key for key in stickies_of(self._project) if self._hangs(key, anchor) and (copies or key not in self.ids)
        ]
        index = lot_index(self._boxes, there, x, y)
        return Landing((anchor, index), partial(self._dropped, anchor, index))

    def made_in(self, project: Project) -> tuple[str, ...]:
        """The notes and actions that were not there."""
        known = set(stickies_of(self._project))
        return tuple(key for key in stickies_of(project) if key not in known)

    def paint_places(self, painter: QPainter) -> None:
        """The map shows them all."""

    def _dropped(self, anchor: Anchor, index: int, fresh: Fresh | None) -> Project:
        if fresh is None:
            return edits.hang(self._project, self.ids, anchor, index)
        copied = edits.copy_stickies(self._project, self.ids, fresh)
        return edits.hang(copied, self.made_in(copied), anchor, index)

    def _hangs(self, key: str, anchor: Anchor) -> bool:
        one = self._project.notes.get(key) if self._kind == NOTE else self._project.actions.get(key)
        return one is not None and one.anchor == anchor

    def _anchor_at(self, place: QPointF) -> Anchor | None:
        """A stage under its heading, a hand-off on its mark, the journey beside the names of lanes, else the card."""
        hit = self._surface.hit(place)
        if hit is not None and hit.part in ("stage", "hand-off"):
            return Anchor("stage" if hit.part == "stage" else "hand-off", hit.owner)
        x = self._surface.viewport_now.to_picture(place.x(), place.y())[0]
        if self._surface.on_heading(place) or x < min((one.x for one in self._stages), default=0.0):
            return Anchor("journey", self._surface.session.view.journey)
        stage = min(self._stages, key=lambda one: _distance(one, x), default=None)
        if stage is None:
            return None
        cards = [one for one in self._cards if stage.x <= one.x <= stage.x + stage.width]
        card = min(cards, key=lambda one: _distance(one, x), default=None)
        return Anchor("touchpoint", card.owner) if card is not None else Anchor("stage", stage.owner)


def _distance(group: Group, x: float) -> float:
    return max(group.x - x, 0.0, x - group.x - group.width)
