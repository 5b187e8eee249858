"""The window: what is shown in it, what its menus say, and that nothing of an old build stays alive."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.shortcut_sheet import menu_rows
from journeymapper.desktop.panel_splitter import panel_widths
from journeymapper.desktop.panels.start_screen import StartScreen, sample_names
from journeymapper.desktop.preferences import PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.storage.container import open_project
from tests.desktop.conftest import SAMPLES, clear_away
from tests.desktop.scripted import ScriptedAsking


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def rename(window: Window, name: str) -> None:
    session_of(window).apply(Message("Rename"), lambda project: edits.change(project, "offer", name=name))


def census(window: Window) -> Counter[str]:
    """How many of each class of widgets, menus and actions the window and the application hold."""
    clear_away()
    held: list[object] = [*window.findChildren(QWidget), *window.findChildren(QAction), *window.findChildren(QMenu)]
    return Counter(type(one).__name__ for one in (*held, *QApplication.topLevelWidgets()))


# names in the menus


def test_undo_and_redo_say_what_they_do(window: Window) -> None:
    undo, redo = window.menus.action("undo"), window.menus.action("redo")
    assert not undo.isEnabled()
    rename(window, "Tarjous")
    assert undo.isEnabled()
    assert undo.text() == "&Undo: Rename"
    undo.trigger()
    assert not undo.isEnabled()
    assert redo.text() == "&Redo: Rename"
    redo.trigger()
    assert not redo.isEnabled()
    assert session_of(window).project.journeys["journey"].touchpoints["offer"].name == "Tarjous"


def test_the_title_tells_the_file_and_whether_it_is_saved(window: Window) -> None:
    assert window.windowTitle().startswith("renovation.jmap[*]")
    assert not window.isWindowModified()
    rename(window, "Tarjous")
    assert window.isWindowModified()
    window.menus.action("save").trigger()
    assert not window.isWindowModified()


def test_every_key_belongs_to_one_command(window: Window) -> None:
    keys = Counter(row.keys for row in menu_rows(window.menuBar().actions()))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("code", ["en", "fi"])
def test_every_command_has_words(window: Window, code: str) -> None:
    session_of(window).look(language=language(code))
    clear_away()
    wordless = [a.objectName() for a in window.findChildren(QAction) if a.objectName() and not a.text().strip()]
    assert wordless == []


# switching language and theme


def test_the_language_is_switched_at_once_and_remembered(window: Window, preferences: PreferencesFile) -> None:
    window.menus.action("language-fi").trigger()
    clear_away()
    assert window.menus.action("undo").text() != "&Undo"
    labels = [label.text() for label in window.findChildren(QLabel)]
    assert language("fi").text("Outline") in labels
    assert "Outline" not in labels
    assert preferences.value.language == "fi"


def test_the_theme_is_switched_at_once_and_remembered(window: Window, preferences: PreferencesFile) -> None:
    light = window.canvas.picture.ground
    window.menus.action("theme-dark").trigger()
    clear_away()
    assert window.canvas.picture.ground != light
    assert QApplication.palette().window().color().lightness() < 80
    assert preferences.value.theme == "dark"


def test_switching_leaves_nothing_of_the_old_build_alive(window: Window) -> None:
    counts = []
    for theme, code in (("dark", "fi"), ("light", "en")) * 2:
        session_of(window).look(theme=theme, language=language(code))
        counts.append(census(window))
    assert counts[0] == counts[2]
    assert counts[1] == counts[3]


def test_an_old_build_hears_nothing_any_more(window: Window) -> None:
    session_of(window).look(language=language("fi"))
    clear_away()
    rename(window, "Tarjous")
    session_of(window).look(mode="results")
    session_of(window).select(("offer",))
    clear_away()


def test_what_is_open_stays_open_through_a_switch(window: Window) -> None:
    rename(window, "Tarjous")
    session_of(window).select(("offer",))
    session = window.session
    window.menus.action("language-fi").trigger()
    clear_away()
    assert window.session is session
    assert session_of(window).selection == ("offer",)
    window.menus.action("undo").trigger()
    assert not session_of(window).modified


def test_closing_projects_leaves_no_widgets_behind(window: Window, saved_file: Path) -> None:
    counts = []
    for _ in range(3):
        window.start_page()
        clear_away()
        assert window.open(saved_file)
        session_of(window).select(("offer",))
        counts.append(census(window))
    assert counts[0] == counts[1] == counts[2]


# start screen


def test_the_start_screen_offers_new_open_and_the_samples(empty_window: Window) -> None:
    screen = empty_window.centralWidget()
    assert isinstance(screen, StartScreen)
    for name in ("start-new", "start-open", "start-drainage_renovation", "start-airport_passengers"):
        assert screen.findChild(QPushButton, name) is not None


@pytest.mark.parametrize("code", ["en", "fi"])
def test_every_sample_of_the_start_screen_is_there(code: str) -> None:
    assert [name for name, _ in sample_names(language(code)) if not (SAMPLES / name).is_file()] == []


def test_a_sample_opens_as_a_copy_without_a_file(empty_window: Window, asking: ScriptedAsking) -> None:
    before = (SAMPLES / "drainage_renovation.jmap").read_bytes()
    button = empty_window.findChild(QPushButton, "start-drainage_renovation")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    session = session_of(empty_window)
    assert session.path is None
    assert session.view.mode == "results"
    session.apply(Message("Rename"), lambda project: edits.change(project, project.id, name="Mine"))
    assert empty_window.file_commands.save() is False
    assert asking.asked == ["Save project as: mine.jmap"]
    assert (SAMPLES / "drainage_renovation.jmap").read_bytes() == before


def test_a_new_project_is_ready_for_the_first_words(empty_window: Window) -> None:
    button = empty_window.findChild(QPushButton, "start-new")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    session = session_of(empty_window)
    assert session.view.mode == "map"
    assert [stage.name for stage in session.project.ordered_journeys()[0].ordered_stages()] == ["First stage"]
    assert not session.modified


# sizes


def test_the_map_gets_the_room(window: Window) -> None:
    splitter = window.findChild(QSplitter)
    assert splitter is not None
    for width in (1440, 1920, 1000):
        window.resize(width, 800)
        clear_away()
        assert all(abs(a - b) <= 2 for a, b in zip(splitter.sizes(), panel_widths(width), strict=True))


def test_on_a_small_window_the_map_has_more_than_half() -> None:
    assert panel_widths(1920) == (260, 1330, 330)
    assert panel_widths(1366)[1] > 880
    assert panel_widths(960)[1] > 480
    assert panel_widths(100)[1] == 0


def test_sizes_of_the_panels_are_remembered(
    window: Window,
    saved_file: Path,
    preferences: PreferencesFile,
    make_window: Callable[[], Window],
    qtbot: QtBot,
) -> None:
    splitter = window.findChild(QSplitter)
    assert splitter is not None
    splitter.setSizes([300, 800, 340])
    splitter.splitterMoved.emit(300, 1)
    qtbot.waitUntil(lambda: bool(preferences.value.panels))
    kept = preferences.value.panels
    window.start_page()
    assert window.open(saved_file)
    clear_away()
    again = window.findChild(QSplitter)
    assert again is not None
    assert [abs(a - b) <= 2 for a, b in zip(again.sizes(), kept, strict=True)] == [True] * 3


def test_the_status_line_says_the_zoom_from_the_start(window: Window) -> None:
    words = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert any(text.startswith("Zoom ") for text in words)


# typing and commands


def test_names_are_typed_one_after_the_other_with_ctrl_enter(empty_window: Window) -> None:
    empty_window.new()
    clear_away()
    session = session_of(empty_window)
    empty_window.menus.action("add-touchpoint").trigger()
    for name in ("First call", "Visit"):
        field = empty_window.canvas.findChild(QPlainTextEdit)
        assert field is not None
        QTest.keyClicks(field, name)
        empty_window.menus.action("add-touchpoint").trigger()
        clear_away()
    names = [one.name for one in session.project.ordered_journeys()[0].ordered_touchpoints()]
    assert names == ["First call", "Visit", "New touchpoint"]


def test_what_is_being_typed_is_saved(window: Window, saved_file: Path) -> None:
    window.canvas.begin_rename("offer")
    field = window.canvas.findChild(QPlainTextEdit)
    assert field is not None
    QTest.keyClicks(field, "Tarjous")
    window.menus.action("save").trigger()
    assert open_project(saved_file).project.journeys["journey"].touchpoints["offer"].name == "Tarjous"


def test_what_is_being_typed_is_not_lost_by_closing(window: Window, asking: ScriptedAsking) -> None:
    window.canvas.begin_rename("offer")
    field = window.canvas.findChild(QPlainTextEdit)
    assert field is not None
    QTest.keyClicks(field, "Tarjous")
    asking.answers = ["Cancel"]
    assert window.close() is False
    assert asking.asked != []


def test_deleting_what_is_selected_is_one_step(window: Window) -> None:
    session = session_of(window)
    session.select(("offer", "contract", "agree"))
    window.menus.action("delete").trigger()
    assert "agree" not in session.project.journeys["journey"].stages
    assert len(session.history.past) == 1
    window.menus.action("undo").trigger()
    assert not session.modified


@pytest.mark.parametrize(
    "name", ["add-touchpoint", "add-stage", "add-journey", "add-point", "add-action", "add-note", "add-persona",
             "add-channel", "add-promise"],
)  # fmt: skip
def test_every_insertion_is_one_step_and_selects_what_is_new(window: Window, name: str) -> None:
    session = session_of(window)
    session.select(("offer",))
    window.menus.action(name).trigger()
    assert len(session.history.past) == 1
    assert session.selection != ("offer",)
    window.menus.action("undo").trigger()
    assert not session.modified


def test_lanes_are_hidden_in_their_own_mode_and_the_menu_follows(window: Window) -> None:
    session = window.session
    assert session is not None
    session.look(mode="results")
    marks = {name: window.menus.action(f"lane-{name}").isChecked() for name in ("score", "path")}
    assert marks == {"score": True, "path": False}
    window.menus.action("lane-path").trigger()
    assert "path" not in session.view.hidden_lanes
    session.look(mode="map")
    assert not window.menus.action("lane-score").isChecked()


def ticked(window: Window, choice: str) -> list[str]:
    """Which of the commands that begin so are ticked."""
    named = [action for action in window.findChildren(QAction) if action.objectName().startswith(f"{choice}-")]
    return [action.objectName() for action in named if action.isChecked()]


@pytest.mark.parametrize(("choice", "other"), [("detail-normal", "detail-brief"), ("overlay-verdict", "overlay-gap")])
def test_one_choice_is_ticked_whoever_chose_it(window: Window, choice: str, other: str) -> None:
    noun, key = choice.split("-")
    window.menus.action(other).trigger()
    assert ticked(window, noun) == [other]
    session_of(window).look(**{noun: key})
    assert ticked(window, noun) == [choice]
    window.menus.action(choice).trigger()
    assert ticked(window, noun) == [choice]
