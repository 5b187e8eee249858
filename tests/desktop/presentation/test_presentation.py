"""The presentation by its keys: on, back, first, last, scores, size, out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journeymapper.desktop.presentation.presentation import Presentation
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from tests.desktop.conftest import clear_away

K = Qt.Key


@pytest.fixture
def shown(session: Session, qtbot: QtBot) -> Iterator[Presentation]:
    """A presentation on a full screen."""
    made = Presentation(session)
    made.resize(1920, 1080)
    made.show()
    qtbot.waitExposed(made)
    yield made
    if isValid(made):
        made.close()
    clear_away()


def press(shown: Presentation, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(shown, key)
    return shown.stop


def test_keys_walk_from_the_whole_map_to_the_last_stage_and_back(shown: Presentation) -> None:
    assert shown.stop == ""
    seen: list[str] = []
    while not seen or press(shown, K.Key_Space) != "after":
        seen.append(shown.stop)
        assert len(seen) < 20
    assert list(dict.fromkeys(seen)) == ["", "agree", "work"]
    for key in (K.Key_PageDown,) * 6:
        press(shown, key)
    assert shown.stop == "after"
    assert press(shown, K.Key_Home) == ""
    assert press(shown, K.Key_Left) == ""
    assert press(shown, K.Key_End) == "after"
    assert press(shown, K.Key_PageUp) in ("after", "work")


@pytest.mark.parametrize("key", [K.Key_Right, K.Key_Down, K.Key_PageDown, K.Key_Space, K.Key_Return])
def test_each_of_these_keys_goes_on(shown: Presentation, key: Qt.Key) -> None:
    assert press(shown, key) == "agree"


def test_every_page_of_a_stage_is_passed_in_both_directions(shown: Presentation) -> None:
    shown.enlarge(4)
    forward, back = [shown.picture], []
    for _ in range(60):
        press(shown, K.Key_Right)
        if shown.picture is forward[-1]:
            break
        forward.append(shown.picture)
    for _ in range(60):
        back.append(shown.picture)
        press(shown, K.Key_Left)
        if shown.picture is back[-1]:
            break
    assert len(forward) >= 4
    assert [id(picture) for picture in back] == [id(picture) for picture in reversed(forward)]


def test_scores_are_hidden_until_s_is_pressed(shown: Presentation, session: Session) -> None:
    session.look(mode="results")
    press(shown, K.Key_Right)
    assert not shown.results
    parts = {group.part for group in shown.picture.groups}
    press(shown, K.Key_S)
    assert shown.results
    assert {group.part for group in shown.picture.groups} - parts
    press(shown, K.Key_S)
    assert {group.part for group in shown.picture.groups} == parts


def test_plus_and_minus_make_the_type_larger_up_to_twice_its_size(shown: Presentation) -> None:
    press(shown, K.Key_Right)
    usual = shown.picture.width
    sizes = []
    for _ in range(6):
        QTest.keyClicks(shown, "+")
        sizes.append(shown.percent)
    assert sizes == [125, 150, 175, 200, 200, 200]
    assert shown.picture.width < usual
    for _ in range(6):
        QTest.keyClicks(shown, "-")
    assert shown.percent == 100
    assert shown.picture.width == pytest.approx(usual)


def test_it_follows_the_document(shown: Presentation, session: Session) -> None:
    press(shown, K.Key_Right)
    session.apply(Message("Rename"), lambda project: edits.change(project, "agree", name="Sopimus"))
    assert shown.windowTitle() == "Sopimus"
    session.apply(Message("Delete"), lambda project: edits.remove(project, "agree"))
    assert shown.stop == ""
    session.apply(Message("Delete"), lambda project: edits.remove(project, "journey"))
    assert not shown.isVisible()


def test_the_mouse_goes_on_and_back(shown: Presentation) -> None:
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert shown.stop == "agree"
    QTest.mouseClick(shown, Qt.MouseButton.RightButton)
    assert shown.stop == ""


def test_esc_ends_it(window: Window) -> None:
    window.menus.action("present").trigger()
    shown = window.findChild(Presentation)
    assert shown is not None
    assert shown.isFullScreen()
    QTest.keyClick(shown, K.Key_Escape)
    clear_away()
    assert window.findChild(Presentation) is None


def test_it_begins_at_the_selected_stage(window: Window) -> None:
    assert window.session is not None
    window.session.select(("change",))
    window.menus.action("present-here").trigger()
    shown = window.findChild(Presentation)
    assert shown is not None
    assert shown.stop == "work"


def test_closing_the_project_ends_it(window: Window) -> None:
    window.menus.action("present").trigger()
    window.start_page()
    clear_away()
    assert window.findChild(Presentation) is None
