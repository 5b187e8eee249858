"""Who has a project open."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from journeymapper.model.messages import Refusal
from journeymapper.storage import locks
from journeymapper.storage.locks import Holder, hold, holder, lock_path
from journeymapper.storage.processes import birth, is_running, machine

HOLDING = """
import sys, time
from pathlib import Path
from journeymapper.storage.locks import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def written(path: Path, **fields: object) -> Holder:
    """A lock file that somebody left."""
    base = Holder(pid=1, host="elsewhere/1", since=datetime.now(UTC), token="theirs")
    left = msgspec.structs.replace(base, **fields)
    lock_path(path).write_bytes(msgspec.json.encode(left))
    return left


def dead_pid() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        return ended.pid


def test_a_held_file_has_a_holder_and_then_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    assert holder(path) is None
    with hold(path) as mine:
        assert mine is not None
        assert holder(path) == mine
        assert mine.pid == os.getpid()
    assert holder(path) is None
    assert not list(tmp_path.iterdir())


def test_a_second_window_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    with hold(path), pytest.raises(Refusal, match=rf"a\.jmap is open elsewhere: .* process {os.getpid()}"), hold(path):
        pass
    with hold(path):
        assert holder(path) is not None


def test_another_process_is_refused_until_it_dies(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    command = [sys.executable, "-c", HOLDING, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        found = holder(path)
        assert found is not None
        assert found.pid == other.pid
        with pytest.raises(Refusal, match=f"process {other.pid}"), hold(path):
            pass
        other.send_signal(signal.SIGKILL)
    assert lock_path(path).exists()
    assert holder(path) is None
    with hold(path) as mine:
        assert holder(path) == mine


def test_a_number_given_again_to_another_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    if not birth(os.getpid()):
        pytest.skip("the system does not tell when a process began")
    written(path, pid=os.getpid(), host=machine(), born="before the last start:1")
    assert holder(path) is None
    with hold(path) as mine:
        assert mine is not None


def test_a_lock_of_another_machine_counts_for_two_days(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    left = written(path, pid=dead_pid())
    assert holder(path) == left
    with pytest.raises(Refusal, match="on elsewhere, process"), hold(path):
        pass
    written(path, since=datetime.now(UTC) - timedelta(days=3))
    with hold(path) as mine:
        assert holder(path) == mine


def test_the_user_can_take_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    written(path)
    with hold(path, take_over=True) as mine:
        assert holder(path) == mine
    assert holder(path) is None


def test_a_lock_that_was_taken_over_is_not_released_by_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.jmap"
    with hold(path):
        theirs = written(path)
    assert holder(path) == theirs


@pytest.mark.parametrize(
    "rubbish", [b"", b"{", b"\0" * 500, b"[" * 100_000, b'{"pid":1,"host":"x","since":"2026-01-01T00:00:00"}']
)
def test_a_lock_that_makes_no_sense_counts_only_while_it_is_young(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "a.jmap"
    lock_path(path).write_bytes(rubbish)
    assert holder(path) is None
    with pytest.raises(Refusal, match="is being opened elsewhere"), hold(path):
        pass
    old = time.time() - locks.BEING_WRITTEN - 1
    os.utime(lock_path(path), (old, old))
    with hold(path) as mine:
        assert holder(path) == mine


def test_of_two_that_take_over_a_stale_lock_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jmap"
    written(path, pid=dead_pid(), host=machine())
    monkeypatch.setattr("time.sleep", lambda _: written(path))  # the other was a moment later
    with pytest.raises(Refusal, match="on elsewhere"), hold(path):
        pass


def test_a_disk_without_hard_links_holds_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.jmap"
    with hold(path), pytest.raises(Refusal), hold(path):
        pass
    assert not list(tmp_path.iterdir())


def test_a_folder_that_takes_no_lock_does_not_keep_from_reading(tmp_path: Path) -> None:
    with hold(tmp_path / "none" / "a.jmap") as mine:
        assert mine is None


def test_whether_a_process_runs() -> None:
    assert is_running(os.getpid())
    assert is_running(os.getpid(), birth(os.getpid()))
    assert not is_running(dead_pid())
    assert not is_running(0)
    assert not is_running(-1)
    assert not is_running(10**30)
