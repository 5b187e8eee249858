"""The inspector's head, tabs and lists."""

import sys
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QWidget

from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.inspector.listing import ListingPanel
from journeymapper.desktop.inspector.page import Page, ScrolledColumn
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.desktop.conftest import clear_away
from tests.desktop.inspector.conftest import SHOWN, control, page_of, part

MODES = ("map", "measure", "results")
HOSTILE = "<b>Offer</b> & {name} %s\N{RIGHT-TO-LEFT MARK} ‹script›"


def label(inspector: Inspector, name: str) -> str:
    return part(inspector, QLabel, f"inspector-{name}").text()


def tabs(inspector: Inspector) -> QTabBar:
    return part(inspector, QTabBar, "inspector-tabs")


def tab_words(inspector: Inspector) -> list[str]:
    bar = tabs(inspector)
    return [bar.tabText(index) for index in range(bar.count())] if bar.isVisibleTo(inspector) else []


def panel(inspector: Inspector, name: str) -> ListingPanel:
    return next(each for each in page_of(inspector).panels if each.listing.name == name)


def test_without_a_selection_the_journey_on_the_map_is_shown(inspector: Inspector, full_session: Session) -> None:
    assert label(inspector, "title") == "Renovation"
    full_session.look(journey="warranty")
    assert label(inspector, "title") == "Warranty claim"


def test_the_head_names_the_element_and_its_place(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("offer",))
    assert label(inspector, "title") == "Offer\N{NO-BREAK SPACE}★"
    assert label(inspector, "subline") == "Touchpoint · Agree · only for some"
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "agree", name="Decide"))
    assert label(inspector, "subline") == "Touchpoint · Decide · only for some"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("touchpoint", ["Describe", "Measure", "Results"]), ("stage", ["Describe", "Measure", "Results"]),
        ("journey", ["Describe", "Measure", "Results"]), ("point", ["Describe", "Results"]), ("persona", []),
    ],
)  # fmt: skip
def test_tabs_are_those_that_make_sense(
    kind: str, words: list[str], inspector: Inspector, full_session: Session
) -> None:
    full_session.select((SHOWN[kind],))
    assert tab_words(inspector) == words


def test_the_mode_of_the_window_chooses_the_tab_and_the_tab_stays(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("offer",))
    full_session.look(mode="measure")
    assert tabs(inspector).currentIndex() == 1
    full_session.select(("ritva",))
    full_session.select(("digging",))
    assert tabs(inspector).currentIndex() == 1
    inspector.reveal_results()
    assert tabs(inspector).currentIndex() == 2


def test_tabs_are_changed_with_the_arrow_keys(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("offer",))
    tabs(inspector).setFocus()
    QTest.keyClick(tabs(inspector), Qt.Key.Key_Right)
    assert [each.listing.name for each in page_of(inspector).panels] == ["points"]


def test_the_way_up_leads_to_the_project(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("P1",))
    way = []
    above = part(inspector, QPushButton, "inspector-above")
    while above.isVisibleTo(inspector):
        above.click()
        way.append(full_session.selection[0])
    assert way == ["offer", "agree", "journey", "project"]


@pytest.mark.parametrize("kind", [kind for kind in SHOWN if kind != "project"])
def test_every_kind_of_element_has_a_page_and_a_way_up(kind: str, inspector: Inspector, full_session: Session) -> None:
    full_session.select((SHOWN[kind],))
    assert label(inspector, "title")
    part(inspector, QPushButton, "inspector-above").click()
    assert find(full_session.project, full_session.selection[0]) is not None
    assert full_session.selection != (SHOWN[kind],)


def test_hostile_names_are_shown_as_they_are_written(inspector: Inspector, full_session: Session) -> None:
    for element, field in (("offer", "name"), ("agree", "name"), ("P1", "name"), ("note", "text")):
        project = edits.change(full_session.project, element, **{field: HOSTILE})
        full_session.apply(Message("Rename"), partial(_become, project))
    full_session.select(("offer",))
    page_of(inspector)
    full_session.look(mode="results")
    full_session.look(mode="measure")
    assert label(inspector, "title") == f"{HOSTILE}\N{NO-BREAK SPACE}★"
    assert HOSTILE in label(inspector, "subline")
    assert panel(inspector, "points").rows.item(0).text() == f"P1 · {HOSTILE}"
    for each in inspector.findChildren(QLabel):
        assert each.textFormat() == Qt.TextFormat.PlainText or not each.text()
    for widget in inspector.findChildren(QWidget):
        assert "<b>" not in widget.toolTip()


def test_a_very_long_name_does_not_widen_the_page(inspector: Inspector, full_session: Session) -> None:
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="W" * 200))
    for mode in MODES:
        full_session.look(mode=mode)
        full_session.select(("offer",))
        clear_away()
        assert inspector.width() == 330
        page = inspector.page
        assert isinstance(page, ScrolledColumn)
        assert page.content.width() <= page.viewport().width()


def _become(project: Project, _old: Project) -> Project:
    return project


# lists


