"""Putting a metric of the library on places of the map: a point with its question, scope and the usual first status."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from journeymapper.desktop.asking import Asking
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.commands.applying import applied
from journeymapper.model import edits
from journeymapper.model.find import find, kind_of
from journeymapper.model.measurement import Anchor, AnchorKind, Level, MeasurementPoint, Metric, Scope
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_library import library_metric, taken
from journeymapper.model.project import Project

METRIC_MIME = "application/x-journeymapper-metric"
PLACES = ("touchpoint", "hand-off", "stage", "journey")
LEVELS: tuple[Level, ...] = ("operational", "tactical", "strategic")


def places_of(project: Project, ids: Iterable[str]) -> list[Anchor]:
    """What of a selection a point can hang on; a selected point stands for its place."""
    found: list[Anchor] = []
    for key in ids:
        element = find(project, key)
        if isinstance(element, MeasurementPoint):
            found.append(element.anchor)
        elif element is not None and element is not project and kind_of(element) in PLACES:
            found.append(Anchor(cast(AnchorKind, kind_of(element)), key))
    return list(dict.fromkeys(found))


def measure_with(project: Project, metric_id: str, places: list[Anchor]) -> Project:
    """The project with a planned point of a library's metric on each place; refuses where there is none."""
    if not places:
        raise Refusal("Select a touchpoint, hand-off, stage or journey first.")
    metric = taken(library_metric(metric_id), project.language)
    if metric.id not in project.metrics:
        project = edits.add_metric(project, metric)
    for anchor in places:
        point = MeasurementPoint(
            id=edits.next_point_id(project),
            anchor=anchor,
            metric=metric.id,
            question=metric.wording,
            scope=_scope(metric, anchor),
            levels=tuple(level for level in LEVELS if level in metric.classes),
            leading=True if "leading" in metric.classes else False if "lagging" in metric.classes else None,
        )
        project = edits.add_point(project, point)
    return project


def _scope(metric: Metric, anchor: Anchor) -> Scope:
    if anchor.kind == "journey":
        return "journey"
    if "business" in metric.classes:
        return "operational"
    return "relationship" if "relationship" in metric.classes and "encounter" not in metric.classes else "encounter"


class MetricDrops(QObject):
    """Metrics that are dragged from the library over a map."""

    def __init__(self, canvas: MapCanvas, asking: Asking) -> None:
        super().__init__(canvas)
        self._canvas, self._asking = canvas, asking
        canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take metrics; tell by the selection where they would go. Everything else is for others."""
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(METRIC_MIME):
            return False
        session = self._canvas.session
        places = [] if session.read_only else self._places_at(event)
        if places:
            session.select((places[0].id,))
        if places or event.type() == QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            event.ignore()
        if places and event.type() == QEvent.Type.Drop:
            key = bytes(event.mimeData().data(METRIC_MIME).data()).decode()
            applied(session, self._asking, Message("Add a measurement point"), lambda p: measure_with(p, key, places))
        return True

    def _places_at(self, event: QDropEvent) -> list[Anchor]:
        hit, cell = self._canvas.hit(event.position()), self._canvas.sight.cell_at(event.position())
        owners = [one.owner for one in (hit, cell) if one is not None]
        return places_of(self._canvas.session.project, owners)[:1]
