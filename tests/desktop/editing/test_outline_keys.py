"""The outline is edited in itself: new touchpoints and names, moves and deletions; the keyboard stays in it."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.panels.outline import ID, OutlineTree
from journeymapper.desktop.panels.outline_rows import Kept, branches
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from tests.desktop.editing.hands import ALT, NONE, run, stages

ENTER, TAB, BACK, ESC, F2, UP, DOWN = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)  # fmt: skip
SHIFT = Qt.KeyboardModifier.ShiftModifier
AS_IT_WAS = {"Agree": ["Offer", "Contract"], "Work": ["Digging", "Change of dates"], "After": ["Final invoice"]}


@pytest.fixture
def tree(window: Window) -> OutlineTree:
    """The window's outline, with the keyboard in it."""
    QApplication.processEvents()
    found = window.findChild(OutlineTree)
    assert found is not None
    found.setFocus()
    return found


def at(tree: OutlineTree, key: str) -> None:
    """Come to a row as by keyboard."""
    exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    (found,) = tree.model().match(tree.model().index(0, 0), ID, key, 1, exactly)
    tree.setCurrentIndex(found)


def here(tree: OutlineTree) -> str:
    """The element in whose row the keyboard is."""
    return str(tree.currentIndex().siblingAtColumn(0).data(ID))


def press(*keys: str | Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """To whatever has the keyboard, as the event loop would bring it."""
    for key in (stroke for word in keys for stroke in (word if isinstance(word, str) else (word,))):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key) if isinstance(key, str) else QTest.keyClick(focus, key, held)
        QApplication.processEvents()


def in_outline(tree: OutlineTree) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is tree or tree.isAncestorOf(focus))


