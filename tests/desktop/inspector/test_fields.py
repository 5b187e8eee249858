"""Every field of the document stands on a page, and each can be changed there in one step."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit

from journeymapper.desktop.inspector.editors.editor import Editor
from journeymapper.desktop.inspector.form import Field
from journeymapper.desktop.inspector.inspector import Inspector
from journeymapper.desktop.inspector.pages.book import FORMS, MEASURE_FORMS
from journeymapper.desktop.session import Session
from journeymapper.model.element import Element
from journeymapper.model.measurement import Target
from journeymapper.model.places import PLACES
from journeymapper.model.plan import ContactRules
from journeymapper.model.project import Project, Settings
from tests.desktop.inspector.conftest import SHOWN, page_of

KINDS: dict[str, type[Element]] = {"project": Project} | {place.kind: kind for kind, place in PLACES.items()}
PARTS: dict[tuple[str, str], type[msgspec.Struct]] = {
    ("point", "target"): Target, ("project", "settings"): Settings, ("project", "contact_rules"): ContactRules,
}  # fmt: skip
IDENTITY = "an id is given once"
HELD = "elements are added, moved and removed in the lists of the pages"
READ = "an account is what an import did; it is shown on its page and taken back as a whole"
EXCEPTIONS = (
    {(kind, "id"): IDENTITY for kind in KINDS}
    | {("project", field.name): HELD for field in msgspec.structs.fields(Project) if field.name.endswith("_order")}
    | {("project", place.map): HELD for place in PLACES.values() if place.map in Project.__struct_fields__}
    | {("project", "next_point"): "counts the points ever made, so that no id is given twice"}
    | {("journey", name): HELD for name in ("stage_order", "stages", "touchpoints", "links", "hand_offs", "messages")}
    | {("journey", "message_order"): HELD, ("stage", "touchpoints"): HELD}
    | {("journey", name): HELD for name in ("parked", "own_lanes")}
    | {("journey", "lanes"): "lanes are ordered and hidden in the menu of lanes"}
    | {("journey", "own_values"): "own lanes are filled in on the map"}
    | {("journey", "origins"): "what a copy was made of is remembered, not chosen"}
    | {("snapshot", name): "what it was on that day does not change" for name in ("taken_on", "document")}
    | {
        ("point", name): "where it stood is kept when it is moved; a general target has neither wave nor segment"
        for name in ("stood", "target.wave", "target.segment")
    }
    | {("waiver", name): "a waiver stays with the finding that it waives" for name in ("check", "subject")}
    | {("point", "wordings"): "questions in further languages are written in the dialog of questionnaires"}
    | {("questionnaire", "words"): "the words around the questions are written in the dialog of questionnaires"}
    | {("result set", name): READ for name in ("account", "mapping", "tally", "waves", "worded")}
    | {("result set", name): READ for name in ("whole", "log", "comments")}
    | {("wave", "parts"): "a rolling window follows the months that there are"}
    | {("project", "report"): "layouts and remarks belong to the report and are chosen where it is made"}
    | {("business case", name): "lines of money are edited on the board of actions" for name in ("lines", "risks")}
    | {("experiment", "arms"): "variants are edited on the board of actions"}
    | {("tag rule", "by_hand"): "a tag is given by hand where the comments are read"}
    | {("belief round", name): "guesses are typed and locked where they are asked" for name in ("guesses", "locked_at")}
    | {("project", "salt"): "keys of respondents are made with it; nobody has to know it"}
)
NUMBERS = {
    "target.value": "3", "worst": "0.5", "best": "7", "cost": "120.5", "volume": "1,200", "share": "12.5 %",
    "sampling_share": "50", "expected_volume": "60", "expected_response": "30 %", "needed_n": "70", "n": "9",
    "wording_version": "2", "delivery": "95 %", "more_targets": "4.5 @2027", "benchmarks": "4.1 - Others",
    "email_share": "60 %", "journey_day": "12", "priority": "3", "top": "3", "bottom": "4",
    "per": "100", "contact_rules.encounter_days": "20", "contact_rules.relationship_days": "60",
    "contact_rules.all_days": "14", "contact_rules.most_a_year": "3",
    "effort": "2", "delay_days": "30", "expected": "5", "yearly_cost": "900", "least_effect": "4.5",
    "movable_capacity": "2", "suspected_pain": "3", "votes": "4",
    "settings.suppress_under": "7", "settings.indicative_under": "50",
}  # fmt: skip


def fields_of(kind: str) -> list[Field]:
    found = FORMS[kind].all_fields()
    return [*found, *(MEASURE_FORMS[kind].all_fields() if kind in MEASURE_FORMS else ())]


def names_of(kind: str) -> set[str]:
    """The fields of a kind of element, those of its parts dotted."""
    names = set()
    for field in msgspec.structs.fields(KINDS[kind]):
        part = PARTS.get((kind, field.name))
        inner = [each.name for each in msgspec.structs.fields(part)] if part else []
        names |= {f"{field.name}.{name}" for name in inner} or {field.name}
    return names


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_struct_is_on_a_page_or_excepted_with_a_reason(kind: str) -> None:
    on_pages = [field.name for field in fields_of(kind)]
    excepted = {name for excepted_kind, name in EXCEPTIONS if excepted_kind == kind}
    assert len(on_pages) == len(set(on_pages))
    assert set(on_pages) | excepted == names_of(kind)
    assert not set(on_pages) & excepted


def test_there_is_a_page_for_every_kind_of_element() -> None:
    assert set(FORMS) == set(KINDS)


CASES = [
    (kind, "map", field)
    for kind in FORMS
    for field in FORMS[kind].all_fields()
    if field.kind != "images"  # they come from files, and have tests of their own
] + [(kind, "measure", field) for kind in MEASURE_FORMS for field in MEASURE_FORMS[kind].all_fields()]


def shown_editor(inspector: Inspector, session: Session, kind: str, mode: str, name: str) -> Editor:
    session.look(mode=mode)
    session.select((SHOWN[kind],))
    return next(editor for editor in page_of(inspector).editors if editor.field.name == name)


@pytest.mark.parametrize(("kind", "mode", "field"), CASES, ids=[f"{kind}-{field.name}" for kind, _, field in CASES])
def test_a_field_is_changed_on_its_page_in_one_step_that_undo_takes_back(
    kind: str, mode: str, field: Field, inspector: Inspector, full_session: Session
) -> None:
    editor = shown_editor(inspector, full_session, kind, mode, field.name)
    assert editor.control.isVisibleTo(inspector)
    assert editor.control.objectName() == f"field-{field.name}"
    assert editor.control.accessibleName()
    before = full_session.project
    value = editor.subject.value(field.name)
    shown = words_in(editor.control)
    change(editor.control, field)
    assert editor.error.text() == ""
    assert editor.subject.value(field.name) != value
    assert len(full_session.history.past) == 1
    full_session.undo()
    assert full_session.project is before
    assert words_in(editor.control) == shown


@pytest.mark.parametrize("kind", FORMS)
def test_a_read_only_document_cannot_be_changed(kind: str, open_session: Any, show: Any, full_project: Project) -> None:
    session = open_session(full_project, read_only=True)
    inspector = show(session)
    session.select((SHOWN[kind],))
    if kind == "result set":
        return
    for editor in page_of(inspector).editors:
        control = editor.control
        if isinstance(control, QLineEdit | QPlainTextEdit):
            assert control.isReadOnly()
        elif isinstance(control, QListWidget):
            flags = [control.item(row).flags() for row in range(control.count())]
            assert not any(flag & Qt.ItemFlag.ItemIsUserCheckable for flag in flags)
        else:
            assert not control.isEnabled()
    for panel in page_of(inspector).panels:
        panel.add()
        panel.remove()
        panel.move_down()
    assert session.project is full_project


def words_in(control: object) -> str:
    """What a control shows."""
    if isinstance(control, QLineEdit):
        return control.text()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    if isinstance(control, QCheckBox):
        return str(control.isChecked())
    if isinstance(control, QListWidget):
        return str([control.item(row).checkState() for row in range(control.count())])
    assert isinstance(control, QComboBox)
    return control.currentText()


def change(control: object, field: Field) -> None:
    """Give a control another value as the keyboard or the mouse would."""
    if isinstance(control, QCheckBox):
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, QListWidget):
        control.setFocus()
        control.setCurrentRow(0)
        QTest.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, QComboBox):
        choose_another(control, field)
    else:
        assert isinstance(control, QLineEdit | QPlainTextEdit)
        typed = NUMBERS.get(field.name, "24.12.2026" if field.kind == "date" else "Something else")
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, typed)
        if isinstance(control, QLineEdit):
            QTest.keyClick(control, Qt.Key.Key_Return)
        else:
            QTest.keyClick(control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def choose_another(box: QComboBox, field: Field) -> None:
    """The end of a way must not become its other end; anything else will do."""
    allowed = [i for i in range(box.count()) if i != box.currentIndex()]
    index = allowed[-1] if field.name in ("source", "target", "touchpoint") else allowed[0]
    box.setCurrentIndex(index)
    box.activated.emit(index)
