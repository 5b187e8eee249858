"""The order of what to do is the analysis's own, and effort and cause are edited where they are read."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from journeymapper.analysis.priorities.ranking import priorities
from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.pages.priorities import CAUSE, EFFORT, PrioritiesPage
from journeymapper.desktop.session import Session
from tests.desktop.act.test_pages import texts


@pytest.fixture
def page(pages: ActView, qtbot: QtBot) -> PrioritiesPage:
    pages.show_page("priorities")
    made = pages.page
    assert isinstance(made, PrioritiesPage)
    qtbot.waitUntil(lambda: made.table.rowCount() > 0, timeout=20_000)
    return made


def box(page: PrioritiesPage, row: int, column: int) -> QComboBox:
    found = page.table.cellWidget(row, column)
    assert isinstance(found, QComboBox)
    return found


def choose(combo: QComboBox, value: object) -> None:
    place = combo.findData(value)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_the_order_is_that_of_the_analysis_and_says_how_sure_it_is(page: PrioritiesPage, drainage: Session) -> None:
    found = [each for each in priorities(drainage.project, drainage.scores()) if each.gap > 0]
    items = [page.table.item(row, 0) for row in range(page.table.rowCount())]
    assert [str(item.data(0x0100)) for item in items if item is not None] == [each.point for each in found]
    first = found[0]
    assert first.evidence_gap > 0
    assert page.title.text() == f"To repair first: {texts(page.table, 1)[0].splitlines()[0]}"
    assert f"{round(100 * first.top3)}\N{NO-BREAK SPACE}%" in page.sub.text()


def test_effort_and_cause_are_set_in_the_row_and_order_anew(
    page: PrioritiesPage, drainage: Session, qtbot: QtBot
) -> None:
    row = next(row for row, each in enumerate(page._found) if not each.actions)
    each = page._found[row]
    before, actions = each.priority, set(drainage.project.actions)
    choose(box(page, row, EFFORT), 1)
    (made,) = set(drainage.project.actions) - actions
    action = drainage.project.actions[made]
    assert (action.effort, action.status, action.proof) == (1, "idea", each.point)
    assert action.anchor is not None
    assert action.anchor.id == each.touchpoint

    def now() -> int:
        return next(row for row, other in enumerate(page._found) if other.point == each.point)

    qtbot.waitUntil(lambda: page._found[now()].effort == 1, timeout=20_000)
    assert page._found[now()].priority == pytest.approx(3 * before)
    choose(box(page, now(), CAUSE), "promise")
    assert drainage.project.actions[made].cause == "promise"
    assert set(drainage.project.actions) - actions == {made}
    drainage.undo()
    drainage.undo()
    assert set(drainage.project.actions) == actions


def test_what_serves_no_goal_says_so(page: PrioritiesPage) -> None:
    served = {each.point: bool(each.goals) for each in page._found}
    words = texts(page.table, 7)
    assert [word == "serves no goal" for word in words] == [not served[each.point] for each in page._found]