def test_a_point_is_added_opened_and_deleted_from_the_measure_tab(inspector: Inspector, full_session: Session) -> None:
    full_session.look(mode="measure")
    full_session.select(("contract",))
    panel(inspector, "points").add()
    key = full_session.selection[0]
    assert key == "P4"
    assert full_session.project.points["P4"].anchor.id == "contract"
    assert len(full_session.history.past) == 1
    full_session.select(("contract",))
    points = panel(inspector, "points")
    points.rows.setFocus()
    QTest.keyClick(points.rows, Qt.Key.Key_Return)
    assert full_session.selection == ("P4",)
    full_session.select(("contract",))
    QTest.keyClick(points.rows, Qt.Key.Key_Delete)
    assert "P4" not in full_session.project.points
    full_session.undo()
    assert "P4" in full_session.project.points
    assert points.count == 1


@pytest.mark.parametrize("kind", SHOWN)
def test_whatever_a_list_adds_is_one_step_and_gone_when_undone(
    kind: str, inspector: Inspector, full_session: Session
) -> None:
    if kind == "result set":
        return
    for mode in ("map", "measure"):
        full_session.look(mode=mode)
        full_session.select((SHOWN[kind],))
        names = [each.listing.name for each in page_of(inspector).panels if each.listing.add]
        for name in names:
            before = full_session.project
            added = panel(inspector, name)
            added.add()
            assert len(full_session.history.past) == 1, name
            assert find(before, full_session.selection[0]) is None
            element = find(full_session.project, SHOWN[kind])
            assert element is not None
            assert full_session.selection[0] in added.listing.ids(full_session.project, element)
            full_session.undo()
            assert full_session.project is before
            full_session.select((SHOWN[kind],))


def test_elements_are_moved_in_their_list(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("journey",))
    stages = panel(inspector, "stages")
    stages.rows.setCurrentRow(0)
    stages.move_down()
    assert full_session.project.journeys["journey"].stage_order == ("work", "agree", "after")
    assert stages.rows.currentRow() == 1
    stages.move_up()
    assert full_session.project.journeys["journey"].stage_order == ("agree", "work", "after")


def test_a_metric_in_use_is_not_deleted_and_says_why(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("project",))
    metrics = panel(inspector, "metrics")
    before = full_session.project
    metrics.remove()
    assert full_session.project is before
    shown = [each.text() for each in metrics.findChildren(QLabel) if each.isVisibleTo(inspector)]
    assert any("is still used by" in words for words in shown)


def test_an_own_metric_is_a_copy_for_this_point_alone(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("P1",))
    part(inspector, QPushButton, "command-own-metric").click()
    own = full_session.selection[0]
    assert full_session.project.points["P1"].metric == own
    assert full_session.project.points["P2"].metric == "csat-mean"
    assert len(full_session.history.past) == 1


def test_headings_of_lists_count(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("project",))
    page = page_of(inspector)
    words = [fold.button.text() for fold in page.folds]
    assert "Journeys (2)" in words
    assert "Promises (1)" in words


# care


class Windows(QObject):
    """Notes everything that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_a_page_is_ever_a_window(inspector: Inspector, full_session: Session, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    for mode in MODES:
        full_session.look(mode=mode)
        for key in SHOWN.values():
            full_session.select((key,))
            if isinstance(inspector.page, Page):
                page_of(inspector)
    qapp.removeEventFilter(windows)
    assert not windows.shown


def test_an_inspector_that_is_gone_hears_nothing(show: Callable[[Session], Inspector], full_session: Session) -> None:
    gone = show(full_session)
    gone.setParent(None)
    gone.deleteLater()
    clear_away()
    full_session.select(("offer",))
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Written offer"))
    full_session.look(mode="results")


def test_everything_has_an_accessible_name(inspector: Inspector, full_session: Session) -> None:
    for mode in MODES:
        full_session.look(mode=mode)
        for key in SHOWN.values():
            full_session.select((key,))
            if isinstance(inspector.page, Page):
                page_of(inspector)
    focusable = [
        each
        for each in inspector.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is inspector
    ]
    nameless = [each for each in focusable if not (each.accessibleName() or getattr(each, "text", str)())]
    assert not nameless


def test_the_pages_speak_finnish(
    show: Callable[[Session], Inspector], open_session: Callable[..., Session], full_project: Project
) -> None:
    session = open_session(full_project)
    session.view = session.view._replace(language=language("fi"))
    inspector = show(session)
    session.select(("ritva",))
    share = control(inspector, "share")
    QTest.keyClicks(share, "12,5")
    page_of(inspector).commit()
    assert session.project.personas["ritva"].share == 0.125
    assert share.text() == "12,5\N{NO-BREAK SPACE}%"  # type: ignore[attr-defined]  # a line


def test_describing_loads_no_heavy_library(inspector: Inspector, full_session: Session) -> None:
    for name in ("pandas", "reportlab", "networkx"):
        sys.modules.pop(name, None)
    full_session.select(("offer",))
    page_of(inspector)
    assert not {"pandas", "reportlab", "networkx"} & sys.modules.keys()
