"""The list of result files: what they brought, removed with undo; event logs come in through the import dialog."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.dialogs.sources_dialog import SourcesDialog
from journeymapper.desktop.inspector.results.account_body import AccountBody
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.event_log import LogColumns
from journeymapper.model.messages import Refusal
from journeymapper.results import event_logs
from journeymapper.results.folders import result_files
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Reply, Task
from journeymapper.storage.parts import event_logs as kept_logs
from tests.desktop.dialogs.conftest import find, settle
from tests.desktop.dialogs.test_import_dialog import press, type_target, words
from tests.desktop.scripted import ScriptedAsking

pytestmark = pytest.mark.usefixtures("here")


def test_a_result_file_is_listed_removed_and_brought_back(qtbot: QtBot, session: Session) -> None:
    dialog = SourcesDialog(session)
    dialog.open()
    listed = find(dialog, QListWidget, "source-list")
    assert isinstance(listed, QListWidget)
    before = session.project
    assert listed.count() == len(before.result_sets)
    said = [label.text() for label in find(dialog, AccountBody, "account").findChildren(QLabel)]
    assert {"SHA-256", "What was read", "What was left out"} <= set(said)
    press(dialog, "remove-import")  # type: ignore[arg-type]  # any dialog has buttons
    assert len(session.project.result_sets) == listed.count() == len(before.result_sets) - 1
    session.undo()
    assert session.project is before
    asked: list[str] = []
    dialog.redo_requested.connect(asked.append)
    press(dialog, "redo-import")  # type: ignore[arg-type]
    assert asked == [before.result_order[-1]]


def test_an_event_log_needs_no_columns(
    qtbot: QtBot, session: Session, open_import: Callable[[Path | None], ImportDialog], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def read_here(task: Task, *_: object, **__: object) -> Reply:
        return perform(task)

    monkeypatch.setattr(event_logs, "run_reader", read_here)
    log = tmp_path / "log.csv"
    rows = [f"c{n},{what},2026-01-0{day} 10:00" for n in range(6) for day, what in ((1, "Offer"), (2, "Complaint"))]
    log.write_text("\n".join(["case id,activity,timestamp", *rows]), "utf-8")
    dialog = open_import(log)
    settle(qtbot, dialog)
    box = find(dialog, QCheckBox, "event-log")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    assert words(dialog, "summary").startswith("12 events · 6 cases")
    assert "Complaint" in words(dialog, "news")
    press(dialog, "import")
    (kept,) = kept_logs(session.project, session.attachments).values()
    assert len(kept.cases) == 12


def test_the_columns_of_a_log_are_chosen_where_its_names_say_little(
    qtbot: QtBot, session: Session, open_import: Callable[[Path | None], ImportDialog], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def read_here(task: Task, *_: object, **__: object) -> Reply:
        return perform(task)

    monkeypatch.setattr(event_logs, "run_reader", read_here)
    log = tmp_path / "any.csv"
    rows = [f"k{n};s{n % 3};{what};2026-01-0{day} 10:00" for n in range(6) for day, what in ((1, "Offer"), (2, "Dig"))]
    log.write_text("\n".join(["who;sold by;deed;when", *rows]), "utf-8")
    dialog = open_import(log)
    settle(qtbot, dialog)
    box, case = find(dialog, QCheckBox, "event-log"), find(dialog, QComboBox, "log-case")
    assert isinstance(box, QCheckBox)
    assert isinstance(case, QComboBox)
    assert (box.isVisible(), box.isChecked(), case.isVisible()) == (True, False, False)
    box.click()
    case.setCurrentIndex(case.findData("sold by"))
    activity = find(dialog, QComboBox, "log-activity")
    assert isinstance(activity, QComboBox)
    activity.setCurrentIndex(activity.findData("deed"))
    settle(qtbot, dialog)
    assert words(dialog, "summary").startswith("12 events · 3 cases")
    case.setCurrentIndex(case.findData("who"))
    settle(qtbot, dialog)
    assert words(dialog, "summary").startswith("12 events · 6 cases")
    press(dialog, "import")
    (result_set,) = [one for one in session.project.result_sets.values() if one.log]
    assert result_set.mapping.log == LogColumns(case="who", activity="deed", time="when")


def test_folders_are_read_by_name_and_parquet_as_a_whole(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx", ".hidden", "map.jmap"):
        (tmp_path / name).write_text("x")
    assert [one.name for one in result_files([tmp_path])] == ["a.xlsx", "b.csv"]
    parts = tmp_path / "parts"
    parts.mkdir()
    (parts / "p.parquet").write_text("x")
    assert result_files([parts, tmp_path / "b.csv", tmp_path / "b.csv"]) == [parts, tmp_path / "b.csv"]
    with pytest.raises(Refusal):
        result_files([tmp_path / "absent.csv"])


def test_importing_again_takes_the_place_of_the_earlier_import_without_a_question(
    qtbot: QtBot,
    session: Session,
    jobs: Jobs,
    asking: ScriptedAsking,
    survey: Path,
    open_import: Callable[[Path | None], ImportDialog],
) -> None:
    first = open_import(survey)
    type_target(first, "P1", "P1")
    settle(qtbot, first)
    press(first, "import")
    before, key = session.project, session.project.result_order[-1]
    asking.answers.append(survey)
    again = ImportDialog(session, jobs, asking, None, again=key)
    again.open()
    settle(qtbot, again)
    assert words(again, "recognised") == "This import takes the place of that of survey_2027.csv."
    assert words(again, "rivals") == words(again, "notice") == words(again, "news") == ""
    press(again, "import")
    assert len(session.project.result_order) == len(before.result_order)
    assert key not in session.project.result_sets
    session.undo()
    assert session.project is before
