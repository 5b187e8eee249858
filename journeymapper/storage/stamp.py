"""How a file is recognised as the one that was read or written."""

import hashlib
import os
from pathlib import Path

import msgspec


class Stamp(msgspec.Struct, frozen=True):
    """A file's size in bytes, time of change in nanoseconds and SHA-256 of its content."""

    size: int
    mtime_ns: int
    sha256: str


def stamp_of(data: bytes, status: os.stat_result) -> Stamp:
    """The stamp of a file whose content and status are at hand."""
    return Stamp(len(data), status.st_mtime_ns, hashlib.sha256(data).hexdigest())


def changed_since(path: Path, since: Stamp) -> bool:
    """Whether the file holds something else than it did then; a file that is gone has nothing to lose.

    The content decides: synchronising programs touch times without changing anything. Raises OSError.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    if (status.st_size, status.st_mtime_ns) == (since.size, since.mtime_ns):
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() != since.sha256
