"""Five earlier versions, kept out of the user's folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from journeymapper.storage.backups import keep_backup, list_backups
from journeymapper.storage.container import open_project, save_project

if TYPE_CHECKING:
    from tests.storage.conftest import Sample


def test_the_last_five_versions_are_kept_and_open(tmp_path: Path, data_folder: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    for turn in range(9):
        save_project(path, msgspec.structs.replace(sample.project, name=f"Version {turn}"), sample.tallies)
    names = [open_project(one.path).project.name for one in list_backups(path)]
    assert names == [f"Version {turn}" for turn in (7, 6, 5, 4, 3)]
    assert list(tmp_path.iterdir()) == [path]
    assert all(data_folder in one.path.parents for one in list_backups(path))


def test_saving_the_same_again_uses_up_no_backup(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    for name in ("first", "second", "second", "second"):
        save_project(path, msgspec.structs.replace(sample.project, name=name), sample.tallies)
    assert [open_project(one.path).project.name for one in list_backups(path)] == ["first"]


def test_files_of_one_name_in_two_folders_have_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    one, other = tmp_path / "one" / "a.jmap", tmp_path / "other" / "a.jmap"
    keep_backup(one, b"one", folder)
    keep_backup(other, b"other", folder)
    assert [backup.path.read_bytes() for backup in list_backups(one, folder)] == [b"one"]
    assert [backup.path.read_bytes() for backup in list_backups(other, folder)] == [b"other"]


def test_strange_files_among_the_backups_are_left_alone(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.jmap", tmp_path / "backups"
    keep_backup(path, b"x", folder)
    stray = list_backups(path, folder)[0].path.with_name("notes.txt")
    stray.write_text("mine")
    for turn in range(8):
        keep_backup(path, str(turn).encode(), folder)
    assert len(list_backups(path, folder)) == 5
    assert stray.exists()


def test_a_backup_that_cannot_be_kept_does_not_keep_from_saving(tmp_path: Path, sample: "Sample") -> None:
    path, occupied = tmp_path / "a.jmap", tmp_path / "occupied"
    occupied.write_text("a file where the folder should be")
    save_project(path, sample.project, sample.tallies, backups=occupied)
    second = msgspec.structs.replace(sample.project, name="second")
    save_project(path, second, sample.tallies, backups=occupied)
    assert open_project(path).project == second
