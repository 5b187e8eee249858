"""A grid with its header found: named columns, and rows that know their number in the spreadsheet."""

from collections.abc import Iterator
from itertools import chain, islice

import msgspec

from journeymapper.model.messages import Message, Refusal
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.readers.grid import Field, Grid, Sheet, Wish
from journeymapper.results.readers.header import SAMPLE_ROWS, column_names, find_header, label_rows, with_options

ENGLISH_TOTALS = ("total", "totals", "grand total", "subtotal", "sum", "average", "mean")
FINNISH_TOTALS = ("yhteensä", "kaikki yhteensä", "summa", "keskiarvo")
TOTALS = frozenset((*ENGLISH_TOTALS, *FINNISH_TOTALS))


class Row(msgspec.Struct, frozen=True):
    """A row's number as the spreadsheet shows it, and its cells."""

    number: int
    cells: list[Cell]


class Table(msgspec.Struct, kw_only=True):
    """Named columns over a stream of rows, blank rows left out. `header_row` counts from 1; 0 is a file without one."""

    format: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[Sheet, ...]
    header_row: int
    title_rows: tuple[str, ...]
    label_rows: int
    names: tuple[str, ...]
    rows: Iterator[Row]
    notes: tuple[Message, ...] = ()
    fields: tuple[Field, ...] = ()
    platform: str = ""


def as_table(grid: Grid, name: str, wish: Wish) -> Table:
    """The grid's table; raises Refusal where the wished header row is not in the file."""
    return _with_own_names(grid) if grid.fields else _with_found_header(grid, name, wish)


def _with_own_names(grid: Grid) -> Table:
    """The table of a file that names its columns apart from its rows; row 1 is its first answer."""
    return Table(
        format=grid.format,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sheets=grid.sheets,
        header_row=0,
        title_rows=(),
        label_rows=0,
        names=column_names([field.name for field in grid.fields], len(grid.fields)),
        rows=(Row(number, cells) for number, cells in enumerate(grid.rows, 1) if not all(map(is_blank, cells))),
        notes=grid.notes,
        fields=grid.fields,
        platform=grid.platform,
    )


def _with_found_header(grid: Grid, name: str, wish: Wish) -> Table:
    start = list(islice(grid.rows, max(SAMPLE_ROWS, wish.header_row or 0)))
    header = _header(start, name, wish)
    labels = label_rows(start, header)
    names = _names(start, header, labels, grid)
    numbered = enumerate(chain(start, grid.rows), start=1)
    below = islice(numbered, header + 1 + labels, None)
    return Table(
        format=grid.format,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sheets=grid.sheets,
        header_row=header + 1,
        title_rows=tuple(
            " ".join(as_text(cell) for cell in row if not is_blank(cell)) for row in start[: max(header, 0)]
        ),
        label_rows=labels,
        names=names,
        rows=(Row(number, cells) for number, cells in below if not all(map(is_blank, cells))),
        notes=grid.notes,
    )


def is_total(row: Row) -> bool:
    """Whether the first filled cell calls the row a total or an average."""
    first = next((cell for cell in row.cells if not is_blank(cell)), "")
    return isinstance(first, str) and first.strip().rstrip(":").casefold() in TOTALS


def _header(start: list[list[Cell]], name: str, wish: Wish) -> int:
    if wish.header_row is None:
        return find_header(start)
    if not 0 <= wish.header_row <= max(len(start), 1):
        raise Refusal("{file} has no row {row} to be its header.", file=name, row=wish.header_row)
    return wish.header_row - 1


def _names(start: list[list[Cell]], header: int, labels: int, grid: Grid) -> tuple[str, ...]:
    """The columns' names; without a header as many as the widest of the first rows has cells."""
    if header < 0 or header >= len(start):
        return column_names([], max(map(_filled, start), default=0))
    cells = list(start[header])
    width = max([_filled(row) for row in start[header + 1 :]] + [_filled(cells)])
    for top, left, bottom, right in grid.spans:
        if top <= header <= bottom and top < len(start) and left < len(start[top]):
            cells[left : right + 1] = [start[top][left]] * (min(right + 1, len(cells)) - left)
    if labels == 1 and any(map(is_blank, cells[:width])):
        cells = with_options(cells[:width], start[header + 1][:width])
    return column_names(cells[:width], width)


def _filled(row: list[Cell]) -> int:
    """The width of the row up to its last filled cell."""
    return next((index for index in range(len(row), 0, -1) if not is_blank(row[index - 1])), 0)
