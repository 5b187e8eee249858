"""Unsaved work survives a crash."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from journeymapper.model.messages import Refusal
from journeymapper.model.tally import Tally
from journeymapper.storage.container import save_project
from journeymapper.storage.recovery import discard, list_recoveries, read_recovery, write_recovery

if TYPE_CHECKING:
    from tests.storage.conftest import Sample

CRASHING = """
import os, signal, sys
from pathlib import Path
from journeymapper.storage.container import open_project
from journeymapper.storage.recovery import write_recovery
path = Path(sys.argv[1])
opened = open_project(path)
write_recovery("window", opened.project, opened.tallies, path=path)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_window_wrote_is_found_and_whole(tmp_path: Path, sample: "Sample") -> None:
    path = tmp_path / "a.jmap"
    save_project(path, sample.project, sample.tallies)
    subprocess.run([sys.executable, "-c", CRASHING, str(path)], check=False)
    (found,) = list_recoveries()
    assert (found.name, found.path, found.in_use) == ("Drainage", path, False)
    opened = read_recovery(found)
    assert (opened.project, opened.tallies) == (sample.project, sample.tallies)
    discard(found)
    assert list_recoveries() == []
    assert not found.folder.exists()


def test_the_latest_state_counts_and_tallies_are_written_once(tmp_path: Path, sample: "Sample") -> None:
    write_recovery("w", sample.project, sample.tallies, folder=tmp_path)
    (tally,) = (tmp_path / "w" / "tallies").iterdir()
    before = tally.stat().st_mtime_ns
    later = msgspec.structs.replace(sample.project, name="Later")
    write_recovery("w", later, {**sample.tallies, "0" * 64: Tally()}, folder=tmp_path)
    (found,) = list_recoveries(tmp_path)
    assert (found.name, found.path, found.in_use) == ("Later", None, True)
    assert read_recovery(found).project == later
    assert tally.stat().st_mtime_ns == before
    assert list(tally.parent.iterdir()) == [tally]


def test_recoveries_are_listed_newest_first_and_rubbish_is_left_out(tmp_path: Path, sample: "Sample") -> None:
    for number, key in enumerate(("old", "new", "middle")):
        write_recovery(key, sample.project, sample.tallies, folder=tmp_path)
        os.utime(tmp_path / key / "document.json", (1000 + number % 2 * 9 + number, 1000 + number % 2 * 9 + number))
    (tmp_path / "stray").write_text("")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "about.json").write_text("[" * 100_000)
    assert [one.folder.name for one in list_recoveries(tmp_path)] == ["new", "middle", "old"]


def test_a_damaged_recovery_is_refused_and_can_be_discarded(tmp_path: Path, sample: "Sample") -> None:
    write_recovery("w", sample.project, sample.tallies, folder=tmp_path)
    (found,) = list_recoveries(tmp_path)
    (tally,) = (tmp_path / "w" / "tallies").iterdir()
    whole = tally.read_bytes()
    tally.write_bytes(whole[:-1])
    with pytest.raises(Refusal, match="damaged"):
        read_recovery(found)
    tally.unlink()
    with pytest.raises(Refusal, match="is missing"):
        read_recovery(found)
    (tmp_path / "w" / "document.json").write_bytes(b"{")
    with pytest.raises(Refusal, match="damaged"):
        read_recovery(found)
    discard(found)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_a_refusal(tmp_path: Path, sample: "Sample") -> None:
    occupied = tmp_path / "occupied"
    occupied.write_text("")
    with pytest.raises(Refusal):
        write_recovery("w", sample.project, sample.tallies, folder=occupied)
    assert list_recoveries(occupied) == []


def test_a_path_that_is_no_text_is_kept(tmp_path: Path, sample: "Sample") -> None:
    path = Path(os.fsdecode(b"/tmp/ty\xf6maa.jmap"))
    write_recovery("w", sample.project, sample.tallies, path=path, folder=tmp_path)
    assert list_recoveries(tmp_path)[0].path == path
