"""F11 gives the map the whole screen, F9 the whole window; both give it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.canvas.viewport import fitted
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from tests.desktop.conftest import clear_away


def seen(window: Window) -> list[str]:
    """What stands around the map."""
    names = ("choices", "side", "inspector", "plan-dock")
    parts = {name: window.findChild(QWidget, name) for name in names} | {"status": window.statusBar()}
    return [name for name, part in parts.items() if part is not None and part.isVisible()]


def test_the_map_takes_the_whole_screen_and_gives_it_back(window: Window, qtbot: QtBot) -> None:
    before = seen(window)
    assert before == ["choices", "side", "inspector", "status"]
    window.menus.action("full-screen").trigger()
    assert window.isFullScreen()
    assert seen(window) == []
    qtbot.waitUntil(lambda: window.menuBar().height() == 0)
    qtbot.waitUntil(lambda: window.canvas.size() == window.size())
    assert window.session is not None
    window.session.select(("offer",))
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.session.selection == ()
    assert window.isFullScreen()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert seen(window) == before
    qtbot.waitUntil(lambda: window.menuBar().height() > 10)


def test_keys_work_on_the_full_screen_and_it_stays_full_in_another_language(window: Window, qtbot: QtBot) -> None:
    window.menus.action("panels").trigger()
    before = seen(window)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.session is not None
    window.session.look(language=language("fi"))
    clear_away()
    assert seen(window) == []
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert set(seen(window)) >= set(before)


def test_closing_the_project_ends_the_full_screen(window: Window) -> None:
    window.menus.action("full-screen").trigger()
    window.start_page()
    assert not window.isFullScreen()
    assert window.menuBar().maximumHeight() > 1000


def test_the_map_alone_and_fitted_anew(window: Window, qtbot: QtBot) -> None:
    splitter = window.findChild(QSplitter)
    assert splitter is not None
    panels = [splitter.widget(place) for place in range(3)]
    qtbot.waitUntil(lambda: abs(window.canvas.width() - window.canvas.picture.width) < 40)
    window.menus.action("fit").trigger()
    small = window.canvas.viewport_now.zoom
    window.menus.action("panels").trigger()
    assert [panel.isVisible() for panel in panels if panel] == [False, True, False]
    qtbot.waitUntil(lambda: fits(window) and window.canvas.picture.width > 1200)
    window.menus.action("panels").trigger()
    assert [panel.isVisible() for panel in panels if panel] == [True, True, True]
    qtbot.waitUntil(lambda: window.canvas.viewport_now.zoom == small)
    window.menus.action("zoom-in").trigger()
    zoom = window.canvas.viewport_now.zoom
    window.menus.action("panels").trigger()
    qtbot.waitUntil(lambda: window.canvas.picture.width > 1200)
    assert window.canvas.viewport_now.zoom == zoom


def fits(window: Window) -> bool:
    """Whether the map is as large as there is room."""
    canvas = window.canvas
    whole = fitted((canvas.width(), canvas.height()), (canvas.picture.width, canvas.picture.height))
    return canvas.viewport_now.zoom == whole.zoom
