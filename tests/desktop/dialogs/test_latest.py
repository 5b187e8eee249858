"""Only what was asked for last arrives, and two pieces of work never run at once."""

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.jobs import Job, Jobs, Work
from journeymapper.model.messages import Message, Refusal


class Arrivals:
    """What arrived, and how many pieces of work ran at once."""

    def __init__(self, latest: Latest) -> None:
        self.results: list[object] = []
        self.refusals: list[Message] = []
        self.most = self.running = 0
        self._lock = threading.Lock()
        latest.finished.connect(self.results.append)
        latest.failed.connect(self.refusals.append)

    def work(self, name: str, seconds: float) -> Work:
        """Work that takes its time and does not look up."""

        def do(_: Job) -> str:
            with self._lock:
                self.running += 1
                self.most = max(self.most, self.running)
            time.sleep(seconds)
            with self._lock:
                self.running -= 1
            return name

        return do


@pytest.fixture
def owner(jobs: Jobs) -> QObject:
    return QObject(jobs)


@pytest.fixture
def make(jobs: Jobs, owner: QObject) -> Callable[[int], tuple[Latest, Arrivals]]:
    def made(delay: int) -> tuple[Latest, Arrivals]:
        latest = Latest(jobs, owner, delay)
        return latest, Arrivals(latest)

    return made


def test_superseded_work_never_arrives(qtbot: QtBot, make: Callable[[int], tuple[Latest, Arrivals]]) -> None:
    latest, arrived = make(0)
    for name in "abcd":
        latest.start(arrived.work(name, 0.05), at_once=True)
        qtbot.wait(20)
    qtbot.waitUntil(lambda: not latest.busy)
    qtbot.wait(100)
    assert arrived.results == ["d"]
    assert arrived.most == 1


def test_wishes_in_quick_succession_are_one_piece_of_work(
    qtbot: QtBot, make: Callable[[int], tuple[Latest, Arrivals]]
) -> None:
    latest, arrived = make(50)
    started: list[str] = []
    for name in "abc":
        latest.start(lambda _, name=name: started.append(name))  # type: ignore[misc]
    qtbot.waitUntil(lambda: not latest.busy)
    assert started == ["c"]
    assert arrived.results == [None]


def test_what_was_stopped_does_not_arrive(qtbot: QtBot, make: Callable[[int], tuple[Latest, Arrivals]]) -> None:
    latest, arrived = make(0)
    latest.start(arrived.work("a", 0.05), at_once=True)
    latest.stop()
    assert not latest.busy
    qtbot.wait(150)
    assert arrived.results == []
    latest.start(arrived.work("b", 0.0), at_once=True)
    qtbot.waitUntil(lambda: arrived.results == ["b"])


def test_a_refusal_arrives_unless_superseded(qtbot: QtBot, make: Callable[[int], tuple[Latest, Arrivals]]) -> None:
    def refuse(_: Job) -> None:
        raise Refusal("No.")

    latest, arrived = make(0)
    latest.start(refuse, at_once=True)
    latest.start(arrived.work("a", 0.0))
    qtbot.waitUntil(lambda: arrived.results == ["a"])
    assert arrived.refusals == []
    latest.start(refuse)
    qtbot.waitUntil(lambda: arrived.refusals == [Message("No.")])
    assert not latest.busy
