"""The label of a link is written where it stands: by F2, by a double-click, by typing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Link
from journeymapper.model.messages import Message
from tests.desktop.editing.hands import LEFT, NONE, editor, group, middle, run

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def linked(window: Window, open_session: Session) -> Session:
    """The session with a way past a card, and an exit; their lane is seen."""
    for link in (
        Link(id="way", source="offer", target="digging", kind="alternative"),
        Link(id="out", source="contract", target="", kind="alternative", label="too dear"),
    ):
        open_session.apply(Message("Draw link"), lambda p, one=link: edits.add_link(p, "journey", one))  # type: ignore[misc]
    if not window.menus.action("lane-path").isChecked():
        window.menus.action("lane-path").trigger()
    return open_session


def label(session: Session, link: str = "way") -> str:
    return session.project.journeys["journey"].links[link].label


def on_line(canvas: MapCanvas, link: str) -> QPoint:
    """A point of the long part of a way."""
    box = canvas.box(group(canvas, link, "link"))
    return QPoint(round(box.center().x()), round(box.top() + 4 * canvas.viewport_now.zoom))


def test_f2_writes_the_label_of_the_selected_link(window: Window, canvas: MapCanvas, linked: Session) -> None:
    linked.select(("way",))
    before = linked.project
    run(window, "rename")
    field = editor(canvas)
    assert (field.toPlainText(), field.accessibleName()) == ("", "Label")
    QTest.keyClicks(field, "if dry")
    QTest.keyClick(field, ENTER)
    assert label(linked) == "if dry"
    assert linked.selection == ("way",)
    assert linked.history.undo_name == Message("Change text")
    linked.undo()
    assert linked.project is before


def test_a_double_click_on_the_line_or_on_the_label_writes_it(canvas: MapCanvas, linked: Session) -> None:
    for place, before, words in ((on_line(canvas, "way"), "", "in spring"), (None, "in spring", "in May")):
        at = place or middle(canvas, "way", "link-label")
        QTest.mouseClick(canvas, LEFT, NONE, at)
        QTest.mouseDClick(canvas, LEFT, NONE, at)
        field = editor(canvas)
        assert field.toPlainText() == before
        field.setPlainText(words)
        QTest.keyClick(field, ENTER)
        assert label(linked) == words


def test_the_field_is_where_the_label_is_or_will_be(window: Window, canvas: MapCanvas, linked: Session) -> None:
    for link, place in (("out", middle(canvas, "out", "link-label")), ("way", middle(canvas, "way", "link"))):
        linked.select((link,))
        run(window, "rename")
        assert editor(canvas).geometry().adjusted(-10, -30, 10, 30).contains(place)
        QTest.keyClick(editor(canvas), ESC)


def test_a_label_can_be_taken_away_and_esc_leaves_it(window: Window, canvas: MapCanvas, linked: Session) -> None:
    linked.select(("out",))
    run(window, "rename")
    QTest.keyClicks(editor(canvas), "x")
    QTest.keyClick(editor(canvas), ESC)
    assert label(linked, "out") == "too dear"
    run(window, "rename")
    editor(canvas).setPlainText("")
    QTest.keyClick(editor(canvas), ENTER)
    assert label(linked, "out") == ""


def test_typing_over_a_link_begins_its_label(canvas: MapCanvas, linked: Session) -> None:
    linked.select(("way",))
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_I)
    QTest.keyClicks(editor(canvas), "f late")
    QTest.keyClick(editor(canvas), ENTER)
    assert label(linked).casefold() == "if late"
    count = len(linked.project.journeys["journey"].touchpoints)
    QTest.keyClick(canvas, ENTER)
    assert editor(canvas).toPlainText().casefold() == "if late"
    assert len(linked.project.journeys["journey"].touchpoints) == count
