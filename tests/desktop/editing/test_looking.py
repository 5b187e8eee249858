"""The minimap, zooming to the selection, going from panel to panel, and votes that are counted before they are seen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.minimap import Minimap
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.view import LANES
from tests.desktop.editing.hands import LEFT, NONE, group, middle, run


def test_the_minimap_is_there_when_the_map_is_wide_and_moves_it(canvas: MapCanvas) -> None:
    small = canvas.findChild(Minimap)
    assert small is not None
    assert not small.isVisible()
    for _ in range(6):
        canvas.zoom_in()
    assert small.isVisible()
    QTest.mouseClick(small, LEFT, NONE, QPoint(2, small.height() // 2))
    left = canvas.viewport_now.x
    QTest.mouseClick(small, LEFT, NONE, QPoint(small.width() - 2, small.height() // 2))
    seen = canvas.width() / canvas.viewport_now.zoom
    assert left < 0 < canvas.viewport_now.x
    assert canvas.viewport_now.x + seen > canvas.picture.width
    small.grab()
    canvas.fit()
    assert not small.isVisible()


def test_the_minimap_keeps_to_its_corner_and_outlives_the_last_lane(window: Window, canvas: MapCanvas) -> None:
    small = canvas.findChild(Minimap)
    assert small is not None
    for _ in range(6):
        canvas.zoom_in()
    for width in (1700, 1200):
        window.resize(width, 800)
        QApplication.processEvents()
        assert canvas.width() - small.geometry().right() < 20
    canvas.session.look(lanes_hidden={mode: frozenset(LANES) for mode in ("map", "measure", "results")})
    small.show()
    small.grab()
    assert not canvas.picture.height or small.isVisible()


def test_shift_2_shows_what_is_selected(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("digging", "change"))
    run(window, "show-selection")
    for key in ("digging", "change"):
        assert canvas.rect().contains(middle(canvas, key))
    assert canvas.viewport_now.zoom > 1.2
    both = (middle(canvas, "digging") + middle(canvas, "change")) / 2
    headings = canvas.box(group(canvas, "", "label-touchpoints")).right()
    assert abs(both.x() - (headings + canvas.width()) / 2) < 4


def test_f6_goes_round_the_panels(window: Window, canvas: MapCanvas) -> None:
    canvas.setFocus()
    seen = []
    for _ in range(3):
        run(window, "next-panel")
        now = QApplication.focusWidget()
        assert now is not None
        seen.append(now)
    assert window.inspector.isAncestorOf(seen[0])
    assert seen[1].objectName() == "outline"
    assert seen[2] is canvas


def votes(session: Session, key: str) -> int:
    return session.project.journeys["journey"].touchpoints[key].votes


def tallies(canvas: MapCanvas, key: str) -> int:
    """How many primitives the card has: votes add some."""
    return len(next(one for one in canvas.picture.groups if one.owner == key and one.part == "card").items)


def test_votes_are_typed_as_tallies_and_hidden_until_they_are_shown(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    bare = tallies(canvas, "offer")
    open_session.select(("offer",))
    run(window, "count-votes")
    QTest.keyClicks(canvas, "+++-")
    assert votes(open_session, "offer") == 2
    assert tallies(canvas, "offer") == bare
    run(window, "show-votes")
    assert tallies(canvas, "offer") > bare
    assert window.menus.action("show-votes").isChecked()
    QTest.keyClicks(canvas, "---")
    assert votes(open_session, "offer") == 0
    run(window, "count-votes")
    assert not open_session.view.voting


def test_without_counting_a_plus_begins_a_name(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    QTest.keyClicks(canvas, "+")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert votes(open_session, "offer") == 0
    assert not open_session.modified


def test_ctrl_0_is_the_maps_own_size_and_shift_1_the_whole(window: Window, canvas: MapCanvas) -> None:
    canvas.zoom_in()
    canvas.zoom_in()
    run(window, "actual-size")
    assert canvas.viewport_now.zoom == pytest.approx(1.0)
    run(window, "fit")
    right, bottom = canvas.viewport_now.to_widget(canvas.picture.width, canvas.picture.height)
    assert right <= canvas.width() + 1
    assert bottom <= canvas.height() + 1
    keys = {name: window.menus.action(name).shortcut().toString() for name in ("actual-size", "fit", "show-selection")}
    assert keys == {"actual-size": "Ctrl+0", "fit": "Shift+1", "show-selection": "Shift+2"}


def test_a_pinch_zooms_around_its_middle(canvas: MapCanvas) -> None:
    canvas.actual_size()
    for _ in range(6):
        canvas.zoom_in()
    at = QPointF(canvas.width() / 2, canvas.height() / 4)
    before, zoom = canvas.viewport_now.to_picture(at.x(), at.y()), canvas.viewport_now.zoom
    pad = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    QApplication.sendEvent(canvas, QNativeGestureEvent(kind, pad, 2, at, at, at, 0.25, QPointF()))
    assert canvas.viewport_now.zoom == pytest.approx(zoom * 1.25)
    assert canvas.viewport_now.to_picture(at.x(), at.y()) == pytest.approx(before)


def test_what_is_only_assumed_stands_out_from_the_menu(window: Window, open_session: Session) -> None:
    run(window, "assumptions")
    assert open_session.view.assumptions
    assert window.menus.action("assumptions").isChecked()
    run(window, "assumptions")
    assert not open_session.view.assumptions


def test_the_minimap_comes_with_a_map_that_grows_wide_and_follows_it(
    canvas: MapCanvas, open_session: Session, qtbot: QtBot
) -> None:
    minimap = canvas.findChild(Minimap)
    assert minimap is not None
    assert not minimap.isVisible()

    def longer(project: Project) -> Project:
        for number in range(60):
            project = edits.add_touchpoint(project, "after", Touchpoint(id=f"late-{number}", name="Late"))
        return project

    open_session.apply(Message("Add"), longer)
    assert minimap.isVisible()
    before = minimap.grab().toImage()
    open_session.apply(Message("Park"), lambda project: edits.park_all(project, [f"late-{n}" for n in range(20)]))
    qtbot.waitUntil(lambda: minimap.grab().toImage() != before)
    open_session.undo()
    open_session.undo()
    assert not minimap.isVisible()
