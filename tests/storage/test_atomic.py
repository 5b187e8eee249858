"""Writing whole or not at all, whatever the disk does."""

import ctypes
import errno
import os
import stat
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeymapper.model.messages import Refusal
from journeymapper.storage import atomic
from journeymapper.storage.atomic import write_atomically


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    return path


def alone(path: Path) -> bool:
    """Whether the folder holds this file only."""
    return list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("data", [b"", b"new", b"x" * 3_000_000])
def test_a_file_is_written_and_nothing_beside_it(target: Path, data: bytes) -> None:
    stamp = write_atomically(target, data)
    assert target.read_bytes() == data
    assert stamp.size == len(data)
    assert stamp.mtime_ns == target.stat().st_mtime_ns
    assert alone(target)


def failing(number: int) -> Callable[..., int]:
    """A system call that fails."""

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EACCES, "not allowed"),
        (errno.EROFS, "not allowed"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failing_disk_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    monkeypatch.setattr(f"journeymapper.storage.atomic.os.{call}", failing(number))
    with pytest.raises(Refusal, match=words) as caught:
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert str(target) in str(caught.value)
    assert target.read_bytes() == b"old"
    assert alone(target)


def test_a_disk_that_fills_up_half_way_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.write, iter(range(9))

    def short(handle: int, data: memoryview) -> int:
        if next(calls) == 3:
            raise OSError(errno.ENOSPC, "full")
        return real(handle, data[:100])

    monkeypatch.setattr(os, "write", short)
    with pytest.raises(Refusal, match="the disk is full"):
        write_atomically(target, b"n" * 1000)
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert alone(target)


def test_short_writes_are_carried_on(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    write_atomically(target, bytes(range(200)))
    assert target.read_bytes() == bytes(range(200))


def test_a_disk_that_lies_is_found_out(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _, data: len(data))
    with pytest.raises(Refusal, match="could not be read back"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert alone(target)


def test_what_does_not_verify_is_not_kept(target: Path) -> None:
    def refuse(written: bytes) -> None:
        raise Refusal("No {data}.", data=written.decode())

    with pytest.raises(Refusal, match="No new"):
        write_atomically(target, b"new", verify=refuse)
    assert target.read_bytes() == b"old"
    assert alone(target)


def test_what_cannot_be_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path, words in (
        (tmp_path, "not an ordinary file"),
        (tmp_path / "pipe", "not an ordinary file"),
        (Path("/dev/null"), "not an ordinary file"),
        (tmp_path / "none" / "a.pdf", "its folder does not exist"),
        (tmp_path / "file" / "a.pdf", "its folder does not exist"),
        (tmp_path / ("n" * 300), "its name is too long"),
        (tmp_path / "a\0b", "no name for a file"),
        (Path(), "no name for a file"),
        (loop, "was not saved"),
    ):
        with pytest.raises(Refusal, match=words):
            write_atomically(path, b"new")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "loop", "pipe"]


def test_a_long_name_that_the_system_takes_is_taken(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 125 + ".jmap")  # 255 bytes
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_link_stays_a_link_and_a_mode_stays(target: Path) -> None:
    target.chmod(0o640)
    link = target.with_name("link.pdf")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_killed_saves_left_is_swept_up(target: Path) -> None:
    old, young, other = (
        target.with_name(name) for name in (".report.pdf-1.tmp", ".report.pdf-2.tmp", ".map.svg-1.tmp")
    )
    for path in (old, young, other):
        path.write_bytes(b"half")
    long_ago = time.time() - atomic.LEFT_BEHIND_AFTER - 60
    for path in (old, other):
        os.utime(path, (long_ago, long_ago))
    write_atomically(target, b"new")
    assert sorted(target.parent.iterdir()) == sorted([other, young, target])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("a small disk needs root")
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_really_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "a.jmap"
    write_atomically(path, b"old")
    with pytest.raises(Refusal, match="the disk is full"):
        write_atomically(path, b"n" * 100_000)
    assert path.read_bytes() == b"old"
    assert alone(path)


def test_another_user_may_not_write(tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    path = tmp_path / "a.jmap"
    path.write_bytes(b"old")
    child = os.fork()
    if child == 0:
        ctypes.CDLL(None).setuid(65534)
        try:
            write_atomically(path, b"new")
        except Refusal as refusal:
            os._exit(7 if "not allowed" in str(refusal) else 8)
        os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert path.read_bytes() == b"old"
