"""Some libraries read paths only: where an open file lies on the disk, under a name that they understand."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+ ")


@contextmanager
def path_of(file: BinaryIO, suffix: str) -> Iterator[str]:
    """The file's own path, or that of a copy where it has none or one with letters that a library could misread."""
    own = file.name if isinstance(file.name, str) else ""
    if own and PLAIN.issuperset(own):
        yield own
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder) / f"copy{suffix}"
        file.seek(0)
        with copy.open("wb") as target:
            shutil.copyfileobj(file, target)
        yield str(copy)
