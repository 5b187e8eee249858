"""A small project with results, a session on it, and a window whose questions are answered from a script."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.desktop.appearance import dress
from journeymapper.desktop.opening import Documents
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.qt_words import speak
from journeymapper.desktop.session import Session
from journeymapper.desktop.view import View
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Action, Channel, Note, Persona, Project
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from journeymapper.model.tally import Tally
from journeymapper.storage.container import Opened, save_project
from journeymapper.storage.tallies import tally_hash
from tests.desktop.scripted import ScriptedAsking

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLES = Path(__file__).parents[2] / "sample_projects"
STAGES = {"agree": ("Offer", "Contract"), "work": ("Digging", "Change of dates"), "after": ("Final invoice",)}
ANSWERS = (5, 4, 4, 3, 2, 1, 5, 4, 2, 1, 1, 2)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The application as it is started, but for its log and its traps."""
    qapp.setApplicationName("journeymapper")
    qapp.setStyle("Fusion")
    dress("light")
    yield
    qapp.clipboard().clear()  # the offscreen one would let go of what was copied only once Python is gone, and crash


@pytest.fixture(scope="session")
def tally() -> Tally:
    """Answers to P1 and P2 in two waves from two regions."""
    rows = [(answer, wave, region) for wave in ("2025", "2026") for region in ("North", "South") for answer in ANSWERS]
    return Tally(
        answers={"P1": [float(row[0]) for row in rows], "P2": [float(6 - row[0]) for row in rows]},
        segments={"Region": [row[2] for row in rows]}, waves=[row[1] for row in rows], days=[""] * len(rows),
        counts=[3] * len(rows), weights=[3.0] * len(rows), squares=[3.0] * len(rows),
    )  # fmt: skip


@pytest.fixture(scope="session")
def result_set(tally: Tally) -> ResultSet:
    """The import that brought the tally."""
    uses = (ColumnUse(column="Q1", point="P1"), ColumnUse(column="Q2", point="P2"))
    account = Account(file="answers.csv", sha256="0" * 64, read_on=date(2026, 6, 1), rows=144)
    mapping = Mapping(columns=uses, wave_column="Year", segments=("Region",))
    return ResultSet(id="results", account=account, mapping=mapping, tally=tally_hash(tally), waves=("2025", "2026"))


@pytest.fixture(scope="session")
def plan() -> Project:
    """Three stages with five touchpoints, three measurement points, and no results yet."""
    made = Project(id="project", name="Secret client project", client="Rinneoja Oy")
    made = edits.add_metric(made, parse_metric("csat-mean"))
    made = edits.add_persona(made, Persona(id="ritva", name="Ritva"))
    made = edits.add_channel(made, Channel(id="phone", name="Phone"))
    made = edits.add_journey(made, Journey(id="journey", name="Renovation"))
    for stage, names in STAGES.items():
        made = edits.add_stage(made, "journey", Stage(id=stage, name=stage.title()))
        for name in names:
            made = edits.add_touchpoint(made, stage, Touchpoint(id=name.split()[0].lower(), name=name))
    for key, touchpoint in (("P1", "offer"), ("P2", "digging"), ("P3", "final")):
        anchor = Anchor("touchpoint", touchpoint)
        made = edits.add_point(
            made, MeasurementPoint(id=key, anchor=anchor, metric="csat-mean", target=Target(value=4.2))
        )
    made = edits.add_action(made, Action(id="action", title="Call first", anchor=Anchor("touchpoint", "change")))
    return edits.add_note(made, Note(id="note", text="Frost came early", anchor=Anchor("touchpoint", "digging")))


@pytest.fixture(scope="session")
def project(plan: Project, result_set: ResultSet) -> Project:
    """The plan with its results."""
    return edits.add_result_set(plan, result_set, [Wave(id="2025"), Wave(id="2026")])


@pytest.fixture
def view() -> View:
    """English, light, everything at its default."""
    return View(language=language("en"))


@pytest.fixture
def session(qtbot: QtBot, project: Project, tally: Tally, view: View) -> Iterator[Session]:
    """A session on the project that is in no file yet."""
    made = Session(Opened(project, {tally_hash(tally): tally}, {}, False, None), view)
    yield made
    made.deleteLater()
    clear_away()


@pytest.fixture
def saved_file(tmp_path: Path, project: Project, tally: Tally) -> Path:
    """The project in a file."""
    path = tmp_path / "renovation.jmap"
    save_project(path, project, {tally_hash(tally): tally})
    return path


@pytest.fixture
def asking() -> ScriptedAsking:
    """Who answers the window's questions."""
    return ScriptedAsking()


@pytest.fixture
def documents(data_folder: Path) -> Documents:
    """Where the window's documents come from."""
    return Documents(data_folder / "recovery", data_folder / "logs")


@pytest.fixture
def preferences(data_folder: Path) -> PreferencesFile:
    """What the window remembers."""
    return PreferencesFile(data_folder / "preferences.json")


@pytest.fixture
def make_window(
    qtbot: QtBot, preferences: PreferencesFile, documents: Documents, asking: ScriptedAsking, view: View
) -> Iterator[Callable[[], Window]]:
    """Makes windows as large as a laptop's screen, and takes them away again whatever they hold."""
    made: list[Window] = []

    def make() -> Window:
        window = Window(preferences, documents, asking, view)
        window.resize(1440, 900)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        window.end_now()
        window.deleteLater()
    clear_away()
    dress("light")
    speak(language("en"))


@pytest.fixture
def empty_window(make_window: Callable[[], Window]) -> Window:
    """A window with its start screen."""
    return make_window()


@pytest.fixture
def window(empty_window: Window, saved_file: Path) -> Window:
    """A window with the project open."""
    assert empty_window.open(saved_file)
    QCoreApplication.processEvents()
    return empty_window


def clear_away() -> None:
    """Delete what waits to be deleted, as the event loop would."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
