"""Several selected elements: how many they are is said, and what is changed for them is changed in all, in one step."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QTabBar

from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.inspector.pages.book import FORMS, MEASURE_FORMS
from journeymapper.desktop.inspector.several import SHARED, how_many, shared_form
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from tests.desktop.inspector.conftest import control, page_of, part

SOME, NONE, ALL = Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked, Qt.CheckState.Checked
THREE = ("digging", "change", "final")


def touchpoints(session: Session, *keys: str) -> list[Touchpoint]:
    found = session.project.journeys["journey"].touchpoints
    return [found[key] for key in keys]


def change(session: Session, key: str, **fields: Any) -> None:
    session.apply(Message("Change"), lambda project: edits.change(project, key, **fields))


def line(inspector: Inspector, name: str) -> QLineEdit:
    found = control(inspector, name)
    assert isinstance(found, QLineEdit)
    return found


def switch(inspector: Inspector, name: str) -> QCheckBox:
    found = control(inspector, name)
    assert isinstance(found, QCheckBox)
    return found


def press(inspector: Inspector, name: str) -> None:
    QTest.keyClick(switch(inspector, name), Qt.Key.Key_Space)


def test_the_head_says_how_many_and_which(inspector: Inspector, full_session: Session) -> None:
    full_session.select(THREE)
    assert part(inspector, QLabel, "inspector-title").text() == "3 touchpoints selected"
    assert part(inspector, QLabel, "inspector-subline").text() == "Digging, Change of dates, Final invoice"
    assert not part(inspector, QPushButton, "inspector-above").isVisible()
    full_session.select(("agree", "offer"))
    assert part(inspector, QLabel, "inspector-title").text() == "2 elements selected"
    full_session.select(("offer",))
    assert part(inspector, QLabel, "inspector-title").text().startswith("Offer")
    assert part(inspector, QPushButton, "inspector-above").isVisible()


@pytest.mark.parametrize("kind", ["touchpoint", "stage", "point", "action", "note", "persona"])
def test_it_is_said_in_finnish_too(kind: str) -> None:
    words = language("fi").message(how_many([kind] * 3))
    assert words.startswith("3 ")
    assert words.endswith("valittu")


def test_a_line_is_written_into_all_in_one_step(inspector: Inspector, full_session: Session) -> None:
    full_session.select(THREE)
    before = full_session.project
    QTest.keyClicks(line(inspector, "owner"), "Site manager")
    QTest.keyClick(line(inspector, "owner"), Qt.Key.Key_Return)
    assert {one.owner for one in touchpoints(full_session, *THREE)} == {"Site manager"}
    assert len(full_session.history.past) == 1
    full_session.undo()
    assert full_session.project is before
    assert line(inspector, "owner").text() == ""


def test_different_values_are_shown_as_different_and_stay_until_one_is_written(
    inspector: Inspector, full_session: Session
) -> None:
    change(full_session, "digging", owner="Ritva")
    change(full_session, "change", owner="Pekka")
    full_session.select(THREE)
    field = line(inspector, "owner")
    assert (field.text(), field.placeholderText()) == ("", "Different")
    field.setFocus()
    inspector.finish_editing()
    full_session.select(("offer",))
    assert [one.owner for one in touchpoints(full_session, *THREE)] == ["Ritva", "Pekka", ""]
    full_session.select(THREE)
    QTest.keyClicks(field, "Ritva")
    inspector.finish_editing()
    assert [one.owner for one in touchpoints(full_session, *THREE)] == ["Ritva"] * 3
    assert (field.text(), field.placeholderText()) == ("Ritva", "")


def test_a_switch_that_some_have_is_half_and_a_press_gives_it_to_all(
    inspector: Inspector, full_session: Session
) -> None:
    change(full_session, "final", moment_of_truth=True)
    full_session.select(THREE)
    assert switch(inspector, "moment_of_truth").checkState() == SOME
    press(inspector, "moment_of_truth")
    assert all(one.moment_of_truth for one in touchpoints(full_session, *THREE))
    assert switch(inspector, "moment_of_truth").checkState() == ALL
    press(inspector, "moment_of_truth")
    assert not any(one.moment_of_truth for one in touchpoints(full_session, *THREE))
    assert switch(inspector, "moment_of_truth").checkState() == NONE


def test_a_tick_is_given_to_all_and_the_other_ticks_of_each_stay(inspector: Inspector, full_session: Session) -> None:
    change(full_session, "digging", kinds=("paper",))
    change(full_session, "change", kinds=("digital", "staffed"))
    full_session.select(("digging", "change"))
    ticks = control(inspector, "kinds")
    assert isinstance(ticks, QListWidget)
    rows = {ticks.item(row).text(): row for row in range(ticks.count())}
    states = {words: ticks.item(row).checkState() for words, row in rows.items()}
    assert states["With people"] == states["On paper"] == SOME
    assert states["By others"] == NONE
    ticks.setCurrentRow(rows["With people"])
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert [set(one.kinds) for one in touchpoints(full_session, "digging", "change")] == [
        {"paper", "staffed"}, {"digital", "staffed"}
    ]  # fmt: skip
    assert ticks.item(rows["With people"]).checkState() == ALL
    QTest.keyClick(ticks, Qt.Key.Key_Space)
    assert [set(one.kinds) for one in touchpoints(full_session, "digging", "change")] == [{"paper"}, {"digital"}]


def test_a_choice_is_made_for_all(inspector: Inspector, full_session: Session) -> None:
    change(full_session, "digging", feeling=2)
    full_session.select(("digging", "change"))
    box = control(inspector, "feeling")
    assert isinstance(box, QComboBox)
    assert (box.currentIndex(), box.placeholderText()) == (-1, "Different")
    box.setCurrentIndex(box.findText("−1, uneasy"))
    box.activated.emit(box.currentIndex())
    assert [one.feeling for one in touchpoints(full_session, "digging", "change")] == [-1, -1]
    assert box.currentText() == "−1, uneasy"


def test_notes_get_one_colour_and_actions_one_status(inspector: Inspector, full_session: Session) -> None:
    for kind, fields in (("note", {"colour"}), ("action", {"status", "owner", "due"})):
        shown = {field.name for field in shared_form([(kind, FORMS[kind])]).all_fields()}
        assert fields <= shown


def test_a_name_and_a_long_text_are_each_one_s_own(inspector: Inspector, full_session: Session) -> None:
    full_session.select(THREE)
    names = {editor.field.name for editor in page_of(inspector).editors}
    assert "name" not in names
    assert "expectation" not in names
    assert not page_of(inspector).panels


def test_a_stage_and_a_touchpoint_have_in_common_who_answers(inspector: Inspector, full_session: Session) -> None:
    full_session.select(("agree", "digging"))
    assert [editor.field.name for editor in page_of(inspector).editors] == ["function", "owner"]
    QTest.keyClicks(line(inspector, "owner"), "Ritva")
    inspector.finish_editing()
    assert full_session.project.journeys["journey"].stages["agree"].owner == "Ritva"
    assert touchpoints(full_session, "digging")[0].owner == "Ritva"
    full_session.select(("agree", "ritva"))
    assert not page_of(inspector).editors


def test_the_choice_to_measure_is_made_for_all_on_the_measure_tab(inspector: Inspector, full_session: Session) -> None:
    full_session.look(mode="measure")
    full_session.select(("change", "contract"))
    tabs = part(inspector, QTabBar, "inspector-tabs")
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["Describe", "Measure"]
    press(inspector, "in_scope")
    assert not any(one.in_scope for one in touchpoints(full_session, "change", "contract"))


def test_what_is_typed_for_several_is_given_to_them_when_one_goes_on(
    inspector: Inspector, full_session: Session
) -> None:
    full_session.select(THREE)
    QTest.keyClicks(line(inspector, "function"), "Sites")
    full_session.select(("offer", "contract"))
    assert [one.function for one in touchpoints(full_session, *THREE, "offer")] == ["Sites"] * 3 + [""]


def test_one_of_several_that_is_deleted_leaves_the_rest(inspector: Inspector, full_session: Session) -> None:
    full_session.select(THREE)
    full_session.apply(Message("Delete"), lambda project: edits.remove(project, "final"))
    assert part(inspector, QLabel, "inspector-title").text() == "2 touchpoints selected"
    full_session.undo()
    assert part(inspector, QLabel, "inspector-title").text() == "3 touchpoints selected"


def test_every_shared_field_is_on_the_page_of_its_kind() -> None:
    for kind, names in SHARED.items():
        forms = [FORMS[kind], *([MEASURE_FORMS[kind]] if kind in MEASURE_FORMS else [])]
        assert names <= {field.name for form in forms for field in form.all_fields()}, kind
