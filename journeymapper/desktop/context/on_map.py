"""What the map's right button opens: the menu of what is under it, of a lane at its name, or of the map itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer
from PySide6.QtWidgets import QMenu

from journeymapper.desktop.actions import Command
from journeymapper.desktop.asking import Asking
from journeymapper.desktop.context.menu import add_commands, add_named, open_menu, show_context_menu, show_map_menu
from journeymapper.desktop.lanes.commands import LaneCommands
from journeymapper.desktop.lanes.menu import lane_menu
from journeymapper.desktop.session import Session
from journeymapper.picture.primitives import Group

if TYPE_CHECKING:
    from journeymapper.desktop.canvas.widget import MapCanvas


class MapMenus(QObject):
    """Opened by the canvas, which says where it was asked for a menu."""

    def __init__(self, session: Session, asking: Asking, canvas: "MapCanvas") -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self._lanes = LaneCommands(session, asking)
        canvas.menu_asked.connect(self.open)
        canvas.lane_named.connect(self.rename_lane)

    def open(self, place: QPointF, by_key: bool) -> None:
        """For what is under a point of the map; by a key for what is selected, beside it."""
        sight = self._canvas.sight
        hit, label = (None, None) if by_key else (sight.hit(place), sight.label_at(place))
        at = self._canvas.mapToGlobal((self._selected() if by_key else place).toPoint())
        if hit is None and label is not None:
            self._open_lane(label, at)
        elif hit is not None or by_key:
            show_context_menu(self._canvas, self._session, hit.owner if hit else "", at)
        else:
            show_map_menu(self._canvas, self._session, at)

    def rename_lane(self, label: Group) -> None:
        """Edit the name of a lane where it stands; the usual name comes back by leaving it empty."""
        row = next((row for row in self._lanes.rows() if row.id == lane_of(label)), None)
        if row is not None and not self._session.read_only:
            name = row.name or row.usual
            words = self._session.view.language.text("Name of the lane")
            self._canvas.write_over(label, name, words, lambda new: self._lanes.rename(row, new or row.usual))

    def _open_lane(self, label: Group, at: QPoint) -> None:
        menu = QMenu(self._canvas)
        if not self._session.read_only:
            words = self._session.view.language.text("Rename lane")
            once_closed = partial(QTimer.singleShot, 0, self, partial(self.rename_lane, label))
            rename = Command(name="lane-rename", text=words, handler=once_closed)
            seen = self._canvas.sight.headings.lanes
            add_commands(menu, lane_menu(self._session.view.language, self._lanes, lane_of(label), seen, rename))
        add_named(menu, self._canvas, ("lanes",))
        open_menu(menu, at)

    def _selected(self) -> QPointF:
        """The middle of what is selected first, as far as the map shows it; else of the map."""
        group = self._canvas.sight.group_of(next(iter(self._session.selection), ""))
        middle = self._canvas.box(group).center() if group is not None else QPointF(-1, -1)
        seen = self._canvas.rect()
        return middle if seen.contains(middle.toPoint()) else QPointF(seen.center())


def lane_of(label: Group) -> str:
    """The lane that a label names."""
    return label.part.partition("-")[2]
