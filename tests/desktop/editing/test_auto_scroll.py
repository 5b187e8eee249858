"""The map moves under what is dragged near an edge of the window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.auto_scroll import FASTEST, NEAR, push
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.desktop.editing.hands import LEFT, NONE, middle, move


@pytest.fixture
def wide(canvas: MapCanvas, open_session: Session) -> MapCanvas:
    """A map three times as wide as the window, seen from its left end."""

    def longer(project: Project) -> Project:
        for number in range(40):
            touchpoint = Touchpoint(id=f"late-{number}", name=f"Late {number}")
            project = edits.add_touchpoint(project, "after", touchpoint)
        return project

    open_session.apply(Message("Add"), longer)
    canvas.look_at(Viewport(x=-16, y=-16, zoom=1.0))
    return canvas


def test_the_push_grows_towards_the_edges_and_is_nothing_between() -> None:
    assert push(500, 1000) == push(NEAR, 1000) == push(1000 - NEAR, 1000) == 0
    assert push(0, 1000) == FASTEST == -push(1000, 1000)
    assert 0 < push(20, 1000) < push(10, 1000) < FASTEST
    assert push(-300, 1000) == FASTEST
    assert push(5, 0) == 0


def test_a_card_is_dragged_further_than_is_seen(wide: MapCanvas, open_session: Session, qtbot: QtBot) -> None:
    steps = len(open_session.history.past)
    QTest.mousePress(wide, LEFT, NONE, middle(wide, "offer"))
    edge = QPoint(wide.width() - 2, middle(wide, "offer").y())
    move(wide, edge - QPoint(60, 0))
    move(wide, edge)
    end = wide.picture.width - wide.width()
    qtbot.waitUntil(lambda: wide.viewport_now.x > end - 5, timeout=5000)
    QTest.mouseRelease(wide, LEFT, NONE, edge)
    after = open_session.project.journeys["journey"].stages["after"].touchpoints
    assert after[-1] == "offer"
    assert len(open_session.history.past) == steps + 1


def test_a_frame_goes_on_over_what_comes_into_sight(wide: MapCanvas, open_session: Session, qtbot: QtBot) -> None:
    top = QPoint(middle(wide, "offer").x() - 120, middle(wide, "offer").y())
    QTest.mousePress(wide, LEFT, NONE, QPoint(4, top.y()))
    move(wide, QPoint(wide.width() - 2, top.y() + 4))
    qtbot.waitUntil(lambda: "late-39" in open_session.selection, timeout=5000)
    assert {"offer", "late-0", "late-39"} <= set(open_session.selection)
    QTest.mouseRelease(wide, LEFT, NONE, QPoint(wide.width() - 2, top.y() + 4))


def test_escape_stops_it_and_leaves_everything(wide: MapCanvas, open_session: Session, qtbot: QtBot) -> None:
    before = open_session.project
    QTest.mousePress(wide, LEFT, NONE, middle(wide, "offer"))
    edge = QPoint(wide.width() - 2, 200)
    move(wide, edge - QPoint(60, 0))
    move(wide, edge)
    qtbot.waitUntil(lambda: wide.viewport_now.x > 50, timeout=5000)
    wide.cancel()
    stood = wide.viewport_now
    qtbot.wait(80)
    assert wide.viewport_now == stood
    assert open_session.project is before
    QTest.mouseRelease(wide, LEFT, NONE, edge)
    assert open_session.project is before
