"""The names of lanes and the headings of stages stay in sight while the map is scrolled, as in a spreadsheet.

They are no second layout: a part of the widget shows the same picture through a viewport that stands still.
"""

from functools import cached_property

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QRegion

from journeymapper.desktop.canvas.viewport import Size, Viewport
from journeymapper.picture.primitives import Group, Picture, Text

LABEL, STAGE = "label-", "stage"
BELOW = 3.0  # units of the picture's ground that stay below the stages
AFTER = 6.0  # and behind the name of a stage or of a collapsed lane
NAME = 7.0  # where the name of a stage begins, behind its notch
WIDEST_GAP = 12.0  # between lanes whose names stand in one strip
MOST_SHARE = 0.4  # of the widget: larger headings would leave no room for the map


class Pane(msgspec.Struct, frozen=True):
    """A part of the widget, in its pixels, and where it looks at the picture."""

    box: QRectF
    view: Viewport

    @property
    def rect(self) -> QRect:
        """The whole pixels that it takes."""
        return self.box.toAlignedRect()


class Strip(msgspec.Struct, frozen=True):
    """Names of lanes one below the other: top, height and width in the picture, from its left edge."""

    top: float
    height: float
    width: float


class Held(msgspec.Struct, frozen=True):
    """The headings that stand still now: names of lanes, the row of stages, where both meet, and a stage's name.

    The stage is the one whose beginning is scrolled away.
    """

    names: tuple[Pane, ...] = ()
    row: Pane | None = None
    corner: Pane | None = None
    stage: Pane | None = None

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All of them, a later one above an earlier one."""
        lower = () if self.row else (self.stage,)
        upper = (self.row, self.stage, self.corner) if self.row else ()
        return tuple(pane for pane in (*lower, *self.names, *upper) if pane is not None)

    @property
    def region(self) -> QRegion:
        """The part of the widget that they take from the map."""
        return _region(self.panes)

    @property
    def beside_row(self) -> QRegion:
        """The part that they take from the stages."""
        return _region((*self.names, self.corner) if self.corner else self.names)

    def at(self, place: QPointF) -> Pane | None:
        """The topmost of them under a point of the widget."""
        return next((pane for pane in reversed(self.panes) if pane.box.contains(place)), None)

    def view_of(self, group: Group, view: Viewport) -> Viewport:
        """Through which viewport a group is seen while the map is seen through `view`."""
        if group.part == STAGE and self.row is not None:
            return self.row.view
        return self.names[0].view if group.part.startswith(LABEL) and self.names else view


class Headings:
    """Where the headings of a picture stand, and which of them a viewport holds fast."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    @cached_property
    def labels(self) -> list[Group]:
        """The names of lanes from top to bottom."""
        return sorted((group for group in self.picture.groups if group.part.startswith(LABEL)), key=lambda one: one.y)

    @cached_property
    def lanes(self) -> list[str]:
        """The lanes that are seen, from top to bottom, as far as they have a name; the stages among them."""
        named = sorted([*self._stages[:1], *self.labels], key=lambda group: group.y)
        return ["stages" if one.part == STAGE else one.part.removeprefix(LABEL) for one in named]

    def insets(self, view: Viewport, size: Size) -> tuple[float, float]:
        """The pixels at the left and at the upper edge that headings take from a scrolled map; 0 for too many."""
        wide, high = self._column * view.zoom, self._row_height * view.zoom
        return wide if wide <= MOST_SHARE * size[0] else 0.0, high if high <= MOST_SHARE * size[1] else 0.0

    def held(self, view: Viewport, size: Size) -> Held:
        """The headings whose own places are scrolled away."""
        wide, high = self.insets(view, size)
        names, row = bool(wide) and view.x > 0, bool(high) and view.y > self._row_top
        strips = self._strips_in(Viewport(x=0.0, y=view.y, zoom=view.zoom), size) if names else ()
        above = Viewport(x=view.x, y=self._row_top if row else view.y, zoom=view.zoom)
        corner = Viewport(x=0.0, y=self._row_top, zoom=view.zoom)
        return Held(
            names=strips,
            row=Pane(QRectF(0, 0, size[0], high), above) if row else None,
            corner=Pane(QRectF(0, 0, wide, high), corner) if row and names else None,
            stage=self._stage_in(above, wide if names else 0.0),
        )

    def _stage_in(self, view: Viewport, left: float) -> Pane | None:
        """The name of the stage that begins before `left`, as near to it as the stage goes."""
        edge = view.to_picture(left, 0)[0]
        stage = next((one for one in self._stages if one.x + NAME < edge < one.x + one.width), None)
        if stage is None:
            return None
        width = _end(stage) - NAME
        furthest = stage.x + max(NAME, stage.width - NAME - width)
        x, y = view.to_widget(min(edge, furthest), stage.y)
        still = Viewport(x=stage.x + NAME - x / view.zoom, y=view.y, zoom=view.zoom)
        return Pane(QRectF(x, y, width * view.zoom, stage.height * view.zoom), still)

    def _strips_in(self, view: Viewport, size: Size) -> tuple[Pane, ...]:
        boxes = (QRectF(0, (one.top - view.y) * view.zoom, one.width * view.zoom, one.height * view.zoom)
                 for one in self._strips)  # fmt: skip
        return tuple(Pane(box, view) for box in boxes if box.bottom() > 0 and box.top() < size[1])

    @cached_property
    def _stages(self) -> list[Group]:
        return [group for group in self.picture.groups if group.part == STAGE]

    @cached_property
    def _column(self) -> float:
        return min((stage.x for stage in self._stages), default=0.0)

    @cached_property
    def _row_top(self) -> float:
        return self._stages[0].y if self._stages else 0.0

    @cached_property
    def _row_height(self) -> float:
        return self._stages[0].height + BELOW if self._stages else 0.0

    @cached_property
    def _strips(self) -> list[Strip]:
        """Names that follow each other are one; a collapsed lane's stands by itself, as it may be longer."""
        strips: list[Strip] = []
        for one in sorted([*self._stages[:1], *self.labels], key=lambda group: group.y):
            width = _end(one) if one.part != STAGE and one.width > self._column else self._column
            last = strips[-1] if strips else None
            if last and last.width == width and one.y <= last.top + last.height + WIDEST_GAP:
                strips[-1] = Strip(last.top, one.y + one.height - last.top, width)
            else:
                strips.append(Strip(one.y, one.height, width))
        return strips


def _region(panes: tuple[Pane, ...]) -> QRegion:
    taken = QRegion()
    for pane in panes:
        taken += pane.rect
    return taken


def _end(heading: Group) -> float:
    """Where the name of a stage or of a collapsed lane ends."""
    return max((item.x + item.width for item in heading.items if isinstance(item, Text)), default=0.0) + AFTER
