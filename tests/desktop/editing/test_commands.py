"""Commands for several cards, told why not where they cannot be used, and named alike in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget

from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.palette.palette import Palette
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from tests.desktop.conftest import clear_away
from tests.desktop.editing.hands import run, stages

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MODES = ("map", "measure", "results", "act")
ADDING = ("touchpoint", "stage", "journey", "point", "action", "note", "images", "persona", "channel", "promise")


@pytest.fixture(autouse=True)
def on_the_map(window: Window) -> None:
    """The keyboard is on the map."""
    QApplication.processEvents()
    window.canvas.setFocus()


def marked(session: Session, field: str) -> set[str]:
    touchpoints = session.project.journeys["journey"].touchpoints
    return {key for key, one in touchpoints.items() if getattr(one, field)}


@pytest.mark.parametrize(
    ("name", "field", "keys"),
    [("moment-of-truth", "moment_of_truth", CTRL), ("conditional", "conditional", CTRL | SHIFT)],
)
def test_a_key_marks_all_selected_cards_and_takes_the_mark_back(
    window: Window, canvas: MapCanvas, open_session: Session, name: str, field: str, keys: Qt.KeyboardModifier
) -> None:
    before, action = open_session.project, window.menus.action(name)
    open_session.select(("offer",))
    QTest.keyClick(canvas, Qt.Key.Key_T, keys)
    assert marked(open_session, field) == {"offer"}
    assert action.isChecked()
    open_session.select(("offer", "digging"))
    assert not action.isChecked()
    QTest.keyClick(canvas, Qt.Key.Key_T, keys)
    assert marked(open_session, field) == {"offer", "digging"}
    QTest.keyClick(canvas, Qt.Key.Key_T, keys)
    assert not marked(open_session, field)
    assert len(open_session.history.past) == 3
    open_session.travel(-3)
    assert open_session.project is before
    open_session.select(("agree",))
    assert not action.isEnabled()


def opened(window: Window) -> tuple[Palette, QLineEdit, QTreeWidget]:
    run(window, "palette")
    palette = window.findChild(Palette)
    assert palette is not None
    line, found = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    assert line is not None
    assert found is not None
    return palette, line, found


def row(found: QTreeWidget, number: int = 0) -> tuple[str, str]:
    return tuple(str(found.model().index(number, column).data()) for column in (0, 1))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("typed", "words", "why"),
    [
        ("moment", "Moment of truth", "Select touchpoints first."),
        ("conditional", "Conditional: only for some", "Select touchpoints first."),
        ("link loop", "Link back, as a loop", "Select several touchpoints first."),
        ("undo", "Undo", "Nothing to do now"),
    ],
)
def test_the_palette_tells_why_a_command_cannot_be_used(
    window: Window, open_session: Session, typed: str, words: str, why: str
) -> None:
    open_session.select(())
    palette, line, found = opened(window)
    QTest.keyClicks(line, typed)
    assert row(found) == (words, why)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert not open_session.modified
    QTest.keyClick(line, Qt.Key.Key_Escape)
    clear_away()


def test_what_can_be_used_comes_first_and_is_done(window: Window, open_session: Session) -> None:
    open_session.select(("offer", "digging"))
    _, line, found = opened(window)
    QTest.keyClicks(line, "moment")
    assert row(found) == ("Moment of truth", "Arrange")
    QTest.keyClick(line, Qt.Key.Key_Return)
    clear_away()
    assert marked(open_session, "moment_of_truth") == {"offer", "digging"}


def test_grey_commands_tell_why_in_the_status_line(window: Window, open_session: Session) -> None:
    open_session.select(("offer",))
    assert window.menus.action("merge").statusTip() == "Select several touchpoints first."
    open_session.select(("offer", "digging"))
    assert window.menus.action("merge").statusTip() == ""


def test_enter_is_called_enter_and_both_of_them_work(window: Window, canvas: MapCanvas, open_session: Session) -> None:
    keys = window.menus.action("add-touchpoint").shortcuts()
    assert [key.toString() for key in keys] == ["Ctrl+Enter", "Ctrl+Return"]
    for key in (Qt.Key.Key_Enter, Qt.Key.Key_Return):
        open_session.select(("offer",))
        QTest.keyClick(canvas, key, CTRL)
        QTest.keyClick(QApplication.focusWidget() or canvas, Qt.Key.Key_Escape)
    assert len(stages(open_session)["Agree"]) == 4


def in_finnish(window: Window, session: Session) -> None:
    session.look(language=language("fi"))
    QApplication.processEvents()
    clear_away()


def test_finnish_keys_and_names(window: Window, open_session: Session) -> None:
    in_finnish(window, open_session)
    native = QKeySequence.SequenceFormat.NativeText
    assert window.menus.action("add-stage").shortcut().toString(native) == "Ctrl+Vaihto+Enter"
    modes = [window.menus.action(f"mode-{mode}").text().replace("&", "") for mode in MODES]
    assert all(words.endswith("näkymä") for words in modes)


@pytest.mark.parametrize(("code", "verb"), [("en", "Add "), ("fi", "Lisää ")])
def test_what_adds_says_so(window: Window, open_session: Session, code: str, verb: str) -> None:
    if code == "fi":
        in_finnish(window, open_session)
    words = [window.menus.action(f"add-{name}").text().replace("&", "") for name in ADDING]
    assert all(each.startswith(verb) for each in words)
