"""Typing on and on: Tab from stage to stage, Enter from card to card, and never with nothing selected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.mapfiles.templates import templates
from tests.desktop.editing.hands import run, stages

ENTER, TAB, BACK, ESC, DELETE = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Delete
)  # fmt: skip
AS_IT_WAS = {"Agree": ["Offer", "Contract"], "Work": ["Digging", "Change of dates"], "After": ["Final invoice"]}


def press(window: Window, *keys: str | Qt.Key) -> None:
    """Words letter by letter, and keys, to whatever has the keyboard."""
    strokes = [stroke for key in keys for stroke in (key if isinstance(key, str) else (key,))]
    for key in strokes:
        focus: QWidget = QApplication.focusWidget() or window
        QTest.keyClicks(focus, key) if isinstance(key, str) else QTest.keyClick(focus, key)
        QApplication.processEvents()


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture(autouse=True)
def on_the_map(empty_window: Window) -> Window:
    """The keyboard is where a document is opened."""
    QApplication.processEvents()
    return empty_window


def writing(window: Window) -> bool:
    return isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_tab_walks_from_stage_to_stage_and_back(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    canvas.setFocus()
    walked = []
    for key in (TAB, TAB, TAB, BACK, BACK):
        press(window, key)
        walked.append(open_session.selection)
    assert walked == [("agree",), ("work",), ("after",), ("work",), ("agree",)]
    open_session.select(("change",))
    press(window, BACK)
    assert open_session.selection == ("work",)
    assert QApplication.focusWidget() is canvas


def test_tab_after_the_last_stage_is_a_new_one_that_goes_without_a_name(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    canvas.setFocus()
    open_session.select(("final",))
    press(window, TAB, "Guarantee", TAB)
    assert list(stages(open_session)) == ["Agree", "Work", "After", "Guarantee", "New stage"]
    press(window, ESC)
    assert list(stages(open_session)) == ["Agree", "Work", "After", "Guarantee"]
    journey = open_session.project.journeys["journey"]
    assert open_session.selection == journey.stage_order[-1:]


@pytest.mark.parametrize("chosen", ["note", "action"])
def test_tab_from_what_hangs_on_a_card_goes_on_from_there(
    window: Window, canvas: MapCanvas, open_session: Session, chosen: str
) -> None:
    canvas.setFocus()
    open_session.select((chosen,))
    press(window, TAB)
    assert open_session.selection == ("after",)


def test_the_way_out_of_the_map_is_f6(window: Window, canvas: MapCanvas) -> None:
    canvas.setFocus()
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not canvas


def test_after_f2_enter_and_tab_go_on_as_after_a_typed_name(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    canvas.setFocus()
    open_session.select(("offer",))
    press(window, Qt.Key.Key_F2, "Bid", ENTER, "Questions", TAB)
    assert stages(open_session)["Agree"] == ["Bid", "Questions", "Contract"]
    assert open_session.selection == ("work",)


def test_a_name_that_is_double_clicked_only_ends_with_enter(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    from tests.desktop.editing.hands import LEFT, NONE, middle

    QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, "offer"))
    press(window, "Bid", ENTER)
    assert not writing(window)
    assert stages(open_session)["Agree"] == ["Bid", "Contract"]


def test_enter_after_a_note_ends_it(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    canvas.setFocus()
    open_session.select(("contract",))
    run(window, "add-note")
    (note,) = open_session.selection
    press(window, "Ask the lawyer", ENTER)
    assert not writing(window)
    assert open_session.project.notes[note].text == "Ask the lawyer"
    assert stages(open_session) == AS_IT_WAS
    press(window, ENTER, "Ask both", ENTER)
    assert open_session.project.notes[note].text == "Ask both"
    assert stages(open_session) == AS_IT_WAS


def test_a_new_project_is_begun_by_typing(empty_window: Window) -> None:
    empty_window.new()
    QApplication.processEvents()
    press(empty_window, "Need", ENTER, "Search", ENTER, "Compare", TAB, "Decide")
    press(empty_window, ENTER, ESC)
    assert stages(session_of(empty_window)) == {"Need": ["Search", "Compare"], "Decide": []}


def test_a_template_begins_with_its_first_stage(empty_window: Window) -> None:
    empty_window.beginnings.from_template(templates("en")[0])
    QApplication.processEvents()
    session = session_of(empty_window)
    first = session.project.journeys[session.view.journey].stage_order[0]
    assert session.selection == (first,)
    press(empty_window, "Before", ENTER, "A first card", ENTER, ESC)
    assert next(iter(stages(session).items()))[0] == "Before"
    assert stages(session)["Before"][0] == "A first card"


def test_a_card_that_was_not_wanted_leaves_the_one_before_selected(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    canvas.setFocus()
    open_session.select(("offer",))
    press(window, ENTER, ESC)
    assert open_session.selection == ("offer",)
    press(window, "Bid", ENTER, ENTER, "Once more", ESC)
    assert stages(open_session)["Agree"] == ["Bid", "Contract"]
    assert open_session.selection == ("offer",)


@pytest.mark.parametrize(
    ("chosen", "then"),
    [
        (("offer",), ("contract",)),
        (("contract",), ("offer",)),
        (("offer", "contract"), ("agree",)),
        (("final",), ("after",)),
        (("work",), ("after",)),
        (("after",), ("work",)),
        (("agree", "work", "after"), ()),
        (("note",), ("digging",)),
        (("ritva",), ()),
        (("journey",), ()),
    ],
)  # fmt: skip
def test_what_is_deleted_leaves_its_neighbour_selected_and_comes_back_selected(
    window: Window, canvas: MapCanvas, open_session: Session, chosen: tuple[str, ...], then: tuple[str, ...]
) -> None:
    canvas.setFocus()
    open_session.select(chosen)
    press(window, DELETE)
    assert open_session.selection == then
    run(window, "undo")
    assert open_session.selection == chosen
    run(window, "redo")
    assert open_session.selection == then


def test_undoing_what_was_added_goes_back_to_where_one_was(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "contract"))
    run(window, "duplicate")
    copies = open_session.selection
    run(window, "undo")
    assert open_session.selection == ("offer", "contract")
    run(window, "redo")
    assert open_session.selection == copies


def test_undoing_another_change_leaves_the_selection(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    canvas.setFocus()
    open_session.select(("offer",))
    press(window, "Bid", TAB)
    open_session.select(("final", "digging"))
    run(window, "undo")
    assert open_session.selection == ("final", "digging")
    open_session.select(("final",))
    run(window, "redo")
    assert list(open_session.selection) == ["final"]


def test_a_journey_through_several_steps_is_one_place_to_come_back_to(open_session: Session, window: Window) -> None:
    open_session.select(("offer",))
    run(window, "delete")
    run(window, "delete")
    assert open_session.selection == ("agree",)
    open_session.travel(-2)
    assert open_session.selection == ("offer",)
    open_session.travel(2)
    assert open_session.selection == ("agree",)


def test_a_screen_reader_hears_how_to_leave_the_map(canvas: MapCanvas, open_session: Session) -> None:
    assert "F6" in canvas.accessibleDescription()
    open_session.select(("offer",))
    assert "Offer" in canvas.accessibleDescription()
    open_session.select(())
    assert "F6" in canvas.accessibleDescription()


def test_without_a_journey_the_empty_map_offers_one(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    offer = canvas.findChild(QPushButton, "add-first-journey")
    assert offer is not None
    assert not offer.isVisible()
    before = open_session.project
    open_session.select(("journey",))
    run(window, "delete")
    assert offer.isVisible()
    assert canvas.rect().contains(offer.mapTo(canvas, offer.rect().center()))
    run(window, "undo")
    assert open_session.project is before
    assert not offer.isVisible()
    run(window, "redo")
    canvas.setFocus()
    press(window, ENTER, "Need", ENTER, "Search", ENTER, ESC)
    assert stages(open_session) == {"Need": ["Search"]}
    assert not offer.isVisible()


def test_the_offer_is_pressed_too(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("journey",))
    run(window, "delete")
    offer = canvas.findChild(QPushButton, "add-first-journey")
    assert offer is not None
    offer.setFocus()
    QTest.keyClick(offer, Qt.Key.Key_Space)
    assert len(open_session.project.journeys) == 1
    assert QApplication.focusWidget() is canvas
