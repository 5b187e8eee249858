"""The pages that lead from results to decisions show what the analyses say, and lead back to the map."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.analysis.paths.report import actual_paths
from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.pages.changes import ChangesPage
from journeymapper.desktop.act.pages.drivers import DriversPage
from journeymapper.desktop.act.pages.order import PAGES
from journeymapper.desktop.act.pages.paths import PathsPage
from journeymapper.desktop.act.result_table import ResultTable
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model.event_log import EventLog, LogColumns


def texts(table: ResultTable, column: int) -> list[str]:
    cells = (table.item(row, column) for row in range(table.rowCount()))
    return [cell.text() for cell in cells if cell is not None]


def test_every_page_can_be_chosen_and_says_something(pages: ActView) -> None:
    for name in PAGES:
        pages.show_page(name)
        assert pages.page.objectName() == f"act-{name}"
        assert pages.page.title.text()


def test_the_grade_of_two_seasons_has_not_certainly_changed(pages: ActView, drainage: Session) -> None:
    pages.show_page("changes")
    page = pages.page
    assert isinstance(page, ChangesPage)
    assert page.title.text() == "Nothing has certainly changed; 1 only seems to have"
    assert texts(page.table, 6)[0] == "seems better, not certain"
    assert page.table.chosen == "P20"


def test_a_row_leads_to_its_element_on_the_map(pages: ActView, drainage: Session) -> None:
    pages.show_page("changes")
    page = pages.page
    assert isinstance(page, ChangesPage)
    page.table.setFocus()
    place = page.table.visualRect(page.table.model().index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert drainage.view.mode == "results"
    assert drainage.selection == ("P20",)


def test_the_strongest_driver_heads_the_page(pages: ActView, qtbot: QtBot) -> None:
    pages.show_page("drivers")
    page = pages.page
    assert isinstance(page, DriversPage)
    qtbot.waitUntil(lambda: page.table.rowCount() > 0, timeout=30_000)
    shares = [float(text.removesuffix("\N{NO-BREAK SPACE}%")) for text in texts(page.table, 2)]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(100, abs=2)
    assert page.title.text() == f"{texts(page.table, 0)[0]} matters most"


def test_drivers_that_cannot_be_told_say_why(pages: ActView, qtbot: QtBot) -> None:
    pages.show_page("drivers")
    page = pages.page
    assert isinstance(page, DriversPage)
    place = page._outcome.findData("P1")  # an aggregate of reviews: nobody answered anything else
    page._outcome.setCurrentIndex(place)
    page._outcome.activated.emit(place)
    qtbot.waitUntil(lambda: page.title.text() == "No drivers can be told", timeout=30_000)
    assert page.sub.text()
    assert page.table.rowCount() == 0


def log_of(drainage: Session) -> EventLog:
    """20 cases straight from survey visit to offer to contract, 10 back from the offer to another survey visit."""
    paths: list[tuple[str, ...]] = [("Survey visit", "Offer", "Contract and dates")] * 20
    paths += [("Survey visit", "Offer", "Survey visit", "Offer", "Fax")] * 10
    rows = [(f"c{case}", step, 86_400.0 * place) for case, path in enumerate(paths) for place, step in enumerate(path)]
    cases, steps, times = (list(column) for column in zip(*rows, strict=True))
    return EventLog(
        cases=cases, activities=steps, times=times, columns=LogColumns(case="case", activity="what", time="when")
    )  # fmt: skip


def test_the_paths_taken_are_shown_and_one_becomes_a_journey(pages: ActView, drainage: Session) -> None:
    pages.show_page("paths")
    page = pages.page
    assert isinstance(page, PathsPage)
    assert page.title.text() == "No actual paths yet"
    journey = drainage.project.journeys[drainage.view.journey]
    drainage.learn(paths={journey.id: actual_paths(journey, [log_of(drainage)], seen_only=True)})
    page.fill()
    assert page.title.text() == "20 cases went straight down the happy path"
    assert texts(page.variants, 0) == ["20", "10"]
    assert texts(page.turns, 0)[0] == "back"
    page.variants.selectRow(1)
    page._make.click()
    made = drainage.project.journeys[drainage.view.journey]
    assert made.id != journey.id
    assert [touchpoint.name for touchpoint in made.ordered_touchpoints()] == ["Survey visit", "Offer", "Fax"]
    kinds = {(made.touchpoints[x.source].name, made.touchpoints[x.target].name): x.kind for x in made.links.values()}
    assert kinds == {("Survey visit", "Offer"): "happy", ("Offer", "Survey visit"): "loop", ("Offer", "Fax"): "happy"}
    drainage.undo()
    assert drainage.project.journeys.keys() == {journey.id}


def test_columns_are_sorted_by_number_and_not_by_letter(pages: ActView, drainage: Session) -> None:
    pages.show_page("paths")
    page = pages.page
    assert isinstance(page, PathsPage)
    journey = drainage.project.journeys[drainage.view.journey]
    drainage.learn(paths={journey.id: actual_paths(journey, [log_of(drainage)], seen_only=True)})
    page.fill()
    page.funnel.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    counts = [int(text) for text in texts(page.funnel, 1)]
    assert counts == sorted(counts)


def test_the_mode_swaps_the_map_for_the_pages_and_back(window: Window, qtbot: QtBot) -> None:
    assert window.session is not None
    window.session.look(mode="act")
    shown = window.findChild(ActView)
    assert isinstance(shown, ActView)
    assert shown.isVisible()
    assert not window.canvas.isVisible()
    assert not window.inspector.isVisible()
    window.session.look(mode="map")
    assert window.inspector.isVisible()
    assert window.canvas.isVisible()
    assert not shown.isVisible()
