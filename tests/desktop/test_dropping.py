"""Files that are dropped on the window: opened, drawn as maps or imported, into a project that is opened first."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from journeymapper.desktop.commands.file import FileCommands
from journeymapper.desktop.entry.map_dialog import MapDialog
from journeymapper.desktop.window import Window
from tests.desktop.conftest import clear_away
from tests.desktop.scripted import ScriptedAsking
from tests.desktop.test_window import session_of


def drop(window: Window, path: Path) -> bool:
    """Drop a file on the window; whether it takes it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    window.dragEnterEvent(entering)
    if entering.isAccepted():
        window.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    clear_away()
    return entering.isAccepted()


def test_a_dropped_project_is_opened(empty_window: Window, saved_file: Path) -> None:
    assert drop(empty_window, saved_file)
    assert session_of(empty_window).path == saved_file


def test_a_dropped_result_file_is_imported(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Path] = []
    monkeypatch.setattr(FileCommands, "import_several", lambda _self, paths: taken.extend(paths))
    results = tmp_path / "answers.csv"
    results.write_text("a;b\n1;2\n")
    assert drop(window, results)
    assert taken == [results]


@pytest.fixture
def imported(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that are handed to the import dialog."""
    taken: list[Path] = []
    monkeypatch.setattr(FileCommands, "import_several", lambda _self, paths: taken.extend(paths))
    return taken


def test_results_that_are_dropped_on_the_start_screen_ask_for_a_project(
    empty_window: Window, asking: ScriptedAsking, saved_file: Path, tmp_path: Path, imported: list[Path]
) -> None:
    assert empty_window.open(saved_file)
    empty_window.start_page()
    results = tmp_path / "answers.sav"
    results.write_bytes(b"$FL2")
    assert drop(empty_window, results)
    assert asking.asked == ["answers.sav holds results, which need a project with measurement points."]
    assert asking.choices[0][0] == f"Open {saved_file.stem}"
    assert asking.choices[0][-1] == "Cancel"
    assert (empty_window.session, imported) == (None, []), "nothing was answered"
    asking.answers = [f"Open {saved_file.stem}"]
    drop(empty_window, results)
    assert session_of(empty_window).path == saved_file
    assert imported == [results]


@pytest.mark.parametrize("way", ["Open the sample: Drainage renovation (English)", "New project"])
def test_there_is_a_way_for_results_without_any_project(
    empty_window: Window, asking: ScriptedAsking, tmp_path: Path, imported: list[Path], way: str
) -> None:
    results = tmp_path / "answers.csv"
    results.write_text("ResponseId;grade\nr1;5\n", "utf-8")
    asking.answers = [way]
    assert drop(empty_window, results)
    assert "It is a map: draw it" not in asking.choices[0], "it names no stage"
    assert imported == [results]
    assert session_of(empty_window).path is None


def test_a_workbook_on_the_start_screen_may_be_a_map(
    empty_window: Window, asking: ScriptedAsking, tmp_path: Path, imported: list[Path]
) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(b"PK")
    asking.answers = ["It is a map: draw it"]
    assert drop(empty_window, book)
    (dialog,) = empty_window.findChildren(MapDialog)
    dialog.reject()
    assert imported == []


def test_a_plain_document_is_a_project_and_other_json_is_not(
    empty_window: Window, asking: ScriptedAsking, saved_file: Path, tmp_path: Path
) -> None:
    plain, answers = tmp_path / "document.json", tmp_path / "answers.json"
    with zipfile.ZipFile(saved_file) as parts:
        plain.write_bytes(parts.read("document.json"))
    answers.write_text('[{"grade": 5}]', "utf-8")
    drop(empty_window, answers)
    assert (len(asking.asked), empty_window.session) == (1, None)
    drop(empty_window, plain)
    assert session_of(empty_window).path == plain


def test_what_is_no_file_is_not_taken(empty_window: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.jmap")])
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    entering.ignore()
    empty_window.dragEnterEvent(entering)
    assert not entering.isAccepted()
