"""Writing a file whole or not at all: every writer of files goes through here."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from journeymapper.model.messages import Refusal
from journeymapper.storage.places import real_path
from journeymapper.storage.refusals import not_read_back
from journeymapper.storage.stamp import Stamp, stamp_of

LEFT_BEHIND_AFTER = 3600.0
"""Seconds after which a temporary file belongs to a save that was killed."""

Verify = Callable[[bytes], None]


def write_atomically(path: Path, data: bytes, *, verify: Verify | None = None) -> Stamp:
    """Write a file so that at every moment either the old or the new one is there, whole.

    What was written is read back and compared (and given to `verify`, which may raise a Refusal) before it takes the
    old file's place. Raises Refusal and leaves the old file as it was.
    """
    if not path.name or "\0" in str(path):
        raise Refusal("{file} was not saved: that is no name for a file.", file=str(path).replace("\0", "□"))
    try:
        return _replace(path, data, verify)
    except OSError as error:
        raise refusal_of_writing(path, error) from error


def _replace(path: Path, data: bytes, verify: Verify | None) -> Stamp:
    target = real_path(path)  # a link stays a link: what it points to is written
    _refuse_special(path, target)
    temporary = target.with_name(f"{_prefix(target)}{secrets.token_hex(6)}.tmp")
    try:
        _write(temporary, data, _mode_of(target))
        stamp = _read_back(path, temporary, data, verify)
        os.replace(temporary, target)  # noqa: PTH105 — one name for tests to break
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)
    _sweep(target)
    return stamp


def _refuse_special(path: Path, target: Path) -> None:
    # as root, replacing /dev/null by a report would break the machine
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(target.stat().st_mode):
            raise Refusal("{file} cannot be written: it is not an ordinary file.", file=str(path))


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}-"


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _write(temporary: Path, data: bytes, mode: int | None) -> None:
    binary = getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if mode is not None:
        with contextlib.suppress(OSError):  # some file systems know no modes
            temporary.chmod(mode)


def _read_back(path: Path, temporary: Path, data: bytes, verify: Verify | None) -> Stamp:
    with temporary.open("rb") as file:
        written = file.read()
        status = os.fstat(file.fileno())
    if written != data:
        raise not_read_back(str(path))
    if verify is not None:
        verify(written)
    return stamp_of(written, status)


def sync_folder(folder: Path) -> None:
    """Have the folder's names on the disk; where the system cannot, nothing is lost but certainty."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(target: Path) -> None:
    """Remove what killed saves of this file left behind."""
    prefix, oldest = _prefix(target), time.time() - LEFT_BEHIND_AFTER
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            ours = entry.name.startswith(prefix) and entry.name.endswith(".tmp")
            if ours and entry.stat(follow_symlinks=False).st_mtime < oldest:
                Path(entry.path).unlink()


def refusal_of_writing(path: Path, error: OSError) -> Refusal:
    """The sentence for a file that the system does not let us write."""
    file = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return Refusal("{file} was not saved: the disk is full.", file=file)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Refusal("{file} was not saved: writing there is not allowed.", file=file)
        case errno.ENOENT | errno.ENOTDIR:
            return Refusal("{file} was not saved: its folder does not exist.", file=file)
        case errno.ENAMETOOLONG:
            return Refusal("{file} was not saved: its name is too long.", file=file)
    return Refusal("{file} was not saved: {reason}.", file=file, reason=_reason(error))


def refusal_of_reading(path: Path, error: OSError) -> Refusal:
    """The sentence for a file that the system does not let us read."""
    file = str(path)
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return Refusal("{file} cannot be opened: there is no such file.", file=file)
        case errno.EACCES | errno.EPERM:
            return Refusal("{file} cannot be opened: reading it is not allowed.", file=file)
        case errno.EISDIR:
            return Refusal("{file} cannot be opened: it is a folder.", file=file)
    return Refusal("{file} cannot be opened: {reason}.", file=file, reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or "unknown error"
