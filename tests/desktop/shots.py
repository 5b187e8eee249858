"""Pictures of what tiles paint, once all of them are there."""

from PySide6.QtGui import QImage, QPainter, QRegion

from journeymapper.desktop.canvas.headings import Headings
from journeymapper.desktop.canvas.map_painting import paint_map
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.picture.primitives import Picture


def shot(
    tiles: Tiles, view: Viewport, width: int, height: int, ratio: float = 1.0, headings: Headings | None = None
) -> QImage:
    """What a widget of that size shows, in device pixels; headings that stand still as they are found anew."""
    held = (headings or Headings(tiles.picture)).held(view, (width, height))
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    tiles.use_ratio(ratio)
    for _ in range(2000):
        painter = QPainter(image)
        complete = paint_map(painter, tiles, QRegion(0, 0, width, height), view, held, "#808080")
        painter.end()
        if complete:
            return image
    raise AssertionError("never complete")


def fresh(picture: Picture) -> Tiles:
    """Tiles that have never shown anything else."""
    tiles = Tiles()
    tiles.show(picture)
    return tiles
