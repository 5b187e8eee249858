"""What the mouse selects."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from journeymapper.desktop.canvas.widget import MapCanvas
from tests.desktop.canvas.hands import CTRL, LEFT, NONE, drag, free_place, group, middle, order


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
