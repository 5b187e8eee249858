"""Importing through the window gives what the command line gives, and nothing before Import is pressed."""

import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from journeymapper.analysis.scoring import score_points
from journeymapper.cli.run import run
from journeymapper.desktop.dialogs.import_dialog import dialog as module
from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.session import Session
from journeymapper.language.language import language
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.container import open_project
from tests.desktop.dialogs.conftest import find, settle
from tests.desktop.scripted import ScriptedAsking

pytestmark = pytest.mark.usefixtures("here")

Open = Callable[[Path | None], ImportDialog]
LEFT = Qt.MouseButton.LeftButton
QUESTION = "How well did the digging go?"


def box(dialog: ImportDialog, column: str) -> QComboBox:
    found = find(dialog, QComboBox, f"target {column}")
    assert isinstance(found, QComboBox)
    return found


def type_target(dialog: ImportDialog, column: str, words: str) -> None:
    """Choose by the keyboard, as somebody does who types the first letters."""
    box(dialog, column).setFocus()
    QTest.keyClicks(box(dialog, column), words)


def press(dialog: ImportDialog, name: str) -> None:
    QTest.mouseClick(find(dialog, QPushButton, name), LEFT)


def enabled(dialog: ImportDialog, name: str) -> bool:
    return find(dialog, QPushButton, name).isEnabled()


def words(dialog: ImportDialog, name: str) -> str:
    label = find(dialog, QLabel, name)
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    return label.text() if not label.isHidden() else ""


def cells(dialog: ImportDialog) -> list[list[str]]:
    """The table of what would be taken."""
    table = find(dialog, QTableWidget, "outlook")
    assert isinstance(table, QTableWidget)
    rows = range(table.rowCount())
    items = [[table.item(row, column) for column in range(table.columnCount())] for row in rows]
    return [[item.text() if item else "" for item in row] for row in items]


