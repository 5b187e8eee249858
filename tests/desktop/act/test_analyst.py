"""What long analyses find reaches the map of a real window without anything being asked for."""

from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.analysis.beliefs.report import belief_report
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.jobs import Job, Jobs, Work
from journeymapper.desktop.window import Window
from tests.desktop.act.conftest import SAMPLE
from tests.desktop.conftest import clear_away


def test_paths_and_beliefs_of_the_sample_are_found_once_its_map_is_painted(qtbot: QtBot, empty_window: Window) -> None:
    assert empty_window.open(SAMPLE)
    session = empty_window.session
    assert session is not None
    session.look(mode="results")
    qtbot.waitUntil(lambda: bool(session.findings.beliefs and session.findings.paths), timeout=20_000)
    expected = belief_report(session.project, dict(session.tallies), wave=session.view.wave)
    assert session.findings.beliefs == expected.beliefs
    assert expected.locked_at


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the canvas did and what was sent for, in its order."""
    seen: list[str] = []
    paint, take_room, start = MapCanvas._paint, MapCanvas._take_room, Jobs.start

    def painting(canvas: MapCanvas, *given: Any) -> bool:
        complete = paint(canvas, *given)
        seen.append("painted whole" if complete else "painted in part")
        return complete

    def taking_room(canvas: MapCanvas) -> None:
        take_room(canvas)
        seen.append("laid out for its size")

    def starting(jobs: Jobs, work: Work, **given: Any) -> Job:
        seen.append("sent for")
        return start(jobs, work, **given)

    monkeypatch.setattr(MapCanvas, "_paint", painting)
    monkeypatch.setattr(MapCanvas, "_take_room", taking_room)
    monkeypatch.setattr(Jobs, "start", starting)
    return seen


def test_a_document_opened_in_a_painted_window_is_painted_whole_before_anything_is_worked_out(
    qtbot: QtBot, empty_window: Window, happened: list[str]
) -> None:
    empty_window.new()
    with qtbot.waitSignal(empty_window.canvas.painted):
        pass
    empty_window.view = empty_window.view._replace(mode="results")
    happened.clear()
    assert empty_window.open(SAMPLE)
    qtbot.waitUntil(lambda: "sent for" in happened)
    before = happened[: happened.index("sent for")]
    assert "laid out for its size" in before
    assert before[-1] == "painted whole"


def test_a_mode_turned_to_is_painted_whole_before_anything_is_worked_out(
    qtbot: QtBot, empty_window: Window, happened: list[str]
) -> None:
    assert empty_window.open(SAMPLE)
    with qtbot.waitSignal(empty_window.canvas.painted):
        pass
    session = empty_window.session
    assert session is not None
    happened.clear()
    session.look(mode="results")
    assert not happened
    qtbot.waitUntil(lambda: "sent for" in happened)
    assert happened[: happened.index("sent for")][-1:] == ["painted whole"]


def test_act_pages_that_no_map_was_painted_before_have_their_paths(qtbot: QtBot, empty_window: Window) -> None:
    empty_window.view = empty_window.view._replace(mode="act")
    assert empty_window.open(SAMPLE)
    session = empty_window.session
    assert session is not None
    assert session.view.mode == "act"
    qtbot.waitUntil(lambda: bool(session.findings.paths), timeout=20_000)


def test_a_window_that_is_closed_as_soon_as_its_map_is_painted_asks_for_nothing(
    qtbot: QtBot, empty_window: Window, happened: list[str]
) -> None:
    assert empty_window.open(SAMPLE)
    with qtbot.waitSignal(empty_window.canvas.painted):
        pass
    assert empty_window.session is not None
    empty_window.session.look(mode="results")
    happened.clear()
    while "painted whole" not in happened:
        empty_window.canvas.repaint()
    assert empty_window.close()
    clear_away()
    assert empty_window._jobs is not None
    assert not empty_window._jobs._running


def test_what_a_project_that_was_closed_meanwhile_asked_for_is_dropped(
    qtbot: QtBot, empty_window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, start, sent = Event(), Jobs.start, Event()

    def slowly(jobs: Jobs, work: Work, **given: Any) -> Job:
        sent.set()
        return start(jobs, lambda job: (closed.wait(20), work(job))[1], **given)

    monkeypatch.setattr(Jobs, "start", slowly)
    empty_window.view = empty_window.view._replace(mode="results")
    assert empty_window.open(SAMPLE)
    qtbot.waitUntil(sent.is_set)
    empty_window.start_page()
    clear_away()
    closed.set()
    jobs = empty_window._jobs
    assert jobs is not None
    qtbot.waitUntil(lambda: not jobs._running, timeout=20_000)
