"""A map file on disk as the journeys that it draws; tables are read by whoever reads tables."""

from collections.abc import Callable
from pathlib import Path

from journeymapper.mapfiles.file_bytes import MOST_PACKED
from journeymapper.mapfiles.map_file import TABLES, kind_of_file, read_map, read_table
from journeymapper.mapfiles.sketch import Reading
from journeymapper.model.messages import Refusal

Rows = list[list[str]]


def open_map(path: Path, read_rows: Callable[[Path], Rows], *, source: str) -> Reading:
    """The journeys that a map file of any kind draws, and the account of what was not understood.

    `read_rows` gives the cells of a table; `source` is what refusals call the file. Raises Refusal.
    """
    data = b"" if path.suffix.casefold() in TABLES else _bytes(path, source)
    if path.suffix.casefold() in TABLES or kind_of_file(data, source) == "table":
        return read_table(read_rows(path), source=source)
    return read_map(data, source)


def _bytes(path: Path, source: str) -> bytes:
    if not path.is_file():  # a pipe or a device may never end
        raise Refusal("{file} is not a file.", file=source)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_PACKED + 1)
    except OSError as error:
        raise Refusal(
            "{file} cannot be opened: {reason}.", file=source, reason=error.strerror or type(error).__name__
        ) from error
    if len(data) > MOST_PACKED:
        raise Refusal("{file} is larger than {limit} bytes.", file=source, limit=MOST_PACKED)
    return data
