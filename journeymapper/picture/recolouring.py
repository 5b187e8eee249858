"""Pictures for a black-and-white printer: black ink, white paper and hatching, so that nothing rests on a shade."""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Primitive, Rect, Text
from journeymapper.picture.symbols import hatching

BLACK, WHITE = "#000000", "#FFFFFF"
DARK, LIGHT = 0.42, 0.86
"""What is darker is printed black, what is lighter white; areas between are hatched."""
HAIRLINE = 0.35


def black_and_white(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups in black and white alone."""
    return tuple(
        msgspec.structs.replace(group, items=tuple(new for item in group.items for new in _plain(item)))
        for group in groups
    )


@lru_cache(maxsize=1024)
def lightness(colour: str) -> float:
    """How light a colour `#RRGGBB` is to the eye, 0 to 1: a weighted mean, as greyscale printers take it."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _plain(item: Primitive) -> tuple[Primitive, ...]:
    if isinstance(item, Text):
        ink = WHITE if lightness(item.fill) > LIGHT else BLACK
        return (msgspec.structs.replace(item, fill=ink, halo=WHITE if item.halo else ""),)
    if isinstance(item, Image):
        return (item,)
    return _area(item)


def _area(item: Rect | Path | Ellipse) -> tuple[Primitive, ...]:
    """A shape: its line black, its area black, white or hatched. A pale area without a line gets a thin one."""
    shade = lightness(item.fill) if item.fill else 1.0
    pale = item.fill and item.fill.upper() != WHITE and not item.stroke and shade > DARK
    fill = "" if not item.fill else BLACK if shade <= DARK else WHITE
    width = _line_width(item)
    plain = msgspec.structs.replace(item, fill=fill, stroke=BLACK if item.stroke or pale else "", stroke_width=width)
    if isinstance(item, Rect) and item.fill and DARK < shade <= LIGHT:
        return (plain, hatching(item.x, item.y, item.width, item.height, BLACK, 2.0 + 5.0 * shade))
    return (plain,)


def _line_width(item: Rect | Path | Ellipse) -> float:
    """A pale line becomes a hairline, so that it does not stand out in black."""
    if not item.stroke:
        return HAIRLINE
    return min(item.stroke_width, HAIRLINE) if lightness(item.stroke) > 0.75 else item.stroke_width
