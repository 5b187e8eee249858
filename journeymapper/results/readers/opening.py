"""Opens a result file and picks its reader by the file's first bytes, never by its name."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.computed import with_computed
from journeymapper.results.readers.csv import read_csv
from journeymapper.results.readers.grid import Grid, Reader, Wish
from journeymapper.results.readers.gzipped import GZIP, unpacked
from journeymapper.results.readers.json import looks_like_json, read_json
from journeymapper.results.readers.limits import STREAMED
from journeymapper.results.readers.parquet import PARQUET, read_parquet
from journeymapper.results.readers.statistics import looks_like_statistics, read_statistics
from journeymapper.results.readers.table import Table, as_table
from journeymapper.results.readers.workbook import read_workbook
from journeymapper.results.readers.xes import looks_like_xes, read_xes

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SNIFFED = 4096


@contextmanager
def open_table(path: Path, wish: Wish) -> Iterator[Table]:
    """The table in the file, for as long as the file is open; raises Refusal for what cannot be read."""
    with open_grid(path, wish) as grid:
        yield with_computed(as_table(grid, path.name, wish), wish.computed)


@contextmanager
def open_grid(path: Path, wish: Wish) -> Iterator[Grid]:
    """The cells in the file, for as long as the file is open; raises Refusal for what cannot be read."""
    with open_regular(path) as file:
        if file.peek(len(GZIP)).startswith(GZIP):
            with unpacked(file, path.name) as inner:
                yield reader_of(inner)(inner, path.name, wish)
        else:
            yield reader_of(file)(file, path.name, wish)


def reader_of(file: BinaryIO) -> Reader:
    """The reader for the file's first bytes; leaves the file at its beginning."""
    file.seek(0)
    start = file.read(SNIFFED)
    file.seek(0)
    return next(reader for is_of, reader in READERS if is_of(start))


def _no_table(file: BinaryIO, name: str, _wish: Wish) -> Grid:
    """Pages and printed documents pose as tables: some programs save a web page under the name of a spreadsheet."""
    kind = "PDF" if file.read(4) == b"%PDF" else "HTML"
    raise Refusal("{file} is no table but {kind}; save it as XLSX or CSV first.", file=name, kind=kind)


def _is_document(start: bytes) -> bool:
    """Whether the file is a web page or a PDF by its first bytes."""
    begin = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    return begin.startswith((b"<!doctype html", b"<html", b"<table", b"%pdf", b"<head", b"<meta", b"<style"))


READERS: tuple[tuple[Callable[[bytes], bool], Reader], ...] = (
    (lambda start: start.startswith((ZIP, OLE)), read_workbook),
    (looks_like_statistics, read_statistics),
    (lambda start: start.startswith(PARQUET), read_parquet),
    (looks_like_xes, read_xes),
    (looks_like_json, read_json),
    (_is_document, _no_table),
    (lambda _: True, read_csv),
)


def open_regular(path: Path) -> BufferedReader:
    """The file, open for reading; raises Refusal where it is missing, no file, empty, unreadable or too large."""
    try:
        file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - the caller closes it
    except FileNotFoundError:
        raise Refusal("{file} does not exist.", file=path.name) from None
    except OSError as problem:
        raise Refusal("{file} cannot be opened: {reason}.", file=path.name, reason=_reason(problem)) from None
    facts = os.fstat(file.fileno())
    if not stat.S_ISREG(facts.st_mode):
        file.close()
        raise Refusal("{file} is not a file.", file=path.name)
    if not facts.st_size:
        file.close()
        raise Refusal("{file} is empty.", file=path.name)
    if facts.st_size > STREAMED:
        file.close()
        raise Refusal("{file} is larger than {limit} bytes.", file=path.name, limit=STREAMED)
    return file


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _without_waiting(name: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe that poses as a file."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _reason(problem: OSError) -> str:
    return problem.strerror or type(problem).__name__
