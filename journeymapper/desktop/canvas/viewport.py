"""Which part of the picture is seen, and how large: the arithmetic of pan and zoom, without a window."""

from collections.abc import Sequence

import msgspec

SMALLEST, LARGEST = 0.05, 6.0
STEP = 1.2
MARGIN = 16.0
READABLE_ZOOM = 0.7

Size = tuple[float, float]
"""Width and height."""
Box = tuple[float, float, float, float]
"""x, y, width and height."""


class Viewport(msgspec.Struct, frozen=True, kw_only=True):
    """`x`, `y` is the picture's point at the widget's top left corner, `zoom` the widget's pixels per unit."""

    x: float = -MARGIN
    y: float = -MARGIN
    zoom: float = 1.0

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """The picture's point under a point of the widget."""
        return self.x + x / self.zoom, self.y + y / self.zoom

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the picture stands in the widget."""
        return (x - self.x) * self.zoom, (y - self.y) * self.zoom

    def panned(self, dx: float, dy: float) -> "Viewport":
        """Moved by pixels of the widget."""
        return msgspec.structs.replace(self, x=self.x - dx / self.zoom, y=self.y - dy / self.zoom)

    def zoomed(self, factor: float, x: float, y: float) -> "Viewport":
        """Zoomed so that what stands under (x, y) of the widget stays there."""
        zoom = min(max(self.zoom * factor, SMALLEST), LARGEST)
        px, py = self.to_picture(x, y)
        return Viewport(x=px - x / zoom, y=py - y / zoom, zoom=zoom)

    def held(self, size: Size, picture: Size) -> "Viewport":
        """Moved so that the picture cannot be lost; one that fits stands in the middle, at the top."""
        margin = MARGIN / self.zoom
        seen_x, seen_y = size[0] / self.zoom, size[1] / self.zoom
        fits_x, fits_y = picture[0] + 2 * margin <= seen_x + 1, picture[1] + 2 * margin <= seen_y + 1
        x = (picture[0] - seen_x) / 2 if fits_x else _hold(self.x, seen_x, picture[0], margin)
        y = -margin if fits_y else _hold(self.y, seen_y, picture[1], margin)
        return msgspec.structs.replace(self, x=x, y=y)

    def showing(self, box: Box, size: Size, taken: Size = (0.0, 0.0)) -> "Viewport":
        """Moved no further than needed to show a box of the picture beside what is `taken` of the left and the top."""
        left, top = taken[0] / self.zoom, taken[1] / self.zoom
        x = _show(self.x + left, size[0] / self.zoom - left, box[0], box[2]) - left
        y = _show(self.y + top, size[1] / self.zoom - top, box[1], box[3]) - top
        return msgspec.structs.replace(self, x=x, y=y)


def fitted(size: Size, picture: Size, largest: float = 1.5) -> Viewport:
    """The whole picture, as large as it fits."""
    across = (size[0] - 2 * MARGIN) / max(picture[0], 1.0)
    down = (size[1] - 2 * MARGIN) / max(picture[1], 1.0)
    zoom = min(max(min(across, down), SMALLEST), largest)
    return Viewport(x=-MARGIN / zoom, y=-MARGIN / zoom, zoom=zoom)


def first_look(size: Size, picture: Size) -> Viewport:
    """The map's whole width, unless it could not be read then."""
    whole = fitted((size[0], 1e9), (picture[0], 1.0), largest=1.0)
    return whole if whole.zoom >= READABLE_ZOOM else Viewport()


def around(boxes: Sequence[Box], size: Size, largest: float = 2.0) -> Viewport:
    """All of some boxes of the picture in the middle, as large as they fit."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    zoom = fitted(size, (right - left, bottom - top), largest).zoom
    return Viewport(x=(left + right - size[0] / zoom) / 2, y=(top + bottom - size[1] / zoom) / 2, zoom=zoom)


def _hold(start: float, seen: float, whole: float, margin: float) -> float:
    return max(min(start, whole + margin - seen), -margin)


def _show(start: float, seen: float, low: float, length: float) -> float:
    if length >= seen:
        return start if low <= start <= low + length - seen else low
    margin = min(MARGIN, (seen - length) / 2)
    if low < start + margin:
        return low - margin
    if low + length > start + seen - margin:
        return low + length - seen + margin
    return start
