"""Where stages and touchpoints stand from left to right, and where a map breaks into pages."""

import math

import msgspec

from journeymapper.model.journey import Journey, Stage

LEAST_PITCH = 54.0
NATURAL_PITCH = 96.0
MOST_PITCH = 190.0
COLUMN_GAP = 4.0
STAGE_GAP = 4.0
LEAST_LABEL, MOST_LABEL = 72.0, 112.0
LABEL_SHARE = 0.065


class Part(msgspec.Struct, frozen=True):
    """A stage, or the piece of it that stands on one page; `piece` counts from 0."""

    stage: Stage
    touchpoints: tuple[str, ...]
    piece: int = 0

    @property
    def columns(self) -> int:
        """Columns that it takes; an empty stage takes one."""
        return max(1, len(self.touchpoints))

    @property
    def least_width(self) -> float:
        """The least width that it can be drawn in, with the gap after it."""
        return self.columns * LEAST_PITCH + STAGE_GAP


class Column(msgspec.Struct, frozen=True):
    """The place of one touchpoint; `touchpoint` is empty in a stage without any."""

    touchpoint: str
    x: float
    width: float

    @property
    def centre(self) -> float:
        """The middle of the column."""
        return self.x + self.width / 2


class Span(msgspec.Struct, frozen=True):
    """The place of a stage's part."""

    part: Part
    x: float
    width: float


def parts_of(journey: Journey, capacity: int | None = None) -> list[Part]:
    """The stages in order, those with more touchpoints than `capacity` cut into even pieces."""
    found: list[Part] = []
    for stage in journey.ordered_stages():
        keys = tuple(key for key in stage.touchpoints if key in journey.touchpoints)
        pieces = max(1, math.ceil(len(keys) / capacity)) if capacity else 1
        size = max(1, math.ceil(len(keys) / pieces))
        found += [Part(stage, keys[index * size : (index + 1) * size], index) for index in range(pieces)]
    return found


def label_width(width: float) -> float:
    """The header column on the left of a picture of that width."""
    return min(MOST_LABEL, max(LEAST_LABEL, width * LABEL_SHARE))


def least_width(parts: list[Part]) -> float:
    """The narrowest picture on which these parts can be drawn side by side: every column has the least pitch."""
    columns = max(0.0, sum(part.least_width for part in parts) - STAGE_GAP)
    width = columns + LEAST_LABEL
    return width if label_width(width) == LEAST_LABEL else min(columns / (1 - LABEL_SHARE), columns + MOST_LABEL)


def natural_width(parts: list[Part]) -> float:
    """The width at which type has its natural size."""
    return MOST_LABEL + sum(part.columns * NATURAL_PITCH + STAGE_GAP for part in parts)


def pages_of(journey: Journey, width: float) -> list[list[Part]]:
    """The parts page by page: as few pages as can be, and those evenly filled."""
    room = width - label_width(width)
    parts = parts_of(journey, max(1, int((room - STAGE_GAP) / LEAST_PITCH)))
    fewest = len(_filled(parts, room))
    low, high = 0.0, room
    for _ in range(24):
        middle = (low + high) / 2
        if len(_filled(parts, middle)) <= fewest:
            high = middle
        else:
            low = middle
    return _filled(parts, high) or [[]]


def _filled(parts: list[Part], room: float) -> list[list[Part]]:
    pages: list[list[Part]] = []
    used = math.inf
    for part in parts:
        if used + part.least_width > room:
            pages.append([])
            used = 0.0
        pages[-1].append(part)
        used += part.least_width
    return pages


def place(parts: list[Part], left: float, right: float) -> tuple[list[Span], list[Column]]:
    """Spans and columns between two edges, all columns of one width."""
    count = sum(part.columns for part in parts)
    pitch = min(MOST_PITCH, (right - left - STAGE_GAP * max(0, len(parts) - 1)) / max(1, count))
    spans: list[Span] = []
    columns: list[Column] = []
    x = left
    for part in parts:
        spans.append(Span(part, x, part.columns * pitch - COLUMN_GAP))
        keys = part.touchpoints or ("",)
        columns += [Column(key, x + index * pitch, pitch - COLUMN_GAP) for index, key in enumerate(keys)]
        x += part.columns * pitch + STAGE_GAP
    return spans, columns
