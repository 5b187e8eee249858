"""What is seen of the map: zooming, moving, fitting."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.desktop.canvas.widget import MapCanvas
from tests.desktop.canvas.hands import CTRL, LEFT, MIDDLE, NONE, SHIFT, middle, wheel


def test_zooming_keeps_what_is_under_the_pointer(low: MapCanvas) -> None:
    at = QPoint(420, 210)
    wheel(low, at, 4, CTRL)
    before = low.viewport_now.to_picture(at.x(), at.y())
    wheel(low, at, 3, CTRL)
    assert low.viewport_now.to_picture(at.x(), at.y()) == pytest.approx(before)
    wheel(low, at, -2, CTRL)
    assert low.viewport_now.to_picture(at.x(), at.y()) == pytest.approx(before)


def test_zooming_ends_somewhere(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(5, 5), 100, CTRL)
    largest = canvas.viewport_now.zoom
    wheel(canvas, QPoint(5, 5), 100, CTRL)
    assert canvas.viewport_now.zoom == largest
    wheel(canvas, QPoint(5, 5), -300, CTRL)
    assert canvas.viewport_now.zoom > 0.01


@pytest.mark.parametrize("button", [MIDDLE, LEFT])
def test_the_map_is_dragged_with_the_middle_button_or_with_space(low: MapCanvas, button: Qt.MouseButton) -> None:
    wheel(low, QPoint(500, 300), 5, CTRL)
    before = low.viewport_now
    if button == LEFT:
        QTest.keyPress(low, Qt.Key.Key_Space)
    QTest.mousePress(low, button, NONE, QPoint(500, 300))
    QTest.mouseMove(low, QPoint(440, 320))
    QTest.mouseRelease(low, button, NONE, QPoint(440, 320))
    QTest.keyRelease(low, Qt.Key.Key_Space)
    assert low.viewport_now.x == pytest.approx(before.x + 60 / before.zoom)
    assert low.viewport_now.y == pytest.approx(before.y - 20 / before.zoom)
    assert low.session.selection == ()


def test_the_wheel_moves_the_map_and_shift_turns_it_sideways(low: MapCanvas) -> None:
    wheel(low, QPoint(500, 120), 5, CTRL)
    before = low.viewport_now
    wheel(low, QPoint(500, 300), -1)
    assert low.viewport_now.y == pytest.approx(before.y + 60 / before.zoom)
    wheel(low, QPoint(500, 300), -1, SHIFT)
    assert low.viewport_now.x == pytest.approx(before.x + 60 / before.zoom)


def test_the_map_cannot_be_lost(canvas: MapCanvas) -> None:
    for _ in range(200):
        wheel(canvas, QPoint(500, 300), -3, SHIFT)
        wheel(canvas, QPoint(500, 300), -3)
    x, y = canvas.viewport_now.to_widget(canvas.picture.width, canvas.picture.height)
    assert x > 0
    assert y > 0


def test_fit_shows_the_whole_map(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(500, 300), 8, CTRL)
    canvas.fit()
    left, top = canvas.viewport_now.to_widget(0, 0)
    right, bottom = canvas.viewport_now.to_widget(canvas.picture.width, canvas.picture.height)
    assert left >= 0
    assert top >= 0
    assert right <= canvas.width() + 0.5
    assert bottom <= canvas.height() + 0.5


def test_what_is_selected_elsewhere_is_brought_into_sight(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(5, 5), 4, CTRL)
    assert not canvas.rect().contains(middle(canvas, "final"))
    canvas.session.select(("final",))
    assert canvas.rect().contains(middle(canvas, "final"))
