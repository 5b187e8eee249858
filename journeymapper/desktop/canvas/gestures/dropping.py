"""Where dragged cards and stages would land, and the project with them there."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF

from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import Journey
from journeymapper.model.project import Project

LOT_FRAME = "frame-parked"
LOT_HEIGHT = 44.0
Target = tuple[str, int]
"""A stage, empty for the parking lot, and the index among the cards that stay."""
Staying = Callable[[Sequence[str]], list[str]]
LotBox = tuple[float, float, float]
"""Of a card that lies among others in rows: its middle from left to right, its top, its bottom."""


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The map as it stood when the drag began: a target must not run away. All in the picture's units."""

    cards: dict[str, tuple[float, float]]
    stages: dict[str, tuple[float, float]]
    parked: dict[str, LotBox]
    lot: float | None


class NewIds:
    """Gives the same new ids, in the same order, each time that it is begun again."""

    def __init__(self) -> None:
        self._given: list[str] = []
        self._next = 0

    def again(self) -> Callable[[str], str]:
        """From the first."""
        self._next = 0
        return self._fresh

    def _fresh(self, kind: str) -> str:
        if self._next == len(self._given):
            self._given.append(new_id(kind))
        self._next += 1
        return self._given[self._next - 1]


def places_of(surface: Surface) -> Places:
    """Where cards, stages and the parking lot stand now; without a lot its place is the foot of what is seen."""
    groups = surface.picture.groups
    frame = next((group for group in groups if group.part == LOT_FRAME), None)
    return Places(
        cards={g.owner: (g.x, g.x + g.width) for g in groups if g.part == "card"},
        stages={g.owner: (g.x, g.x + g.width) for g in groups if g.part == "stage"},
        parked={g.owner: (g.x + g.width / 2, g.y, g.y + g.height) for g in groups if g.part == "parked"},
        lot=frame.y if frame else None,
    )


def lot_strip(surface: Surface) -> QRectF:
    """The foot of the widget, where cards are parked while there is no parking lot."""
    room = QRectF(surface.rect())
    return QRectF(0, room.height() - LOT_HEIGHT, room.width(), LOT_HEIGHT)


def card_target(surface: Surface, places: Places, journey: Journey, staying: Staying, place: QPointF) -> Target | None:
    """The place in a stage or in the parking lot that is under the pointer."""
    x, y = surface.viewport_now.to_picture(place.x(), place.y())
    if y >= places.lot if places.lot is not None else lot_strip(surface).contains(place):
        return "", lot_index(places.parked, staying(journey.parked), x, y)
    if not places.stages:
        return None
    stage = min(places.stages.items(), key=lambda item: _distance(x, item[1]))[0]
    cards = places.cards
    return stage, sum(_middle(cards[key]) < x for key in staying(journey.stages[stage].touchpoints) if key in cards)


def stage_index(places: Places, others: Sequence[str], x: float) -> int:
    """How many of the other stages stand before the pointer."""
    return sum(_middle(places.stages[key]) < x for key in others if key in places.stages)


def with_cards(project: Project, cards: Sequence[str], target: Target) -> Project:
    """Each card goes behind the one before it, so that several keep their order."""
    stage, index = target
    if stage:
        return edits.move_touchpoints(project, cards, stage, index)
    return edits.park_all(project, cards, index)


def with_copies(
    project: Project, journey_id: str, copied: Sequence[str], target: Target, fresh: Callable[[str], str]
) -> Project:
    """Copies of cards at a place, or of a stage before another."""
    fragment = edits.fragment_of(project, copied)
    stage, index = target
    return edits.insert_fragment(project, journey_id, stage, index, fragment, fresh)


def lot_index(known: Mapping[str, LotBox], others: Sequence[str], x: float, y: float) -> int:
    """How many of some cards lie in a row above the pointer, or in its row before it."""
    boxes = [known[key] for key in others if key in known]
    return sum(bottom < y or (top <= y and middle < x) for middle, top, bottom in boxes)


def _middle(box: tuple[float, float]) -> float:
    return (box[0] + box[1]) / 2


def _distance(x: float, box: tuple[float, float]) -> float:
    return max(box[0] - x, 0.0, x - box[1])
