"""The plan below the map: tables that edit like a spreadsheet, checks that mend and waive, metrics that are dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.plan.checks_tab import FINDING, ChecksTab
from journeymapper.desktop.plan.coverage_tab import CoverageTab
from journeymapper.desktop.plan.dock import TABS, PlanDock
from journeymapper.desktop.plan.goals_tab import GoalsTab
from journeymapper.desktop.plan.grid_view import GridView
from journeymapper.desktop.plan.library_tab import LibraryTab
from journeymapper.desktop.plan.load_tab import LoadTab
from journeymapper.desktop.plan.roll_out_tab import RollOutTab
from journeymapper.desktop.plan.taking import METRIC_MIME, MetricDrops
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Link
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.plan import RollOutStep
from journeymapper.model.project import Goal
from tests.desktop.editing.hands import middle
from tests.desktop.scripted import ScriptedAsking


def dock_of(window: Window) -> PlanDock:
    """The plan's dock."""
    found = window.findChild(PlanDock)
    assert isinstance(found, PlanDock)
    return found


def open_tab(window: Window, name: str) -> QWidget:
    """A tab as the menu opens it."""
    window.menus.action(f"plan-{name}").trigger()
    return dock_of(window).page(name)


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def table(window: Window) -> GridView:
    """The plan's table with a step of undo to its name."""
    page = open_tab(window, "table")
    view = page.findChild(GridView)
    assert isinstance(view, GridView)
    view.setFocus()
    return view


def choose(view: GridView, *cells: tuple[int, str]) -> None:
    """Choose cells by row and column name, as with Ctrl and the mouse."""
    model, names = view.selectionModel(), [column.name for column in view.grid.columns]
    model.clearSelection()
    for row, name in cells:
        index = view.sorted.index(row, names.index(name))
        model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def test_the_plan_stands_below_the_map_in_measure_mode_only(window: Window) -> None:
    dock, session = dock_of(window), session_of(window)
    session.look(mode="map")
    assert not dock.isVisible()
    session.look(mode="measure")
    assert dock.isVisible()
    window.menus.action("plan-below").trigger()
    assert not dock.isVisible()
    window.menus.action("plan-goals").trigger()
    assert dock.isVisible()


@pytest.mark.parametrize("name", [name for name, _ in TABS])
def test_every_tab_opens_by_its_menu_and_has_a_key(window: Window, name: str) -> None:
    page = open_tab(window, name)
    assert page.isVisible()
    assert window.menus.action(f"plan-{name}").shortcut().toString()


def test_a_typed_cell_is_one_step_that_undo_takes_back(window: Window, table: GridView) -> None:
    session, before = session_of(window), session_of(window).project
    choose(table, (0, "owner"))
    index = table.currentIndex()
    table.edit(index)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "Sales")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert session.project.points["P1"].owner == "Sales"
    session.undo()
    assert session.project is before


