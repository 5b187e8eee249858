"""Every command of the menus is done, whatever is selected and whatever is answered: nothing breaks or stays open.

What each of them does, and when it may be used, is for the tests of the commands.
"""

import io
import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.view import View
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.messages import Message
from journeymapper.storage.container import open_project, save_project
from journeymapper.storage.images import image_attachment
from tests.desktop.conftest import SAMPLES, clear_away
from tests.desktop.scripted import ScriptedAsking

pytestmark = pytest.mark.timeout(600)

LAST = "quit"  # it closes the window that the others are done in
MAP, BEHIND = "journey-drainage", "journey-behind"
SITUATIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a touchpoint with an image and a journey behind it": (MAP, ("touchpoint-digging",)),
    "nothing": (MAP, ()),
    "two touchpoints": (MAP, ("touchpoint-call", "touchpoint-contract")),
    "a stage": (MAP, ("stage-agree",)),
    "a parked touchpoint": (MAP, ("touchpoint-dates",)),
    "nothing of the journey behind a touchpoint": (BEHIND, ()),
}


class Obliging(ScriptedAsking):
    """Saves wherever it is proposed, and takes the first choice; opens nothing."""

    folder = Path()

    def save_path(self, title: str, patterns: str, suggested: Path) -> Path | None:
        """Where it is proposed."""
        return self.folder / suggested.name

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        """The first one."""
        return 0


@pytest.fixture(params=[("en", ScriptedAsking), ("fi", Obliging)], ids=["in English, refusing", "in Finnish, agreeing"])
def person(request: pytest.FixtureRequest) -> tuple[str, type[ScriptedAsking]]:
    """The language that is read, and whether one thinks better of everything or agrees."""
    code, answers = request.param
    return code, answers


@pytest.fixture
def view(person: tuple[str, type[ScriptedAsking]]) -> View:
    """In the person's language."""
    return View(language=language(person[0]))


@pytest.fixture
def asking(person: tuple[str, type[ScriptedAsking]], tmp_path: Path) -> ScriptedAsking:
    """As the person answers."""
    Obliging.folder = tmp_path
    return person[1]()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample project with what each of the situations needs."""
    opened = open_project(SAMPLES / "drainage_renovation.jmap")
    picture = io.BytesIO()
    Image.new("RGB", (64, 48), "olive").save(picture, "PNG")
    name, data = image_attachment(picture.getvalue(), "olive.png")
    project = edits.park(opened.project, "touchpoint-dates")
    project = edits.add_journey(project, Journey(id=BEHIND, name="Digging"))
    project = edits.add_stage(project, BEHIND, Stage(id="stage-behind", name="Digging"))
    project = edits.change(project, "touchpoint-digging", sub_journey=BEHIND, images=(name,))
    path = tmp_path / "renovation.jmap"
    save_project(path, project, opened.tallies, {**opened.attachments, name: data})
    return path


@pytest.fixture(autouse=True)
def nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is started."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)


def commands(window: Window) -> dict[str, QAction]:
    """All commands on the bar, by their names; the recent files by their paths."""
    window.menus  # noqa: B018  # fills the bar where it waits to be looked at
    return {action.objectName() or action.text(): action for action in _below(window.menuBar().actions())}


def _below(actions: Sequence[QAction]) -> Iterator[QAction]:
    for action in actions:
        if isinstance(menu := action.menu(), QMenu):
            yield from _below(menu.actions())
        elif not action.isSeparator():
            yield action


def beside(window: Window) -> list[QWidget]:
    """Dialogs, presentations, menus: all that is seen and is not the window."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


@pytest.fixture
def faults(qtbot: QtBot, qtlog: Any, caplog: pytest.LogCaptureFixture) -> Callable[[Window, QAction], list[str]]:
    """Does a command, closes what it opened and waits for its jobs; tells what was raised, warned of and left open."""

    def warned() -> list[str]:
        logged = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
        return logged + [one.message for one in qtlog.records if one.matches_level("WARNING") and not one.ignored]

    def do(window: Window, action: QAction) -> list[str]:
        before = len(warned())
        with capture_exceptions() as raised:
            action.trigger()
            QCoreApplication.processEvents()
            for opened in beside(window):
                opened.close()
            jobs = window._jobs
            qtbot.waitUntil(lambda: jobs is None or not jobs._running, timeout=20_000)
            clear_away()
        return [*(repr(one[1]) for one in raised), *warned()[before:], *map(repr, beside(window))]

    return do


def prepare(window: Window, sample: Path, view: View, situation: tuple[str, tuple[str, ...]]) -> None:
    """The sample as it was at first, but with something to undo, to redo and to revert, and something selected."""
    journey, selection = situation
    if window.session is None or BEHIND not in window.session.project.journeys:
        assert window.open(sample)
    session = window.session
    assert session is not None
    window.canvas.cancel()
    session.look(**view._asdict() | {"journey": journey})
    session.travel(-100)
    for name in (f"{session.project.name} 1", f"{session.project.name} 2"):
        session.apply(Message("Rename"), partial(edits.change, element_id=session.project.id, name=name))
    session.undo()
    session.select(selection)
    clear_away()


@pytest.mark.parametrize("always", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["once", "always"])
def test_with_a_project_open(
    empty_window: Window, sample: Path, view: View, faults: Callable[[Window, QAction], list[str]], always: bool
) -> None:
    """Each in the first situation that it may be used in, or in all of them."""
    found, done = {}, set()
    assert empty_window.open(sample)
    for words, situation in SITUATIONS.items():
        for name in [name for name in commands(empty_window) if name != LAST and (always or name not in done)]:
            prepare(empty_window, sample, view, situation)
            action = commands(empty_window)[name]
            if action.isEnabled():
                done.add(name)
                found[f"{name}, selected: {words}"] = faults(empty_window, action)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert set(commands(empty_window)) - done == {LAST}


def test_without_a_project(
    preferences: PreferencesFile,
    make_window: Callable[[], Window],
    sample: Path,
    faults: Callable[[Window, QAction], list[str]],
) -> None:
    preferences.put(preferences.value.opened(sample))
    window = make_window()
    found = {}
    assert str(sample) in commands(window)
    for name in sorted(commands(window), key=LAST.__eq__):
        found[name] = faults(window, commands(window)[name])
        if window.session is not None:
            window.start_page()
            clear_away()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert not window.isVisible()
