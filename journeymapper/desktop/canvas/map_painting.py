"""A frame of the map: what is exposed of it, and above it the headings that stand still."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from journeymapper.desktop.canvas.headings import STAGE, Held, Pane
from journeymapper.desktop.canvas.marks import paint_selected
from journeymapper.desktop.canvas.sight import Sight
from journeymapper.desktop.canvas.tiles import Slice, Tiles
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme


def paint_map(painter: QPainter, tiles: Tiles, exposed: QRegion, view: Viewport, held: Held, edge: str) -> bool:
    """Whether all of it is painted; `edge` is the colour of the line where the map goes on below a heading."""
    time, complete = Slice(), True
    for rect in exposed:  # type: ignore[attr-defined]  # the stubs do not know that it can be walked
        complete &= tiles.paint(painter, rect, view, time)
    for pane in held.panes:
        seen = pane.rect & exposed.boundingRect()
        if not seen.isEmpty():
            complete &= _paint_pane(painter, tiles, pane, seen, time)
            if pane is not held.stage:
                painter.fillRect(_edge(pane, below=pane is held.row), QColor(edge))
    if complete:
        tiles.keep_for_next_zoom(view.zoom)
    return complete


def _paint_pane(painter: QPainter, tiles: Tiles, pane: Pane, seen: QRect, time: Slice) -> bool:
    painter.save()
    painter.setClipRect(seen, Qt.ClipOperation.IntersectClip)
    complete = tiles.paint(painter, seen, pane.view, time)
    painter.restore()
    return complete


def _edge(pane: Pane, *, below: bool) -> QRect:
    rect = pane.rect
    return QRect(0, rect.bottom(), rect.width(), 1) if below else QRect(rect.right(), rect.top(), 1, rect.height())


def paint_chosen(painter: QPainter, groups: list[Group], sight: Sight, theme: Theme, *, strong: bool) -> None:
    """What is selected, nowhere over a heading that covers it; stages are headings themselves."""
    held = sight.held
    for taken, stages in ((held.region, False), (held.beside_row, True)):
        clip_beside(painter, sight, taken)
        chosen = [group for group in groups if (group.part == STAGE) is stages]
        paint_selected(painter, chosen, sight.box, theme, strong=strong)
    painter.setClipping(False)


def clip_beside(painter: QPainter, sight: Sight, taken: QRegion) -> None:
    """Paint no more over a part of the widget."""
    painter.setClipRegion(QRegion(0, 0, round(sight.size[0]), round(sight.size[1])) - taken)
