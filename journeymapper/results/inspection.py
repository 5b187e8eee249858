"""What a file looks like before anything is imported from it."""

from typing import Literal

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.readers.grid import Sheet

ColumnKind = Literal["scale", "number", "choice", "date", "text", "id", "empty"]


class ColumnFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One column. `low` and `high` are its range, numbers or days; `missing` counts blank cells.

    `distinct` counts different values (at most 10,000); `counts` are up to twelve of the commonest, `examples` the
    first few as they stand in the file.
    """

    name: str
    kind: ColumnKind
    low: float | str | None
    high: float | str | None
    distinct: int
    missing: int
    examples: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


class Inspection(msgspec.Struct, frozen=True, kw_only=True, tag="inspected"):
    """One table of a file. `header_row` counts from 1 as a spreadsheet does; 0 is a file without a header."""

    file: str
    format: str
    encoding: str
    delimiter: str
    decimal: str
    sheet: str
    sheets: tuple[Sheet, ...]
    header_row: int
    title_rows: tuple[str, ...]
    rows: int
    columns: tuple[ColumnFacts, ...]
    suggestions: tuple[Message, ...]
