"""The portfolio: all journeys with their figures, typed into, begun, opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget

from journeymapper.desktop.dialogs.portfolio_dialog import PortfolioDialog, row_of
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.desktop.conftest import clear_away


@pytest.fixture
def dialog(window: Window) -> PortfolioDialog:
    """The dialog over the project and two journeys that are only listed."""
    for key, name, volume in (("claims", "Claims", 240), ("moving", "Moving house", 31000)):
        listed = Journey(id=key, name=name, mapped=False, volume=volume)
        session_of(window).apply(Message("Add journey"), lambda project, one=listed: edits.add_journey(project, one))  # type: ignore[misc]
    window.menus.action("portfolio").trigger()
    found = window.findChild(PortfolioDialog)
    assert found is not None
    return found


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def table(dialog: PortfolioDialog) -> QTableWidget:
    found = dialog.findChild(QTableWidget)
    assert found is not None
    return found


def cells(dialog: PortfolioDialog, row: int) -> list[str]:
    shown = table(dialog)
    return [str(shown.model().index(row, column).data()) for column in range(shown.columnCount())]


def type_into(dialog: PortfolioDialog, row: int, column: int, text: str) -> None:
    item = table(dialog).item(row, column)
    assert item is not None
    item.setText(text)


def press(dialog: PortfolioDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, f"portfolio-{name}")
    assert button is not None
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_each_journey_is_told_with_its_figures(dialog: PortfolioDialog) -> None:
    assert cells(dialog, 0) == ["Renovation", "current state", "", "", "", "", "5", "3"]
    assert cells(dialog, 2) == ["Moving house", "not mapped yet", "31,000", "", "", "", "0", "0"]


def test_touchpoints_covered_besides_count_as_measured(project: Project) -> None:
    covering = edits.change(project, "P1", also_covers=("contract", "digging"))
    assert row_of(covering, covering.journeys["journey"]).measured == 4


def test_cells_are_typed_into(window: Window, dialog: PortfolioDialog) -> None:
    session = session_of(window)
    type_into(dialog, 1, 2, "12 000")
    type_into(dialog, 1, 4, "nobody calls back")
    claims = session.project.journeys["claims"]
    assert (claims.volume, claims.suspected_pain) == (12000, "nobody calls back")
    type_into(dialog, 1, 2, "")
    assert session.project.journeys["claims"].volume is None
    session.undo()
    assert cells(dialog, 1)[2] == "12,000"


@pytest.mark.parametrize(("column", "text"), [(0, "  "), (2, "many")])
def test_what_cannot_be_is_refused_and_the_cell_is_as_before(
    window: Window, dialog: PortfolioDialog, column: int, text: str
) -> None:
    before, shown = session_of(window).project, cells(dialog, 1)
    type_into(dialog, 1, column, text)
    assert session_of(window).project is before
    assert cells(dialog, 1) == shown
    assert [label.text() for label in dialog.findChildren(QLabel) if label.property("look") == "error"] != [""]


def test_numbers_are_sorted_as_numbers(dialog: PortfolioDialog) -> None:
    table(dialog).sortItems(2, Qt.SortOrder.DescendingOrder)
    assert [cells(dialog, row)[0] for row in range(3)] == ["Moving house", "Claims", "Renovation"]


def test_a_listed_journey_is_begun_and_shown(window: Window, dialog: PortfolioDialog) -> None:
    table(dialog).setCurrentCell(2, 0)
    press(dialog, "map")
    session = session_of(window)
    moving = session.project.journeys["moving"]
    assert moving.mapped
    assert len(moving.stage_order) == 1
    assert session.view.journey == "moving"
    session.undo()
    assert not session.project.journeys["moving"].mapped


def test_a_journey_is_added_and_named_at_once(window: Window, dialog: PortfolioDialog) -> None:
    press(dialog, "add")
    session = session_of(window)
    added = session.project.journeys[session.project.journey_order[-1]]
    assert not added.mapped
    assert table(dialog).currentRow() == 3
    assert table(dialog).state() == QTableWidget.State.EditingState


def test_the_chosen_journey_is_opened(window: Window, dialog: PortfolioDialog) -> None:
    table(dialog).setCurrentCell(1, 0)
    press(dialog, "open")
    assert session_of(window).view.journey == "claims"
    assert not dialog.isVisible()


def test_no_heading_is_cut_between_its_words(window: Window) -> None:
    session_of(window).look(language=language("fi"))
    clear_away()
    window.menus.action("portfolio").trigger()
    found = window.findChild(PortfolioDialog)
    assert found is not None
    header, model = table(found).horizontalHeader(), table(found).model()
    for column in range(header.count()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal)).split()
        assert header.sectionSize(column) >= max(header.fontMetrics().horizontalAdvance(word) for word in words)
    assert header.height() >= 2 * header.fontMetrics().lineSpacing()
