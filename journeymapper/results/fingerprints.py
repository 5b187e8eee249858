"""SHA-256 of files too large to be held, computed beside the reading and remembered while nobody touches the file.

Hashing takes nearly as long as counting, and the import view counts anew after every change of a setting.
"""

import hashlib
from pathlib import Path
from threading import Event, Thread

from journeymapper.results.streamed_files import files_of

HASHED = 8 << 20
"""Bytes that are hashed at a time: after each lot the thread waits for its turn among Python's threads."""

Marks = tuple[tuple[str, int, int, int, int], ...]
"""What a change of the content changes too: each file's path, its number on the disk, size and times of change."""

_remembered: dict[Path, tuple[Marks, str]] = {}


def marks_of(path: Path) -> Marks:
    """The marks of a file or of a folder's files as they are now; raises Refusal as `files_of` does."""
    stated = ((file, file.stat()) for file in files_of(path))
    return tuple((str(file), it.st_ino, it.st_size, it.st_mtime_ns, it.st_ctime_ns) for file, it in stated)


def remember(path: Path, marks: Marks, sha256: str) -> None:
    """Keep the hash of a file that had these marks from before it was read until after."""
    _remembered[path.absolute()] = (marks, sha256)


def remembered(path: Path, marks: Marks) -> str:
    """The hash of a file that has these marks still; empty where it is not known."""
    known = _remembered.get(path.absolute())
    return known[1] if known and known[0] == marks else ""


class Hashing:
    """The SHA-256 of a file, or of the names and hashes of a folder's files, computed in a thread of its own.

    Raises Refusal as `files_of` does.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size = sum(file.stat().st_size for file in files_of(path))
        self._enough = Event()
        self._found = ""
        self._bytes = 0
        self._problem: Exception | None = None
        self._thread = Thread(target=self._hash, daemon=True)
        self._thread.start()

    def result(self) -> str:
        """The hash, however long it takes; raises what went wrong."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem
        return self._found

    def if_nearly_done(self) -> str:
        """The hash if more than half of the file is hashed by now; otherwise it is given up, and empty."""
        if 2 * self._bytes < self._size:
            self._enough.set()
        self._thread.join()
        return self._found

    def _hash(self) -> None:
        try:
            self._found = self._of_all()
        except Exception as problem:  # noqa: BLE001 - raised again where the result is asked for
            self._problem = problem

    def _of_all(self) -> str:
        files = files_of(self._path)
        if files == [self._path]:
            return self._of(self._path)
        together = hashlib.sha256()
        for file in files:
            together.update(f"{file.relative_to(self._path).as_posix()} {self._of(file)}\n".encode())
        return "" if self._enough.is_set() else together.hexdigest()

    def _of(self, file: Path) -> str:
        together, block = hashlib.sha256(), bytearray(HASHED)
        with file.open("rb", buffering=0) as opened:
            while size := opened.readinto(block):
                if self._enough.is_set():
                    return ""
                together.update(memoryview(block)[:size])
                self._bytes += size
        return together.hexdigest()