def test_paste_fill_down_and_clear_like_a_spreadsheet(window: Window, table: GridView) -> None:
    session = session_of(window)
    choose(table, (0, "owner"))
    QGuiApplication.clipboard().setText("Anna\tPlanned\nBo\tIdea")
    QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(p.owner, p.status) for p in session.project.ordered_points()][:2] == [("Anna", "planned"), ("Bo", "idea")]
    assert len(session.history.past) == 1
    choose(table, (0, "owner"), (1, "owner"), (2, "owner"))
    QTest.keyClick(table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert {point.owner for point in session.project.ordered_points()} == {"Anna"}
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Anna\nAnna\nAnna"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert {point.owner for point in session.project.ordered_points()} == {""}
    assert len(session.history.past) == 3


def test_one_text_goes_into_all_chosen_cells_and_figures_are_read_in_both_languages(
    window: Window, table: GridView
) -> None:
    session = session_of(window)
    choose(table, (0, "volume"), (1, "volume"))
    assert table.paste("1,200")
    choose(table, (0, "response"), (1, "response"))
    assert table.paste("25 %")
    choose(table, (0, "target"))
    assert table.paste("4,5")
    first, second, _ = session.project.ordered_points()
    assert (first.expected_volume, second.expected_volume, first.expected_response) == (1200, 1200, 0.25)
    assert first.target is not None
    assert first.target.value == 4.5
    assert table.grid.text(0, [column.name for column in table.grid.columns].index("expected")) == "300"


def test_a_refused_cell_is_told_and_nothing_is_changed(window: Window, table: GridView, asking: ScriptedAsking) -> None:
    before = session_of(window).project
    choose(table, (0, "owner"))
    assert not table.paste("Anna\tnonsense")
    assert session_of(window).project is before
    assert "none of Idea, Planned" in asking.told[-1]


def test_rows_are_filtered_and_sorted_and_edits_find_their_row(window: Window, table: GridView) -> None:
    session = session_of(window)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    choose(table, (0, "owner"))
    table.paste("Last")
    assert session.project.points["P3"].owner == "Last"
    table.sorted.setFilterFixedString("offer")
    assert table.sorted.rowCount() == 1
    choose(table, (0, "owner"))
    table.paste("First")
    assert session.project.points["P1"].owner == "First"


def test_a_chosen_row_is_shown_in_the_inspector(window: Window, table: GridView) -> None:
    choose(table, (1, "question"))
    assert session_of(window).selection == ("P2",)


def test_a_finding_is_mended_waived_and_taken_back(window: Window) -> None:
    session, page = session_of(window), open_tab(window, "checks")
    session.apply(Message("Delete"), lambda p: edits.change(p, "P1", target=None))
    assert isinstance(page, ChecksTab)
    words = [page.list.item(row).text() for row in range(page.list.count())]
    page.list.setCurrentRow(next(row for row, text in enumerate(words) if "neither target" in text))
    assert page.why.text()
    page.mend_button.click()
    assert session.project.points["P1"].target is not None
    page.list.setCurrentRow(0)
    count = page.list.count()
    page.waive(" ")
    assert session.project.waivers == {}
    page.waive("we know")
    assert [one.reason for one in session.project.waivers.values()] == ["we know"]
    page.list.setCurrentRow(page.list.count() - 1)
    assert page.back_button.isVisibleTo(page)
    page.take_back()
    assert session.project.waivers == {}
    assert page.list.count() == count


def test_ways_that_lead_nowhere_are_told_waived_and_stay_chosen(window: Window, qtbot: QtBot) -> None:
    session, page = session_of(window), open_tab(window, "checks")
    assert isinstance(page, ChecksTab)
    way = Link(id="way", source="offer", target="contract")
    session.apply(Message("Add link"), lambda project: edits.add_link(project, "journey", way))

    def rows(kind: str) -> list[int]:
        found = [page.list.item(row).data(FINDING) for row in range(page.list.count())]
        return [row for row, one in enumerate(found) if isinstance(one, Finding) and one.kind == kind]

    page.list.setCurrentRow(page.list.count() - 1)
    last = page.list.currentItem().text()
    qtbot.waitUntil(lambda: bool(rows("unreachable")), timeout=20_000)
    assert page.list.currentItem().text() == last
    count = len(rows("unreachable"))
    page.list.setCurrentRow(rows("unreachable")[0])
    assert page.why.text()
    page.waive("only drawn so far")
    assert len(rows("unreachable")) == count - 1


def test_a_metric_of_the_library_measures_the_selection(window: Window, asking: ScriptedAsking) -> None:
    session, page = session_of(window), open_tab(window, "library")
    assert isinstance(page, LibraryTab)
    session.select(())
    page.put()
    assert len(session.project.points) == 3
    assert asking.told
    page.search.setText("CES 2.0, mean")
    session.select(("change",))
    assert page.button.isEnabled()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    point = session.project.points["P4"]
    assert (point.metric, point.anchor.id, point.scope) == ("ces2", "change", "encounter")
    assert "easy" in point.question


def test_a_metric_is_dropped_on_a_card(window: Window) -> None:
    session, canvas = session_of(window), window.canvas
    session.look(mode="measure")
    data = QMimeData()
    data.setData(METRIC_MIME, b"nps")
    event = QDropEvent(
        QPointF(middle(canvas, "change")),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drops = canvas.findChild(MetricDrops)
    assert drops is not None
    assert drops.eventFilter(canvas, event)
    assert session.project.points["P4"].anchor.id == "change"


def test_coverage_and_goals_follow_the_document(window: Window) -> None:
    session, page = session_of(window), open_tab(window, "coverage")
    assert isinstance(page, CoverageTab)
    session.apply(Message("x"), lambda p: edits.change(p, "offer", channels=("phone",)))
    cell = page.matrix.item(0, 0)
    assert cell is not None
    assert cell.text() == "enough"
    goals = open_tab(window, "goals")
    assert isinstance(goals, GoalsTab)
    session.apply(Message("x"), lambda p: edits.add_goal(p, Goal(id="g", text="Be recommended", points=("P1",))))
    assert "P2, P3" in goals.left_over.text()
    QTest.keyClick(goals.picture, Qt.Key.Key_Down)
    assert session.selection == ("g",)


def test_a_year_is_simulated_as_a_job(window: Window, qtbot: QtBot) -> None:
    session = session_of(window)
    session.apply(Message("x"), lambda p: edits.change(p, "P1", method="e-mail", expected_volume=100, instrument="K1"))
    page = open_tab(window, "load")
    assert isinstance(page, LoadTab)
    page.button.click()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=10_000)
    name = page.table.item(0, 0)
    assert name is not None
    assert name.text() == "K1"
    assert "100 customers" in page.said.text()


def test_a_movable_point_goes_to_the_next_place_and_remembers_the_last(window: Window) -> None:
    session = session_of(window)
    session.apply(Message("x"), lambda p: edits.change(p, "P1", permanence="movable"))
    session.apply(Message("x"), lambda p: edits.add_roll_out_step(p, RollOutStep(id="s", name="First", points=("P1",))))
    page = open_tab(window, "roll-out")
    assert isinstance(page, RollOutTab)
    which = page.findChild(QComboBox)
    assert which is not None
    assert which.count() == 1
    page.move_point()
    point = session.project.points["P1"]
    assert point.anchor.id != "offer"
    assert [one.place for one in point.stood] == ["Offer"]
    assert "First" in page.forecast.text()


def test_own_metrics_go_out_and_come_in(window: Window, asking: ScriptedAsking, tmp_path: Path) -> None:
    session, page = session_of(window), open_tab(window, "library")
    assert isinstance(page, LibraryTab)
    session.apply(
        Message("x"), lambda p: edits.add_metric(p, Metric(id="own", kind="mean", worst=0, best=3, name="Own"))
    )
    asking.answers = [tmp_path / "own.json", tmp_path / "own.json", tmp_path / "gone.json"]
    page.export_own()
    session.undo()
    page.import_own()
    assert session.project.metrics["own"].name == "Own"
    page.import_own()
    assert "cannot be opened" in asking.told[-1]
