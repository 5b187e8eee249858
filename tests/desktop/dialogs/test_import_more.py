"""The next file of a survey, rules and filters, respondents and comments, all in the import dialog."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.commands.file import FileCommands
from journeymapper.desktop.dialogs.import_dialog.column_row import ColumnRow
from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.dialogs.import_dialog.point_targets import PointTargets, column_data
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.model.sources import Band, Rule
from journeymapper.storage.parts import kept_comments
from tests.desktop.conftest import clear_away
from tests.desktop.dialogs.conftest import find, settle
from tests.desktop.dialogs.test_import_dialog import box, choose_way, enabled, press, type_target, words
from tests.desktop.scripted import ScriptedAsking

pytestmark = pytest.mark.usefixtures("here")
Open = Callable[[Path | None], ImportDialog]


@pytest.fixture
def grown(tmp_path: Path) -> Callable[[str, int], Path]:
    """Exports of one survey that grow: so many respondents with a grade, an age and a comment."""

    def make(name: str, respondents: int) -> Path:
        rows = [f"r{n},{n % 5 + 1},{20 + n},Kiitos Pekka {n}" for n in range(respondents)]
        path = tmp_path / name
        path.write_text("\n".join(["id,P1,age,why", *rows]) + "\n", "utf-8")
        return path

    return make


def choose(dialog: ImportDialog, column: str, key: str) -> None:
    place = box(dialog, column).findData(key)
    assert place >= 0
    box(dialog, column).setCurrentIndex(place)


def line(dialog: ImportDialog, name: str) -> QLineEdit:
    found = find(dialog, QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_the_next_file_is_recognised_and_takes_one_click(
    qtbot: QtBot, session: Session, open_import: Open, grown: Callable[[str, int], Path]
) -> None:
    first = open_import(grown("survey_2027.csv", 8))
    for column, key in (("P1", "point P1"), ("id", "respondent"), ("why", "comments")):
        choose(first, column, key)
    settle(qtbot, first)
    press(first, "import")
    assert len(kept_comments(session.project, session.attachments)) == 8
    assert "Pekka" not in str(kept_comments(session.project, session.attachments))

    second = open_import(grown("survey_2027 b.csv", 11))
    settle(qtbot, second)
    assert "survey_2027.csv" in words(second, "recognised")
    assert "3 are new" in words(second, "news")
    press(second, "import")
    counted = [session.tallies[one.tally] for one in session.project.result_sets.values() if one.mapping.respondent]
    assert sum(sum(tally.counts) for tally in counted) == 11
    session.undo()
    assert sum(sum(session.tallies[one.tally].counts) for one in session.project.result_sets.values()
               if one.mapping.respondent) == 8  # fmt: skip


def test_a_platforms_own_id_is_the_respondent_unless_somebody_says_otherwise(
    qtbot: QtBot, open_import: Open, tmp_path: Path
) -> None:
    path = tmp_path / "survey_2027.csv"
    path.write_text("ResponseId,P1\n" + "".join(f"R_{n}x,{n % 5 + 1}\n" for n in range(8)), "utf-8")
    dialog = open_import(path)
    assert box(dialog, "ResponseId").currentText() == "Respondent (kept as a key)"
    assert words(dialog, "recognised").startswith("ResponseId tells the responses apart")
    type_target(dialog, "P1", "P1")
    settle(qtbot, dialog)
    assert "8 respondents" in words(dialog, "summary")
    choose(dialog, "ResponseId", "")
    settle(qtbot, dialog)
    assert "respondents" not in words(dialog, "summary")


def test_rows_that_come_again_without_ids_are_decided_on(
    qtbot: QtBot, session: Session, open_import: Open, tmp_path: Path
) -> None:
    def export(name: str, *months: int) -> Path:
        rows = [f"2027-0{month}-{n + 1:02};{(n * n + month) % 5 + 1}" for month in months for n in range(20)]
        path = tmp_path / name
        path.write_text("\n".join(["when;P1", *rows]) + "\n", "utf-8")
        return path

    first = open_import(export("january.csv", 1))
    press(first, "take-suggestions")
    choose_period(first, "month")
    settle(qtbot, first)
    press(first, "import")
    before = session.project
    second = open_import(export("february.csv", 1, 2))
    settle(qtbot, second)
    assert "20 of its 20 rows seem to be in this file again" in words(second, "rivals")
    assert not enabled(second, "import")
    choose_way(second, "replace")
    press(second, "import")
    waves = [wave for key in session.project.result_order for wave in session.project.result_sets[key].waves]
    assert (waves.count("2027-01"), waves.count("2027-02")) == (1, 1)
    session.undo()
    assert session.project is before


def choose_period(dialog: ImportDialog, period: str) -> None:
    chosen = find(dialog, QComboBox, "period")
    assert isinstance(chosen, QComboBox)
    chosen.setCurrentIndex(chosen.findData(period))


def test_rules_bands_and_filters_are_typed(
    qtbot: QtBot, session: Session, open_import: Open, grown: Callable[[str, int], Path]
) -> None:
    dialog = open_import(grown("survey_2027.csv", 30))
    type_target(dialog, "P1", "P1")
    press(dialog, "add-rule")
    QTest.keyClicks(line(dialog, "rule-name 1"), "old")
    QTest.keyClicks(line(dialog, "rule-words 1"), "age >= 40")
    press(dialog, "add-rule")
    kind = dialog.findChild(type(box(dialog, "P1")), "rule-kind 2")
    assert kind is not None
    kind.setCurrentIndex(kind.findData("where"))
    QTest.keyClicks(line(dialog, "rule-words 2"), "age < 45")
    press(dialog, "add-rule")
    kind = dialog.findChild(type(kind), "rule-kind 3")
    subject = dialog.findChild(type(box(dialog, "P1")), "rule-subject 3")
    assert kind is not None
    assert subject is not None
    kind.setCurrentIndex(kind.findData("bands"))
    subject.setCurrentIndex(subject.findData("age"))
    QTest.keyClicks(line(dialog, "rule-words 3"), "20, 30, 40")
    settle(qtbot, dialog)
    press(dialog, "import")
    (taken,) = [one for one in session.project.result_sets.values() if one.account.file == "survey_2027.csv"]
    assert taken.mapping.rules == (Rule(name="old", expression="age >= 40"),)
    assert taken.mapping.bands == (Band(column="age", edges=("20", "30", "40")),)
    assert (taken.account.filtered, taken.account.used) == (5, {"P1": 25})


def test_an_expression_that_cannot_be_understood_is_said_and_nothing_is_taken(
    qtbot: QtBot, open_import: Open, grown: Callable[[str, int], Path]
) -> None:
    dialog = open_import(grown("survey_2027.csv", 8))
    type_target(dialog, "P1", "P1")
    press(dialog, "add-rule")
    QTest.keyClicks(line(dialog, "rule-name 1"), "old")
    QTest.keyClicks(line(dialog, "rule-words 1"), "age >")
    settle(qtbot, dialog)
    assert "cannot be understood" in words(dialog, "notice")
    assert not find(dialog, QPushButton, "import").isEnabled()
    press(dialog, "rule-remove 1")
    settle(qtbot, dialog)
    assert find(dialog, QPushButton, "import").isEnabled()


def test_a_column_is_dropped_on_a_measurement_point(
    qtbot: QtBot, open_import: Open, grown: Callable[[str, int], Path]
) -> None:
    dialog = open_import(grown("survey_2027.csv", 8))
    row = dialog.findChild(ColumnRow, "column age")
    targets = dialog.findChild(PointTargets)
    assert row is not None
    assert targets is not None
    assert targets.isHidden()
    row.dragged.emit(True)
    assert targets.isVisible()
    place = targets.visualItemRect(targets.item(1)).center()
    copy, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    data = column_data("age")
    drop = QDropEvent(QPointF(place), copy, data, buttons, Qt.KeyboardModifier.NoModifier)
    targets.dropEvent(drop)
    row.dragged.emit(False)
    assert targets.isHidden()
    assert box(dialog, "age").currentData() == f"point {targets.item(1).data(Qt.ItemDataRole.UserRole)}"


@pytest.mark.parametrize("end", ["import", "cancel", "window"])
def test_a_copied_table_is_gone_from_the_disk_with_the_dialog(
    qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    end: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window = QWidget()
    window.show()
    files = FileCommands(session, jobs, asking, PreferencesFile(tmp_path / "preferences.json"), window)
    QGuiApplication.clipboard().setText("who\tP1\n" + "".join(f"a{n}@b.fi\t{n % 5 + 1}\n" for n in range(8)))
    files.import_clipboard()
    (dialog,) = window.findChildren(ImportDialog)
    (pasted,) = tmp_path.glob("journeymapper-*/*.tsv")
    assert pasted.parent.stat().st_mode & 0o077 == 0, "for nobody else to read"
    settle(qtbot, dialog)
    if end == "window":
        window.deleteLater()
    elif end == "cancel":
        press(dialog, "cancel")
    else:
        type_target(dialog, "P1", "P1")
        settle(qtbot, dialog)
        choose_way(dialog, "add")
        press(dialog, "import")
        assert session.project.result_sets[session.project.result_order[-1]].account.rows == 8
    clear_away()
    assert not list(tmp_path.glob("journeymapper-*"))


def test_several_files_are_counted_and_one_can_be_skipped(
    qtbot: QtBot,
    session: Session,
    jobs: Jobs,
    asking: ScriptedAsking,
    tmp_path: Path,
    grown: Callable[[str, int], Path],
) -> None:
    window = QWidget()
    window.show()
    files = FileCommands(session, jobs, asking, PreferencesFile(tmp_path / "preferences.json"), window)
    readme = tmp_path / "readme.txt"
    readme.write_text("Exported on Monday", "utf-8")
    asking.answers = [[readme, grown("survey_2027.csv", 8), grown("survey_2028.csv", 9)]]
    files.import_results()

    def there() -> ImportDialog:
        (dialog,) = [one for one in window.findChildren(ImportDialog) if one.isVisible()]
        settle(qtbot, dialog)
        return dialog

    first = there()
    assert first.windowTitle() == "Import results: 1 of 3"
    press(first, "skip")
    second = there()
    assert second.windowTitle() == "Import results: 2 of 3"
    choose(second, "P1", "point P1")
    settle(qtbot, second)
    press(second, "import")
    assert there().windowTitle() == "Import results: 3 of 3"
    press(there(), "cancel")
    clear_away()
    assert window.findChildren(ImportDialog) == []
    assert session.project.result_sets[session.project.result_order[-1]].account.file == "survey_2027.csv"


def test_all_kinds_of_result_files_are_offered(open_import: Open, asking: ScriptedAsking) -> None:
    open_import(None)
    (patterns,) = asking.patterns
    for ending in ("*.csv", "*.xlsx", "*.zsav", "*.parquet", "*.xes", "*.jsonocel", "*.gz"):
        assert ending in patterns.split("(")[1].split(")")[0].split()


def test_of_a_file_that_is_refused_only_the_reason_is_shown(qtbot: QtBot, open_import: Open, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('[{"grade": ', "utf-8")
    dialog = open_import(broken)
    assert words(dialog, "notice").startswith("broken.json")
    for kind, name in ((QComboBox, "encoding"), (QComboBox, "period"), (QPushButton, "add-rule"), (QLineEdit, "wave")):
        assert not find(dialog, kind, name).isVisible(), name
    assert not enabled(dialog, "import")


def test_what_was_hidden_for_a_refused_file_is_there_for_the_next(
    qtbot: QtBot, open_import: Open, tmp_path: Path, asking: ScriptedAsking, grown: Callable[[str, int], Path]
) -> None:
    (tmp_path / "broken.json").write_text('[{"grade": ', "utf-8")
    dialog = open_import(tmp_path / "broken.json")
    asking.answers = [grown("survey_2027.csv", 8)]
    press(dialog, "other-file")
    settle(qtbot, dialog)
    for kind, name in ((QComboBox, "encoding"), (QTableView, "rows"), (QPushButton, "add-rule"), (QLineEdit, "wave")):
        assert find(dialog, kind, name).isVisible(), name


def test_no_option_of_the_command_line_is_named_in_the_window(qtbot: QtBot, open_import: Open, tmp_path: Path) -> None:
    figures = tmp_path / "figures.csv"
    figures.write_text("point,wave,n,value\nP1,2027,200,3.9\nP2,2027,210,3.1\n", "utf-8")
    notes = find(open_import(figures), QListWidget, "notes")
    assert isinstance(notes, QListWidget)
    said = [notes.item(row).text() for row in range(notes.count())]
    assert any("computed elsewhere" in words for words in said)
    assert not any("--" in words for words in said)
