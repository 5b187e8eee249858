"""A map file on disk as a project; tables are read by whoever reads tables."""

from collections.abc import Callable
from pathlib import Path

from journeymapper.mapfiles.file_bytes import MOST_PACKED
from journeymapper.mapfiles.map_file import TABLES, kind_of_file, project_from_reading, read_map, read_table
from journeymapper.mapfiles.table import MapTable
from journeymapper.model.messages import Refusal

Rows = list[list[str]]


def open_map(
    path: Path, read_rows: Callable[[Path], Rows], *, name: str, language: str = "en", unnamed: str = "1"
) -> MapTable:
    """The project that a map file of any kind draws, and the account of what was not understood.

    `read_rows` gives the cells of a table; `unnamed` names a stage that the file does not name. Raises Refusal.
    """
    source = str(path)
    data = b"" if path.suffix.casefold() in TABLES else _bytes(path)
    if path.suffix.casefold() in TABLES or kind_of_file(data, source) == "table":
        return read_table(read_rows(path), source=source, name=name, language=language, unnamed=unnamed)
    reading = read_map(data, source)
    project = project_from_reading(reading, name=name, language=language, unnamed=unnamed)
    return MapTable(project, reading.account)


def _bytes(path: Path) -> bytes:
    if not path.is_file():  # a pipe or a device may never end
        raise Refusal("{file} is not a file.", file=str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_PACKED + 1)
    except OSError as error:
        raise Refusal(
            "{file} cannot be opened: {reason}.", file=str(path), reason=error.strerror or type(error).__name__
        ) from error
    if len(data) > MOST_PACKED:
        raise Refusal("{file} is larger than {limit} bytes.", file=str(path), limit=MOST_PACKED)
    return data
