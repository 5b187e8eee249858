"""Guesses are typed, locked and only then held against what customers say."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.act.act_view import ActView
from journeymapper.desktop.act.guessing import add_guesses, begin_round, count_at, lock, open_rounds, read_guesses
from journeymapper.desktop.act.pages.beliefs import BeliefsPage
from journeymapper.desktop.act.reveal import Reveal
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from tests.desktop.act.test_pages import texts

DAY, NOON = date(2026, 11, 2), datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
FINDING_OUT = "P12"  # told of a change of dates in time: 55 % of customers


@pytest.fixture
def page(pages: ActView) -> BeliefsPage:
    pages.show_page("beliefs")
    assert isinstance(pages.page, BeliefsPage)
    return pages.page


@pytest.fixture
def open_round(drainage: Session) -> str:
    return begin_round(drainage, DAY)


def typed(session: Session, round_id: str, *values: float) -> None:
    add_guesses(session, round_id, FINDING_OUT, values)


def test_the_imported_questionnaire_of_the_staff_is_held_against_the_customers(page: BeliefsPage) -> None:
    assert "Change of dates" in texts(page.table, 0)
    assert "Guesses locked" in page.sub.text()


def test_without_guesses_the_page_says_how_to_get_them(page: BeliefsPage, drainage: Session) -> None:
    asked = [one.id for one in drainage.project.result_sets.values() if one.mapping.beliefs]
    for key in asked:
        drainage.apply(Message("Remove"), partial(edits.remove_result_set, result_set_id=key))
    page.fill()
    assert page.title.text() == "No guesses yet"
    assert not page._reveal.isEnabled()
    assert page.table.isHidden()


def test_a_round_is_opened_typed_into_and_locked_before_anything_is_shown(page: BeliefsPage, qtbot: QtBot) -> None:
    session = page.session
    page._begin.click()
    (one,) = open_rounds(session.project)
    qtbot.waitUntil(lambda: not page.sheet.isHidden())
    assert page.table.isHidden()
    field = page.sheet.fields[FINDING_OUT]
    QTest.keyClicks(field, "85 90 80")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "95;75;85,5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [guess.value for guess in session.project.beliefs[one.id].guesses] == [85, 90, 80, 95, 75, 85.5]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert count_at(session.project.beliefs[one.id], FINDING_OUT) == 5
    page._lock.click()
    assert session.project.beliefs[one.id].locked_at
    qtbot.waitUntil(lambda: not page.table.isHidden())
    assert page.title.text() == "1 blind spot, 0 hidden strengths"
    assert "guess 29.7 points of 0–100 too high" in page.sub.text()  # staff 85.1 % on average, customers 55.4 %
    assert texts(page.table, 9) == ["blind spot: overestimated"]


def test_fewer_than_five_staff_are_never_shown(page: BeliefsPage, open_round: str, qtbot: QtBot) -> None:
    typed(page.session, open_round, 1.0, 2.0, 3.0, 4.0)
    lock(page.session, open_round, NOON)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    assert texts(page.table, 2) == ["—"]
    assert texts(page.table, 3) == ["—"]
    assert texts(page.table, 9) == ["hidden, fewer than 5 staff"]


def test_a_locked_round_takes_no_guess(drainage: Session, open_round: str) -> None:
    typed(drainage, open_round, 80.0)
    lock(drainage, open_round, NOON)
    with pytest.raises(Refusal):
        typed(drainage, open_round, 90.0)
    assert drainage.project.beliefs[open_round].locked_at == "2026-11-02T12:00:00+00:00"


def test_a_guess_is_read_with_either_decimal_sign_and_stays_on_the_scale() -> None:
    english, grade = language("en"), parse_metric("mean:4..10")
    assert read_guesses(english, grade, " 8,5; 9 7.25 ") == [8.5, 9.0, 7.25]
    with pytest.raises(Refusal):
        read_guesses(english, parse_metric("nps"), "101")
    with pytest.raises(Refusal):
        read_guesses(english, parse_metric("csat"), "-1")


@pytest.fixture
def reveal(qtbot: QtBot, drainage: Session, open_round: str) -> Reveal:
    made = Reveal(drainage, open_round)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    while made.point is not None and made.point.id != FINDING_OUT:
        made.step(1)
    return made


def test_the_room_guesses_and_a_key_reveals(reveal: Reveal, drainage: Session, open_round: str) -> None:
    field = reveal.field
    assert field is not None
    assert reveal.customers.text() == "?"
    QTest.keyClicks(field, "85 90 80 95 75")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert reveal.staff.text() == "?"  # the room's mean too comes only with the reveal
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "locks 5 guesses" in reveal.hint.text()
    assert not drainage.project.beliefs[open_round].locked_at
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drainage.project.beliefs[open_round].locked_at
    assert reveal.field is None
    assert reveal.staff.text() == "85\N{NO-BREAK SPACE}%"
    assert reveal.customers.text() == "55\N{NO-BREAK SPACE}%"
    assert reveal.gap.text() == "gap +30 of 0–100: blind spot: overestimated"


def test_going_on_takes_the_question_back(reveal: Reveal, drainage: Session, open_round: str) -> None:
    here = reveal.point
    QTest.keyClick(reveal, Qt.Key.Key_Space)
    QTest.keyClick(reveal, Qt.Key.Key_Right)
    assert reveal.point is not here
    QTest.keyClick(reveal, Qt.Key.Key_Space)
    assert not drainage.project.beliefs[open_round].locked_at
    QTest.keyClick(reveal, Qt.Key.Key_Left)
    assert reveal.point is here
    QTest.keyClick(reveal, Qt.Key.Key_Escape)
    assert not reveal.isVisible()
