"""Tables of text: comma, semicolon, tab or bar between the cells, in whatever encoding and with whatever line ends."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from journeymapper.model.messages import Message, Refusal
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.dialect import DELIMITERS, Dialect, ends_inside_quotes, find_dialect
from journeymapper.results.readers.encoding import find_encoding, known_encoding
from journeymapper.results.readers.grid import Grid, Wish
from journeymapper.results.readers.limits import CELL_LENGTH, cell_too_long, within_limits

SAMPLE = 262_144
_HINT = re.compile(r"sep=([;,|\t])\r?\n?")


def read_csv(file: BinaryIO, name: str, wish: Wish) -> Grid:
    """The rows of a table of text; raises Refusal for a file that is no text and at the row that breaks a limit."""
    encoding = known_encoding(wish.encoding, name) if wish.encoding else find_encoding(file, name)
    lines = _lines(file, encoding)
    sample, whole = _sample(lines)
    lines.seek(0)
    hint = _HINT.match(sample)
    if hint:
        sample = sample[hint.end() :]
        lines.readline()
    dialect = _dialect(sample, whole, _delimiter(wish, hint.group(1) if hint else "", name))
    return Grid(
        format="CSV",
        rows=within_limits(_rows(lines, dialect, name), name),
        encoding=encoding,
        delimiter=dialect.delimiter,
        notes=tuple(_notes(dialect, encoding, sample)),
    )


def _lines(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """The text with its line ends as they are. Bytes that mean nothing become � rather than an end of reading."""
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")


def _sample(lines: io.TextIOWrapper) -> tuple[str, bool]:
    """The beginning of the text up to a line's end, and whether that is all of it."""
    text = lines.read(SAMPLE)
    if len(text) < SAMPLE:
        return text, True
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[: end + 1] or text, False


def _delimiter(wish: Wish, hint: str, name: str) -> str:
    chosen = wish.delimiter or hint
    if chosen and chosen not in DELIMITERS:
        raise Refusal("{file}: {delimiter} cannot separate cells; use , ; | or a tab.", file=name, delimiter=chosen)
    return chosen


def _dialect(sample: str, whole: bool, delimiter: str) -> Dialect:
    dialect = find_dialect(sample, delimiter)
    if whole and sample.count('"') % 2 and ends_inside_quotes(sample, dialect):
        return Dialect(delimiter=dialect.delimiter, quotes=False)
    return dialect


def _rows(lines: io.TextIOWrapper, dialect: Dialect, name: str) -> Iterator[list[Cell]]:
    csv.field_size_limit(CELL_LENGTH)
    number = 0
    try:
        for row in dialect.rows(lines):
            number += 1
            yield [cell.replace("\x00", "") for cell in row] if any("\x00" in cell for cell in row) else list(row)
    except csv.Error:
        raise cell_too_long(name, number + 1) from None
    finally:
        with suppress(ValueError):  # after a refusal its opener has closed it already
            lines.detach()  # the file is its opener's to close


def _notes(dialect: Dialect, encoding: str, sample: str) -> Iterator[Message]:
    if not dialect.quotes:
        yield Message("A quotation mark is never closed; quotation marks were read as ordinary characters.")
    if dialect.backslash:
        yield Message("A backslash was read as protecting the character after it.")
    if "�" in sample and codecs.lookup(encoding).name == "cp1252":
        yield Message("Some characters could not be read in the encoding {encoding}.", {"encoding": encoding})
