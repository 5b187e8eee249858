"""Boxes by their places on a page: a row of stages, touchpoints below, names of lanes at the left."""

from collections.abc import Iterable, Sequence

import msgspec

from journeymapper.mapfiles.card_lines import cards_of, with_card_lane, with_lines, with_texts
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.lane_words import RowKind, card_lane, row_kind, text_lane
from journeymapper.mapfiles.marks import BULLET
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline import Line, tree
from journeymapper.mapfiles.sketch import LaneText, SketchedStage, SketchedTouchpoint, merged_texts
from journeymapper.model.messages import Message

MOST_BOXES = 5_000


class Box(msgspec.Struct, frozen=True):
    """A text on a page, its lines apart; places in any unit, down is more."""

    text: str
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and down."""
        return self.left + self.width / 2, self.top + self.height / 2


class Page(msgspec.Struct, frozen=True):
    """What a page draws."""

    stages: tuple[SketchedStage, ...]
    title: str = ""
    account: tuple[Message, ...] = ()


def read_page(boxes: Sequence[Box]) -> Page:
    """The stages of a page of boxes; without a row of stages all of its boxes are touchpoints of one nameless stage."""
    rows = _rows(boxes)
    place = _stages_row(rows)
    if place is None:
        cards = [card for row in rows for box in row for card in cards_in(box.text)]
        said = (Message("No row of stages with touchpoints below it: the boxes are drawn in one stage."),)
        return Page((SketchedStage(touchpoints=tuple(cards)),) if cards else (), "", said)
    above = [box for row in rows[:place] for box in row]
    labels = {id(box): kind for row in rows for box in row if (kind := _label(box, rows[place]))}
    heads = [box for box in rows[place] if id(box) not in labels]
    stages = _Stages(heads)
    for row in rows[place + 1 :]:
        named = next((box for box in row if id(box) in labels), None)
        kind = labels[id(named)] if named else None
        for box in (box for box in row if id(box) not in labels):
            stages.take(box, kind, "" if named is None else plain(named.text))
    return Page(stages.sketched(), plain(above[0].text) if above else "", tuple(_unused(above[1:])))


def cards_in(text: str) -> list[SketchedTouchpoint]:
    """The touchpoints of a box: the first line names them, what stands below says something of the last."""
    lines = [line for line in text.replace("\r", "\n").replace("\v", " ").split("\n") if plain(line)]
    cards = cards_of(lines[0]) if lines else []
    below = [one for top in tree([BULLET.sub("", plain(line), count=1) for line in lines[1:]]) for one in _all(top)]
    return [*cards[:-1], with_lines(cards[-1], below)] if cards else []


def _all(line: Line) -> Iterable[Line]:
    return (line, *line.below())


def _unused(boxes: Sequence[Box]) -> Iterable[Message]:
    if boxes:
        texts = ", ".join(f"“{plain(box.text)[:40]}”" for box in boxes[:5])
        yield Message("Texts above the row of stages are not used: {texts}.", {"texts": texts})


def _rows(boxes: Iterable[Box]) -> list[list[Box]]:
    """Boxes whose middles lie on the height of another's, from the top; each row from the left."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda one: (one.middle[1], one.left)):
        first = rows[-1][0] if rows else None
        if first and abs(first.middle[1] - box.middle[1]) <= max(1e-9, 0.5 * min(first.height, box.height)):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _stages_row(rows: Sequence[Sequence[Box]]) -> int | None:
    """The first row of two boxes or more that has boxes below it; a row of many narrow ones over wide ones is none."""
    for place, row in enumerate(rows[:-1]):
        free = [box for box in row if row_kind(box.text) is None]
        if len(free) > 1:
            return place
        if len(row) > 2:
            return None
    return None


def _label(box: Box, heads: Sequence[Box]) -> RowKind | None:
    """The row that a box names, left of the first stage."""
    kind = row_kind(box.text)
    if kind is None:
        return None
    free = [head for head in heads if row_kind(head.text) is None]
    return kind if free and box.middle[0] < free[0].left else None


class _Stages:
    """Puts boxes under heads by the nearest middle."""

    def __init__(self, heads: Sequence[Box]) -> None:
        self._heads = heads
        self._cards: list[list[tuple[Box, SketchedTouchpoint]]] = [[] for _ in heads]
        self._texts: list[list[LaneText]] = [[] for _ in heads]

    def take(self, box: Box, kind: RowKind | None, label: str) -> None:
        """A box in a row of that kind; in a row without a name, or of touchpoints, it is a touchpoint."""
        stage = min(range(len(self._heads)), key=lambda place: self._distance(place, box))
        if kind in (None, "touchpoint", "stage"):
            self._cards[stage] += [(box, card) for card in cards_in(box.text)]
        else:
            self._say(stage, box, kind, label)

    def _distance(self, place: int, box: Box) -> float:
        head, middle = self._heads[place], box.middle[0]
        return max(head.left - middle, middle - head.right, 0.0) or abs(head.middle[0] - middle) * 1e-6

    def _say(self, stage: int, box: Box, kind: RowKind | None, label: str) -> None:
        """What a lane says, on the card above it; on the stage where it has none."""
        cards = self._cards[stage]
        text, lane, card_row = plain(box.text), text_lane(kind), card_lane(kind)
        if not cards:
            self._texts[stage].append(LaneText("note", f"{label}: {text}"))
            return
        nearest = min(range(len(cards)), key=lambda place: abs(cards[place][0].middle[0] - box.middle[0]))
        place, card = cards[nearest]
        said = with_card_lane(card, card_row, text) if card_row else with_texts(card, [LaneText(lane or "note", text)])
        cards[nearest] = place, said

    def sketched(self) -> tuple[SketchedStage, ...]:
        """The stages from left to right."""
        return tuple(
            SketchedStage(
                name=shortened(plain(head.text))[0],
                touchpoints=tuple(card for _, card in self._cards[place]),
                texts=merged_texts(self._texts[place]),
            )
            for place, head in enumerate(self._heads)
        )
