"""Dragging things of the map to another place: the map re-flows meanwhile, the drop is one edit. Alt drops copies."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.dropping import NewIds
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.gestures.ghost import paint_ghost
from journeymapper.desktop.canvas.gestures.load import Landing, Load
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group


class Drag:
    """Moves the load, of which `group` was grabbed."""

    def __init__(self, surface: Surface, place: QPointF, group: Group, load: Load) -> None:
        self._surface = surface
        self._group = group
        self._load = load
        self._start = surface.session.project
        self._grab = (place - surface.box(group).topLeft()) / surface.viewport_now.zoom
        self._at = place
        self._ids = NewIds()
        self._moved: Project | None = None
        self._landing: tuple[object, bool] | None = None

    def move(self, place: QPointF) -> None:
        """Lay the map out as it would be if the drop were here."""
        self._at = place
        landing = self._load.landing_at(place, copies=self._copies)
        if landing is not None and (landing.key, self._copies) != self._landing:
            self._landing = landing.key, self._copies
            self._moved = self._dropped(landing)
            self._surface.preview(self._moved)
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """Commit one edit."""
        self.move(place)
        session, moved = self._surface.session, self._moved
        if moved is not None and moved is not self._start and session.project is self._start:
            copied = self._landing is not None and self._landing[1]
            session.apply(Message("Copy") if copied else self._load.step, lambda _project: moved)
            if made := self._load.made_in(session.project):
                session.select(made)
        self._surface.preview(None)

    def cancel(self) -> None:
        """The map is what it was."""
        self._moved = None
        self._surface.preview(None)

    def paint(self, painter: QPainter) -> None:
        """What was lifted under the pointer, and marks where it would land."""
        theme = THEMES[self._surface.session.view.theme]
        self._load.paint_places(painter)
        shown = self._landed()
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for group in self._surface.picture.groups:
            if group.owner in shown and group.part in self._load.parts:
                painter.drawRoundedRect(self._surface.box(group), 8, 8)
        paint_ghost(painter, self._surface, self._group, self._at, self._grab, len(self._load.ids))

    @property
    def _copies(self) -> bool:
        return bool(self._surface.keys_now & Qt.KeyboardModifier.AltModifier)

    def _landed(self) -> frozenset[str]:
        """What stands where it would land: the things themselves, or their copies."""
        made = self._load.made_in(self._moved) if self._moved is not None and self._copies else ()
        return frozenset(made or self._load.ids)

    def _dropped(self, landing: Landing) -> Project:
        try:
            return landing.dropped(self._ids.again() if self._copies else None)
        except Refusal:
            return self._start
