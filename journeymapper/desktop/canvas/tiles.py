"""The picture as painted tiles: panning and typing only copy pixels, an edit repaints the tiles that it touches.

Tiles of a new zoom are painted in slices of a few milliseconds; until then the old ones are shown, scaled.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from journeymapper.desktop.canvas.culling import Culling
from journeymapper.desktop.canvas.group_index import GroupIndex, boxes
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.picture.primitives import Group, Picture

SIDE = 256
KEPT = 160
SLICE_SECONDS = 0.004

Key = tuple[float, int, int]


class Slice:
    """The time in which one frame may paint tiles: one at least, or a slow machine would never come to an end."""

    def __init__(self) -> None:
        self._until = perf_counter() + SLICE_SECONDS
        self._begun = False

    def lasts(self) -> bool:
        """Whether another tile may be painted."""
        lasts = not self._begun or perf_counter() < self._until
        self._begun = True
        return lasts


class Tiles:
    """A cache of painted tiles for one picture at a time."""

    def __init__(self, attachments: Mapping[str, bytes] = {}) -> None:
        self._attachments = attachments
        self._picture = Picture(width=0, height=0, groups=())
        self._index = GroupIndex(())
        self._tiles: OrderedDict[Key, QImage] = OrderedDict()
        self._kept = KEPT  # more where a screen is so large that these would not fill it
        self._ratio = 1.0
        self._culling = Culling()
        self._zoom_before = 0.0

    @property
    def picture(self) -> Picture:
        """The picture that the tiles show."""
        return self._picture

    def show(self, picture: Picture) -> None:
        """Show another picture; tiles that no changed group touches are kept."""
        old, self._picture = self._picture, picture
        self._index, changed = self._index.followed(picture.groups)
        if old.ground != picture.ground:
            self._tiles.clear()
        elif self._tiles and changed:
            self._forget(changed)

    def use_ratio(self, ratio: float) -> None:
        """Paint for a screen with so many device pixels per pixel."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._tiles.clear()

    def paint(self, painter: QPainter, exposed: QRect, view: Viewport, time: Slice) -> bool:
        """Paint an exposed part of the widget; False when tiles are still missing."""
        painter.fillRect(exposed, QColor(self._picture.ground))
        complete = True
        seen = list(_tiles_in(exposed, view))
        self._kept = max(self._kept, 2 * len(seen))
        for column, row in seen:
            place = _place(column, row, view)
            tile = self._tiles.get((view.zoom, column, row))
            if tile is None and time.lasts():
                tile = self._painted(column, row, view.zoom)
            if tile is None:
                complete = False
                self._paint_stand_in(painter, place, view)
            else:
                self._tiles.move_to_end((view.zoom, column, row))
                painter.drawImage(place.topLeft(), tile)
        return complete

    def keep_for_next_zoom(self, zoom: float) -> None:
        """All that is seen is painted at a zoom: its tiles stand in for those of the next one."""
        self._zoom_before = zoom

    def _paint_stand_in(self, painter: QPainter, place: QRect, view: Viewport) -> None:
        """The last complete zoom's tiles, scaled into the place of one that is not painted yet."""
        scale = view.zoom / self._zoom_before if self._zoom_before else 0.0
        if not scale:
            return
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        old = Viewport(x=view.x, y=view.y, zoom=self._zoom_before)
        around = QRect(int(place.x() / scale), int(place.y() / scale), int(SIDE / scale) + 2, int(SIDE / scale) + 2)
        for column, row in _tiles_in(around, old):
            tile = self._tiles.get((self._zoom_before, column, row))
            if tile is not None:
                before = _place(column, row, old)
                side = SIDE * scale
                painter.drawImage(QRectF(before.x() * scale, before.y() * scale, side, side), tile)
        painter.restore()

    def _painted(self, column: int, row: int, zoom: float) -> QImage:
        pixels = round(SIDE * self._ratio)
        tile = QImage(pixels, pixels, QImage.Format.Format_RGB32)
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(QColor(self._picture.ground))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        painter.translate(-column * SIDE / zoom, -row * SIDE / zoom)
        x, y, side = column * SIDE / zoom, row * SIDE / zoom, SIDE / zoom
        for group in self.groups_in(x, y, side, side):
            paint_group(painter, self._culling.seen(group, x, x + side), zoom * self._ratio, self._attachments)
        painter.end()
        self._tiles[(zoom, column, row)] = tile
        while len(self._tiles) > self._kept:
            self._tiles.popitem(last=False)
        return tile

    def groups_in(self, x: float, y: float, width: float, height: float) -> list[Group]:
        """The groups that touch a part of the picture, in painting order."""
        return self._index.within(x, y, width, height)

    def groups_of(self, owners: Iterable[str]) -> list[Group]:
        """The groups of some elements, in painting order for each."""
        return self._index.of(owners)

    def _forget(self, groups: list[Group]) -> None:
        """Drop the tiles that any of the groups touches, all groups at once for each tile."""
        left, top, right, bottom = boxes(groups).T
        for zoom, column, row in list(self._tiles):
            x, y, side = column * SIDE / zoom, row * SIDE / zoom, SIDE / zoom
            across = (left - 3 <= x + side) & (right + 3 >= x)
            if (across & (top - 3 <= y + side) & (bottom + 3 >= y)).any():
                del self._tiles[(zoom, column, row)]


def _tiles_in(box: QRect, view: Viewport) -> Iterator[tuple[int, int]]:
    left, top = view.x * view.zoom + box.x(), view.y * view.zoom + box.y()
    columns = range(int(left // SIDE), int((left + box.width()) // SIDE) + 1)
    rows = range(int(top // SIDE), int((top + box.height()) // SIDE) + 1)
    return product(columns, rows)


def _place(column: int, row: int, view: Viewport) -> QRect:
    at = QPoint(round(column * SIDE - view.x * view.zoom), round(row * SIDE - view.y * view.zoom))
    return QRect(at.x(), at.y(), SIDE, SIDE)
