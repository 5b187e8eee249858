"""What the lines and rows under a card say of it."""

from collections.abc import Sequence

import msgspec

from journeymapper.mapfiles.cells import several, yes_or_reason
from journeymapper.mapfiles.lane_words import CardLane, card_lane, feeling_of, text_lane
from journeymapper.mapfiles.marks import read_marks, unmask
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline import Line
from journeymapper.mapfiles.sketch import LaneText, SketchedTouchpoint, merged_texts


def with_lines(touchpoint: SketchedTouchpoint, lines: Sequence[Line]) -> SketchedTouchpoint:
    """A touchpoint with what the lines under it say; a line without a label says what the customer does."""
    texts: list[LaneText] = []
    for line in lines:
        card, lane = card_lane(line.label), text_lane(line.label)
        if card:
            touchpoint = with_card_lane(touchpoint, card, line.said)
        else:
            texts.append(LaneText(lane, line.said) if lane else LaneText("doing", unmask(line.text)))
    return with_texts(touchpoint, texts)


def fitted(touchpoint: SketchedTouchpoint) -> SketchedTouchpoint:
    """A touchpoint whose name fits an element, the whole of a longer one as a note; the same object where it did."""
    name, whole = shortened(touchpoint.name)
    return (
        with_texts(msgspec.structs.replace(touchpoint, name=name), [LaneText("note", whole)]) if whole else touchpoint
    )


def cards_of(line: str) -> list[SketchedTouchpoint]:
    """The touchpoints that a line of a cell or a box names, with their marks."""
    return [fitted(one) for one in read_marks(line).touchpoints]


def with_texts(touchpoint: SketchedTouchpoint, texts: Sequence[LaneText]) -> SketchedTouchpoint:
    """A touchpoint with more texts in its lanes."""
    if not texts:
        return touchpoint
    return msgspec.structs.replace(touchpoint, texts=merged_texts((*touchpoint.texts, *texts)))


def with_card_lane(touchpoint: SketchedTouchpoint, lane: CardLane, said: str) -> SketchedTouchpoint:
    """A touchpoint with its channels, personas, feeling or marks as a row says them; other words become a note."""
    if lane == "feeling":
        feeling = feeling_of(said)
        if feeling is None:
            return with_texts(touchpoint, [LaneText("note", said)])
        return msgspec.structs.replace(touchpoint, feeling=feeling)
    if lane in ("channels", "personas"):
        names = tuple(dict.fromkeys((*getattr(touchpoint, lane), *several(said))))
        return msgspec.structs.replace(touchpoint, **{lane: names})
    marked, reason = yes_or_reason(said)
    if lane == "moment of truth":
        return msgspec.structs.replace(touchpoint, moment_of_truth=marked, moment_reason=reason)
    return msgspec.structs.replace(touchpoint, conditional=marked, base=reason)
