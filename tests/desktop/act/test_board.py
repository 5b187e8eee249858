"""Cards move by keyboard and by drop, each move one edit; nothing counts as shown without its comparison."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.analysis.change.action_effect import effect_of_action
from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.board_column import LINES, BoardColumn
from journeymapper.desktop.act.pages.board import BoardPage
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message
from journeymapper.model.project import Action
from tests.desktop.scripted import ScriptedAsking


@pytest.fixture
def page(pages: ActView, drainage: Session) -> BoardPage:
    for key in ("a", "b", "c"):
        made = Action(id=key, title=key.upper(), anchor=Anchor("journey", "journey-drainage"))
        drainage.apply(Message("Add"), partial(edits.add_action, action=made))
    pages.show_page("board")
    assert isinstance(pages.page, BoardPage)
    return pages.page


def in_column(column: BoardColumn) -> list[str]:
    return [str(column.item(row).data(0x0100)) for row in range(column.count())]


def last_line(column: BoardColumn, key: str) -> str:
    return str(column.item(in_column(column).index(key)).data(LINES)[-1])


def test_alt_and_the_arrows_move_a_card_as_one_step_of_undo(page: BoardPage, drainage: Session) -> None:
    ideas, decided = page.columns["idea"], page.columns["decided"]
    assert ideas.choose("b")
    QTest.keyClick(ideas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert drainage.project.actions["b"].status == "decided"
    assert in_column(decided)[-1] == "b"
    assert decided.chosen == "b"
    drainage.undo()
    page.fill()
    assert "b" in in_column(ideas)
    assert ideas.choose("c")
    before = in_column(ideas)
    QTest.keyClick(ideas, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    after = in_column(ideas)
    assert after.index("c") == before.index("c") - 1
    QTest.keyClick(ideas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert in_column(ideas) == before


def test_left_and_right_alone_go_to_the_next_column(page: BoardPage) -> None:
    ideas = page.columns["idea"]
    ideas.setFocus()
    QTest.keyClick(ideas, Qt.Key.Key_Right)
    assert page.columns["decided"].hasFocus()


class Drop(QDropEvent):
    """A drop whose source is a column of the board."""

    def __init__(self, source: BoardColumn, data: QMimeData) -> None:
        super().__init__(
            QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self._source = source

    def source(self) -> BoardColumn:
        return self._source


def test_a_dropped_card_comes_before_the_one_below_the_pointer(page: BoardPage, drainage: Session) -> None:
    ideas, doing = page.columns["idea"], page.columns["doing"]
    first = in_column(doing)
    assert first
    ideas.choose("a")
    doing.dropEvent(Drop(ideas, QMimeData()))
    assert in_column(doing) == ["a", *first]
    assert drainage.project.actions["a"].status == "doing"


def test_done_takes_its_day_and_is_asked_before_it_counts_as_shown(
    page: BoardPage, drainage: Session, told: ScriptedAsking
) -> None:
    page.move_card("a", "done", 0)
    assert drainage.project.actions["a"].done_on == date.today()  # noqa: DTZ011 - the reader's day
    assert last_line(page.columns["done"], "a") == "No point is named that would show the effect."
    told.answers = [0]
    page.move_card("a", "shown", 0)
    assert drainage.project.actions["a"].status == "done"
    assert told.asked[-1].startswith("Not certain.")
    assert told.choices[-1][0] == "Leave it where it is"


def test_a_card_says_what_the_comparison_says(page: BoardPage, drainage: Session, qtbot: QtBot) -> None:
    day = date(2026, 7, 1)
    point = drainage.project.points["P11"]
    effect = effect_of_action(drainage.project, drainage.tallies, point, day)
    drainage.apply(
        Message("Done"),
        lambda project: edits.change(project, "a", status="done", done_on=day, proof="P11", expected=0.2),
    )
    qtbot.waitUntil(lambda: "a" in page._effects, timeout=20_000)
    assert page._effects["a"] == effect
    words = last_line(page.columns["done"], "a")
    assert "Working" not in words
    if effect.difference is not None:
        assert "→" in words


def test_a_late_action_says_so(page: BoardPage, drainage: Session) -> None:
    drainage.apply(Message("Due"), lambda project: edits.change(project, "a", due=date(2020, 1, 1)))
    page.fill()
    assert "late" in str(page.columns["idea"].item(in_column(page.columns["idea"]).index("a")).data(LINES)[0])
    assert "late" in page.sub.text()


def test_a_new_card_is_an_idea_that_the_inspector_shows(page: BoardPage, drainage: Session) -> None:
    before = set(drainage.project.actions)
    page._new.click()
    (made,) = set(drainage.project.actions) - before
    assert drainage.project.actions[made].status == "idea"
    assert drainage.selection == (made,)
