"""Eyes and hands for the map of the small project in a widget of its own."""

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.picture.primitives import Group

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def come_to_rest(canvas: MapCanvas) -> None:
    """Wait until the map is laid out for the size that there is."""
    QCoreApplication.processEvents()
    while canvas._resized.isActive():
        QTest.qWait(10)


def group(canvas: MapCanvas, owner: str, part: str = "card") -> Group:
    return next(one for one in canvas.picture.groups if one.owner == owner and one.part == part)


def middle(canvas: MapCanvas, owner: str, part: str = "card") -> QPoint:
    """The middle of an element in the widget."""
    one = group(canvas, owner, part)
    return QPointF(*canvas.viewport_now.to_widget(one.x + one.width / 2, one.y + one.height / 2)).toPoint()


def free_place(canvas: MapCanvas) -> QPoint:
    """Somewhere in the widget where nothing is."""
    places = (QPoint(x, y) for y in range(canvas.height() - 3, 0, -7) for x in range(3, canvas.width(), 9))
    return next(place for place in places if canvas.hit(QPointF(place)) is None)


def wheel(canvas: MapCanvas, at: QPoint, steps: int, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def order(session: Session) -> list[str]:
    return [one.id for one in session.project.journeys["journey"].ordered_touchpoints()]


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    QTest.mousePress(canvas, LEFT, NONE, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * share)
    if drop:
        QTest.mouseRelease(canvas, LEFT, NONE, end)


def editor(canvas: MapCanvas) -> QPlainTextEdit | None:
    shown = [one for one in canvas.findChildren(QPlainTextEdit) if one.isVisible()]
    return shown[0] if shown else None


def open_editor(canvas: MapCanvas, owner: str = "offer") -> QPlainTextEdit:
    QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, owner))
    QTest.mouseRelease(canvas, LEFT, NONE, middle(canvas, owner))
    found = editor(canvas)
    assert found is not None
    return found


def name(session: Session, key: str = "offer") -> str:
    return session.project.journeys["journey"].touchpoints[key].name
