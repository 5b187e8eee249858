"""A large edit is made and laid out in a thread, and is in the document whole or not at all."""

from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.large_edit import LargeEdit, Progress
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Picture

NAME = Message("Paste")


@pytest.fixture
def canvas(window: Window) -> MapCanvas:
    """The map in its window."""
    return window.canvas


@pytest.fixture
def session(canvas: MapCanvas) -> Session:
    """The window's session, mapping."""
    canvas.session.look(mode="map")
    return canvas.session


@pytest.fixture
def large(window: Window, canvas: MapCanvas, session: Session) -> LargeEdit:
    """Makes edits for the window."""
    return LargeEdit(session, window._runner(), canvas.map_layout, canvas)


class Slow:
    """An edit that waits in the middle until it may go on; `answers` are where it was called."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()
        self.threads: list[object] = []

    def __call__(self, project: Project, progress: Progress) -> Project:
        self.threads.append(current_thread())
        progress(0.5)
        self.begun.set()
        assert self.go_on.wait(10)
        progress(0.75)
        return with_many(project)


def with_many(project: Project) -> Project:
    for number in range(60):
        project = edits.add_touchpoint(project, "work", Touchpoint(id=f"new-{number}", name=f"Step {number}"))
    return project


def taken_by(large: LargeEdit) -> list[object]:
    taken: list[object] = []
    large.taken.connect(taken.append)
    return taken


def test_it_is_made_elsewhere_and_the_window_lives_on(large: LargeEdit, session: Session, qtbot: QtBot) -> None:
    before, slow, shares, ticks = session.project, Slow(), list[float](), list[int]()
    taken = taken_by(large)
    large.progressed.connect(shares.append)
    timer = QTimer(large)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(0)
    large.start(NAME, slow)
    qtbot.waitUntil(lambda: bool(shares) and len(ticks) > 3)
    assert large.busy
    assert session.project is before
    slow.go_on.set()
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [before]
    assert not large.busy
    assert shares == sorted(shares)
    assert main_thread() not in slow.threads
    assert len(session.project.journeys["journey"].stages["work"].touchpoints) == 62
    assert len(session.history.past) == 1
    session.undo()
    assert session.project is before


def test_stopped_it_leaves_nothing_and_another_can_begin(large: LargeEdit, session: Session, qtbot: QtBot) -> None:
    before, slow = session.project, Slow()
    taken = taken_by(large)
    large.start(NAME, slow)
    assert slow.begun.wait(10)
    large.stop()
    assert not large.busy
    slow.go_on.set()
    large.start(NAME, lambda project, _progress: edits.change(project, "offer", name="Bid"))
    qtbot.waitUntil(lambda: bool(taken))
    assert len(session.history.past) == 1
    assert "new-0" not in session.project.journeys["journey"].touchpoints
    assert taken == [before]


def test_on_a_document_that_has_changed_meanwhile_it_is_made_again(
    large: LargeEdit, session: Session, qtbot: QtBot
) -> None:
    slow, taken = Slow(), taken_by(large)
    large.start(NAME, slow)
    assert slow.begun.wait(10)
    session.apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Bid"))
    renamed = session.project
    slow.go_on.set()
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [renamed]
    assert len(slow.threads) == 2
    assert session.project.journeys["journey"].touchpoints["offer"].name == "Bid"
    assert "new-59" in session.project.journeys["journey"].touchpoints
    assert len(session.history.past) == 2


def test_a_refusal_in_the_thread_is_told_and_changes_nothing(large: LargeEdit, session: Session, qtbot: QtBot) -> None:
    before, told = session.project, list[Message]()
    large.refused.connect(told.append)

    def edit(project: Project, _progress: Progress) -> Project:
        raise Refusal("The id {id} is taken.", id=project.id)

    large.start(NAME, edit)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Message("The id {id} is taken.", {"id": before.id})]
    assert session.project is before
    assert not large.busy


def laid_out_afresh(canvas: MapCanvas) -> Picture:
    fresh = MapLayout(canvas.session)
    fresh.room = canvas.map_layout.room
    return fresh.picture(canvas.session.project)


@pytest.mark.parametrize("mode", ["map", "results"])
def test_what_was_laid_out_ahead_is_what_a_fresh_layout_gives(
    large: LargeEdit, canvas: MapCanvas, session: Session, qtbot: QtBot, mode: str
) -> None:
    session.look(mode=mode)
    taken, shown = taken_by(large), canvas.picture
    large.start(NAME, lambda project, _progress: with_many(project))
    qtbot.waitUntil(lambda: bool(taken))
    assert canvas.picture != shown
    assert canvas.picture == laid_out_afresh(canvas)
    session.undo()
    assert canvas.picture == laid_out_afresh(canvas)


def test_the_window_lays_nothing_out_again(canvas: MapCanvas, session: Session) -> None:
    layout, future = canvas.map_layout, with_many(session.project)
    cache = layout.ahead()(future)
    layout.adopt(cache)
    made = cache.made
    session.apply(NAME, lambda _: future)
    assert cache.made == made > 60


def test_what_is_laid_out_ahead_does_not_touch_the_map_of_now(canvas: MapCanvas, session: Session) -> None:
    layout, shown = canvas.map_layout, canvas.picture
    made = layout._cache.made
    layout.ahead()(with_many(session.project))
    assert layout.picture(session.project) == shown
    assert layout._cache.made == made


def test_a_journey_that_is_gone_is_not_laid_out(canvas: MapCanvas, session: Session) -> None:
    lay_out: Callable[[Project], object] = canvas.map_layout.ahead()
    lay_out(edits.remove(session.project, "journey"))


def test_leaving_the_window_ends_it(large: LargeEdit, window: Window, session: Session) -> None:
    before, slow = session.project, Slow()
    large.start(NAME, slow)
    assert slow.begun.wait(10)
    QTimer.singleShot(0, slow.go_on.set)
    large.stop()
    slow.go_on.set()
    runner: Jobs = window._runner()
    runner.join()
    assert session.project is before
