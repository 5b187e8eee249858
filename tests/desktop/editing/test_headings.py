"""Lane names and stage headings that stay in sight while the map is scrolled: seen, hit, and out of the way."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.headings import NAME, Headings
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.journey import LaneChoice
from journeymapper.model.messages import Message
from journeymapper.picture.primitives import Group, Text
from tests.desktop.conftest import clear_away
from tests.desktop.editing.hands import LEFT, NONE, drag, editor, group, middle, run

SCROLLED = Viewport(x=200, y=120, zoom=1.6)


@pytest.fixture
def canvas(window: Window, qtbot: QtBot) -> MapCanvas:
    """A map with all of its lanes, larger than its widget both ways as soon as it is zoomed."""
    assert window.session is not None
    window.session.look(empty_lanes=True)
    window.resize(1440, 560)
    with qtbot.waitSignal(window.canvas.painted):
        window.canvas.update()
    return window.canvas


@pytest.fixture
def scrolled(window: Window, canvas: MapCanvas, qtbot: QtBot) -> MapCanvas:
    """The map with its upper left corner out of sight."""
    look(canvas, SCROLLED, qtbot)
    return canvas


def look(canvas: MapCanvas, view: Viewport, qtbot: QtBot) -> None:
    """Look there until all of it is painted."""
    canvas.look_at(view)
    assert canvas.viewport_now == view
    with qtbot.waitSignal(canvas.painted):
        canvas.update()


def pixels(canvas: MapCanvas, part: QRect) -> QImage:
    return canvas.grab(part).toImage()


def label(canvas: MapCanvas, lane: str) -> Group:
    return group(canvas, "", f"label-{lane}")


def inner(canvas: MapCanvas, one: Group) -> QRect:
    """The pixels of a group that the lines along the headings do not touch."""
    return canvas.box(one).toAlignedRect().adjusted(2, 2, -3, -3) & canvas.rect()


def test_names_of_lanes_stay_at_the_left_edge_as_they_are(canvas: MapCanvas, qtbot: QtBot) -> None:
    look(canvas, Viewport(x=-10 / 1.6, y=120, zoom=1.6), qtbot)
    name = label(canvas, "feeling")
    still = inner(canvas, name)
    before = pixels(canvas, still)
    look(canvas, SCROLLED, qtbot)
    assert canvas.box(name).left() == 0
    assert canvas.box(name).top() == pytest.approx(canvas.viewport_now.to_widget(0, name.y)[1])
    assert pixels(canvas, still.translated(-10, 0)) == before


def test_stages_stay_at_the_upper_edge_as_they_are(canvas: MapCanvas, qtbot: QtBot) -> None:
    look(canvas, Viewport(x=200, y=-10 / 1.6, zoom=1.6), qtbot)
    stage = group(canvas, "after", "stage")
    still = inner(canvas, stage)
    before = pixels(canvas, still)
    look(canvas, SCROLLED, qtbot)
    assert canvas.box(stage).top() == 0
    assert pixels(canvas, still.translated(0, -10)) == before


def test_a_map_that_is_not_scrolled_holds_nothing(canvas: MapCanvas) -> None:
    canvas.fit()
    assert not canvas.on_heading(QPointF(3, 3))
    assert canvas.box(group(canvas, "agree", "stage")).topLeft() == QPointF(
        *canvas.viewport_now.to_widget(group(canvas, "agree", "stage").x, group(canvas, "agree", "stage").y)
    )


def test_the_name_of_a_stage_whose_beginning_is_scrolled_away_is_read(canvas: MapCanvas, qtbot: QtBot) -> None:
    """Its letters are those of the heading, right of the names of lanes."""
    stage = group(canvas, "agree", "stage")
    view = Viewport(x=stage.x + stage.width / 3, y=-10 / 1.6, zoom=1.6)
    look(canvas, Viewport(x=-10 / 1.6, y=-10 / 1.6, zoom=1.6), qtbot)
    place = canvas.box(stage).adjusted(16, 4, 0, -4).toAlignedRect()
    letters = QRect(place.topLeft(), QPoint(place.left() + 60, place.bottom()))
    before = pixels(canvas, letters)
    look(canvas, view, qtbot)
    moved = round(canvas.box(label(canvas, "feeling")).right() - (stage.x + NAME) * 1.6) - 10
    assert moved < -15
    assert pixels(canvas, letters.translated(moved, 0)) == before
    QTest.mouseClick(canvas, LEFT, NONE, letters.center() + QPoint(moved, 0))
    assert canvas.session.selection == ("agree",)


def test_a_held_stage_is_selected_by_a_click_and_nothing_below_it(scrolled: MapCanvas) -> None:
    card = group(scrolled, "digging")
    scrolled.look_at(Viewport(x=SCROLLED.x, y=card.y, zoom=SCROLLED.zoom))
    before, place = scrolled.viewport_now, QPointF(scrolled.box(card).center().x(), 12)
    assert scrolled.box(card).contains(place)
    QTest.mouseClick(scrolled, LEFT, NONE, place.toPoint())
    assert scrolled.session.selection == ("work",)
    assert scrolled.viewport_now == before


def test_what_a_name_of_a_lane_covers_is_not_hit_felt_or_written_into(scrolled: MapCanvas) -> None:
    feeling, session = label(scrolled, "feeling"), scrolled.session
    card = group(scrolled, "contract")
    covered = Viewport(x=card.x - 20, y=SCROLLED.y, zoom=SCROLLED.zoom)
    scrolled.look_at(covered)
    for part in (label(scrolled, "touchpoints"), feeling):
        place = scrolled.box(part).center().toPoint()
        QTest.mouseMove(scrolled, place)
        QTest.mouseClick(scrolled, LEFT, NONE, place)
        assert session.selection == ()
        assert scrolled.sight.cell_at(QPointF(place)) is None
        assert scrolled.handle_at(QPointF(place)) is None
    assert not session.modified


def test_a_held_stage_is_dragged_before_another(scrolled: MapCanvas) -> None:
    scrolled.look_at(Viewport(x=1000, y=SCROLLED.y, zoom=SCROLLED.zoom))
    drag(scrolled, middle(scrolled, "after", "stage"), middle(scrolled, "work", "stage") - QPoint(40, 0))
    assert scrolled.session.project.journeys["journey"].stage_order == ("agree", "after", "work")


def test_a_held_stage_is_renamed_where_it_stands(scrolled: MapCanvas, window: Window) -> None:
    scrolled.session.select(("work",))
    run(window, "rename")
    field = editor(scrolled)
    assert field.geometry().top() < scrolled.box(group(scrolled, "work", "stage")).bottom()
    QTest.keyClicks(field, "On site")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert scrolled.session.project.journeys["journey"].stages["work"].name == "On site"


@pytest.mark.parametrize("key", ["offer", "contract", "digging", "final"])
def test_what_is_found_is_never_behind_a_heading(scrolled: MapCanvas, open_session: Session, key: str) -> None:
    open_session.select((key,))
    box = scrolled.box(group(scrolled, key))
    free = QRect(scrolled.rect())
    free.setLeft(round(scrolled.box(label(scrolled, "feeling")).right()))
    free.setTop(round(scrolled.box(group(scrolled, "agree", "stage")).bottom()))
    assert free.adjusted(-2, -2, 2, 2).contains(box.toAlignedRect())


def test_the_selection_is_shown_in_the_middle_of_what_headings_leave(
    scrolled: MapCanvas, window: Window, open_session: Session
) -> None:
    open_session.select(("digging", "change"))
    run(window, "show-selection")
    both = (middle(scrolled, "digging") + middle(scrolled, "change")) / 2
    left = scrolled.box(label(scrolled, "feeling")).right()
    assert abs(both.x() - (left + scrolled.width()) / 2) < 4


def test_headings_that_would_leave_no_room_are_not_held(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.look_at(Viewport(x=300, y=100, zoom=6.0))
    assert canvas.viewport_now.zoom * label(canvas, "feeling").width > canvas.width() * 0.4
    assert not canvas.on_heading(QPointF(4, canvas.height() - 4))


def test_a_collapsed_lane_keeps_its_name_too(canvas: MapCanvas, open_session: Session, qtbot: QtBot) -> None:
    choice = LaneChoice("feeling", name="What our customers feel on the way", collapsed=True)
    open_session.apply(Message("x"), lambda project: edits.choose_lanes(project, "journey", (choice,)))
    look(canvas, SCROLLED, qtbot)
    headings = Headings(canvas.picture)
    name = label(canvas, "feeling")
    held = headings.held(SCROLLED, (canvas.width(), canvas.height()))
    mine = next(pane for pane in held.names if pane.box.contains(canvas.box(name).topLeft() + QPointF(3, 3)))
    words = [item for item in name.items if isinstance(item, Text)]
    assert mine.box.width() >= max(item.x + item.width for item in words) * SCROLLED.zoom
    assert canvas.on_heading(mine.box.center())


@pytest.mark.parametrize(("theme", "code"), [("dark", "en"), ("light", "fi")])
def test_headings_follow_the_theme_and_the_language(
    window: Window, canvas: MapCanvas, open_session: Session, theme: str, code: str, qtbot: QtBot
) -> None:
    """What is held shows the same as the map itself: nothing of the picture before."""
    open_session.look(theme=theme, language=language(code))
    clear_away()
    canvas = window.canvas
    with qtbot.waitSignal(canvas.painted):
        canvas.update()
    look(canvas, Viewport(x=-10 / 1.6, y=120, zoom=1.6), qtbot)
    still = inner(canvas, label(canvas, "feeling"))
    before = pixels(canvas, still)
    look(canvas, SCROLLED, qtbot)
    assert pixels(canvas, still.translated(-10, 0)) == before
    assert window.palette().window().color().lightness() < 128 or theme == "light"


def test_zooming_under_held_headings_ends_with_all_of_them_painted(scrolled: MapCanvas, qtbot: QtBot) -> None:
    scrolled.zoom_in()
    with qtbot.waitSignal(scrolled.painted):
        scrolled.update()
    shown = scrolled.grab().toImage()
    with qtbot.waitSignal(scrolled.painted):
        scrolled.update()
    assert scrolled.grab().toImage() == shown
