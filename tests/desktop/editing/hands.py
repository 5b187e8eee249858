"""Hands on the map: where things stand, dragging, and the menus' commands by their names."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.picture.primitives import Group

LEFT = Qt.MouseButton.LeftButton
NONE, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
)  # fmt: skip


def group(canvas: MapCanvas, owner: str, part: str = "card") -> Group:
    """What the map shows of an element."""
    return next(one for one in canvas.picture.groups if one.owner == owner and one.part == part)


def middle(canvas: MapCanvas, owner: str, part: str = "card") -> QPoint:
    """The middle of an element in the widget."""
    return canvas.box(group(canvas, owner, part)).center().toPoint()


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Press, move in three steps, let go."""
    QTest.mousePress(canvas, LEFT, keys, start)
    for share in (0.3, 0.7, 1.0):
        move(canvas, start + (end - start) * share, keys)
    QTest.mouseRelease(canvas, LEFT, keys, end)


def move(canvas: MapCanvas, place: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """The pointer is elsewhere; QTest's own moves know no modifier keys."""
    at = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, QPointF(canvas.mapToGlobal(place)), Qt.MouseButton.NoButton, LEFT, keys
    )
    QApplication.sendEvent(canvas, event)


def run(window: Window, name: str) -> None:
    """Use a command of the menus, which has to be usable."""
    action = window.menus.action(name)
    assert action.isEnabled(), name
    action.trigger()


def editor(canvas: MapCanvas) -> QPlainTextEdit:
    """The text field that is open over the map."""
    return next(one for one in canvas.findChildren(QPlainTextEdit) if one.isVisible())


def stages(session: Session) -> dict[str, list[str]]:
    """The touchpoints' names by their stages' names."""
    journey = session.project.journeys[session.view.journey]
    return {
        stage.name: [journey.touchpoints[key].name for key in stage.touchpoints] for stage in journey.ordered_stages()
    }


def parked(session: Session) -> list[str]:
    """The names in the parking lot."""
    return [one.name for one in session.project.journeys[session.view.journey].parked_touchpoints()]
