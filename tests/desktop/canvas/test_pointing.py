"""What the map tells of what is under the pointer, and offers for it."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.desktop.canvas.hover import hover_text
from journeymapper.desktop.canvas.widget import MapCanvas
from journeymapper.desktop.window import Window
from tests.desktop.canvas.hands import NONE, group, middle


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
