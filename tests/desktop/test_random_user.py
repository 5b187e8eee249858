"""Thousands of random events: no exception, no Qt warning, undo leads back to the start, the map is what it should be.

pytest-qt fails a test for an exception in a slot and, as set in pyproject.toml, for any warning of Qt.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from tests.desktop.conftest import SAMPLES
from tests.desktop.random_user import RandomUser
from tests.desktop.shots import fresh, shot

pytestmark = pytest.mark.timeout(600)

SEEDS = (1, 2, 3)
BITE = 500
KEPT_STEPS = 50


@pytest.fixture
def on_sample(empty_window: Window) -> Window:
    """A window with the drainage sample."""
    empty_window.open_sample(SAMPLES / "drainage_renovation.jmap")
    return empty_window


@pytest.fixture
def on_nothing(empty_window: Window) -> Window:
    """A window with a new project."""
    empty_window.new()
    return empty_window


@pytest.mark.parametrize("seed", SEEDS)
def test_1500_random_events_on_the_sample(on_sample: Window, seed: int) -> None:
    play(on_sample, seed, 1500)


@pytest.mark.parametrize("seed", SEEDS)
def test_500_random_events_on_a_new_project(on_nothing: Window, seed: int) -> None:
    play(on_nothing, seed, 500)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", [11, 12, 13])
@pytest.mark.parametrize("opened", ["on_sample", "on_nothing"])
def test_20000_random_events(request: pytest.FixtureRequest, opened: str, seed: int) -> None:
    play(request.getfixturevalue(opened), seed, 20_000)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("opened", "seed"),
    [("on_sample", 21), ("on_sample", 22), ("on_sample", 23), ("on_nothing", 24), ("on_nothing", 25)],
)
def test_50000_random_events(request: pytest.FixtureRequest, opened: str, seed: int) -> None:
    play(request.getfixturevalue(opened), seed, 50_000)


def play(window: Window, seed: int, events: int) -> None:
    session = window.session
    assert session is not None
    start = session.project
    user = RandomUser(window, seed)
    for _ in range(0, events, BITE):
        act(user, min(BITE, events))
        shows_what_it_should(window, session)
        undone = _undo_all(session)
        assert session.project == start
        shows_what_it_should(window, session)
        for _ in range(min(undone, KEPT_STEPS)):
            session.redo()
    _undo_all(session)
    assert session.project is start


def act(user: RandomUser, times: int) -> None:
    try:
        user.act(times)
    except Exception as error:
        error.add_note("\n".join(user.done))
        raise


def shows_what_it_should(window: Window, session: Session) -> None:
    """The picture equals a fresh layout, and what its tiles show equals a painting from scratch."""
    canvas = window.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    layout = MapLayout(session)
    layout.room = canvas.map_layout.room
    assert canvas.picture == layout.picture(session.project)
    inside = Viewport(x=canvas.picture.width / 4, y=canvas.picture.height / 4, zoom=1.0)
    for view in (canvas.viewport_now, inside):  # the second holds headings of stages and lanes
        size = canvas.width(), canvas.height()
        old = shot(canvas._tiles, view, *size, headings=canvas.sight.headings)
        assert old == shot(fresh(canvas.picture), view, *size)


def _undo_all(session: Session) -> int:
    count = 0
    while session.history.undo_name is not None:
        session.undo()
        count += 1
    return count
