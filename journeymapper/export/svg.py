"""A picture as SVG."""

from journeymapper.paint.svg import paint_svg
from journeymapper.picture.primitives import Picture


def svg(picture: Picture, title: str) -> bytes:
    """The bytes of an SVG file, its text searchable; lines that no pixel grid bounds need no scale."""
    return paint_svg(picture, title).encode()
