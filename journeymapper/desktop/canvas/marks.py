"""What is painted above the map without a gesture: what is selected, and the handle from which a link is drawn."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPathStroker, QPen

from journeymapper.desktop.canvas.painter import outline
from journeymapper.picture.primitives import Group, Path
from journeymapper.picture.theme import Theme

SELECTED_PARTS = frozenset({"card", "stage", "parked"})
LINK_PART = "link"
SHOWN_PARTS = SELECTED_PARTS | {LINK_PART, "action", "message", "note", "promise"}
HANDLE, NEAR = 6.0, 9.0
LEAST_ZOOM = 0.45
PLUS = 4.0


def main_group(groups: Sequence[Group]) -> Group | None:
    """Of the groups of an element the one that stands for it: its card, its chevron, else the first."""
    return next((group for group in groups if group.part in SELECTED_PARTS), groups[0] if groups else None)


def shown_selected(groups: Iterable[Group]) -> list[Group]:
    """Of the groups of selected elements those that show it."""
    return [group for group in groups if group.part in SHOWN_PARTS]


def paint_selected(
    painter: QPainter, groups: Iterable[Group], box: Callable[[Group], QRectF], theme: Theme, *, strong: bool
) -> None:
    """What is selected: cards and stages framed, links drawn strongly; `box` says where a group stands."""
    for group in groups:
        if group.part == LINK_PART:
            place = box(group)
            paint_way(painter, group, place.topLeft(), place.width() / group.width, theme)
        else:
            paint_frame(painter, box(group), theme, strong=strong)


def paint_frame(painter: QPainter, box: QRectF, theme: Theme, *, strong: bool) -> None:
    """A frame around something selected; stronger while the keyboard is here."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2.5 if strong else 1.5))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 9, 9)


def paint_way(painter: QPainter, group: Group, place: QPointF, zoom: float, theme: Theme) -> None:
    """A selected link, drawn strongly where it stands."""
    painter.save()
    painter.translate(place)
    painter.scale(zoom, zoom)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 3.0))
    for item in group.items:
        if isinstance(item, Path):
            painter.drawPath(outline(item.steps))
    painter.restore()


def paint_empty_cell(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """An empty cell of a lane under the pointer: a plus says that it can be written into."""
    inner, middle = box.adjusted(2, 2, -2, -2), box.center()
    painter.setPen(QPen(QColor(theme.faint), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, 5, 5)
    painter.setPen(QPen(QColor(theme.accent), 1.5))
    painter.drawLine(middle - QPointF(PLUS, 0), middle + QPointF(PLUS, 0))
    painter.drawLine(middle - QPointF(0, PLUS), middle + QPointF(0, PLUS))


def is_hit(group: Group, x: float, y: float, zoom: float) -> bool:
    """Whether a point of the picture is on a group: inside its box, and for a link near its line."""
    if not (group.x <= x <= group.x + group.width and group.y <= y <= group.y + group.height):
        return False
    if group.part != LINK_PART:
        return True
    stroker = QPainterPathStroker()
    stroker.setWidth(NEAR * 2 / zoom)
    place = QPointF(x - group.x, y - group.y)
    lines = (item for item in group.items if isinstance(item, Path))
    return any(stroker.createStroke(outline(item.steps)).contains(place) for item in lines)


def handle_place(box: QRectF) -> QPointF:
    """Where the handle of a card stands: in the middle of its right edge."""
    return QPointF(box.right(), box.center().y())


def on_handle(place: QPointF, box: QRectF) -> bool:
    """Whether the pointer is on the handle of a card."""
    return (place - handle_place(box)).manhattanLength() <= NEAR


def paint_handle(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A small disc with a plus, from which a link is dragged."""
    middle = handle_place(box)
    painter.setPen(QPen(QColor(theme.accent), 1.5))
    painter.setBrush(QColor(theme.card))
    painter.drawEllipse(middle, HANDLE, HANDLE)
    painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
    painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))
