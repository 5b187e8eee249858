"""Map files in the window: looked at first, then a project of their own or journeys of the one that is open."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.desktop.dialogs.import_dialog.dialog import ImportDialog
from journeymapper.desktop.entry.map_dialog import MapDialog
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.language.language import language
from journeymapper.model import edits
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.messages import Message
from journeymapper.results import tables
from journeymapper.results.reading import perform
from journeymapper.results.tasks import Reply, Task
from journeymapper.storage.container import Opened
from tests.desktop.conftest import clear_away
from tests.desktop.editing.hands import run
from tests.desktop.scripted import ScriptedAsking
from tests.mapfiles.test_drawn_maps import a_map, a_table, nothing, presentation

MAPS = Path(__file__).parents[3].parent / "shared" / "data" / "maps"
GRID = ",Buy,,Use\nTouchpoints,Offer *,Contract,Begin\nChannels,phone,letter,\nFeeling,+1,0,−2\nWeather,,rain,\n"
LONG = (
    "stage,touchpoint,channel,metric,target,colour\nAgree,Offer,Phone; web,csat-mean,4.2,red\nAgree,Offer,,nps,40,\n"
    "Work,Digging,phone,ces2,,\n"
)
DAY = "journey\ntitle Day\nsection Go\nTea: 5: Me\nDo work: 1: Me, Cat\nsection Home\nSit: 7"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are read in the job's own thread, for a process each would take long."""

    def run_here(task: Task, *_: object, tick: Callable[[], object] = bool, **__: object) -> Reply:
        tick()
        return perform(task)

    monkeypatch.setattr(tables, "run_reader", run_here)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Slides: a map, one with no map, a table that is one."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(presentation(a_map, nothing, a_table))
    return path


