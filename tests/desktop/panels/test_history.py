"""The list of steps: named, the present one chosen, a click goes there."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from journeymapper.desktop.panels.history import HistoryList
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message


@pytest.fixture
def listed(window: Window) -> QListWidget:
    """The list, shown."""
    window.menus.action("history").trigger()
    found = window.findChild(QListWidget, "history")
    assert found is not None
    assert found.isVisible()
    return found


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def lines(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def three_steps(session: Session) -> None:
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous"))
    added = Touchpoint(id="call", name="First call")
    session.apply(Message("Add touchpoint"), lambda project: edits.add_touchpoint(project, "agree", added, 0))
    session.apply(Message("Delete"), lambda project: edits.remove(project, "digging"))


def test_each_step_is_named_with_what_it_touched(window: Window, listed: QListWidget) -> None:
    three_steps(session_of(window))
    assert lines(listed) == ["As it was opened", "Rename: Tarjous", "Add touchpoint: First call", "Delete: Digging"]
    assert listed.currentRow() == 3


def test_a_click_goes_to_a_step_and_back(window: Window, listed: QListWidget) -> None:
    session = session_of(window)
    start = session.project
    three_steps(session)
    end = session.project
    changes: list[object] = []
    session.changed.connect(lambda _old, new: changes.append(new))
    listed.setCurrentRow(0)
    assert session.project is start
    assert lines(listed)[3] == "Delete: Digging"
    assert listed.currentRow() == 0
    listed.setCurrentRow(3)
    assert session.project is end
    assert changes == [start, end]


def test_the_list_follows_undo_and_hides_again(window: Window, listed: QListWidget) -> None:
    three_steps(session_of(window))
    window.menus.action("undo").trigger()
    assert listed.currentRow() == 2
    window.menus.action("history").trigger()
    panel = window.findChild(HistoryList)
    assert panel is not None
    assert panel.isHidden()


def test_a_long_history_shows_the_steps_around_the_present(window: Window, listed: QListWidget) -> None:
    session = session_of(window)
    for number in range(250):
        named = partial(edits.change, element_id="offer", name=f"Offer {number}")
        session.apply(Message("Rename"), named)
    assert listed.currentItem().text() == "Rename: Offer 249"
    listed.setCurrentRow(listed.count() - 11)
    assert session.project.journeys["journey"].touchpoints["offer"].name == "Offer 239"
    assert listed.currentItem().text() == "Rename: Offer 239"
    assert listed.currentItem().flags() & Qt.ItemFlag.ItemIsEnabled
