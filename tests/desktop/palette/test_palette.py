"""The palette: typed letters, arrows and Enter lead to every command and every element."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget

from journeymapper.desktop.palette.entries import bare
from journeymapper.desktop.palette.palette import Palette
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Message
from tests.desktop.conftest import clear_away


def opened(window: Window) -> tuple[Palette, QLineEdit, QTreeWidget]:
    window.menus.action("palette").trigger()
    palette = window.findChild(Palette)
    assert palette is not None
    line, found = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    assert line is not None
    assert found is not None
    return palette, line, found


def names(found: QTreeWidget) -> list[str]:
    return column(found, 0)


def column(found: QTreeWidget, number: int) -> list[str]:
    rows = range(found.topLevelItemCount())
    return [str(found.model().index(row, number).data()) for row in rows]


def test_an_element_is_reached_by_typing_alone(window: Window) -> None:
    _, line, found = opened(window)
    QTest.keyClicks(line, "chan dat")
    assert names(found)[0] == "Change of dates"
    QTest.keyClick(line, Qt.Key.Key_Return)
    clear_away()
    assert window.session is not None
    assert window.session.selection == ("change",)
    assert window.findChild(Palette) is None


def test_a_command_is_done_by_name(window: Window) -> None:
    _, line, found = opened(window)
    QTest.keyClicks(line, "results mode")
    assert column(found, 1)[0] == "View"
    QTest.keyClick(line, Qt.Key.Key_Return)
    clear_away()
    assert window.session is not None
    assert window.session.view.mode == "results"


def test_arrows_walk_and_stay_in_the_list(window: Window) -> None:
    _, line, found = opened(window)
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 11), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(line, key)
        assert found.currentIndex().row() == row
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert found.currentIndex().row() == found.topLevelItemCount() - 1


def test_what_has_no_name_like_it_is_said_and_enter_does_nothing(window: Window) -> None:
    palette, line, found = opened(window)
    QTest.keyClicks(line, "zzzqqq")
    assert names(found) == []
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    clear_away()
    assert window.findChild(Palette) is None


def test_an_element_of_another_journey_shows_that_journey(window: Window) -> None:
    assert window.session is not None
    other = Journey(id="other", name="Claims")

    def with_claims(project: object) -> object:
        made = edits.add_journey(project, other)  # type: ignore[arg-type]
        made = edits.add_stage(made, "other", Stage(id="report", name="Report"))
        return edits.add_touchpoint(made, "report", Touchpoint(id="form", name="Claim form"))

    window.session.apply(Message("Add journey"), with_claims)  # type: ignore[arg-type]
    _, line, _ = opened(window)
    QTest.keyClicks(line, "claim form")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.session.view.journey == "other"
    assert window.session.selection == ("form",)


def test_commands_that_cannot_be_used_now_are_offered_only_to_who_asks(window: Window) -> None:
    _, line, found = opened(window)
    assert "Undo" not in names(found)
    QTest.keyClicks(line, "undo")
    assert "Undo" in names(found)


@pytest.mark.parametrize(("menu", "words"), [("&Save", "Save"), ("R&&D", "R&D"), ("Prin&t…", "Print…")])
def test_access_keys_are_not_part_of_a_name(menu: str, words: str) -> None:
    assert bare(menu) == words