def test_enter_adds_the_next_touchpoint_and_names_it_there(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(ENTER, "Questions", ENTER, "Answers", ENTER)
    assert in_outline(tree)
    press(ESC)
    assert stages(open_session)["Agree"] == ["Offer", "Questions", "Answers", "Contract"]
    (chosen,) = open_session.selection
    assert open_session.project.journeys["journey"].touchpoints[chosen].name == "Answers"
    assert QApplication.focusWidget() is tree
    for _ in range(2):
        run_undo(open_session)
    assert stages(open_session)["Agree"] == ["Offer", "Questions", "Contract"]


def run_undo(session: Session) -> None:
    session.undo()
    QApplication.processEvents()


def test_enter_on_a_stage_adds_its_first_touchpoint(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "after")
    press(ENTER, "Hand-over", TAB)
    assert stages(open_session)["After"] == ["Hand-over", "Final invoice"]
    press("Guarantee", ENTER, "Call", BACK)
    assert list(stages(open_session).items())[-1] == ("Guarantee", ["Call"])
    assert open_session.selection == (open_session.project.journeys["journey"].stage_order[-1],)
    assert in_outline(tree)


@pytest.mark.parametrize("words", ["", "   "])
def test_a_touchpoint_without_a_name_goes_again(tree: OutlineTree, open_session: Session, words: str) -> None:
    before = open_session.project
    at(tree, "offer")
    press(ENTER, words, ENTER)
    assert open_session.project is before
    assert open_session.selection == ("offer",)
    assert here(tree) == "offer"


def test_a_new_one_that_is_left_keeps_its_name(tree: OutlineTree, canvas: MapCanvas, open_session: Session) -> None:
    at(tree, "offer")
    press(ENTER, "Questions")
    canvas.setFocus()
    QApplication.processEvents()
    assert stages(open_session)["Agree"] == ["Offer", "Questions", "Contract"]
    assert not [field for field in tree.findChildren(QLineEdit) if field.isVisible()]


def test_a_name_that_cannot_be_is_told_and_nothing_follows(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(ENTER)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setMaxLength(1000)
    field.setText("x" * 900)
    press(ENTER)
    assert stages(open_session) == AS_IT_WAS
    assert "long" in tree.toolTip()


def test_f2_edits_the_bare_name_in_its_row_and_enter_ends_it(
    window: Window, tree: OutlineTree, canvas: MapCanvas, open_session: Session
) -> None:
    open_session.apply(Message("Change"), lambda p: edits.change(p, "offer", moment_of_truth=True, moment_reason="why"))
    at(tree, "offer")
    press(F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert tree.isAncestorOf(field)
    assert field.text() == "Offer"
    press("Bid", ENTER)
    assert tree.currentIndex().siblingAtColumn(0).data() == "Bid ★"
    assert stages(open_session)["Agree"] == ["Bid", "Contract"]
    assert not [one for one in canvas.findChildren(QPlainTextEdit) if one.isVisible()]


def test_tab_while_renaming_edits_no_other_row(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(F2, "Bid", TAB)
    assert not [field for field in tree.findChildren(QLineEdit) if field.isVisible()]
    assert stages(open_session) == AS_IT_WAS | {"Agree": ["Bid", "Contract"]}
    assert open_session.selection == ("offer",)


def test_tab_leads_out_of_the_outline(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(TAB)
    assert not in_outline(tree)
    assert open_session.selection == ("offer",)


def test_alt_and_arrows_move_what_is_selected(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(DOWN, held=SHIFT)
    assert set(open_session.selection) == {"offer", "contract"}
    press(DOWN, held=ALT)
    assert list(stages(open_session).values()) == [
        [],
        ["Offer", "Contract", "Digging", "Change of dates"],
        ["Final invoice"],
    ]
    press(UP, held=ALT)
    assert stages(open_session) == AS_IT_WAS
    assert set(open_session.selection) == {"offer", "contract"}
    assert in_outline(tree)


def test_delete_goes_on_with_the_neighbour(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "offer")
    press(Qt.Key.Key_Delete)
    assert here(tree) == "contract"
    assert open_session.selection == ("contract",)
    assert in_outline(tree)


def test_what_is_no_touchpoint_is_renamed_by_enter(tree: OutlineTree, open_session: Session) -> None:
    at(tree, "ritva")
    press(ENTER, "Riitta", ENTER)
    assert open_session.project.personas["ritva"].name == "Riitta"
    assert stages(open_session) == AS_IT_WAS


def test_a_heading_takes_no_enter(tree: OutlineTree, open_session: Session) -> None:
    open_session.select(("offer",))
    at(tree, "Personas")
    press(ENTER)
    assert not open_session.modified


def test_ctrl_enter_names_where_the_keyboard_is(
    window: Window, tree: OutlineTree, canvas: MapCanvas, open_session: Session
) -> None:
    at(tree, "offer")
    run(window, "add-touchpoint")
    assert in_outline(tree)
    press(ESC)
    canvas.setFocus()
    run(window, "add-touchpoint")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


@pytest.mark.parametrize("chosen", ["offer", "agree", "ritva"])
def test_in_act_mode_a_name_is_edited_in_the_outline(
    window: Window, tree: OutlineTree, open_session: Session, chosen: str
) -> None:
    open_session.look(mode="act")
    QApplication.processEvents()
    open_session.select((chosen,))
    window.canvas.clearFocus()
    run(window, "rename")
    assert in_outline(tree)
    press("Another name", ENTER)
    open_session.look(mode="map")
    shown = {item.text(0) for item in tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)}
    assert "Another name" in shown


def test_in_act_mode_nothing_is_written_on_the_map_that_is_not_seen(window: Window, open_session: Session) -> None:
    open_session.select(("offer",))
    assert window.menus.action("write").isEnabled()
    open_session.look(mode="act")
    assert not window.menus.action("write").isEnabled()
    assert not window.menus.action("split-card").isEnabled()


def test_what_has_no_name_of_its_own_gets_the_keyboard_in_the_inspector(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "contract"))
    run(window, "link-skip")
    run(window, "rename")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.inspector.isAncestorOf(focus) or isinstance(focus, QPlainTextEdit)


def test_nothing_is_added_in_a_file_that_is_read_only(tree: OutlineTree, open_session: Session) -> None:
    open_session.read_only = True
    at(tree, "offer")
    press(ENTER, F2)
    press(DOWN, held=ALT)
    assert not open_session.modified


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_keys_at_all_leave_an_outline_of_the_document(tree: OutlineTree, open_session: Session, seed: int) -> None:
    chance, start = Random(seed), open_session.project
    at(tree, "offer")
    for _ in range(300):
        if not in_outline(tree):
            tree.setFocus()
        held = chance.choice((NONE, NONE, NONE, ALT, SHIFT))
        press(chance.choice((ENTER, ENTER, TAB, BACK, ESC, F2, UP, DOWN, Qt.Key.Key_Delete, "x")), held=held)
    press(ESC)
    shown = [row.key for rows in branches(open_session, Kept()).values() for row in rows]
    found = tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
    assert sorted(item.data(0, ID) for item in found) == sorted(shown)
    while open_session.history.past:
        run_undo(open_session)
    assert open_session.project is start


def test_a_command_takes_over_what_is_typed_in_a_row(
    window: Window, tree: OutlineTree, canvas: MapCanvas, open_session: Session
) -> None:
    at(tree, "offer")
    press(F2, "Bid")
    run(window, "write")
    assert stages(open_session)["Agree"] == ["Bid", "Contract"]
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    at(tree, "offer")
    tree.setFocus()
    press(ENTER, "Questions")
    run(window, "delete")
    assert stages(open_session) == AS_IT_WAS | {"Agree": ["Bid", "Contract"]}
