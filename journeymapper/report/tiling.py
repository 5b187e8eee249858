"""A poster cut for the office printer: between cards wherever possible; which tiles are blank."""

import math
from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Picture, Primitive, Rect, Text

Span = tuple[float, float]
Box = tuple[float, float, float, float]
STEP = 2.0
EVENNESS = 4.0
"""How many things may be cut rather than move a cut by a whole tile."""
WIDE = 0.6
"""What is wider than this share of a tile, a lane's frame for one, may be cut anywhere."""


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the poster, in its coordinates; `row` and `column` count from 0, `number` the printed tiles from 1."""

    x: float
    y: float
    width: float
    height: float
    row: int
    column: int
    number: int = 0

    @property
    def blank(self) -> bool:
        """Whether nothing is drawn on it, so that it is not printed."""
        return not self.number


def tiles(picture: Picture, width: float, height: float, overlap: float) -> list[Tile]:
    """The tiles of a poster, row by row; each at most `width` × `height`, reaching `overlap` into the next."""
    boxes = [box for group in picture.groups if group.role != "decoration" for box in item_boxes(group)]
    columns = cuts(picture.width, width, overlap, [(b[0], b[2]) for b in boxes if b[2] - b[0] < WIDE * width])
    rows = cuts(picture.height, height, overlap, [(b[1], b[3]) for b in boxes if b[3] - b[1] < WIDE * height])
    ink = [box for group in picture.groups for box in item_boxes(group)]
    found: list[Tile] = []
    for row, (top, foot) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            inked = any(b[0] < right and left < b[2] and b[1] < foot and top < b[3] for b in ink)
            number = 1 + sum(not tile.blank for tile in found) if inked else 0
            found.append(Tile(x=left, y=top, width=right - left, height=foot - top, row=row, column=column,
                              number=number))  # fmt: skip
    return found


def cuts(length: float, most: float, overlap: float, things: Sequence[Span]) -> list[Span]:
    """Stretches of at most `most` that cover a length, as few as can be.

    Each begins where it cuts few things and shares stay even, and reaches `overlap` into the one that is glued over it.
    """
    if length <= most:
        return [(0.0, length)]
    count = max(2, math.ceil((length - overlap) / (most - overlap)))
    starts = [0.0]
    for left in range(count - 1, 0, -1):
        starts.append(_cut(length - most, most - overlap, things, (starts[-1], left)))
    ends = [*starts[1:], length]
    return [(start, min(length, end + overlap)) for start, end in zip(starts, ends, strict=True)]


def _cut(last_start: float, most: float, things: Sequence[Span], place: tuple[float, int]) -> float:
    """The next cut after `last`, such that the tiles `left` after it still reach the end."""
    last, left = place
    furthest = last + most
    nearest = min(max(last + STEP, last_start - (left - 1) * most), furthest)
    even = min(max(last + (last_start + most - last) / (left + 1), nearest), furthest)
    steps = max(1, int((furthest - nearest) / STEP))
    candidates = [even, *(nearest + (furthest - nearest) * step / steps for step in range(steps + 1))]
    return min(candidates, key=lambda at: _cost(things, at) + EVENNESS * abs(at - even) / most)


def _cost(things: Sequence[Span], at: float) -> int:
    """How many things a cut goes through."""
    return sum(start + 0.1 < at < end - 0.1 for start, end in things)


def item_boxes(group: Group) -> Iterator[Box]:
    """The bounds of what a group paints, in the picture's coordinates."""
    for item in group.items:
        left, top, right, foot = _bounds(item)
        yield left + group.x, top + group.y, right + group.x, foot + group.y


def _bounds(item: Primitive) -> Box:
    if isinstance(item, Rect | Image):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Ellipse):
        return item.x - item.rx, item.y - item.ry, item.x + item.rx, item.y + item.ry
    if isinstance(item, Text):
        return item.x, item.y - item.size, item.x + item.width, item.y + 0.3 * item.size
    return _path_bounds(item)


def _path_bounds(path: Path) -> Box:
    numbers = [[float(n) for n in step[1:]] for step in path.steps if len(step) > 1]
    xs = [n for step in numbers for n in step[0::2]]
    ys = [n for step in numbers for n in step[1::2]]
    slack = path.stroke_width / 2 if path.stroke else 0.0
    return min(xs) - slack, min(ys) - slack, max(xs) + slack, max(ys) + slack


def within(group: Group, tile: Tile) -> Group | None:
    """What of a group touches a tile, in the tile's coordinates; None where nothing does."""
    box = (tile.x, tile.y, tile.x + tile.width, tile.y + tile.height)
    kept = tuple(
        item for item, b in zip(group.items, item_boxes(group), strict=True)
        if b[0] <= box[2] and box[0] <= b[2] and b[1] <= box[3] and box[1] <= b[3]
    )  # fmt: skip
    if not kept:
        return None
    return msgspec.structs.replace(group, x=group.x - tile.x, y=group.y - tile.y, items=kept)
