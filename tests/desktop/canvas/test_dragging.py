"""A gesture is one step or none."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.desktop.appearance import THEMES
from journeymapper.desktop.canvas.widget import MapCanvas
from tests.desktop.canvas.hands import LEFT, NONE, drag, group, middle, order


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
