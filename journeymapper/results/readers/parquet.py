"""Parquet through DuckDB, a block of rows at a time."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import Cell, as_text, cell_of
from journeymapper.results.readers.grid import Field, Grid, Wish
from journeymapper.results.readers.limits import COLUMNS, within_limits
from journeymapper.results.readers.on_disk import path_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PARQUET = b"PAR1"
BLOCK = 10_000
ALONE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "1GB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def read_parquet(file: BinaryIO, name: str, _: Wish) -> Grid:
    """The rows of the file, row 1 the first; raises Refusal for a damaged one."""
    rows = _blocks(file, name)
    names = [as_text(cell) for cell in next(rows)]
    if len(names) > COLUMNS:
        raise Refusal("{file}, row {row}: more than {limit} columns.", file=name, row=1, limit=COLUMNS)
    return Grid(format="Parquet", rows=within_limits(rows, name), fields=tuple(Field(name=column) for column in names))


def _blocks(file: BinaryIO, name: str) -> Iterator[list[Cell]]:
    """The columns' names, then the rows."""
    import duckdb

    with path_of(file, ".parquet") as path, duckdb.connect(config=ALONE) as database:
        try:
            yield from _rows(database, path)
        except (duckdb.Error, UnicodeDecodeError, ValueError, OverflowError):
            raise Refusal("{file} is damaged: it cannot be read as Parquet.", file=name) from None


def _rows(database: "DuckDBPyConnection", path: str) -> Iterator[list[Cell]]:
    found = database.execute("SELECT * FROM read_parquet(?)", [path])
    yield [str(column[0]) for column in found.description or ()]
    while block := found.fetchmany(BLOCK):
        for row in block:
            yield [_cell(value) for value in row]


def _cell(value: object) -> Cell:
    if isinstance(value, list | tuple) and not any(isinstance(item, list | dict | tuple) for item in value):
        return ", ".join(as_text(cell_of(item)) for item in value)
    return cell_of(value)
