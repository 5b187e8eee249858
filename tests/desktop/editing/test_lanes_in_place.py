"""Writing into lanes where they stand, the empty ones among them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.lane_cells import LaneCell
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model.journey import StaffBehaviour, Touchpoint
from journeymapper.model.project import Project
from tests.desktop.editing.hands import CTRL, LEFT, NONE, editor, run

Found = Callable[[Project], object]


def _touchpoint(session: Session, key: str = "contract") -> Touchpoint:
    return session.project.journeys["journey"].touchpoints[key]


def _cell(canvas: MapCanvas, lane: str, key: str = "contract") -> LaneCell:
    cell = canvas.sight.cells.of(key, lane)
    assert cell is not None, lane
    canvas.show_cell(cell)
    return cell


def _place(canvas: MapCanvas, cell: LaneCell) -> QPoint:
    return canvas.box(cell).center().toPoint()


def _write(canvas: MapCanvas, lane: str, text: str, key: str = "contract") -> None:
    QTest.mouseDClick(canvas, LEFT, NONE, _place(canvas, _cell(canvas, lane, key)))
    field = editor(canvas)
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(field, line)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("lane", "text", "field", "value"),
    [
        ("situation", "in a hurry", "situation", "in a hurry"),
        ("expectation", "a date", "expectation", "a date"),
        ("doing", "reads", "doing", "reads"),
        ("thoughts", "too long", "thoughts", "too long"),
        ("pains", "small print\n+ quick", "pains", ("small print",)),
        ("pains", "small print\n+ quick", "delights", ("quick",)),
        ("time", "two days", "length", "two days"),
        ("staff", "Sales: calls first", "staff", (StaffBehaviour("Sales", "calls first"),)),
        ("backstage", "is filed\n# CRM, Archive", "backstage", "is filed"),
        ("backstage", "is filed\n# CRM, Archive", "systems", ("CRM", "Archive")),
        ("channels", "phone", "channels", ("phone",)),
    ],
)
def test_an_empty_lane_is_filled_where_it_stands(
    canvas: MapCanvas, open_session: Session, lane: str, text: str, field: str, value: object
) -> None:
    open_session.look(mode="map", empty_lanes=True, lanes_hidden={"map": frozenset()})
    before = open_session.project
    _write(canvas, lane, text)
    assert getattr(_touchpoint(open_session), field) == value
    open_session.undo()
    assert open_session.project is before


@pytest.mark.parametrize(
    ("lane", "text", "found"),
    [
        ("notes", "Frost: why?", lambda p: [n.text for n in p.notes.values() if n.anchor.id == "contract"]),
        ("actions", "Shorter form", lambda p: [a.title for a in p.actions.values() if a.anchor.id == "contract"]),
        ("promises", "No surprises", lambda p: [x.text for x in p.promises.values() if "contract" in x.touchpoints]),
        ("messages", "Signed: Thank you", lambda p: [m.text for m in p.journeys["journey"].messages.values()]),
    ],
)
def test_a_lane_of_cards_gets_a_card(
    canvas: MapCanvas, open_session: Session, lane: str, text: str, found: Found
) -> None:
    open_session.look(mode="map", empty_lanes=True, lanes_hidden={"map": frozenset()})
    _write(canvas, lane, text)
    wanted = text.partition(": ")[2] if lane == "messages" else text
    assert found(open_session.project) == [wanted]


def test_the_trigger_of_a_message_stands_before_the_colon(canvas: MapCanvas, open_session: Session) -> None:
    open_session.look(mode="map", lanes_hidden={"map": frozenset()}, opened=frozenset({"messages"}))
    _write(canvas, "messages", "Signed: Thank you")
    (message,) = open_session.project.journeys["journey"].messages.values()
    assert (message.trigger, message.text, message.touchpoint) == ("Signed", "Thank you", "contract")


def test_new_channels_are_made_by_their_names(canvas: MapCanvas, open_session: Session) -> None:
    open_session.look(mode="map", lanes_hidden={"map": frozenset()}, opened=frozenset({"channels"}))
    _write(canvas, "channels", "Phone, Letter")
    project = open_session.project
    assert [project.channels[key].name for key in _touchpoint(open_session).channels] == ["Phone", "Letter"]


def test_the_head_of_the_time_lane_belongs_to_the_stages(canvas: MapCanvas, open_session: Session) -> None:
    open_session.look(mode="map", opened=frozenset({"time"}))
    head = next(one for one in canvas.picture.groups if one.part == "length" and one.owner == "work")
    QTest.mouseDClick(canvas, LEFT, NONE, canvas.box(head).center().toPoint())
    QTest.keyClicks(editor(canvas), "three weeks")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert open_session.project.journeys["journey"].stages["work"].usual_length == "three weeks"


def test_keys_alone_walk_down_the_lanes_and_along_them(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.look(mode="map", opened=frozenset({"situation", "expectation"}))
    open_session.select(("offer",))
    run(window, "write")
    QTest.keyClicks(editor(canvas), "at home")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Down, CTRL)
    QTest.keyClicks(editor(canvas), "a fair price")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Tab)
    QTest.keyClicks(editor(canvas), "a copy")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Up, CTRL)
    QTest.keyClicks(editor(canvas), "in the office")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    offer, contract = _touchpoint(open_session, "offer"), _touchpoint(open_session)
    assert (offer.situation, offer.expectation) == ("at home", "a fair price")
    assert (contract.situation, contract.expectation) == ("in the office", "a copy")


def test_a_tick_brings_an_empty_lane_and_takes_it_away(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.look(mode="map")
    assert "staff" not in canvas.lanes_seen()
    run(window, "lane-staff")
    assert "staff" in canvas.lanes_seen()
    assert window.menus.action("lane-staff").isChecked()
    run(window, "lane-staff")
    assert "staff" not in canvas.lanes_seen()
    assert not window.menus.action("lane-staff").isChecked()


def test_nothing_is_written_into_a_file_that_is_read_only(canvas: MapCanvas, open_session: Session) -> None:
    open_session.read_only = True
    open_session.look(mode="map", opened=frozenset({"staff"}))
    before = open_session.project
    QTest.mouseDClick(canvas, LEFT, NONE, _place(canvas, _cell(canvas, "staff")))
    assert open_session.project is before
    assert not [one for one in canvas.findChildren(QPlainTextEdit) if one.isVisible()]


def test_a_window_that_finds_its_size_closes_no_editor(
    window: Window, canvas: MapCanvas, open_session: Session, qtbot: QtBot
) -> None:
    open_session.select(("offer",))
    run(window, "rename")
    QTest.keyClicks(editor(canvas), "Half a na")
    window.resize(window.width() - 120, window.height() - 60)
    qtbot.wait(200)
    QTest.keyClicks(editor(canvas), "me")
    QTest.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert _touchpoint(open_session, "offer").name == "Half a name"
    qtbot.waitUntil(lambda: canvas.picture.width < window.width(), timeout=2000)
