"""Typing into fields: checked at every key, taken over once, never against the reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymapper.desktop.inspector.editors import typed
from journeymapper.desktop.inspector.editors.dates import DateEditor
from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.session import Session
from journeymapper.model import edits
from journeymapper.model.journey import StaffBehaviour, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from tests.desktop.inspector.conftest import control, page_of, part


def offer(session: Session) -> Touchpoint:
    return session.project.journeys["journey"].touchpoints["offer"]


def line(inspector: Inspector, session: Session, element: str, name: str) -> QLineEdit:
    session.select((element,))
    found = control(inspector, name)
    assert isinstance(found, QLineEdit)
    found.setFocus()
    found.selectAll()
    return found


def editor(inspector: Inspector, name: str) -> Editor:
    return next(each for each in page_of(inspector).editors if each.field.name == name)


def test_typing_changes_nothing_until_the_field_is_left(inspector: Inspector, full_session: Session) -> None:
    name = line(inspector, full_session, "offer", "name")
    before = full_session.project
    QTest.keyClicks(name, "Written offer")
    assert full_session.project is before
    control(inspector, "owner").setFocus()
    assert offer(full_session).name == "Written offer"
    assert [step.name.english() for step in full_session.history.past] == ["Change name"]


@pytest.mark.parametrize(
    ("element", "name", "words", "reason"),
    [
        ("offer", "name", "", "A name cannot be blank."),
        ("offer", "name", "x" * 201, "“" + "x" * 40 + "…” is too long: at most 200 characters."),
        ("offer", "volume", "many", "“many” is not a number."),
        ("offer", "volume", "-3", "A count is a whole number, 0 or more, and at most a million million."),
        ("ritva", "share", "120 %", "A share is between 0 % and 100 %."),
        ("csat-mean", "worst", "", "A number is needed here."),
        ("csat-mean", "worst", "5", "The worst and the best value of a scale must differ."),
        ("2026", "starts", "31.2.2026", "“31.2.2026” is not a date; write it as 22.11.2026 or 2026-11-22."),
    ],
)  # fmt: skip
def test_what_cannot_be_says_why_while_it_is_typed_and_leaves_the_document(
    element: str, name: str, words: str, reason: str, inspector: Inspector, full_session: Session
) -> None:
    field = line(inspector, full_session, element, name)
    before = full_session.project
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, words)
    shown = editor(inspector, name)
    assert shown.error.text() == reason
    assert shown.error.isVisibleTo(inspector)
    assert field.property("invalid") == "true"
    assert field.accessibleDescription() == reason
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert full_session.project is before
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown.error.isVisibleTo(inspector)
    assert field.property("invalid") == "false"
    assert full_session.project is before


def test_escape_takes_back_what_was_typed(inspector: Inspector, full_session: Session) -> None:
    name = line(inspector, full_session, "offer", "name")
    QTest.keyClicks(name, "Wrong")
    QTest.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == "Offer"
    control(inspector, "owner").setFocus()
    assert not full_session.history.past


def test_another_change_of_the_same_element_keeps_what_is_being_typed(
    inspector: Inspector, full_session: Session
) -> None:
    name = line(inspector, full_session, "offer", "name")
    QTest.keyClicks(name, "Written off")
    name.setCursorPosition(3)
    full_session.apply(Message("Change owner"), lambda project: edits.change(project, "offer", owner="Sales"))
    assert (name.text(), name.cursorPosition(), name.hasFocus()) == ("Written off", 3, True)
    owner = control(inspector, "owner")
    assert isinstance(owner, QLineEdit)
    assert owner.text() == "Sales"


def test_a_change_elsewhere_shows_at_once_and_keeps_focus_and_cursor(
    inspector: Inspector, full_session: Session
) -> None:
    name = line(inspector, full_session, "offer", "name")
    name.deselect()
    name.setCursorPosition(2)
    full_session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Offered"))
    assert (name.text(), name.cursorPosition(), name.hasFocus()) == ("Offered", 2, True)
    full_session.undo()
    assert name.text() == "Offer"


def test_fields_are_only_touched_when_the_element_shown_changes(
    inspector: Inspector, full_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    full_session.select(("offer",))
    refreshed: list[str] = []
    for each in page_of(inspector).editors:
        monkeypatch.setattr(each, "refresh", lambda name=each.field.name: refreshed.append(name))
    full_session.apply(Message("Change"), lambda project: edits.change(project, "project", client="Another"))
    full_session.apply(Message("Change"), lambda project: edits.change(project, "digging", owner="Crew"))
    assert set(refreshed) <= {"sub_journey"}  # offers journeys, and one of them has changed


def test_after_a_pause_a_text_is_taken_over_and_stays_as_it_is_typed(
    inspector: Inspector, full_session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed, "PAUSE_MS", 1)
    full_session.select(("note",))
    text = control(inspector, "text")
    assert isinstance(text, QPlainTextEdit)
    text.setFocus()
    text.selectAll()
    with qtbot.waitSignal(full_session.changed):
        QTest.keyClicks(text, "Frost ")
    assert text.toPlainText() == "Frost "
    QTest.keyClicks(text, "came")
    qtbot.waitUntil(lambda: full_session.project.notes["note"].text == "Frost came")


def test_choosing_another_element_takes_over_what_was_typed_for_the_first(
    inspector: Inspector, full_session: Session
) -> None:
    name = line(inspector, full_session, "offer", "name")
    QTest.keyClicks(name, "Written offer")
    full_session.select(("digging",))
    assert offer(full_session).name == "Written offer"
    assert full_session.project.journeys["journey"].touchpoints["digging"].name == "Digging"
    assert name.text() == "Digging"


def test_what_cannot_be_is_lost_with_the_page_and_given_to_nobody(inspector: Inspector, full_session: Session) -> None:
    name = line(inspector, full_session, "offer", "name")
    before = full_session.project
    QTest.keyClick(name, Qt.Key.Key_Delete)
    full_session.select(("digging",))
    assert full_session.project is before
    assert name.text() == "Digging"
    assert not editor(inspector, "name").error.isVisibleTo(inspector)


def test_editing_is_finished_before_saving(inspector: Inspector, full_session: Session) -> None:
    name = line(inspector, full_session, "offer", "name")
    QTest.keyClicks(name, "Written offer")
    inspector.finish_editing()
    assert offer(full_session).name == "Written offer"


def test_an_element_deleted_while_it_is_edited_takes_its_words_along(
    inspector: Inspector, full_session: Session
) -> None:
    name = line(inspector, full_session, "offer", "name")
    QTest.keyClicks(name, "Written offer")
    full_session.apply(Message("Delete"), lambda project: edits.remove(project, "offer"))
    assert len(full_session.history.past) == 1
    assert part(inspector, QLabel, "inspector-title").text() == "Contract"
    assert line(inspector, full_session, "contract", "name").text() == "Contract"


def test_the_metric_of_a_point_may_be_one_that_the_project_lacked(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("P1",))
    box = control(inspector, "metric")
    assert isinstance(box, QComboBox)
    index = box.findText("NPS")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert full_session.project.points["P1"].metric == "nps"
    assert "nps" in full_session.project.metrics
    full_session.undo()
    assert "nps" not in full_session.project.metrics


def test_a_target_comes_and_goes_with_its_value(inspector: Inspector, full_session: Session) -> None:
    value = line(inspector, full_session, "P1", "target.value")
    assert value.text() == "4.2"
    QTest.keyClick(value, Qt.Key.Key_Delete)
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert full_session.project.points["P1"].target is None
    QTest.keyClicks(value, "4,5")
    QTest.keyClick(value, Qt.Key.Key_Return)
    target = full_session.project.points["P1"].target
    assert target is not None
    assert target.value == 4.5
    assert value.text() == "4.5"


def test_words_of_ones_own_stand_beside_the_channels(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("message",))
    box = control(inspector, "channel")
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.setEditText("Phone")
    page_of(inspector).commit()
    assert full_session.project.journeys["journey"].messages["message"].channel == "phone"
    box.setEditText("a note on the door")
    page_of(inspector).commit()
    assert full_session.project.journeys["journey"].messages["message"].channel == "a note on the door"
    assert len(full_session.history.past) == 2


def test_ticks_keep_their_order_and_strange_values_can_be_unticked(inspector: Inspector, full_session: Session) -> None:
    full_session.apply(Message("x"), lambda project: edits.change(project, "offer", channels=("by drone", "phone")))
    full_session.select(("offer",))
    channels = control(inspector, "channels")
    assert isinstance(channels, QListWidget)
    assert [channels.item(row).text() for row in range(channels.count())] == ["Phone", "by drone"]
    channels.setFocus()
    channels.setCurrentRow(1)
    QTest.keyClick(channels, Qt.Key.Key_Space)
    assert offer(full_session).channels == ("phone",)
    channels.setCurrentRow(0)
    QTest.keyClick(channels, Qt.Key.Key_Space)
    assert offer(full_session).channels == ()


def test_a_channel_is_made_where_it_is_wanted(inspector: Inspector, full_session: Session) -> None:
    without = edits.change(full_session.project, "offer", channels=())
    full_session.apply(Message("x"), lambda _: edits.remove(without, "phone"))
    full_session.select(("offer",))
    channels, line = control(inspector, "channels"), part(inspector.page, QLineEdit, "add-channels")
    assert not channels.isVisible()
    line.setFocus()
    QTest.keyClicks(line, "Fax")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(channels, QListWidget)
    assert channels.isVisible()
    assert channels.count() == 1
    assert channels.item(0).checkState() == Qt.CheckState.Checked
    assert line.text() == ""
    QTest.keyClicks(line, "fax")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [one.name for one in full_session.project.channels.values()] == ["Fax"]
    assert offer(full_session).channels == tuple(full_session.project.channels)
    full_session.undo()
    assert not full_session.project.channels
    assert offer(full_session).channels == ()


def test_a_channel_half_typed_is_taken_back_by_escape_and_taken_over_on_leaving(
    inspector: Inspector, full_session: Session
) -> None:
    full_session.select(("offer",))
    before, line = full_session.project, part(inspector.page, QLineEdit, "add-channels")
    line.setFocus()
    QTest.keyClicks(line, "Fa")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    QTest.keyClicks(line, "x" * 5000)
    page_of(inspector).commit()
    assert editor(inspector, "channels").error.text()
    assert full_session.project is before
    line.clear()
    QTest.keyClicks(line, "Letter")
    full_session.select(("digging",))
    assert "Letter" in {full_session.project.channels[key].name for key in offer(full_session).channels}


def test_a_list_without_values_is_no_tall_box(inspector: Inspector, full_session: Session) -> None:
    without = edits.remove(full_session.project, "ritva")
    full_session.apply(Message("x"), lambda _: without)
    full_session.select(("offer",))
    personas = control(inspector, "personas")
    assert personas.height() < 3 * personas.fontMetrics().height()


def test_staff_is_written_as_role_and_words(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("offer",))
    staff = control(inspector, "staff")
    assert isinstance(staff, QPlainTextEdit)
    staff.setPlainText("Seller: calls back\nknows the price: exactly\nbe kind")
    page_of(inspector).commit()
    expected = (("Seller", "calls back"), ("knows the price", "exactly"), ("", "be kind"))
    assert offer(full_session).staff == tuple(StaffBehaviour(*pair) for pair in expected)
    assert staff.toPlainText() == "Seller: calls back\nknows the price: exactly\nbe kind"


def test_a_day_is_chosen_from_the_calendar(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("2026",))
    starts = editor(inspector, "starts")
    assert isinstance(starts, DateEditor)
    starts.choose(QDate(2026, 5, 1))
    assert starts.text == "1 May 2026"
    assert str(full_session.project.waves["2026"].starts) == "2026-05-01"


def test_a_reason_is_asked_for_only_where_there_is_something_to_explain(
    inspector: Inspector, full_session: Session
) -> None:
    full_session.select(("digging",))
    reason = editor(inspector, "moment_reason")
    assert not reason.isVisibleTo(inspector)
    moment = control(inspector, "moment_of_truth")
    moment.setFocus()
    QTest.keyClick(moment, Qt.Key.Key_Space)
    assert reason.isVisibleTo(inspector)
    full_session.undo()
    assert not reason.isVisibleTo(inspector)


def test_tab_goes_through_the_fields_in_their_order(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("note",))
    text = control(inspector, "text")
    text.setFocus()
    seen = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        seen.append(focus.objectName() if focus else "")
        QTest.keyClick(focus or text, Qt.Key.Key_Tab)
    assert seen[:3] == ["field-text", "field-anchor", "field-colour"]


def test_saving_elsewhere_makes_a_read_only_document_editable(
    open_session: Callable[..., Session],
    show: Callable[[Session], Inspector],
    full_project: Project,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    session = open_session(full_project, read_only=True)
    inspector = show(session)
    session.select(("offer",))
    name = control(inspector, "name")
    assert isinstance(name, QLineEdit)
    assert name.isReadOnly()
    session.read_only = False
    session.saved.emit()
    assert not name.isReadOnly()