@pytest.fixture
def maps() -> Path:
    """The real maps beside the project."""
    if not MAPS.is_dir():
        pytest.skip(f"the real maps are not here: {MAPS}")
    return MAPS


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def shown(window: Window) -> MapDialog:
    """The dialog that is open."""
    clear_away()
    found = [one for one in window.findChildren(MapDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def look_at(qtbot: QtBot, window: Window, *paths: Path) -> MapDialog:
    """The dialog on the first of the files, once it has been read."""
    window.beginnings.look_at_maps(paths)
    return read(qtbot, window)


def read(qtbot: QtBot, window: Window) -> MapDialog:
    dialog = shown(window)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    return dialog


def part(holder: QWidget, kind: type, name: str) -> QWidget:
    found = holder.findChild(kind, name)
    assert isinstance(found, QWidget), name
    return found


def said(dialog: MapDialog) -> str:
    label = part(dialog, QLabel, "map-said")
    assert isinstance(label, QLabel)
    return label.text()


def account(dialog: MapDialog) -> list[str]:
    text = part(dialog, QPlainTextEdit, "map-account")
    assert isinstance(text, QPlainTextEdit)
    return text.toPlainText().split("\n") if text.isVisible() else []


def button(dialog: MapDialog, name: str) -> QPushButton:
    found = part(dialog, QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def press(qtbot: QtBot, dialog: MapDialog, name: str) -> None:
    """Press a button and wait until it is done and the dialog is gone."""
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        QTest.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
    clear_away()


def tree_of(dialog: MapDialog) -> QTreeWidget:
    tree = part(dialog, QTreeWidget, "map-tree")
    assert isinstance(tree, QTreeWidget)
    return tree


def rows(dialog: MapDialog) -> list[str]:
    """The rows of the tree, each with its depth in dots and its cells with bars between; hidden ones left out."""
    tree = tree_of(dialog)
    shown_columns = [column for column in range(tree.columnCount()) if not tree.isColumnHidden(column)]

    def below(item: QTreeWidgetItem, depth: int) -> list[str]:
        words = "|".join(item.text(column) for column in shown_columns).rstrip("|")
        children = (item.child(place) for place in range(item.childCount()))
        return ["." * depth + words, *(row for child in children if child for row in below(child, depth + 1))]

    tops = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return [row for top in tops if top for row in below(top, 0)]


# looking


def test_a_grid_is_shown_with_what_was_not_understood(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    dialog = look_at(qtbot, empty_window, written(tmp_path, "our map.csv", GRID))
    assert said(dialog) == "1 journey, 2 stages, 3 touchpoints"
    assert rows(dialog) == [
        "our map",
        ".Buy",
        "..Offer ★|phone|+1",
        "..Contract|letter|0|Note: Weather: rain",
        ".Use",
        "..Begin||−2",
    ]
    assert account(dialog) == ["Rows of unknown names, kept as notes: Weather."]
    assert not button(dialog, "map-join").isVisible()
    assert button(dialog, "map-new").hasFocus()


def test_a_long_table_shows_metrics_and_targets(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    dialog = look_at(qtbot, empty_window, written(tmp_path, "plan.csv", LONG))
    assert said(dialog) == "1 journey, 2 stages, 2 touchpoints, 3 measurement points"
    assert rows(dialog)[2] == "..Offer|Phone, web|CSAT, mean 1–5 (4.2), NPS (+40)"
    assert account(dialog) == ["Columns not used: colour."]


def test_slides_are_journeys_of_which_some_are_chosen(qtbot: QtBot, empty_window: Window, deck: Path) -> None:
    dialog = look_at(qtbot, empty_window, deck)
    assert said(dialog) == "2 journeys, 4 stages, 5 touchpoints"
    assert [row for row in rows(dialog) if not row.startswith(".")] == ["Drainage", "deck"]
    assert account(dialog)[-1] == "Slide 2 has no boxes of a map and is left out."
    button(dialog, "map-none").click()
    assert not button(dialog, "map-new").isEnabled()
    button(dialog, "map-all").click()
    tree = tree_of(dialog)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Home)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert said(dialog) == "1 journey, 2 stages, 2 touchpoints"
    press(qtbot, dialog, "map-new")
    assert [journey.name for journey in session_of(empty_window).project.ordered_journeys()] == ["deck"]


def test_finnish_has_words_for_all_of_it(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    empty_window.view = empty_window.view._replace(language=language("fi"))
    dialog = look_at(qtbot, empty_window, written(tmp_path, "kartta.csv", GRID))
    assert said(dialog) == "1 polku, 2 vaihetta, 3 kosketuspistettä"
    assert "..Contract|letter|0|Lappu: Weather: rain" in rows(dialog)
    assert account(dialog) == ["Tuntemattomat rivit, säilytetään lappuina: Weather."]


@pytest.mark.parametrize(
    ("name", "counts", "journey"),
    [
        ("mermaid_userJourney.md", "1 journey, 2 stages, 5 touchpoints", "My working day"),
        ("vitae_design.drawio", "1 journey, 1 stage, 6 touchpoints", "vitae_design"),
        (
            "comprehensive-customer-support-journey.expn",
            "1 journey, 4 stages, 10 touchpoints",
            "Advanced Customer Support Resolution",
        ),
    ],
)
def test_real_maps_are_shown_and_taken(
    qtbot: QtBot, empty_window: Window, maps: Path, name: str, counts: str, journey: str
) -> None:
    dialog = look_at(qtbot, empty_window, maps / name)
    assert said(dialog) == counts
    assert rows(dialog)[0].split("|")[0] == journey
    press(qtbot, dialog, "map-new")
    project = session_of(empty_window).project
    verify(project)
    assert [one.name for one in project.ordered_journeys()] == [journey]


# a project of its own


def test_mermaid_becomes_a_project_without_a_file(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    dialog = look_at(qtbot, empty_window, written(tmp_path, "our day.mmd", DAY))
    assert rows(dialog)[2] == "..Tea|+2|Me"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    session = session_of(empty_window)
    assert session.path is None
    assert session.view.mode == "map"
    assert session.project.name == "our day"
    (journey,) = session.project.ordered_journeys()
    assert [one.feeling for one in journey.ordered_touchpoints()] == [2, -2, 2]


@pytest.mark.parametrize(("answer", "left"), [("Discard changes", True), ("Cancel", False)])
def test_unsaved_changes_are_asked_about_and_the_look_is_not_lost(
    qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path, answer: str, left: bool
) -> None:
    session_of(window).apply(Message("Rename"), lambda project: edits.change(project, "offer", name="Tarjous"))
    before = window.session
    dialog = look_at(qtbot, window, written(tmp_path, "day.mmd", DAY))
    asking.answers = [answer]
    button(dialog, "map-new").click()
    qtbot.waitUntil(lambda: bool(asking.asked))
    clear_away()
    assert (session_of(window) is before) is not left
    if left:
        assert session_of(window).project.name == "day"
    else:
        assert shown(window) is dialog
        assert button(dialog, "map-new").isEnabled()
        dialog.reject()


# journeys of the project that is open


def test_a_long_table_becomes_a_journey_of_this_project_in_one_step(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = session_of(window)
    before = session.project
    session.look(mode="results")
    dialog = look_at(qtbot, window, written(tmp_path, "renovation.csv", LONG))
    assert button(dialog, "map-join").text() == "As a journey of this project"
    assert session.project is before
    press(qtbot, dialog, "map-join")
    old, new = session.project.ordered_journeys()
    assert old is before.journeys["journey"]
    assert new.name == "renovation 2"
    assert (session.view.journey, session.view.mode, session.selection) == (new.id, "map", (new.id,))
    assert [channel.name for channel in session.project.channels.values()] == ["Phone", "web"]
    assert set(session.project.metrics) == {"csat-mean", "nps", "ces2"}
    assert session.project.metrics["csat-mean"] is before.metrics["csat-mean"]
    assert session.project.point_order == ("P1", "P2", "P3", "P4", "P5", "P6")
    verify(session.project)
    assert broken_references(session.project) == []
    assert session.history.undo_name == Message("Map from {file}", {"file": "renovation.csv"})
    run(window, "undo")
    assert session.project is before
    assert session.view.journey == "journey"


def test_slides_become_journeys_of_this_project(qtbot: QtBot, window: Window, deck: Path) -> None:
    dialog = look_at(qtbot, window, deck)
    assert button(dialog, "map-join").text() == "As 2 journeys of this project"
    press(qtbot, dialog, "map-join")
    session = session_of(window)
    assert [one.name for one in session.project.ordered_journeys()] == ["Renovation", "Drainage", "deck"]
    assert session.view.journey == session.project.journey_order[1]
    assert len(session.history.past) == 1


def test_what_is_only_read_is_not_written_into(
    qtbot: QtBot, empty_window: Window, window: Window, saved_file: Path, tmp_path: Path
) -> None:
    project = session_of(window).project
    empty_window.show_session(Session(Opened(project, {}, {}, True, None), empty_window.view))
    dialog = look_at(qtbot, empty_window, written(tmp_path, "day.mmd", DAY))
    assert not button(dialog, "map-join").isEnabled()
    assert button(dialog, "map-join").toolTip() == "This project is read only."
    assert button(dialog, "map-new").isEnabled()


# what cannot be read


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("deck.pptx", b"PK\x03\x04 no zip", "deck.pptx is damaged."),
        ("map.xlsx", b"PK\x03\x04 no zip", "map.xlsx is damaged"),
        ("map.drawio", b"<mxfile><diagram>", "map.drawio is damaged"),
        ("map.csv", b"a,b\n1,2\n", "map.csv: none of the first rows names"),
        ("map.mmd", b"journey\n", "map.mmd"),
        ("map.txt", b"", "map.txt: there is no line"),
    ],
)
def test_a_refusal_is_a_sentence_and_another_file_can_be_chosen(
    qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    before = session_of(window).project
    dialog = look_at(qtbot, window, tmp_path / name)
    assert said(dialog).startswith(reason)
    assert not tree_of(dialog).isVisible()
    assert not button(dialog, "map-new").isEnabled()
    assert not button(dialog, "map-join").isEnabled()
    assert button(dialog, "other-map").hasFocus()
    asking.answers = [written(tmp_path, "day.mmd", DAY)]
    button(dialog, "other-map").click()
    read(qtbot, window)
    assert said(dialog) == "1 journey, 2 stages, 3 touchpoints"
    assert session_of(window).project is before
    dialog.reject()


def test_another_sheet_of_a_workbook_is_the_map(qtbot: QtBot, empty_window: Window, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first, second = book.active, book.create_sheet("The map")
    assert first is not None
    for sheet, cells in ((first, ["Prices", "Drain"]), (second, ["stage", "touchpoint"])):
        sheet.append(cells)
        sheet.append(["Buy", "Offer"])
    book.save(tmp_path / "book.xlsx")
    dialog = look_at(qtbot, empty_window, tmp_path / "book.xlsx")
    assert said(dialog).startswith("book.xlsx: none of the first rows")
    sheets = part(dialog, QComboBox, "map-sheet")
    assert isinstance(sheets, QComboBox)
    assert sheets.isVisible()
    sheets.setFocus()
    QTest.keyClick(sheets, Qt.Key.Key_Down)
    read(qtbot, empty_window)
    assert sheets.currentText() == "The map"
    assert said(dialog) == "1 journey, 1 stage, 1 touchpoint"


def test_cancelled_while_it_is_read_nothing_is_made(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, reading, ends = session_of(window).project, threading.Event(), threading.Event()
    stopped: list[BaseException] = []

    def slow(_task: Task, *_: object, tick: Callable[[], object] = bool, **__: object) -> Reply:
        reading.set()
        ends.wait(10)
        try:
            tick()
        except BaseException as stop:
            stopped.append(stop)
            raise
        raise AssertionError("nobody stopped it")

    monkeypatch.setattr(tables, "run_reader", slow)
    window.beginnings.look_at_maps([written(tmp_path, "map.csv", GRID)])
    dialog = shown(window)
    assert dialog.busy
    assert said(dialog) == "Reading…"
    assert not button(dialog, "map-join").isEnabled()
    assert reading.wait(10)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    ends.set()
    qtbot.waitUntil(lambda: bool(stopped))
    clear_away()
    assert window.findChildren(MapDialog) == []
    assert session_of(window).project is before


# the ways in


def test_the_command_is_there_with_a_document_and_without(
    qtbot: QtBot, empty_window: Window, asking: ScriptedAsking, tmp_path: Path, saved_file: Path
) -> None:
    run(empty_window, "map-file")
    assert asking.asked == ["From a map file"]
    assert empty_window.findChildren(MapDialog) == []
    asking.answers = [written(tmp_path, "day.mmd", DAY)]
    start = part(empty_window, QPushButton, "start-map")
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    read(qtbot, empty_window).reject()
    assert empty_window.open(saved_file)
    asking.answers = [tmp_path / "day.mmd"]
    run(empty_window, "map-file")
    assert button(read(qtbot, empty_window), "map-join").isVisible()


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    clear_away()


@pytest.mark.parametrize("name", ["map.csv", "notes.txt", "day.mmd"])
def test_without_a_document_a_dropped_table_is_a_map(
    qtbot: QtBot, empty_window: Window, tmp_path: Path, name: str
) -> None:
    drop(empty_window, written(tmp_path, name, DAY if name == "day.mmd" else "stage\ttouchpoint\nBuy\tOffer\n"))
    dialog = read(qtbot, empty_window)
    assert "1 journey" in said(dialog)


def test_with_a_document_a_dropped_map_is_one_and_a_table_is_results(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    drop(window, written(tmp_path, "notes.txt", "Buy\n\tOffer\n"))
    read(qtbot, window).reject()
    clear_away()
    drop(window, written(tmp_path, "map.csv", GRID))
    assert window.findChildren(MapDialog) == []
    (results,) = window.findChildren(ImportDialog)
    results.reject()


def test_several_maps_come_one_after_the_other_and_then_the_results(
    qtbot: QtBot, empty_window: Window, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(empty_window, tmp_path / "answers.sav", deck, written(tmp_path, "day.mmd", DAY))
    press(qtbot, read(qtbot, empty_window), "map-new")
    taken: list[Path] = []
    monkeypatch.setattr(type(empty_window.file_commands), "import_several", lambda _self, paths: taken.extend(paths))
    press(qtbot, read(qtbot, empty_window), "map-join")
    names = [journey.name for journey in session_of(empty_window).project.ordered_journeys()]
    assert names == ["Drainage", "deck", "Day"]
    assert taken == [tmp_path / "answers.sav"]


def test_leaving_one_map_leaves_the_rest(qtbot: QtBot, window: Window, deck: Path, tmp_path: Path) -> None:
    drop(window, deck, written(tmp_path, "day.mmd", DAY))
    read(qtbot, window).reject()
    clear_away()
    assert window.findChildren(MapDialog) == []
    assert not session_of(window).modified
