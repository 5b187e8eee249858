"""What of the picture is seen, where its parts stand in the widget, and what is under a place there."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize

from journeymapper.desktop.canvas.headings import STAGE, Headings, Held
from journeymapper.desktop.canvas.lane_cells import LaneCell, LaneCells
from journeymapper.desktop.canvas.marks import is_hit, main_group
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.viewport import Box, Size, Viewport, around
from journeymapper.picture.primitives import Group


class Sight:
    """Looks at the picture that the tiles show, through `view`, in a widget as large as `size` says."""

    def __init__(self, tiles: Tiles, size: Callable[[], QSize]) -> None:
        self._tiles = tiles
        self._size = size
        self.view = Viewport()
        self._cells = LaneCells(tiles.picture)
        self._headings = Headings(tiles.picture)

    @property
    def size(self) -> Size:
        """The widget's width and height."""
        return float(self._size().width()), float(self._size().height())

    @property
    def cells(self) -> LaneCells:
        """Where the lanes of the picture cross its columns."""
        if self._cells.picture is not self._tiles.picture:
            self._cells = LaneCells(self._tiles.picture)
        return self._cells

    @property
    def headings(self) -> Headings:
        """Where the names of lanes and the stages of the picture stand."""
        if self._headings.picture is not self._tiles.picture:
            self._headings = Headings(self._tiles.picture)
        return self._headings

    @property
    def held(self) -> Held:
        """The headings that stand still over the map."""
        return self.headings.held(self.view, self.size)

    # from the widget to the picture

    def to_picture(self, place: QPointF) -> tuple[float, float]:
        """The picture's point that is seen under a point of the widget."""
        pane = self.held.at(place)
        return (pane.view if pane else self.view).to_picture(place.x(), place.y())

    def hit(self, place: QPointF) -> Group | None:
        """The topmost group of an element under a point of the widget."""
        x, y = self.to_picture(place)
        groups = reversed(self._tiles.groups_in(x, y, 0.0, 0.0))
        return next((one for one in groups if one.owner and is_hit(one, x, y, self.view.zoom)), None)

    def label_at(self, place: QPointF) -> Group | None:
        """The name of a lane under a point of the widget."""
        x, y = self.to_picture(place)
        return next((one for one in self.headings.labels if is_hit(one, x, y, self.view.zoom)), None)

    def cell_at(self, place: QPointF) -> LaneCell | None:
        """The cell of a lane under a point of the widget."""
        return self.cells.at(*self.to_picture(place))

    def group_of(self, element_id: str) -> Group | None:
        """The group that shows that an element is selected, else the first that tells of it."""
        return main_group(self._tiles.groups_of((element_id,)))

    # from the picture to the widget

    def box(self, group: Group | LaneCell) -> QRectF:
        """Where a group or a cell of the picture stands in the widget."""
        view = self.held.view_of(group, self.view) if isinstance(group, Group) else self.view
        x, y = view.to_widget(group.x, group.y)
        return QRectF(x, y, group.width * view.zoom, group.height * view.zoom)

    def showing(self, group: Group | LaneCell) -> Viewport:
        """Moved no further than needed to show a group or cell beside the headings."""
        box = (group.x, group.y, group.width, group.height)
        moved = self.view.showing(box, self.size, self.headings.insets(self.view, self.size))
        stays = isinstance(group, Group) and group.part == STAGE and self.held.row is not None
        return Viewport(x=moved.x, y=self.view.y, zoom=moved.zoom) if stays else moved

    def around(self, boxes: list[Box]) -> Viewport:
        """All of some boxes of the picture in the middle of what the headings leave, as large as they fit."""
        large = self.headings.insets(around(boxes, self.size), self.size)
        view = around(boxes, (self.size[0] - large[0], self.size[1] - large[1]))
        taken = self.headings.insets(view, self.size)
        return view.panned((large[0] + taken[0]) / 2, (large[1] + taken[1]) / 2)
