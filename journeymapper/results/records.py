"""The raw columns that a mapping needs, taken from a table once and kept as they stand."""

from collections.abc import Iterable

import msgspec

from journeymapper.model.sources import Mapping
from journeymapper.results.matching import column_index
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.table import Row, Table, is_total


class Records(msgspec.Struct, kw_only=True):
    """The mapped columns' cells, of equal length; `numbers` are the rows' numbers in the spreadsheet.

    `totals` are the row numbers and cells that the columns have in rows of totals.
    """

    columns: dict[str, list[Cell]]
    numbers: list[int]
    names: dict[str, str]
    totals: dict[str, list[tuple[int, Cell]]]


def take_records(table: Table, mapping: Mapping, file: str) -> Records:
    """The columns of every use, the wave, the weight and the segments; `names` gives each its name in the file.

    Rows at the table's end whose first cell calls them totals are kept apart.
    """
    wanted = dict.fromkeys(column for column in mapped_columns(mapping) if column)
    indexes = {column: column_index(table.names, column, file) for column in wanted}
    numbers: list[int] = []
    columns: dict[str, list[Cell]] = {column: [] for column in wanted}
    at_end = _fill(table.rows, indexes, columns, numbers)
    keep = len(numbers) - at_end
    return Records(
        columns={column: cells[:keep] for column, cells in columns.items()},
        numbers=numbers[:keep],
        names={column: table.names[index] for column, index in indexes.items()},
        totals={column: list(zip(numbers[keep:], cells[keep:], strict=True)) for column, cells in columns.items()},
    )


def mapped_columns(mapping: Mapping) -> list[str]:
    """Every column that the mapping names."""
    return [*(use.column for use in mapping.columns), mapping.wave_column, mapping.weight, *mapping.segments]


def _fill(rows: Iterable[Row], indexes: dict[str, int], columns: dict[str, list[Cell]], numbers: list[int]) -> int:
    """Fill the columns, each distinct text held once; returns how many rows at the end are totals."""
    texts: dict[Cell, Cell] = {}
    totals = 0
    for row in rows:
        totals = totals + 1 if is_total(row) else 0
        width = len(row.cells)
        for column, index in indexes.items():
            cell = row.cells[index] if index < width else ""
            columns[column].append(texts.setdefault(cell, cell))
        numbers.append(row.number)
    return totals
