"""What is painted is what a painting from scratch would be."""

import pytest

from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Edit, Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Picture
from tests.desktop.canvas.hands import come_to_rest
from tests.desktop.conftest import SAMPLES, clear_away
from tests.desktop.shots import fresh, shot


def edits_to_see(project: Project) -> list[Project]:
    """Edits that move, grow, shrink, add and remove what is painted, one after the other."""
    journey = project.ordered_journeys()[0]
    first, last = journey.stage_order[0], journey.stage_order[-1]
    touchpoint = journey.stages[first].touchpoints[0]
    steps = [edits.change(project, touchpoint, name="A much longer name than any that was there before")]
    steps.append(edits.change(steps[-1], touchpoint, feeling=2, moment_of_truth=True, moment_reason="because"))
    steps.append(edits.move_touchpoint(steps[-1], touchpoint, last, 0))
    steps.append(edits.move_stage(steps[-1], last, 0))
    steps.append(edits.remove(steps[-1], journey.stages[journey.stage_order[1]].touchpoints[0]))
    steps.append(edits.change(steps[-1], first, name="X"))
    return steps


@pytest.mark.parametrize("zoom", [0.37, 1.0, 1.728])
@pytest.mark.parametrize("sample", ["drainage_renovation.jmap", "airport_passengers.jmap"])
def test_tiles_after_edits_equal_a_fresh_painting(window: Window, sample: str, zoom: float) -> None:
    window.open_sample(SAMPLES / sample)
    session = window.session
    assert session is not None
    layout, tiles = MapLayout(session), Tiles()
    view = Viewport(x=3.3, y=-7.7, zoom=zoom)
    for project in (session.project, *edits_to_see(session.project), session.project):
        picture = layout.picture(project)
        tiles.show(picture)
        assert shot(tiles, view, 1300, 800) == shot(fresh(picture), view, 1300, 800)


@pytest.mark.parametrize("choice", [{"mode": "measure"}, {"theme": "dark"}, {"detail": "full"}, {"detail": "brief"}])
def test_tiles_after_another_choice_equal_a_fresh_painting(session: Session, choice: dict[str, object]) -> None:
    layout, tiles = MapLayout(session), Tiles()
    view = Viewport(zoom=0.9)
    session.look(mode="results")
    tiles.show(layout.picture(session.project))
    shot(tiles, view, 1000, 700)
    session.look(**choice)
    tiles.show(layout.picture(session.project))
    assert shot(tiles, view, 1000, 700) == shot(fresh(MapLayout(session).picture(session.project)), view, 1000, 700)


def test_a_screen_of_any_size_is_filled(session: Session) -> None:
    picture = MapLayout(session).picture(session.project)
    assert not shot(fresh(picture), Viewport(zoom=4.0), 5200, 2900).isNull()


def test_tiles_join_without_a_seam_wherever_the_map_stands(session: Session) -> None:
    """The ground is one colour between tiles too, at fractions of a pixel and on finer screens."""
    picture = Picture(width=2000, height=2000, groups=(), ground="#3B6E5A")
    for ratio in (1.0, 1.25, 1.5, 2.0):
        for offset in (0.0, 0.3, 0.5, 0.7):
            tiles = fresh(picture)
            image = shot(tiles, Viewport(x=offset, y=offset, zoom=1.0), 700, 600, ratio)
            colours = {image.pixel(x, y) for x in range(image.width()) for y in (1, image.height() // 2)}
            assert len(colours) == 1


def replaced_by(project: Project) -> Edit:
    return lambda _old: project


def test_the_canvas_after_many_edits_looks_like_a_new_one(canvas: MapCanvas) -> None:
    session = canvas.session
    for project in edits_to_see(session.project):
        session.apply(Message("Change"), replaced_by(project))
    session.undo()
    clear_away()
    session.select(())
    other = MapCanvas(session)
    other.resize(canvas.size())
    other.show()
    come_to_rest(other)
    other.look_at(canvas.viewport_now)
    assert other.picture == canvas.picture
    assert other.grab().toImage() == canvas.grab().toImage()
    other.deleteLater()


def test_a_map_that_nobody_moved_takes_the_room_of_a_larger_window(canvas: MapCanvas) -> None:
    canvas.resize(900, 700)
    come_to_rest(canvas)
    canvas.resize(1500, 900)
    come_to_rest(canvas)
    assert canvas.viewport_now.zoom == 1.0
    canvas.zoom_in()
    moved = canvas.viewport_now.zoom
    canvas.resize(1200, 800)
    come_to_rest(canvas)
    assert canvas.viewport_now.zoom == moved
