"""A runner of jobs for dialogs, files to import, and a wait until nothing is being read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.import_dialog import dialog
from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.model import edits
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.model.tally import Tally
from journeymapper.results import counted, inspecting, tables
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.periods import wave_of
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Reply, Task
from journeymapper.storage.container import Opened
from journeymapper.storage.tallies import tally_hash
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking

HEADER = "when;P1;How well did the digging go?;Region;wt"
SCORES = ((5, 4), (4, 9), (4, 2), (3, 1), (2, 5), (5, 3), (1, 4), (4, 4))
ROWS = [f"2027-0{place % 3 + 1}-15;{a};{b};{'North' if place % 2 else 'South'};1,5" for place, (a, b) in
        enumerate(SCORES)]  # fmt: skip


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """The window's runner of jobs."""
    made = Jobs()
    yield made
    made.join()
    clear_away()
    made.deleteLater()
    clear_away()


@pytest.fixture
def session(qtbot: QtBot, plan: Project, result_set: ResultSet, tally: Tally, view: View) -> Iterator[Session]:
    """A session on a project with the results of 2025 and 2026."""
    project = edits.add_result_set(plan, result_set, [wave_of("2025"), wave_of("2026")])
    made = Session(Opened(project, {tally_hash(tally): tally}, {}, False, None), view)
    yield made
    made.deleteLater()
    clear_away()


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Eight answers to two questions, with dates, regions, weights and 9 for no answer."""
    path = tmp_path / "survey_2027.csv"
    path.write_text("\n".join([HEADER, *ROWS]) + "\n", "utf-8")
    return path


@pytest.fixture
def open_import(
    qtbot: QtBot, session: Session, jobs: Jobs, asking: ScriptedAsking
) -> Iterator[Callable[[Path | None], ImportDialog]]:
    """Opens the import dialog on a file and waits until it has been read."""
    window = QWidget()
    window.show()

    def make(path: Path | None) -> ImportDialog:
        made = ImportDialog(session, jobs, asking, path, window)
        made.open()
        settle(qtbot, made)
        return made

    yield make
    for made in window.findChildren(ImportDialog):
        made.reject()
    window.deleteLater()
    clear_away()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in the job's own thread, for a process each would take long; no waiting for slow typists."""

    def run_here(task: Task, *_: object, tick: Callable[[], object] = bool, **__: object) -> Reply:
        tick()
        reply = perform(task)
        tick()
        return reply

    for reading in (counted, inspecting, tables):
        monkeypatch.setattr(reading, "run_reader", run_here)
    for waiting in ("TYPING", "TURNING"):
        monkeypatch.setattr(dialog, waiting, 10)


def settle(qtbot: QtBot, opened: ImportDialog) -> None:
    """Wait until the dialog reads nothing."""
    qtbot.waitUntil(lambda: not opened.busy, timeout=20_000)


def find(holder: QWidget, kind: type, name: str) -> QWidget:
    """The control of that name; there must be one."""
    found = holder.findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


def seen(*columns: ColumnFacts) -> Inspection:
    """A file of these columns, as it is seen before anything is imported."""
    return Inspection(
        file="f.csv",
        format="CSV",
        encoding="utf-8",
        delimiter=",",
        decimal=".",
        sheet="",
        sheets=(),
        header_row=1,
        title_rows=(),
        rows=9,
        columns=columns,
        suggestions=(),
    )