def preview(dialog: ImportDialog) -> list[list[str]]:
    """The file as it is shown at the left."""
    table = find(dialog, QTableView, "rows")
    assert isinstance(table, QTableView)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def map_survey(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Say what the columns of the survey are for, by keyboard and mouse."""
    type_target(dialog, "P1", "P1")
    type_target(dialog, QUESTION, "P2")
    type_target(dialog, "Region", "Seg")
    type_target(dialog, "wt", "Wei")
    press(dialog, f"code 9 {QUESTION}")
    settle(qtbot, dialog)


def test_the_same_as_by_the_command_line(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path, tmp_path: Path
) -> None:
    file = tmp_path / "project.jmap"
    session.save(file)
    dialog = open_import(survey)
    map_survey(qtbot, dialog)
    press(dialog, "import")
    by_window = session.project
    options = ["--map", "P1=P1", "--map", f"{QUESTION}=P2", "--segment", "Region", "--weight", "wt", "--wave", "2027"]
    assert run(["import", str(file), str(survey), *options, "--missing", f"{QUESTION}=9"]) == 0
    by_hand = open_project(file)
    assert without_ids(by_window) == without_ids(by_hand.project)
    for wave in ("2025", "2026", "2027", None):
        assert score_points(by_window, session.tallies, wave=wave) == pytest.approx(
            score_points(with_ids_of(by_hand.project, by_window), by_hand.tallies, wave=wave)
        )


def without_ids(project: Project) -> Project:
    """The project with result sets that are called by their place."""
    named = dict(enumerate(project.result_sets[key] for key in project.result_order))
    renamed = {str(place): msgspec.structs.replace(each, id=str(place)) for place, each in named.items()}
    return msgspec.structs.replace(project, result_sets=renamed, result_order=tuple(renamed))


def with_ids_of(project: Project, other: Project) -> Project:
    """The project with the result sets' ids of another one."""
    pairs = zip(project.result_order, other.result_order, strict=True)
    sets = {new: msgspec.structs.replace(project.result_sets[old], id=new) for old, new in pairs}
    return msgspec.structs.replace(project, result_sets=sets, result_order=other.result_order)


def test_what_would_be_taken_is_shown_before(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    before = session.project
    dialog = open_import(survey)
    assert find(dialog, QLineEdit, "wave").property("text") == "2027"
    assert not enabled(dialog, "import")
    map_survey(qtbot, dialog)
    first, second = cells(dialog)
    assert first[0].startswith("P1 · Offer")
    assert (first[2], first[3], second[2], second[3]) == ("8", "0", "7", "1")
    assert second[7] == "1 × code for no answer: “9”"
    assert first[4].startswith("3.5 (")
    assert first[6].startswith("2.8 (")  # the wave before
    assert session.project is before
    assert enabled(dialog, "import")


def test_one_step_of_undo_and_the_results_are_looked_at(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path
) -> None:
    before = session.project
    dialog = open_import(survey)
    map_survey(qtbot, dialog)
    with qtbot.waitSignals([dialog.accepted, session.changed, session.viewed]):
        press(dialog, "import")
    assert session.project.wave_order == ("2025", "2026", "2027")
    assert (session.view.mode, session.view.wave) == ("results", None)
    assert session.history.undo_name is not None
    assert session.history.undo_name.english() == "Import survey_2027.csv"
    session.undo()
    assert session.project is before


def test_codes_are_offered_and_never_applied_by_themselves(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    dialog = open_import(survey)
    type_target(dialog, QUESTION, "P2")
    settle(qtbot, dialog)
    codes = find(dialog, QLineEdit, f"missing {QUESTION}")
    assert isinstance(codes, QLineEdit)
    assert codes.text() == ""
    assert cells(dialog)[0][7] == "1 × off the scale: “9”"
    press(dialog, f"code 9 {QUESTION}")
    assert codes.text() == "9"
    QTest.keyClicks(codes, ", 1")
    settle(qtbot, dialog)
    assert cells(dialog)[0][2:4] == ["6", "2"]


def test_all_likely_codes_with_one_button(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    survey.write_text(survey.read_text("utf-8").replace(";5;4;", ";0;4;").replace(";3;1;", ";n/a;1;"), "utf-8")
    dialog = open_import(survey)
    type_target(dialog, "P1", "P1")
    type_target(dialog, QUESTION, "P2")
    assert find(dialog, QPushButton, "take-codes").property("text") == "Take 3 codes for no answer"
    press(dialog, "take-codes")
    settle(qtbot, dialog)
    assert find(dialog, QLineEdit, "missing P1").property("text") == "0, n/a"
    assert find(dialog, QPushButton, "take-codes").isHidden()
    assert [row[2] for row in cells(dialog)] == ["6", "7"]


def test_another_delimiter_and_header_row_are_read_at_once(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    survey.write_text("Survey of 2027,by post\n" + survey.read_text("utf-8"), "utf-8")
    dialog = open_import(survey)
    header = find(dialog, QSpinBox, "header-row")
    assert isinstance(header, QSpinBox)
    assert header.value() == 2
    assert preview(dialog)[1] == ["when", "P1", QUESTION, "Region", "wt"]
    type_target(dialog, "P1", "P1")
    delimiter = find(dialog, QComboBox, "delimiter")
    assert isinstance(delimiter, QComboBox)
    delimiter.setFocus()
    QTest.keyClicks(delimiter, "comma")
    settle(qtbot, dialog)
    assert preview(dialog)[0] == ["Survey of 2027", "by post"]
    assert dialog.findChild(QComboBox, "target P1") is None
    assert not enabled(dialog, "import")
    QTest.keyClick(delimiter, Qt.Key.Key_Down)
    settle(qtbot, dialog)
    assert box(dialog, "P1").currentText().startswith("P1")  # what was chosen is still known
    header.setFocus()
    QTest.keyClick(header, Qt.Key.Key_Up)
    settle(qtbot, dialog)
    assert "2027-01-15" in {name.text() for name in dialog.findChildren(QLabel)}


def test_suggestions_are_taken_with_one_button(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    dialog = open_import(survey)
    assert find(dialog, QPushButton, "take-suggestions").property("text") == "Take 3 suggestions"
    assert box(dialog, "P1").currentIndex() == 0
    press(dialog, "take-suggestions")
    settle(qtbot, dialog)
    assert box(dialog, "P1").currentText().startswith("P1 ·")
    assert box(dialog, "when").currentText() == "Date of the answer"
    assert box(dialog, "wt").currentText() == "Weight"
    assert cells(dialog)[0][2] == "8"


def test_dates_make_waves(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    dialog = open_import(survey)
    type_target(dialog, "P1", "P1")
    type_target(dialog, "when", "Date")
    period = find(dialog, QComboBox, "period")
    assert isinstance(period, QComboBox)
    period.setFocus()
    QTest.keyClicks(period, "a wave for each month")
    settle(qtbot, dialog)
    assert "waves 2027-01, 2027-02, 2027-03" in words(dialog, "summary")
    assert find(dialog, QLineEdit, "wave").isHidden()


def test_a_column_may_feed_two_points(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    dialog = open_import(survey)
    type_target(dialog, "P1", "P1")
    press(dialog, "more P1")
    QTest.keyClicks(find(dialog, QComboBox, "also 1 P1"), "P3")
    settle(qtbot, dialog)
    assert [row[0][:2] for row in cells(dialog)] == ["P1", "P3"]


def test_cancel_leaves_everything(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    before, view = session.project, session.view
    dialog = open_import(survey)
    map_survey(qtbot, dialog)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.project is before
    assert session.view == view
    assert not session.modified


def test_an_import_that_is_cancelled_while_it_reads(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = threading.Event()

    def endless(*args: object, **_: object) -> None:
        reading.set()
        tick = args[4]
        assert callable(tick)
        while True:
            tick()

    before = session.project
    dialog = open_import(survey)
    monkeypatch.setattr(module, "look_ahead", endless)
    type_target(dialog, "P1", "P1")
    qtbot.waitUntil(reading.is_set)
    press(dialog, "import")
    assert not enabled(dialog, "import")
    press(dialog, "cancel")
    assert dialog.isVisible()
    assert words(dialog, "summary") == "The import was cancelled; nothing was taken."
    assert session.project is before


def test_import_pressed_early_takes_the_file_once_it_is_read(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path
) -> None:
    dialog = open_import(survey)
    type_target(dialog, "P1", "P1")
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        press(dialog, "import")
    assert session.project.result_sets[session.project.result_order[-1]].account.used == {"P1": 8}


def test_a_refused_import_leaves_the_document(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Refusal("The project is full.")

    before = session.project
    dialog = open_import(survey)
    type_target(dialog, "P1", "P1")
    settle(qtbot, dialog)
    monkeypatch.setattr(session, "take_results", refuse)
    press(dialog, "import")
    assert words(dialog, "notice") == "The project is full."
    assert session.project is before
    assert dialog.isVisible()


def test_the_same_file_twice_is_noticed_and_replaced_only_on_purpose(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path
) -> None:
    for _ in range(2):
        dialog = open_import(survey)
        type_target(dialog, "P1", "P1")
        settle(qtbot, dialog)
        if enabled(dialog, "import"):
            press(dialog, "import")
    first = session.project
    assert "in the project already" in words(dialog, "rivals")
    assert cells(dialog)[0][4].endswith("n 8")  # as if it were replaced, not counted twice
    choose_way(dialog, "replace")
    press(dialog, "import")
    assert len(session.project.result_order) == len(first.result_order) == 2
    assert session.project is not first
    session.undo()
    assert session.project is first


def choose_way(dialog: ImportDialog, name: str) -> None:
    """By the keyboard."""
    button = find(dialog, QRadioButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_answers_of_a_wave_that_has_some_are_added_only_on_purpose(
    qtbot: QtBot, open_import: Open, session: Session, survey: Path
) -> None:
    first = open_import(survey)
    type_target(first, "P1", "P1")
    settle(qtbot, first)
    press(first, "import")
    once = session.project
    survey.write_text(survey.read_text("utf-8").replace(";5;4;", ";4;4;"), "utf-8")  # the same survey, exported again
    dialog = open_import(survey)
    settle(qtbot, dialog)
    assert "has answers for P1 in 2027 already" in words(dialog, "rivals")
    assert not enabled(dialog, "import")
    assert cells(dialog)[0][4].endswith("n 8")
    choose_way(dialog, "add")
    assert cells(dialog)[0][4].endswith("n 16")
    press(dialog, "import")
    assert len(session.project.result_order) == len(once.result_order) + 1
    session.undo()
    again = open_import(survey)
    settle(qtbot, again)
    assert not enabled(again, "import"), "what was said of another import is not remembered"
    choose_way(again, "replace")
    press(again, "import")
    assert len(session.project.result_order) == len(once.result_order)


def test_what_else_would_go_is_said(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    dialog = open_import(survey)
    type_target(dialog, QUESTION, "P2")
    QTest.keyClicks(find(dialog, QLineEdit, "wave"), "")
    wave = find(dialog, QLineEdit, "wave")
    assert isinstance(wave, QLineEdit)
    wave.selectAll()
    QTest.keyClicks(wave, "2025")
    settle(qtbot, dialog)
    assert "answers.csv" in words(dialog, "rivals")
    assert "goes also what only it has: P1, 2026." in words(dialog, "rivals")


def test_a_mapping_reads_the_next_waves_file(
    qtbot: QtBot, open_import: Open, asking: ScriptedAsking, survey: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "mapping.json"
    dialog = open_import(survey)
    map_survey(qtbot, dialog)
    asking.answers.append(saved)
    press(dialog, "save-mapping")
    taken = cells(dialog)
    dialog.reject()
    survey.rename(survey.with_name("survey_2028.csv"))
    again = open_import(survey.with_name("survey_2028.csv"))
    asking.answers.append(saved)
    press(again, "load-mapping")
    settle(qtbot, again)
    assert [row[:6] for row in cells(again)] == [row[:6] for row in taken]
    assert find(again, QLineEdit, f"missing {QUESTION}").property("text") == "9"


def test_aggregated_figures_are_recognised(qtbot: QtBot, open_import: Open, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "agency.csv"
    path.write_text("point,wave,n,value\nP1,2027,250,4.1\nP3,2027,180,3.2\n", "utf-8")
    dialog = open_import(path)
    assert find(dialog, QCheckBox, "aggregates").property("checked")
    settle(qtbot, dialog)
    assert [row[2] for row in cells(dialog)] == ["250", "180"]
    press(dialog, "import")
    assert session.scores()["P1"].value == 4.1


def test_without_a_file_it_is_asked_for(open_import: Open, asking: ScriptedAsking, survey: Path) -> None:
    asking.answers.append(survey)
    assert preview(open_import(None))[0][1] == "P1"
    assert asking.asked == ["Import results"]


def test_nobody_chose_a_file(qtbot: QtBot, open_import: Open, asking: ScriptedAsking) -> None:
    dialog = open_import(None)
    assert not dialog.isVisible()


def test_in_finnish(qtbot: QtBot, open_import: Open, session: Session, survey: Path) -> None:
    session.look(language=language("fi"))
    dialog = open_import(survey)
    assert dialog.windowTitle() == "Tuo aineisto"
    type_target(dialog, "P1", "P1")
    settle(qtbot, dialog)
    assert cells(dialog)[0][4].startswith("3,5 (")


def test_every_control_has_a_name(qtbot: QtBot, open_import: Open, survey: Path) -> None:
    dialog = open_import(survey)
    map_survey(qtbot, dialog)
    for kind in (QComboBox, QLineEdit, QSpinBox, QTableView):
        for control in dialog.findChildren(kind):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                assert control.accessibleName(), control.objectName()
    for button in dialog.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
