"""Which files are too large to be held, and which files a folder of them means."""

import os
from contextlib import suppress
from pathlib import Path

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.limits import STREAMED
from journeymapper.results.readers.parquet import PARQUET

BIG = 64_000_000
"""A table of text with more bytes than this is streamed."""


def is_streamed(path: Path) -> bool:
    """Whether a file is read as a stream: a folder, Parquet, or a large table of text."""
    if path.is_dir():
        return any(path.rglob("*.parquet"))
    if not path.is_file():
        return False  # a pipe may never begin
    with suppress(OSError), path.open("rb") as file:
        start = file.read(4)
        return start == PARQUET or (os.fstat(file.fileno()).st_size > BIG and _is_text(start))
    return False


def _is_text(start: bytes) -> bool:
    return not start.startswith((b"PK", b"\xd0\xcf", b"\x1f\x8b", b"$FL", b"<", b"{", b"[", b"\xff\xfe", b"\xfe\xff"))


def files_of(path: Path) -> list[Path]:
    """The file, or the Parquet files under a folder in the order of their names; raises Refusal for none."""
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    if not files:
        raise Refusal("{file} is a folder without Parquet files.", file=path.name)
    if sum(file.stat().st_size for file in files) > STREAMED:
        raise Refusal("{file} is larger than {limit} bytes.", file=path.name, limit=STREAMED)
    return files


def is_parquet(file: Path) -> bool:
    """Whether a file is Parquet, by its first bytes."""
    with file.open("rb") as opened:
        return opened.read(4) == PARQUET
