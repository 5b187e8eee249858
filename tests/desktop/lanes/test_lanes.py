"""The lanes panel: each change is one step and is seen on the map at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPlainTextEdit, QTreeWidgetItem

from journeymapper.desktop.lanes.dialog import LanesDialog
from journeymapper.desktop.lanes.list import COLLAPSED, SHOWN, LaneList
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from tests.desktop.editing.hands import LEFT, NONE, editor, middle, run

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def session(window: Window) -> Session:
    """The window's session, with something in the lanes of doing and of feeling."""
    assert window.session is not None
    window.session.apply(Message("Change"), lambda project: edits.change(project, "offer", doing="Reads it", feeling=1))
    return window.session


@pytest.fixture
def panel(window: Window, session: Session) -> LanesDialog:
    """The lanes panel, open."""
    run(window, "lanes")
    found = window.findChild(LanesDialog)
    assert found is not None
    return found


def row(lanes: LaneList, name: str) -> QTreeWidgetItem:
    items = [lanes.topLevelItem(index) for index in range(lanes.topLevelItemCount())]
    return next(item for item in items if item is not None and item.text(SHOWN) == name)


def frames(window: Window) -> list[str]:
    """The lanes of the map that stand in a frame, from top to bottom."""
    groups = [one for one in window.canvas.picture.groups if one.part.startswith("frame-")]
    return [one.part.removeprefix("frame-") for one in sorted(groups, key=lambda one: one.y)]


def steps(session: Session) -> int:
    return len(session.history.past) - 1


def test_a_lane_is_hidden_and_shown_again(window: Window, session: Session, panel: LanesDialog) -> None:
    assert "doing" in frames(window)
    row(panel.lanes, "Doing").setCheckState(SHOWN, OFF)
    assert "doing" not in frames(window)
    assert steps(session) == 1
    row(panel.lanes, "Doing").setCheckState(SHOWN, ON)
    assert "doing" in frames(window)


def test_what_the_mode_hides_is_shown_by_its_tick(window: Window, session: Session, panel: LanesDialog) -> None:
    session.look(lanes_hidden=session.view.toggled("doing"))
    assert row(panel.lanes, "Doing").checkState(SHOWN) == OFF
    row(panel.lanes, "Doing").setCheckState(SHOWN, ON)
    assert "doing" in frames(window)
    assert steps(session) == 0


def test_alt_and_arrows_move_a_lane(window: Window, session: Session, panel: LanesDialog) -> None:
    before = frames(window)
    assert before.index("doing") < before.index("feeling")
    panel.lanes.setCurrentItem(row(panel.lanes, "Feeling"))
    while frames(window).index("doing") < frames(window).index("feeling"):
        QTest.keyClick(panel.lanes, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert steps(session) < 20
    current = panel.lanes.current()
    assert current is not None
    assert current.id == "feeling"
    for _ in range(steps(session)):
        session.undo()
    assert frames(window) == before


def test_a_lane_is_dropped_before_another(window: Window, session: Session, panel: LanesDialog) -> None:
    panel.lanes.setCurrentItem(row(panel.lanes, "Feeling"))
    feeling = panel.lanes.current()
    assert feeling is not None
    panel.lanes.drop(feeling, row(panel.lanes, "Doing"), below=False)
    shown = frames(window)
    assert shown.index("feeling") + 1 == shown.index("doing")
    assert steps(session) == 1


def test_a_lane_gets_another_name_and_its_own_back(session: Session, panel: LanesDialog) -> None:
    row(panel.lanes, "Doing").setText(SHOWN, "Customer's steps")
    choice = next(one for one in session.project.journeys["journey"].lanes if one.id == "doing")
    assert choice.name == "Customer's steps"
    row(panel.lanes, "Customer's steps").setText(SHOWN, "")
    assert row(panel.lanes, "Doing")


def test_a_collapsed_lane_is_one_line(window: Window, session: Session, panel: LanesDialog) -> None:
    high = next(one.height for one in window.canvas.picture.groups if one.part == "frame-doing")
    row(panel.lanes, "Doing").setCheckState(COLLAPSED, ON)
    low = next(one.height for one in window.canvas.picture.groups if one.part == "frame-doing")
    assert low < high
    assert steps(session) == 1


def test_an_own_lane_is_added_and_filled_in_place(window: Window, session: Session, panel: LanesDialog) -> None:
    QTest.keyClicks(panel._name, "Cost")
    panel._kind.setCurrentIndex(1)
    QTest.keyClick(panel._name, Qt.Key.Key_Return)
    (lane,) = session.project.journeys["journey"].own_lanes
    canvas = window.canvas
    QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, "offer", lane))
    QTest.keyClicks(editor(canvas), "12,5")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Tab)
    QTest.keyClicks(editor(canvas), "7")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert session.project.journeys["journey"].own_values[lane] == {"offer": "12.5", "contract": "7"}
    panel.lanes.setCurrentItem(row(panel.lanes, "Cost"))
    QTest.keyClick(panel.lanes, Qt.Key.Key_Delete)
    assert not session.project.journeys["journey"].own_lanes


def test_a_cell_is_edited_in_place_with_several_lines(window: Window, session: Session) -> None:
    canvas = window.canvas
    QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, "contract", "doing"))
    field = editor(canvas)
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Signs")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "Sends back")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.project.journeys["journey"].touchpoints["contract"].doing == "Signs\nSends back"
    assert steps(session) == 1


def test_only_what_concerns_a_persona_is_strong(window: Window, session: Session, panel: LanesDialog) -> None:
    session.apply(Message("Change"), lambda project: edits.change(project, "digging", personas=("ritva",)))
    before = {one.owner: one.items for one in window.canvas.picture.groups if one.part == "card"}
    box = panel.findChild(QListWidget, "filter-personas")
    assert box is not None
    box.item(0).setCheckState(ON)
    after = {one.owner: one.items for one in window.canvas.picture.groups if one.part == "card"}
    assert session.view.personas == ("ritva",)
    assert after["digging"] == before["digging"]
    box.item(0).setCheckState(OFF)
    assert {one.owner: one.items for one in window.canvas.picture.groups if one.part == "card"} == before


def test_what_is_only_assumed_is_asked_for(session: Session, panel: LanesDialog) -> None:
    tick = panel.findChild(QCheckBox, "only-assumed")
    assert tick is not None
    tick.click()
    assert session.view.assumptions
    tick.click()
    assert not session.view.assumptions
