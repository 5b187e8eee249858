"""What a file may ask for at most. A file over a limit is refused before, or while, it is read."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.cells import Cell

BLOCK = 500
"""Rows that are looked at together."""
BYTES = 1_000_000_000
STREAMED = 20_000_000_000  # what is streamed is never held
CELLS = 50_000_000
SHEET_CELLS = 10_000_000  # a spreadsheet's cells are all held at once, 32 bytes each, before the first is seen
COLUMNS = 16_384
CELL_LENGTH = 100_000
DEPTH = 100  # of elements in elements
EVENTS = 2_000_000
ATTRIBUTES = 200  # of an event
ATTRIBUTES_OF_RECORDS = 5_000
JSON_BYTES = 200_000_000  # JSON is held whole, at several times its size
ZIP_PARTS = 10_000
ZIP_BYTES = 1_000_000_000
ZIP_RATIO = 200  # a sheet of equal numbers packs some 50 to 1; a bomb 1,000 to 1 and more
ZIP_SMALL = 20_000_000  # under this the ratio does not matter


def within_limits(rows: Iterable[list[Cell]], name: str) -> Iterator[list[Cell]]:
    """The rows as they come; raises Refusal at the row that breaks a limit."""
    stream, cells, number = iter(rows), 0, 0
    while block := list(islice(stream, BLOCK)):
        widths = list(map(len, block))
        texts = [cell for cell in set(chain.from_iterable(block)) if isinstance(cell, str)]
        cells += sum(widths)
        if cells > CELLS or max(widths) > COLUMNS or max(map(len, texts), default=0) > CELL_LENGTH:
            yield from _one_by_one(block, cells - sum(widths), number + 1, name)
        else:
            yield from block
        number += len(block)


def _one_by_one(block: list[list[Cell]], cells: int, first: int, name: str) -> Iterator[list[Cell]]:
    """The rows of a block up to the one that breaks a limit; so many cells came before its `first` row."""
    for number, row in enumerate(block, start=first):
        cells += len(row)
        if cells > CELLS:
            raise Refusal("{file} has more than {limit} cells.", file=name, limit=CELLS)
        if len(row) > COLUMNS:
            raise Refusal("{file}, row {row}: more than {limit} columns.", file=name, row=number, limit=COLUMNS)
        if any(isinstance(cell, str) and len(cell) > CELL_LENGTH for cell in row):
            raise cell_too_long(name, number)
        yield row


def cell_too_long(name: str, row: int) -> Refusal:
    """The refusal of a cell that is too long, which is most often a quotation mark that never ends."""
    return Refusal(
        "{file}, row {row}: a cell is longer than {limit} characters; is a quotation mark missing?",
        file=name,
        row=row,
        limit=CELL_LENGTH,
    )
