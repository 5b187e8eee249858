"""Over the map by keyboard: every stage, card and note is reached, selected with others, and moved with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.desktop.canvas.keyboard import ROWS
from journeymapper.desktop.canvas.marks import shown_selected
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.editing.hands import ALT, LEFT, NONE, group, middle, parked, run, stages

SHIFT = Qt.KeyboardModifier.ShiftModifier
RIGHT_KEY, LEFT_KEY, UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ESC = (
    Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape,
)  # fmt: skip


@pytest.fixture(autouse=True)
def wide(canvas: MapCanvas) -> MapCanvas:
    """The keyboard is on the map."""
    QApplication.processEvents()
    canvas.setFocus()
    return canvas


def walked(canvas: MapCanvas, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> list[tuple[str, ...]]:
    """What is selected after each key."""
    seen = []
    for key in keys:
        QTest.keyClick(canvas, key, held)
        seen.append(canvas.session.selection)
    return seen


@pytest.mark.parametrize(
    ("start", "key", "to"),
    [
        ("offer", RIGHT_KEY, "contract"),
        ("offer", LEFT_KEY, "offer"),
        ("agree", RIGHT_KEY, "work"),
        ("work", LEFT_KEY, "agree"),
        ("change", UP, "work"),
        ("work", UP, "work"),
        ("work", DOWN, "digging"),
        ("digging", HOME, "offer"),
        ("digging", END, "final"),
        ("work", HOME, "agree"),
        ("work", END, "after"),
        ("offer", PAGE_DOWN, "digging"),
        ("change", PAGE_UP, "digging"),
        ("digging", PAGE_UP, "offer"),
        ("final", PAGE_DOWN, "final"),
        ("agree", PAGE_DOWN, "work"),
        ("ritva", DOWN, "offer"),
        ("journey", RIGHT_KEY, "offer"),
        ("note", RIGHT_KEY, "change"),
    ],
)  # fmt: skip
def test_every_key_leads_to_its_place(
    canvas: MapCanvas, open_session: Session, start: str, key: Qt.Key, to: str
) -> None:
    open_session.select((start,))
    assert walked(canvas, key) == [(to,)]


def test_from_nothing_one_begins_at_the_first_card(canvas: MapCanvas, open_session: Session) -> None:
    for key in (RIGHT_KEY, DOWN, UP, PAGE_DOWN):
        open_session.select(())
        assert walked(canvas, key) == [("offer",)]


def test_down_from_a_card_are_the_notes_that_the_map_shows(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.select(("digging",))
    run(window, "add-note")
    (second,) = open_session.selection
    open_session.select(("digging",))
    assert walked(canvas, DOWN, DOWN, DOWN) == [("note",), (second,), (second,)]
    of_note = [one for one in canvas.picture.groups if one.owner == "note"]
    assert [one.owner for one in shown_selected(of_note)] == ["note"]
    assert walked(canvas, UP, UP, UP) == [("note",), ("digging",), ("work",)]
    window.menus.action("lane-notes").trigger()
    open_session.select(("digging",))
    assert walked(canvas, DOWN) == [("digging",)]


def test_parked_cards_are_reached_behind_the_last_stage(
    window: Window, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.select(("offer", "digging"))
    run(window, "park")
    open_session.select(("contract",))
    assert walked(canvas, END, RIGHT_KEY, END, HOME, PAGE_UP) == [
        ("final",), ("offer",), ("digging",), ("offer",), ("final",)
    ]  # fmt: skip


def test_shift_selects_all_on_the_way_and_lets_go_on_the_way_back(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("contract",))
    assert walked(canvas, RIGHT_KEY, RIGHT_KEY, LEFT_KEY, held=SHIFT) == [
        ("digging", "contract"),
        ("change", "digging", "contract"),
        ("digging", "contract"),
    ]
    assert walked(canvas, LEFT_KEY, LEFT_KEY, held=SHIFT) == [("contract",), ("offer", "contract")]
    assert walked(canvas, END, HOME, PAGE_DOWN, held=SHIFT) == [
        ("final", "change", "digging", "contract"),
        ("offer", "contract"),
        ("digging", "contract"),
    ]
    assert walked(canvas, RIGHT_KEY) == [("change",)]


def test_stages_are_selected_along_their_row(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("agree",))
    assert walked(canvas, END, held=SHIFT) == [("after", "work", "agree")]


def test_what_is_walked_to_is_seen(canvas: MapCanvas, open_session: Session) -> None:
    for _ in range(8):
        canvas.zoom_in()
    open_session.select(("offer",))
    walked(canvas, END, held=SHIFT)
    assert canvas.rect().contains(middle(canvas, "final"))


def test_esc_lets_go_of_the_selection_last_of_all(canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer",))
    start = middle(canvas, "offer")
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + (middle(canvas, "final") - start) / 2)
    QTest.keyClick(canvas, ESC)
    QTest.mouseRelease(canvas, LEFT, NONE, start)
    assert open_session.selection == ("offer",)
    QTest.keyClicks(canvas, "B")
    QTest.keyClick(QApplication.focusWidget() or canvas, ESC)
    assert open_session.selection == ("offer",)
    assert walked(canvas, ESC) == [()]
    assert not open_session.modified


def names(session: Session) -> str:
    return " | ".join(" ".join(word.split()[0] for word in cards) for cards in stages(session).values())


@pytest.mark.parametrize(
    ("chosen", "key", "after"),
    [
        (("offer", "contract"), RIGHT_KEY, " | Offer Contract Digging Change | Final"),
        (("contract", "offer"), LEFT_KEY, "Offer Contract | Digging Change | Final"),
        (("contract", "digging"), RIGHT_KEY, "Offer | Contract Change Digging | Final"),
        (("digging", "contract"), LEFT_KEY, "Contract Offer Digging | Change | Final"),
        (("offer", "change"), RIGHT_KEY, "Contract Offer | Digging | Change Final"),
        (("change", "final"), RIGHT_KEY, "Offer Contract | Digging | Change Final"),
        (("final",), RIGHT_KEY, "Offer Contract | Digging Change | Final"),
        (("agree", "work"), RIGHT_KEY, "Final | Offer Contract | Digging Change"),
        (("work", "digging", "offer"), LEFT_KEY, "Digging Change | Offer Contract | Final"),
    ],
)  # fmt: skip
def test_alt_and_arrows_move_all_that_is_selected_in_one_step(
    canvas: MapCanvas, open_session: Session, chosen: tuple[str, ...], key: Qt.Key, after: str
) -> None:
    before = open_session.project
    open_session.select(chosen)
    QTest.keyClick(canvas, key, ALT)
    assert names(open_session) == after
    assert open_session.selection == chosen
    open_session.undo()
    assert open_session.project is before


def test_parked_cards_move_together(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    open_session.select(("offer", "contract", "digging"))
    run(window, "park")
    open_session.select(("contract", "digging"))
    QTest.keyClick(canvas, LEFT_KEY, ALT)
    assert parked(open_session) == ["Contract", "Digging", "Offer"]


def test_every_key_of_the_table_is_bound_once() -> None:
    keys = [key for row in ROWS for key in row.ways]
    assert len(keys) == len(set(keys))
    assert {"Shift+Tab", "Alt+Left", "Esc", ":", "/"} <= set(keys)


def test_nothing_is_moved_in_a_file_that_is_read_only(canvas: MapCanvas, open_session: Session) -> None:
    open_session.read_only = True
    open_session.select(("offer",))
    QTest.keyClick(canvas, RIGHT_KEY, ALT)
    assert not open_session.modified
    assert group(canvas, "offer")
