"""A picture as PNG."""

from journeymapper.model.messages import Refusal
from journeymapper.paint.png import paint_png
from journeymapper.picture.primitives import Picture

MOST_PIXELS = 150_000_000
"""More would need gigabytes of memory to paint, and few programs open it."""


def png(picture: Picture, scale: float) -> bytes:
    """The bytes of a PNG file of `scale` pixels per point. Raises Refusal where that is too large."""
    width, height = round(picture.width * scale), round(picture.height * scale)
    if width * height > MOST_PIXELS:
        raise Refusal(
            "The picture would have {width} × {height} pixels; a smaller --scale makes it possible.",
            width=width,
            height=height,
        )
    return paint_png(picture, scale)
