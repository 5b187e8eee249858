"""The two maps beside or above each other, painted with the marks of their differences, scrolled together."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QScrollBar, QSplitter, QVBoxLayout, QWidget

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.labels import plain_label
from journeymapper.desktop.picture_sheet import PictureSheet
from journeymapper.desktop.view import View
from journeymapper.model.difference import Difference
from journeymapper.model.project import Project
from journeymapper.picture.map_view import LANES, MapView, map_picture, natural_width
from journeymapper.picture.primitives import Picture

ZOOM, STEP, SMALLEST, LARGEST = 0.75, 1.15, 0.2, 3.0
WITHOUT = frozenset({"score", "measured_by", "legend"})
EMPTY = Picture(width=1, height=1, groups=())


class MapPane(QWidget):
    """One map with what it is above it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption: QLabel = plain_label("", "heading")
        self.caption.setContentsMargins(8, 4, 8, 4)
        self.sheet = PictureSheet(ZOOM)
        self.area = QScrollArea()
        self.area.setObjectName(name)
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.area, 1)

    def show_words(self, words: str) -> None:
        """Say what the map is."""
        self.caption.setText(words)
        self.area.setAccessibleName(words)
        self.sheet.setAccessibleName(words)


class MapPair(QSplitter):
    """Scrolling and zooming one moves the other."""

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view = view
        self._zoom = ZOOM
        self._scrolling = False
        self.here, self.there = MapPane("map-here"), MapPane("map-there")
        for pane in (self.here, self.there):
            self.addWidget(pane)
            pane.area.viewport().installEventFilter(self)
        self._link(self.here.area.horizontalScrollBar(), self.there.area.horizontalScrollBar())
        self._link(self.here.area.verticalScrollBar(), self.there.area.verticalScrollBar())
        self.setChildrenCollapsible(False)

    def show_maps(
        self, projects: tuple[Project, Project], journeys: tuple[str, str], differences: Sequence[Difference]
    ) -> None:
        """Lay out the journeys of those ids, here and there; a journey that is not there leaves its side empty."""
        for pane, project, journey in zip((self.here, self.there), projects, journeys, strict=True):
            pane.sheet.show_picture(self._picture(project, journey, differences), self._zoom)

    def put_first(self, *, there: bool) -> None:
        """Which of the maps comes first, the one here or the one there."""
        self.insertWidget(0, self.there if there else self.here)

    def reveal(self, here: str, there: str) -> None:
        """Show an element on both maps, under its id on each."""
        self._scrolling = bool(here and there)
        for pane, key in ((self.here, here), (self.there, there)):
            pane.sheet.mark(key)
            box = pane.sheet.box_of(key)
            if not box.isEmpty():
                centre = box.center().toPoint()
                pane.area.ensureVisible(centre.x(), centre.y(), round(box.width()), round(box.height()))
        self._scrolling = False

    def zoom(self, factor: float) -> None:
        """Both maps larger or smaller."""
        self._zoom = min(max(self._zoom * factor, SMALLEST), LARGEST)
        for pane in (self.here, self.there):
            pane.sheet.show_picture(pane.sheet.picture, self._zoom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (event.angleDelta().y() / 120))
            return True
        return super().eventFilter(watched, event)

    def _picture(self, project: Project, journey_id: str, differences: Sequence[Difference]) -> Picture:
        journey = project.journeys.get(journey_id)
        if journey is None:
            return EMPTY
        view = MapView(
            project=project,
            journey=journey,
            scores={},
            language=self._view.language,
            theme=THEMES[self._view.theme],
            lanes=tuple(lane for lane in LANES if lane not in WITHOUT),
            detail=self._view.detail,
            results=False,
            differences=tuple(differences),
        )
        return map_picture(view, width=natural_width(view))

    def _link(self, one: QScrollBar, other: QScrollBar) -> None:
        one.valueChanged.connect(lambda value: self._follow(other, value))
        other.valueChanged.connect(lambda value: self._follow(one, value))

    def _follow(self, bar: QScrollBar, value: int) -> None:
        if not self._scrolling:
            self._scrolling = True
            bar.setValue(value)
            self._scrolling = False
