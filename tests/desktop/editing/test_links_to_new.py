"""A link that is dropped where no card is makes one; outside the first and last card it leads out of the journey."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.journey import Link, LinkKind
from journeymapper.model.messages import Message
from tests.desktop.editing.hands import LEFT, NONE, drag, editor, group, middle, move, stages

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def handle(canvas: MapCanvas, owner: str) -> QPoint:
    box = canvas.box(group(canvas, owner))
    return QPoint(round(box.right()), round(box.center().y()))


def menu_of(canvas: MapCanvas) -> QMenu:
    menu = next(one for one in canvas.findChildren(QMenu, "link-kinds") if one.isVisible())
    assert menu is not None
    return menu


def choose(canvas: MapCanvas, kind: str) -> None:
    menu = menu_of(canvas)
    next(action for action in menu.actions() if action.objectName() == f"kind-{kind}").trigger()
    menu.close()


def drop_on(canvas: MapCanvas, session: Session, source: str, end: QPoint) -> None:
    session.select((source,))
    move(canvas, handle(canvas, source))
    drag(canvas, handle(canvas, source), end)


def below(canvas: MapCanvas, owner: str, right: int = 0) -> QPoint:
    """A place below the cards, where the map shows nothing of them."""
    box = canvas.box(group(canvas, owner))
    return QPoint(round(box.center().x()) + right, canvas.height() - 80)


def links(session: Session) -> list[tuple[str, str, LinkKind]]:
    found = session.project.journeys["journey"]
    names = {key: one.name for key, one in found.touchpoints.items()}
    return sorted((names[one.source], names[one.target], one.kind) for one in found.links.values())


def test_on_the_empty_map_it_makes_a_card_that_waits_for_its_name(canvas: MapCanvas, open_session: Session) -> None:
    before = open_session.project
    drop_on(canvas, open_session, "offer", below(canvas, "digging", 12))
    assert [action.text() for action in menu_of(canvas).actions()][:2] == ["New touchpoint", "Alternative"]
    assert open_session.project is before
    choose(canvas, "alternative")
    QTest.keyClicks(editor(canvas), "Second visit")
    QTest.keyClick(editor(canvas), ENTER)
    assert stages(open_session)["Work"] == ["Digging", "Second visit", "Change of dates"]
    assert links(open_session) == [("Offer", "Second visit", "alternative")]
    assert "path" not in open_session.view.hidden_lanes
    assert not any(one.isVisible() for one in canvas.findChildren(QPlainTextEdit))
    (new,) = open_session.selection
    assert open_session.project.journeys["journey"].touchpoints[new].name == "Second visit"
    open_session.undo()
    open_session.undo()
    assert open_session.project is before


def test_without_a_name_neither_card_nor_link_is_made(canvas: MapCanvas, open_session: Session) -> None:
    before = open_session.project
    drop_on(canvas, open_session, "offer", below(canvas, "digging", 12))
    choose(canvas, "skip")
    QTest.keyClick(editor(canvas), ESC)
    assert open_session.project is before


def test_nothing_is_made_where_no_kind_is_chosen(canvas: MapCanvas, open_session: Session) -> None:
    drop_on(canvas, open_session, "offer", below(canvas, "digging", 12))
    menu_of(canvas).close()
    assert not open_session.modified


def test_on_a_stage_it_makes_a_card_in_it(canvas: MapCanvas, open_session: Session) -> None:
    drop_on(canvas, open_session, "offer", middle(canvas, "after", "stage"))
    choose(canvas, "alternative")
    QTest.keyClicks(editor(canvas), "Thanks")
    QTest.keyClick(editor(canvas), ENTER)
    assert "Thanks" in stages(open_session)["After"]


def test_back_on_the_card_itself_nothing_is_asked(canvas: MapCanvas, open_session: Session) -> None:
    drop_on(canvas, open_session, "offer", middle(canvas, "offer"))
    assert not any(one.isVisible() for one in canvas.findChildren(QMenu, "link-kinds"))


def test_before_its_card_it_is_a_loop_first(canvas: MapCanvas, open_session: Session) -> None:
    drop_on(canvas, open_session, "final", below(canvas, "offer", -8))
    assert menu_of(canvas).actions()[1].objectName() == "kind-loop"
    menu_of(canvas).close()


@pytest.mark.parametrize("after", ["offer", "contract"])
def test_the_happy_path_leads_through_the_new_card(canvas: MapCanvas, open_session: Session, after: str) -> None:
    link = Link(id="way", source="offer", target="contract")
    open_session.apply(Message("Draw link"), lambda project: edits.add_link(project, "journey", link))
    drop_on(canvas, open_session, after, below(canvas, after, 12))
    likeliest = menu_of(canvas).actions()[1].objectName()
    choose(canvas, "happy")
    QTest.keyClicks(editor(canvas), "Call")
    QTest.keyClick(editor(canvas), ENTER)
    if after == "offer":
        assert links(open_session) == [("Call", "Contract", "happy"), ("Offer", "Call", "happy")]
        assert likeliest == "kind-alternative"
    else:
        assert links(open_session) == [("Contract", "Call", "happy"), ("Offer", "Contract", "happy")]
        assert likeliest == "kind-happy"


def test_the_places_outside_are_shown_and_what_a_drop_would_make_is_said(
    canvas: MapCanvas, open_session: Session
) -> None:
    canvas.fit()
    open_session.select(("contract",))
    start, last = handle(canvas, "contract"), canvas.box(group(canvas, "final"))
    move(canvas, start)
    outside = QPoint(round(last.right()) + 9, round(last.center().y()))
    still = canvas.grab().toImage()
    QTest.mousePress(canvas, LEFT, NONE, start)
    move(canvas, start + QPoint(30, 60))
    assert canvas.grab().toImage().pixel(outside) != still.pixel(outside)
    gesture = canvas._pointer._gesture
    assert gesture is not None
    said = []
    for place in (outside, middle(canvas, "digging"), below(canvas, "digging", 12), start):
        move(canvas, place)
        said.append(gesture._words(gesture._ending()))  # type: ignore[attr-defined]  # a Connect
    assert said == ["Exit", "", "New touchpoint", ""]
    QTest.keyClick(canvas, ESC)
    QTest.mouseRelease(canvas, LEFT, NONE, outside)
    assert not open_session.modified
