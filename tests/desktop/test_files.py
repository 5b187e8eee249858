"""The File menu: saving, what others did to the file, leaving, recent files, diagnostics."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.desktop.commands import file
from journeymapper.desktop.opening import Documents
from journeymapper.desktop.preferences import Preferences, PreferencesFile
from journeymapper.desktop.session import Session
from journeymapper.desktop.window import Window
from journeymapper.model import edits
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.storage.container import Opened, open_project, save_project
from journeymapper.storage.locks import holder
from tests.desktop.conftest import SAMPLES, clear_away
from tests.desktop.scripted import ScriptedAsking


def session_of(window: Window) -> Session:
    assert window.session is not None
    return window.session


def rename(window: Window, name: str = "Tarjous") -> None:
    session_of(window).apply(Message("Rename"), lambda project: edits.change(project, "offer", name=name))


def name_in(path: Path) -> str:
    return open_project(path).project.journeys["journey"].touchpoints["offer"].name


# saving


def test_save_writes_to_the_file_that_was_opened(window: Window, saved_file: Path) -> None:
    rename(window)
    assert window.file_commands.save()
    assert name_in(saved_file) == "Tarjous"


def test_saving_a_new_project_asks_for_a_file(window: Window, asking: ScriptedAsking, tmp_path: Path) -> None:
    window.new()
    asking.answers = [tmp_path / "new.jmap"]
    assert window.file_commands.save()
    assert open_project(tmp_path / "new.jmap").project == session_of(window).project
    assert not session_of(window).modified


def test_cancelling_the_file_dialog_saves_nothing(window: Window, tmp_path: Path, saved_file: Path) -> None:
    rename(window)
    assert window.file_commands.save_as() is False
    assert session_of(window).path == saved_file
    assert name_in(saved_file) == "Offer"


def test_save_as_goes_on_with_the_other_file(
    window: Window, asking: ScriptedAsking, tmp_path: Path, saved_file: Path
) -> None:
    rename(window)
    other = tmp_path / "other.jmap"
    asking.answers = [other]
    assert window.file_commands.save_as()
    assert name_in(saved_file) == "Offer"
    rename(window, "Sopimus")
    assert window.file_commands.save()
    assert name_in(other) == "Sopimus"


def test_a_folder_that_is_not_there_is_told_in_a_sentence(
    window: Window, asking: ScriptedAsking, tmp_path: Path
) -> None:
    rename(window)
    asking.answers = [tmp_path / "nowhere" / "a.jmap"]
    assert window.file_commands.save_as() is False
    assert len(asking.told) == 1
    assert "nowhere" in asking.told[0]
    assert session_of(window).modified


@pytest.mark.parametrize(("answer", "expected"), [("Cancel", "by somebody else"), ("Save over it", "Tarjous")])
def test_a_file_changed_outside_is_saved_over_only_when_told_to(
    window: Window, asking: ScriptedAsking, saved_file: Path, plan: Project, answer: str, expected: str
) -> None:
    save_project(saved_file, edits.change(plan, "offer", name="by somebody else"), {})
    rename(window)
    asking.answers = [answer]
    window.file_commands.save()
    assert str(saved_file) in asking.asked[0]
    assert name_in(saved_file) == expected


def test_a_file_changed_outside_can_be_left_for_another_file(
    window: Window, asking: ScriptedAsking, saved_file: Path, plan: Project, tmp_path: Path
) -> None:
    save_project(saved_file, edits.change(plan, "offer", name="by somebody else"), {})
    rename(window)
    asking.answers = ["Save as…", tmp_path / "mine.jmap"]
    assert window.file_commands.save()
    assert name_in(saved_file) == "by somebody else"
    assert name_in(tmp_path / "mine.jmap") == "Tarjous"


def test_a_read_only_document_is_saved_elsewhere(
    empty_window: Window, asking: ScriptedAsking, saved_file: Path, tmp_path: Path, project: Project
) -> None:
    opened = open_project(saved_file)
    session = Session(Opened(opened.project, opened.tallies, {}, True, opened.stamp), empty_window.view, saved_file)
    empty_window.show_session(session)
    assert "read only" in empty_window.windowTitle()
    before = saved_file.read_bytes()
    asking.answers = [tmp_path / "copy.jmap"]
    assert empty_window.file_commands.save()
    assert saved_file.read_bytes() == before
    assert "read only" not in empty_window.windowTitle()


def test_revert_brings_the_file_back_and_undo_the_changes(window: Window) -> None:
    revert = window.menus.action("revert")
    assert not revert.isEnabled()
    rename(window)
    assert revert.isEnabled()
    revert.trigger()
    assert session_of(window).project.journeys["journey"].touchpoints["offer"].name == "Offer"
    window.menus.action("undo").trigger()
    assert session_of(window).project.journeys["journey"].touchpoints["offer"].name == "Tarjous"


def test_reverting_to_a_file_that_is_gone_is_told(window: Window, asking: ScriptedAsking, saved_file: Path) -> None:
    rename(window)
    saved_file.unlink()
    window.file_commands.revert()
    assert len(asking.told) == 1
    assert session_of(window).modified


# leaving


@pytest.mark.parametrize(
    ("answer", "closed", "saved"), [("Save", True, "Tarjous"), ("Discard changes", True, "Offer"),
                                    ("Cancel", False, "Offer"), (None, False, "Offer")],
)  # fmt: skip
def test_unsaved_changes_are_asked_about_before_closing(
    window: Window, asking: ScriptedAsking, saved_file: Path, answer: str | None, closed: bool, saved: str
) -> None:
    rename(window)
    asking.answers = [answer]
    assert window.close() is closed
    assert len(asking.asked) == 1
    assert name_in(saved_file) == saved
    assert (window.session is None) is closed


def test_saved_work_is_left_without_a_question(window: Window, asking: ScriptedAsking) -> None:
    assert window.close()
    assert asking.asked == []


@pytest.mark.parametrize("leave", ["new", "open", "start_page", "sample"])
def test_every_way_out_asks(window: Window, asking: ScriptedAsking, leave: str, saved_file: Path) -> None:
    rename(window)
    before = window.session
    ways: dict[str, Callable[[], object]] = {
        "new": window.new, "open": lambda: window.open(saved_file), "start_page": window.start_page,
        "sample": lambda: window.open_sample(SAMPLES / "drainage_renovation.jmap"),
    }  # fmt: skip
    ways[leave]()
    assert len(asking.asked) == 1
    assert window.session is before
    assert session_of(window).modified


# opening


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"{}", b"\x00\x01\x02"])
def test_what_is_no_project_is_told_and_changes_nothing(
    window: Window, asking: ScriptedAsking, tmp_path: Path, content: bytes
) -> None:
    before = window.session
    other = tmp_path / "other.jmap"
    other.write_bytes(content)
    assert window.open(other) is False
    assert len(asking.told) == 1
    assert "other.jmap" in asking.told[0]
    assert window.session is before


def test_a_file_that_is_open_elsewhere_opens_read_only(
    window: Window, make_window: Callable[[], Window], asking: ScriptedAsking, saved_file: Path
) -> None:
    window._documents, other = Documents(saved_file.parent, saved_file.parent), make_window()
    other._documents = Documents(saved_file.parent, saved_file.parent)
    asking.answers = ["Open read only"]
    assert other.open(saved_file)
    assert "renovation.jmap" in asking.asked[0]
    assert session_of(other).read_only


def test_opening_elsewhere_can_be_given_up(
    window: Window, make_window: Callable[[], Window], asking: ScriptedAsking, saved_file: Path
) -> None:
    other = make_window()
    other._documents = Documents(saved_file.parent, saved_file.parent)
    assert other.open(saved_file) is False
    assert other.session is None


def test_opening_again_what_is_open_here_is_no_question(
    window: Window, asking: ScriptedAsking, saved_file: Path
) -> None:
    assert window.open(saved_file)
    assert asking.asked == []
    assert not session_of(window).read_only
    assert holder(saved_file) is not None


def test_a_project_is_held_while_it_is_open(
    window: Window, asking: ScriptedAsking, saved_file: Path, tmp_path: Path
) -> None:
    assert holder(saved_file) is not None
    asking.answers = [tmp_path / "other.jmap"]
    assert window.file_commands.save_as()
    assert holder(saved_file) is None
    assert holder(tmp_path / "other.jmap") is not None
    window.start_page()
    assert holder(tmp_path / "other.jmap") is None


def test_a_failed_opening_keeps_the_hold_on_what_is_open(window: Window, saved_file: Path, tmp_path: Path) -> None:
    assert window.open(tmp_path / "nowhere.jmap") is False
    assert holder(saved_file) is not None


# recent files


def test_opened_and_saved_files_are_recent(
    window: Window, asking: ScriptedAsking, preferences: PreferencesFile, saved_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jmap"
    asking.answers = [other]
    window.file_commands.save_as()
    assert preferences.value.recent == (str(other), str(saved_file))
    window.open(saved_file)
    assert preferences.value.recent == (str(saved_file), str(other))
    assert window.last_path() == saved_file


def test_the_start_screen_lists_recent_files_that_are_still_there(window: Window, saved_file: Path) -> None:
    window.start_page()
    assert window.findChild(QPushButton, "start-renovation") is not None
    assert window.last_path() is None
    saved_file.unlink()
    window.show_start()
    clear_away()
    assert window.findChild(QPushButton, "start-renovation") is None


def test_recent_files_stand_in_the_menu(window: Window, saved_file: Path) -> None:
    window.start_page()
    texts = [action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert str(saved_file) in texts


# preferences


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"recent": 5}', b'{"theme": "pink"}', b"\xff\xfe\x00"])
def test_damaged_preferences_are_forgotten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    kept = PreferencesFile(path)
    assert kept.value == Preferences()
    kept.change(page="A4")
    assert PreferencesFile(path).value.page == "A4"


def test_preferences_of_a_later_version_keep_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"page": "A4", "something_new": [1, 2]}')
    assert PreferencesFile(path).value.page == "A4"


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    kept = PreferencesFile(blocker / "preferences.json")
    kept.change(page="A4")
    assert kept.value.page == "A4"


def test_recent_files_are_twelve_at_most_and_each_once(tmp_path: Path) -> None:
    value = Preferences()
    for number in (*range(20), 15):
        value = value.opened(Path(f"/p/{number}.jmap"))
    assert value.recent[:2] == ("/p/15.jmap", "/p/19.jmap")
    assert len(value.recent) == len(set(value.recent)) == 12


# diagnostics


def test_diagnostics_tell_counts_and_not_a_word_of_the_client_s(
    window: Window, asking: ScriptedAsking, data_folder: Path, tmp_path: Path, project: Project
) -> None:
    logs = data_folder / "logs"
    logs.mkdir()
    inside = Path(file.__file__)
    (logs / "journeymapper.log").write_text(
        f'ERROR Rinneoja Oy\n  File "{inside}", line 12, in save\n  File "/home/secret/x.py", line 1, in client\n'
        "ValueError: Secret client project\n",
        encoding="utf-8",
    )
    target = tmp_path / "diagnostics.txt"
    asking.answers = [target]
    window.help.diagnostics()
    words = target.read_text(encoding="utf-8")
    assert "touchpoints: 5" in words
    assert "commands/file.py" in words
    names = [touchpoint.name for touchpoint in project.journeys["journey"].touchpoints.values()]
    told = ("Secret", "Rinneoja", "Ritva", "Frost", "renovation", "answers.csv", "North", "secret", str(tmp_path))
    assert [word for word in (*told, *names) if word in words] == []


@pytest.mark.parametrize("ending", [".svg", ".md", ".pptx"])
def test_the_map_is_exported_in_the_format_of_the_chosen_ending(
    qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"map{ending}"
    asking.answers = [out, 0]  # the file; for slides: plain ones
    window.file_commands.export_as()
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert out.stat().st_size > 500
    assert asking.told == []


def test_what_is_no_template_is_told_and_nothing_is_written(
    qtbot: QtBot, window: Window, asking: ScriptedAsking, tmp_path: Path
) -> None:
    template = tmp_path / "client.pptx"
    template.write_bytes(b"nonsense")
    asking.answers = [tmp_path / "map.pptx", 1, template]
    window.file_commands.export_as()
    qtbot.waitUntil(lambda: bool(asking.told), timeout=20_000)
    assert asking.told == ["The template is not a PowerPoint file that can be read."]
    assert not (tmp_path / "map.pptx").exists()
