"""What is painted above the map without a gesture: what is selected, and the handle from which a link is drawn."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme

SELECTED_PARTS = frozenset({"card", "stage", "parked"})
LINK_PART = "link"
HANDLE, NEAR = 6.0, 9.0
LEAST_ZOOM = 0.45


def selected_groups(groups: Iterable[Group], chosen: frozenset[str]) -> list[Group]:
    """The groups that show that their elements are selected."""
    return [group for group in groups if group.owner in chosen and group.part in (*SELECTED_PARTS, LINK_PART)]


def paint_frame(painter: QPainter, box: QRectF, theme: Theme, *, strong: bool) -> None:
    """A frame around something selected; stronger while the keyboard is here."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2.5 if strong else 1.5))
    painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 9, 9)


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
