"""Work in threads: progress, results, failures and cancelling all arrive in the window's thread, or not at all."""

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread
from time import sleep

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.model.messages import Message, Refusal
from tests.desktop.conftest import clear_away


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """A runner that is joined whatever happens."""
    made = Jobs()
    yield made
    made.join()
    made.deleteLater()
    clear_away()


class Heard:
    """What a job's signals brought, and whether they came in the window's thread."""

    def __init__(self, job: Job) -> None:
        self.events: list[tuple[str, object]] = []
        self.elsewhere = False
        job.progressed.connect(lambda share, what: self._hear("progressed", (share, what)))
        job.finished.connect(lambda result: self._hear("finished", result))
        job.failed.connect(lambda message: self._hear("failed", message))
        job.ended.connect(lambda: self._hear("ended", None))

    def _hear(self, name: str, value: object) -> None:
        self.events.append((name, value))
        self.elsewhere |= current_thread() is not main_thread()

    def ended(self) -> bool:
        return bool(self.events) and self.events[-1][0] == "ended"


def test_progress_and_result_arrive_in_order_in_the_window_s_thread(jobs: Jobs, qtbot: QtBot) -> None:
    def work(job: Job) -> object:
        assert current_thread() is not main_thread()
        job.report(0.25, "reading")
        job.report(0.75, "counting")
        return 42

    heard = Heard(jobs.start(work))
    qtbot.waitUntil(heard.ended)
    assert heard.events == [
        ("progressed", (0.25, "reading")), ("progressed", (0.75, "counting")), ("finished", 42), ("ended", None),
    ]  # fmt: skip
    assert not heard.elsewhere


def test_a_refusal_arrives_as_its_message(jobs: Jobs, qtbot: QtBot) -> None:
    def work(_job: Job) -> object:
        raise Refusal("{file} cannot be read.", file="a.csv")

    heard = Heard(jobs.start(work))
    qtbot.waitUntil(heard.ended)
    assert heard.events == [("failed", Message("{file} cannot be read.", {"file": "a.csv"})), ("ended", None)]


def test_a_mistake_inside_is_logged_and_told_without_its_words(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_job: Job) -> object:
        raise ZeroDivisionError("secret")

    heard = Heard(jobs.start(work))
    qtbot.waitUntil(heard.ended)
    [(name, message), _] = heard.events
    assert name == "failed"
    assert isinstance(message, Message)
    assert "secret" not in message.english()
    assert "ZeroDivisionError" in caplog.text


def test_nothing_arrives_from_a_cancelled_job_but_its_end(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()
    survived: list[bool] = []

    def work(job: Job) -> object:
        begun.set()
        go_on.wait(10)
        job.report(0.5)
        survived.append(True)
        return "result"

    job = jobs.start(work)
    heard = Heard(job)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(heard.ended)
    assert heard.events == [("ended", None)]
    assert survived == []


def test_a_result_that_comes_after_cancelling_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go_on = Event(), Event()

    def work(_job: Job) -> object:
        begun.set()
        go_on.wait(10)
        return "result"

    job = jobs.start(work)
    heard = Heard(job)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(heard.ended)
    assert heard.events == [("ended", None)]


def test_leaving_waits_for_running_work_and_forgets_what_has_not_begun(qtbot: QtBot) -> None:
    jobs, begun, ran = Jobs(), Event(), list[int]()

    def patient(job: Job) -> object:
        begun.set()
        while True:
            job.report(0.5)
            sleep(0.005)

    def late(_job: Job) -> object:
        ran.append(1)
        return None

    for _ in range(8):
        jobs.start(patient)
    waiting = jobs.start(late)
    heard = Heard(waiting)
    assert begun.wait(10)
    jobs.join()
    jobs.deleteLater()
    del waiting
    clear_away()
    QCoreApplication.processEvents()
    assert ran == []
    assert ("finished", None) not in heard.events


def test_what_was_asked_for_by_somebody_who_is_gone_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    gone, owner = Event(), QObject()
    heard = Heard(jobs.start(lambda _: gone.wait(20), owner=owner))
    owner.deleteLater()
    clear_away()
    gone.set()
    qtbot.waitUntil(heard.ended)
    assert heard.events == [("ended", None)]


def test_nothing_starts_once_the_window_is_gone(jobs: Jobs) -> None:
    jobs.join()
    began = Event()
    job = jobs.start(lambda _: began.set())
    clear_away()
    assert job.cancelled
    assert not began.is_set()


def test_many_short_jobs_leave_nothing_behind(jobs: Jobs, qtbot: QtBot) -> None:
    results: list[object] = []
    for number in range(200):
        jobs.start(partial(_given_back, number)).finished.connect(results.append)
    qtbot.waitUntil(lambda: len(results) == 200)
    clear_away()
    assert sorted(results) == list(range(200))  # type: ignore[type-var]  # all of them are numbers
    assert jobs.children() == []


def _given_back(number: int, _job: Job) -> object:
    return number
