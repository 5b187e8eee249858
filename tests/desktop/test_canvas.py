"""The canvas by mouse and keyboard: what is seen, what is hit, and that a gesture is one step or none."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.hover import hover_text
from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.canvas.tiles import Tiles
from journeymapper.desktop.canvas.viewport import Viewport
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.session import Edit, Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group, Picture
from tests.desktop.conftest import SAMPLES, clear_away
from tests.desktop.shots import fresh, shot

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def canvas(session: Session) -> Iterator[MapCanvas]:
    """The map of the small project in a widget of its own, at rest."""
    made = MapCanvas(session)
    made.resize(1100, 760)
    made.show()
    made.setFocus()
    come_to_rest(made)
    yield made
    made.deleteLater()
    clear_away()


@pytest.fixture
def low(canvas: MapCanvas) -> MapCanvas:
    """The map in a widget that is lower than it."""
    canvas.resize(1100, 330)
    come_to_rest(canvas)
    return canvas


def come_to_rest(canvas: MapCanvas) -> None:
    """Wait until the map is laid out for the size that there is."""
    QCoreApplication.processEvents()
    while canvas._resized.isActive():
        QTest.qWait(10)


def group(canvas: MapCanvas, owner: str, part: str = "card") -> Group:
    return next(one for one in canvas.picture.groups if one.owner == owner and one.part == part)


def middle(canvas: MapCanvas, owner: str, part: str = "card") -> QPoint:
    """The middle of an element in the widget."""
    one = group(canvas, owner, part)
    return QPointF(*canvas.viewport_now.to_widget(one.x + one.width / 2, one.y + one.height / 2)).toPoint()


def free_place(canvas: MapCanvas) -> QPoint:
    """Somewhere in the widget where nothing is."""
    places = (QPoint(x, y) for y in range(canvas.height() - 3, 0, -7) for x in range(3, canvas.width(), 9))
    return next(place for place in places if canvas.hit(QPointF(place)) is None)


def wheel(canvas: MapCanvas, at: QPoint, steps: int, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def order(session: Session) -> list[str]:
    return [one.id for one in session.project.journeys["journey"].ordered_touchpoints()]


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    QTest.mousePress(canvas, LEFT, NONE, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * share)
    if drop:
        QTest.mouseRelease(canvas, LEFT, NONE, end)


# looking


def test_zooming_keeps_what_is_under_the_pointer(low: MapCanvas) -> None:
    at = QPoint(420, 210)
    wheel(low, at, 4, CTRL)
    before = low.viewport_now.to_picture(at.x(), at.y())
    wheel(low, at, 3, CTRL)
    assert low.viewport_now.to_picture(at.x(), at.y()) == pytest.approx(before)
    wheel(low, at, -2, CTRL)
    assert low.viewport_now.to_picture(at.x(), at.y()) == pytest.approx(before)


def test_zooming_ends_somewhere(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(5, 5), 100, CTRL)
    largest = canvas.viewport_now.zoom
    wheel(canvas, QPoint(5, 5), 100, CTRL)
    assert canvas.viewport_now.zoom == largest
    wheel(canvas, QPoint(5, 5), -300, CTRL)
    assert canvas.viewport_now.zoom > 0.01


@pytest.mark.parametrize("button", [MIDDLE, LEFT])
def test_the_map_is_dragged_with_the_middle_button_or_with_space(low: MapCanvas, button: Qt.MouseButton) -> None:
    wheel(low, QPoint(500, 300), 5, CTRL)
    before = low.viewport_now
    if button == LEFT:
        QTest.keyPress(low, Qt.Key.Key_Space)
    QTest.mousePress(low, button, NONE, QPoint(500, 300))
    QTest.mouseMove(low, QPoint(440, 320))
    QTest.mouseRelease(low, button, NONE, QPoint(440, 320))
    QTest.keyRelease(low, Qt.Key.Key_Space)
    assert low.viewport_now.x == pytest.approx(before.x + 60 / before.zoom)
    assert low.viewport_now.y == pytest.approx(before.y - 20 / before.zoom)
    assert low.session.selection == ()


def test_the_wheel_moves_the_map_and_shift_turns_it_sideways(low: MapCanvas) -> None:
    wheel(low, QPoint(500, 120), 5, CTRL)
    before = low.viewport_now
    wheel(low, QPoint(500, 300), -1)
    assert low.viewport_now.y == pytest.approx(before.y + 60 / before.zoom)
    wheel(low, QPoint(500, 300), -1, SHIFT)
    assert low.viewport_now.x == pytest.approx(before.x + 60 / before.zoom)


def test_the_map_cannot_be_lost(canvas: MapCanvas) -> None:
    for _ in range(200):
        wheel(canvas, QPoint(500, 300), -3, SHIFT)
        wheel(canvas, QPoint(500, 300), -3)
    x, y = canvas.viewport_now.to_widget(canvas.picture.width, canvas.picture.height)
    assert x > 0
    assert y > 0


def test_fit_shows_the_whole_map(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(500, 300), 8, CTRL)
    canvas.fit()
    left, top = canvas.viewport_now.to_widget(0, 0)
    right, bottom = canvas.viewport_now.to_widget(canvas.picture.width, canvas.picture.height)
    assert left >= 0
    assert top >= 0
    assert right <= canvas.width() + 0.5
    assert bottom <= canvas.height() + 0.5


def test_what_is_selected_elsewhere_is_brought_into_sight(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(5, 5), 4, CTRL)
    assert not canvas.rect().contains(middle(canvas, "final"))
    canvas.session.select(("final",))
    assert canvas.rect().contains(middle(canvas, "final"))


# selecting


def test_a_click_selects_and_a_click_beside_selects_nothing(canvas: MapCanvas) -> None:
    chosen = []
    for place in (middle(canvas, "offer"), free_place(canvas)):
        QTest.mouseClick(canvas, LEFT, NONE, place)
        chosen.append(canvas.session.selection)
    assert chosen == [("offer",), ()]


def test_ctrl_click_adds_and_takes_away(canvas: MapCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, "offer"))
    QTest.mouseClick(canvas, LEFT, CTRL, middle(canvas, "digging"))
    assert set(canvas.session.selection) == {"offer", "digging"}
    QTest.mouseClick(canvas, LEFT, CTRL, middle(canvas, "offer"))
    assert canvas.session.selection == ("digging",)


def test_a_click_on_one_of_several_selects_it_alone(canvas: MapCanvas) -> None:
    canvas.session.select(("offer", "contract"))
    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, "contract"))
    assert canvas.session.selection == ("contract",)


def test_a_frame_selects_the_cards_that_it_touches(canvas: MapCanvas) -> None:
    cards = [group(canvas, key) for key in order(canvas.session)]
    start = free_place(canvas)
    end = QPointF(*canvas.viewport_now.to_widget(cards[1].x + 4, cards[1].y + 4)).toPoint()
    drag(canvas, start, end)
    frame = (min(start.x(), end.x()), max(start.x(), end.x()))
    touched = {
        card.owner
        for card in cards
        if canvas.viewport_now.to_widget(card.x, 0)[0] <= frame[1]
        and canvas.viewport_now.to_widget(card.x + card.width, 0)[0] >= frame[0]
    }
    assert set(canvas.session.selection) == touched
    assert touched


def test_esc_takes_the_frame_back(canvas: MapCanvas) -> None:
    canvas.session.select(("offer",))
    QTest.mousePress(canvas, LEFT, CTRL, free_place(canvas))
    QTest.mouseMove(canvas, middle(canvas, "final"))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.session.selection == ("offer",)


# dragging


def test_a_dragged_card_changes_its_place_as_one_step(canvas: MapCanvas) -> None:
    session = canvas.session
    drag(canvas, middle(canvas, "offer"), middle(canvas, "contract") + QPoint(12, 0))
    assert order(session)[:2] == ["contract", "offer"]
    assert len(session.history.past) == 1
    session.undo()
    assert order(session)[:2] == ["offer", "contract"]


def test_while_dragging_the_map_shows_what_would_be_and_the_document_is_untouched(
    canvas: MapCanvas, qtbot: QtBot
) -> None:
    before, places = canvas.session.project, group(canvas, "contract").x
    drag(canvas, middle(canvas, "offer"), middle(canvas, "contract") + QPoint(12, 0), drop=False)
    assert canvas.session.project is before
    qtbot.waitUntil(lambda: group(canvas, "contract").x < places)
    canvas.grab()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, middle(canvas, "contract"))
    assert canvas.session.project is before
    assert group(canvas, "contract").x == places


def test_a_card_is_dragged_to_another_stage(canvas: MapCanvas) -> None:
    drag(canvas, middle(canvas, "offer"), middle(canvas, "final") + QPoint(15, 0))
    stages = canvas.session.project.journeys["journey"].stages
    assert stages["after"].touchpoints == ("final", "offer")
    assert stages["agree"].touchpoints == ("contract",)


def test_several_selected_cards_move_together_in_their_order(canvas: MapCanvas) -> None:
    canvas.session.select(("offer", "digging"))
    drag(canvas, middle(canvas, "digging"), middle(canvas, "final") + QPoint(15, 0))
    assert canvas.session.project.journeys["journey"].stages["after"].touchpoints == ("final", "offer", "digging")
    assert len(canvas.session.history.past) == 1


@pytest.mark.parametrize(("chosen", "stack"), [(("digging",), False), (("offer", "digging", "final"), True)])
def test_several_cards_hang_under_the_pointer_as_a_stack_with_their_number(
    canvas: MapCanvas, chosen: tuple[str, ...], stack: bool
) -> None:
    """A disc in the accent for the number at the corner of the card that was grabbed."""
    canvas.session.select(chosen)
    start, end = middle(canvas, "digging"), middle(canvas, "contract") + QPoint(0, 60)
    card = canvas.box(group(canvas, "digging")).translated(QPointF(end - start))
    drag(canvas, start, end, drop=False)
    QTest.qWait(30)
    seen = canvas.grab().toImage()
    assert (seen.pixelColor(card.topRight().toPoint() - QPoint(7, 0)) == QColor(THEMES["light"].accent)) is stack
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, end)


def test_a_stage_is_dragged_before_another(canvas: MapCanvas) -> None:
    drag(canvas, middle(canvas, "work", "stage"), middle(canvas, "agree", "stage") - QPoint(30, 0))
    assert canvas.session.project.journeys["journey"].stage_order == ("work", "agree", "after")


def test_a_drag_back_to_where_it_was_is_no_step(canvas: MapCanvas) -> None:
    start = middle(canvas, "offer")
    QTest.mousePress(canvas, LEFT, NONE, start)
    for place in (start + QPoint(300, 0), start + QPoint(40, 0), start):
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, NONE, start)
    assert not canvas.session.modified


def test_a_read_only_document_is_not_dragged(canvas: MapCanvas) -> None:
    canvas.session.read_only = True
    drag(canvas, middle(canvas, "offer"), middle(canvas, "final"))
    assert not canvas.session.modified


def test_a_lost_release_does_not_leave_the_card_on_the_pointer(canvas: MapCanvas) -> None:
    drag(canvas, middle(canvas, "offer"), middle(canvas, "final"), drop=False)
    QTest.mouseMove(canvas, middle(canvas, "final") + QPoint(3, 3))
    QTest.mouseRelease(canvas, Qt.MouseButton.RightButton, NONE, middle(canvas, "final"))
    assert not canvas.session.modified


# renaming


def editor(canvas: MapCanvas) -> QPlainTextEdit | None:
    shown = [one for one in canvas.findChildren(QPlainTextEdit) if one.isVisible()]
    return shown[0] if shown else None


def open_editor(canvas: MapCanvas, owner: str = "offer") -> QPlainTextEdit:
    QTest.mouseDClick(canvas, LEFT, NONE, middle(canvas, owner))
    QTest.mouseRelease(canvas, LEFT, NONE, middle(canvas, owner))
    found = editor(canvas)
    assert found is not None
    return found


def name(session: Session, key: str = "offer") -> str:
    return session.project.journeys["journey"].touchpoints[key].name


def test_enter_takes_the_name_and_gives_the_keyboard_back(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    assert field.toPlainText() == "Offer"
    QTest.keyClicks(field, "Tarjous")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Tarjous"
    assert len(canvas.session.history.past) == 1
    assert editor(canvas) is None
    assert canvas.hasFocus()
    clear_away()
    assert canvas.findChildren(QPlainTextEdit) == []


def test_esc_leaves_the_name(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert name(canvas.session) == "Offer"
    assert canvas.hasFocus()


def test_leaving_the_field_takes_the_name(window: Window) -> None:
    canvas, session = window.canvas, window.session
    assert session is not None
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    other = QLineEdit(window)
    other.show()
    other.setFocus()
    QApplication.processEvents()
    assert name(session) == "Tarjous"


def test_what_was_typed_is_kept_when_the_map_moves_under_it(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    QTest.keyClicks(field, "Tarjous")
    wheel(canvas, QPoint(400, 300), 2, CTRL)
    assert editor(canvas) is None
    assert name(canvas.session) == "Tarjous"


def test_a_second_rename_follows_the_first_at_once(canvas: MapCanvas) -> None:
    QTest.keyClicks(open_editor(canvas), "Tarjous")
    canvas.begin_rename("contract")
    clear_away()
    field = editor(canvas)
    assert field is not None
    assert field.toPlainText() == "Contract"
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert editor(canvas) is None
    assert name(canvas.session) == "Tarjous"


def test_a_name_that_cannot_be_changes_nothing(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    field.setPlainText("x" * 500)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Offer"
    assert not canvas.session.modified


def test_lines_in_a_name_become_spaces(canvas: MapCanvas) -> None:
    field = open_editor(canvas)
    field.setPlainText("Two\nlines")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert name(canvas.session) == "Two lines"


# the keyboard


def test_arrows_walk_along_the_touchpoints(canvas: MapCanvas) -> None:
    walked = []
    for _ in range(7):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        walked.append(canvas.session.selection)
    assert walked == [(key,) for key in (*order(canvas.session), "final", "final")]
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.session.selection == ("change",)


def test_alt_and_arrows_move_over_a_stage_s_border_and_back(canvas: MapCanvas) -> None:
    session = canvas.session
    start = session.project
    session.select(("contract",))
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert session.project.journeys["journey"].stages["work"].touchpoints[0] == "contract"
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert session.project == start
    assert session.selection == ("contract",)
    for _ in range(9):
        QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert order(session)[0] == "contract"


def typed(canvas: MapCanvas, *words: str | Qt.Key) -> None:
    """Keys go to the field that is open, else to the canvas."""
    for word in words:
        target = editor(canvas) or canvas
        if isinstance(word, str):
            QTest.keyClicks(target, word)
        else:
            QTest.keyClick(target, word)


def test_a_map_is_typed_with_enter_and_tab(canvas: MapCanvas) -> None:
    session = canvas.session
    session.select((session.project.journeys["journey"].stage_order[-1],))
    enter, tab = Qt.Key.Key_Return, Qt.Key.Key_Tab
    typed(
        canvas, tab, "Aftercare", enter, "Call", enter, "First spring", tab, "Again", enter, "Once more", Qt.Key.Key_F1
    )
    typed(canvas, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    journey = session.project.journeys["journey"]
    stages = [
        (stage.name, [journey.touchpoints[key].name for key in stage.touchpoints]) for stage in journey.ordered_stages()
    ]
    assert stages[-2:] == [("Aftercare", ["Call", "First spring"]), ("Again", ["Once more"])]


def test_a_letter_begins_the_name_anew_and_shift_tab_goes_back(canvas: MapCanvas) -> None:
    canvas.session.select(("digging",))
    typed(canvas, "D", "ig", Qt.Key.Key_Backtab)
    journey = canvas.session.project.journeys["journey"]
    assert journey.touchpoints["digging"].name == "Dig"
    assert canvas.session.selection == (journey.stage_of("digging").id,)


def test_the_canvas_says_what_is_selected(canvas: MapCanvas) -> None:
    canvas.session.select(("digging",))
    assert "Digging" in canvas.accessibleDescription()


# hover


def test_resting_over_a_figure_tells_where_it_comes_from(canvas: MapCanvas) -> None:
    canvas.session.look(mode="results")
    words = hover_text(canvas.session, group(canvas, "offer"))
    assert "Offer" in words
    assert "P1" in words
    assert "answers.csv, column Q1" in words
    assert "n 72" in words


def test_while_mapping_no_figure_is_told(canvas: MapCanvas) -> None:
    words = hover_text(canvas.session, group(canvas, "offer"))
    assert "P1" not in words
    assert "answers.csv" not in words


# the context menu


def test_the_context_menu_selects_what_it_is_about_and_offers_its_commands(window: Window) -> None:
    canvas, session = window.canvas, window.session
    assert session is not None
    seen: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.objectName() for action in menu.actions() if action.objectName())
        menu.close()

    QTimer.singleShot(0, read)
    place = middle(canvas, "digging")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, canvas.mapToGlobal(place), NONE)
    QApplication.sendEvent(canvas, event)
    assert session.selection == ("digging",)
    assert {"add-touchpoint", "add-point", "rename", "delete"} <= set(seen)


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_the_menu_key_leaves_the_selection(window: Window) -> None:
    canvas, session = window.canvas, window.session
    assert session is not None
    session.select(("offer",))
    QTimer.singleShot(0, close_popup)
    place = middle(canvas, "digging")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, canvas.mapToGlobal(place), NONE)
    QApplication.sendEvent(canvas, event)
    assert session.selection == ("offer",)


# tiles


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
