"""Dragging cards and stages to another place: the map re-flows meanwhile, the drop is one edit."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.gestures.gesture import Surface
from journeymapper.desktop.canvas.painter import paint_group
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group

DRAGGED_PARTS = frozenset({"card", "stage"})
LIFTED = 0.85


class Drag:
    """Moves the touchpoint or stage that was grabbed; with several cards selected, all of them, in their order."""

    def __init__(self, surface: Surface, place: QPointF, group: Group) -> None:
        self._surface = surface
        self._group = group
        self._start = surface.session.project
        self._grab = QPointF(*surface.viewport_now.to_picture(place.x(), place.y())) - QPointF(group.x, group.y)
        self._at = place
        self._columns = _columns(surface)
        self._moved: Project | None = None
        self._target: tuple[str, int] | None = None

    def move(self, place: QPointF) -> None:
        """Lay the map out as it would be if the drop were here."""
        self._at = place
        x = self._surface.viewport_now.to_picture(place.x(), place.y())[0]
        target = self._stage_target(x) if self._group.part == "stage" else self._card_target(x)
        if target is not None and target != self._target:
            self._target = target
            self._moved = self._edited(*target)
            self._surface.preview(self._moved)
        self._surface.update()

    def end(self, place: QPointF) -> None:
        """Commit one edit."""
        self.move(place)
        session, moved = self._surface.session, self._moved
        self._surface.preview(None)
        if moved is not None and moved is not self._start and session.project is self._start:
            name = Message("Move stage") if self._group.part == "stage" else Message("Move touchpoint")
            session.apply(name, lambda _project: moved)

    def cancel(self) -> None:
        """The map is what it was."""
        self._moved = None
        self._surface.preview(None)

    def paint(self, painter: QPainter) -> None:
        """The lifted card under the pointer, and a mark where it would land."""
        view = self._surface.viewport_now
        accent = QColor(THEMES[self._surface.session.view.theme].accent)
        for group in self._surface.picture.groups:
            if group.owner == self._group.owner and group.part == self._group.part:
                painter.setPen(QPen(accent, 2))
                corner = QPointF(*view.to_widget(group.x, group.y))
                painter.drawRoundedRect(
                    QRectF(corner.x(), corner.y(), group.width * view.zoom, group.height * view.zoom), 8, 8
                )
        grabbed = self._at - self._grab * view.zoom
        painter.save()
        painter.setOpacity(LIFTED)
        painter.translate(grabbed)
        painter.scale(view.zoom, view.zoom)
        paint_group(painter, self._group.moved(-self._group.x, -self._group.y), view.zoom)
        painter.restore()

    @property
    def _journey(self) -> Journey:
        return self._start.journeys[self._surface.session.view.journey]

    def _dragged(self) -> tuple[str, ...]:
        chosen = set(self._surface.session.selection) | {self._group.owner}
        return tuple(t.id for t in self._journey.ordered_touchpoints() if t.id in chosen)

    def _card_target(self, x: float) -> tuple[str, int] | None:
        """The stage whose columns are under `x`, and the place among its cards that stay."""
        stages = [(key, box) for key, (part, box) in self._columns.items() if part == "stage"]
        if not stages:
            return None
        stage = min(stages, key=lambda item: _distance(x, item[1]))[0]
        staying = [key for key in self._journey.stages[stage].touchpoints if key not in self._dragged()]
        return stage, sum(_middle(self._columns[key][1]) < x for key in staying if key in self._columns)

    def _stage_target(self, x: float) -> tuple[str, int] | None:
        others = [key for key in self._journey.stage_order if key != self._group.owner]
        return self._group.owner, sum(_middle(self._columns[key][1]) < x for key in others if key in self._columns)

    def _edited(self, key: str, index: int) -> Project:
        try:
            if self._group.part == "stage":
                return edits.move_stage(self._start, key, index)
            return self._with_cards(key, index)
        except Refusal:
            return self._start

    def _with_cards(self, stage: str, index: int) -> Project:
        """Each card goes behind the one before it, so that several keep their order."""
        dragged = self._dragged()
        staying = [key for key in self._journey.stages[stage].touchpoints if key not in dragged]
        before = staying[index - 1] if index else ""
        project = self._start
        for touchpoint in dragged:
            order = project.journeys[self._journey.id].stages[stage].touchpoints
            others = [key for key in order if key != touchpoint]
            project = edits.move_touchpoint(project, touchpoint, stage, others.index(before) + 1 if before else 0)
            before = touchpoint
        return project


def _columns(surface: Surface) -> dict[str, tuple[str, tuple[float, float]]]:
    """Element to (part, (left, right)) as the map stood when the drag began: a target must not run away."""
    return {
        group.owner: (group.part, (group.x, group.x + group.width))
        for group in surface.picture.groups
        if group.part in DRAGGED_PARTS
    }


def _middle(box: tuple[float, float]) -> float:
    return (box[0] + box[1]) / 2


def _distance(x: float, box: tuple[float, float]) -> float:
    return max(box[0] - x, 0.0, x - box[1])
