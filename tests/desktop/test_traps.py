"""Exceptions that reach Qt: one dialog, one recovery save; and what autosave keeps meanwhile."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPainter
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from journeymapper.desktop import autosave, start
from journeymapper.desktop.canvas.pointer import Pointer
from journeymapper.desktop.traps import ExceptionTrap
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.storage.recovery import list_recoveries, read_recovery
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking


@pytest.fixture
def trap(window: Window, asking: ScriptedAsking) -> Iterator[ExceptionTrap]:
    """The trap that the program is started with, in place of pytest-qt's."""
    made, before = ExceptionTrap(lambda error: start._tell_crash(window, asking, error)), sys.excepthook
    made.install()
    yield made
    sys.excepthook = before


def rename(window: Window, name: str) -> None:
    assert window.session is not None
    window.session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name=name))


def recovered_name(folder: Path) -> str:
    [recovery] = list_recoveries(folder)
    return read_recovery(recovery).project.journeys["journey"].touchpoints["offer"].name


# exceptions


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_slot_is_told_once_and_the_work_is_kept(
    window: Window, trap: ExceptionTrap, asking: ScriptedAsking
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("secret")

    rename(window, "Tarjous")
    for _ in range(5):
        QTimer.singleShot(0, fail)
        QCoreApplication.processEvents()
    clear_away()
    assert len(asking.told) == 1
    assert "ZeroDivisionError" in asking.told[0]
    assert "secret" not in asking.told[0]
    assert recovered_name(window.recovery_folder) == "Tarjous"


@pytest.mark.qt_no_exception_capture
def test_an_exception_while_painting_is_told_once_and_the_map_comes_back(
    window: Window, trap: ExceptionTrap, asking: ScriptedAsking, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_self: object, painter: QPainter) -> None:
        raise ZeroDivisionError

    rename(window, "Tarjous")
    qtbot.wait(100)
    before = window.canvas.grab().toImage()
    with monkeypatch.context() as broken:
        broken.setattr(Pointer, "paint", fail)
        for _ in range(5):
            window.canvas.update()
            qtbot.wait(5)
        clear_away()
    assert len(asking.told) == 1
    assert recovered_name(window.recovery_folder) == "Tarjous"
    qtbot.wait(100)
    assert window.canvas.grab().toImage() == before


@pytest.mark.qt_no_exception_capture
def test_another_exception_at_another_place_is_told_too(
    window: Window, trap: ExceptionTrap, asking: ScriptedAsking
) -> None:
    def first() -> None:
        raise ZeroDivisionError

    def second() -> None:
        raise KeyError

    for slot in (first, second):
        QTimer.singleShot(0, slot)
        QCoreApplication.processEvents()
    clear_away()
    assert len(asking.told) == 2


def test_nothing_of_pytest_qt_hides_what_the_trap_is_for(qtbot: QtBot) -> None:
    """The suite itself fails for an exception in a slot: shown here by catching one."""
    with capture_exceptions() as caught:
        QTimer.singleShot(0, lambda: 1 // 0)
        QCoreApplication.processEvents()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


# autosave


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Autosave that waits for tenths of a second."""
    monkeypatch.setattr(autosave, "IDLE_MS", 50)
    monkeypatch.setattr(autosave, "AT_LATEST_MS", 200)


def test_idleness_keeps_the_work_beside_the_file_and_not_in_it(
    hasty: None, window: Window, saved_file: Path, qtbot: QtBot
) -> None:
    before = saved_file.read_bytes()
    rename(window, "Tarjous")
    qtbot.waitUntil(lambda: bool(list_recoveries(window.recovery_folder)))
    assert recovered_name(window.recovery_folder) == "Tarjous"
    assert list_recoveries(window.recovery_folder)[0].path == saved_file
    assert saved_file.read_bytes() == before


def test_who_never_rests_is_kept_too(hasty: None, window: Window, qtbot: QtBot) -> None:
    for number in range(30):
        rename(window, f"Tarjous {number}")
        qtbot.wait(20)
        if list_recoveries(window.recovery_folder):
            return
    raise AssertionError("nothing was kept in 600 ms")


@pytest.mark.parametrize("end", ["save", "undo", "discard", "close"])
def test_nothing_is_offered_once_the_work_is_saved_or_given_up(
    hasty: None, window: Window, qtbot: QtBot, asking: ScriptedAsking, end: str
) -> None:
    assert window.session is not None
    rename(window, "Tarjous")
    qtbot.waitUntil(lambda: bool(list_recoveries(window.recovery_folder)))
    asking.answers = ["Discard changes"]
    rename(window, "again")
    qtbot.wait(45)
    ends = {"save": window.file_commands.save, "discard": window.start_page, "close": window.close}
    if end == "undo":
        window.session.undo()
        window.session.undo()
    else:
        ends[end]()
    qtbot.waitUntil(lambda: not list_recoveries(window.recovery_folder))
    qtbot.wait(300)
    assert list_recoveries(window.recovery_folder) == []


def test_recovered_work_counts_as_unsaved_and_goes_back_to_its_file(
    window: Window, make_window: object, saved_file: Path, asking: ScriptedAsking, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(window, "Tarjous")
    window.end_now()
    monkeypatch.setattr("journeymapper.storage.recovery.is_running", lambda _pid, _born: False)
    assert callable(make_window)
    other: Window = make_window()
    asking.answers = ["Recover"]
    assert start.offer_recovery(other)
    assert other.session is not None
    assert other.session.modified
    assert other.session.path == saved_file
    assert other.session.project.journeys["journey"].touchpoints["offer"].name == "Tarjous"
    assert other.file_commands.save()
    assert not other.session.modified
    assert list_recoveries(other.recovery_folder) == []


@pytest.mark.parametrize(("answer", "left"), [("Throw away", 0), ("Decide later", 1), (None, 1)])
def test_recovery_can_be_thrown_away_or_put_off(
    window: Window, make_window: object, asking: ScriptedAsking, monkeypatch: pytest.MonkeyPatch, answer: str | None,
    left: int,
) -> None:  # fmt: skip
    rename(window, "Tarjous")
    window.end_now()
    monkeypatch.setattr("journeymapper.storage.recovery.is_running", lambda _pid, _born: False)
    assert callable(make_window)
    other: Window = make_window()
    asking.answers = [answer]
    assert start.offer_recovery(other) is False
    assert len(list_recoveries(other.recovery_folder)) == left
