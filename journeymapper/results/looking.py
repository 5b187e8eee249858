"""Looks through a table and says what its columns hold. Runs in the reader process."""

import re
from collections import Counter
from datetime import date

import msgspec

from journeymapper.results.clean import day, find_decimal, number, slash_order
from journeymapper.results.inspection import ColumnFacts, ColumnKind, Inspection
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.readers.header import NO_ANSWER
from journeymapper.results.readers.table import Row, Table
from journeymapper.results.suggestions import suggest

MOST_DISTINCT = 10_000
COMMONEST = 12
EXAMPLES = 3
LONGEST = 80
NEARLY_ALL = 0.9
_CODE = re.compile(r"\S*[0-9]\S*")


class Pile(msgspec.Struct):
    """One column's cells while they are looked through; after 10,000 different ones the rest are only counted."""

    values: Counter[Cell]
    filled: int = 0

    def add(self, cell: Cell) -> None:
        """Count one cell, blank or not."""
        if is_blank(cell):
            return
        self.filled += 1
        if len(self.values) < MOST_DISTINCT or cell in self.values:
            self.values[cell] += 1


def look_at(table: Table, file: str, decimal: str = "") -> Inspection:
    """The facts of a table and of its columns, and what they suggest."""
    piles = [Pile(values=Counter()) for _ in table.names]
    rows, last = 0, Row(0, [])
    for last in table.rows:
        rows += 1
        for pile, cell in zip(piles, last.cells, strict=False):
            pile.add(cell)
    decimal = decimal or find_decimal((cell for pile in piles for cell in pile.values), table.delimiter)
    columns = tuple(column_facts(name, pile, rows, decimal) for name, pile in zip(table.names, piles, strict=True))
    return Inspection(
        file=file,
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        decimal=decimal,
        sheet=table.sheet,
        sheets=table.sheets,
        header_row=table.header_row,
        title_rows=table.title_rows,
        rows=rows,
        columns=columns,
        suggestions=tuple(suggest(table, columns, [pile.values for pile in piles], last, decimal)),
    )


def column_facts(name: str, pile: Pile, rows: int, decimal: str) -> ColumnFacts:
    """What one column holds."""
    order = slash_order(pile.values)
    numbers = {cell: value for cell in pile.values if (value := number(cell, decimal)) is not None}
    days = {cell: found for cell in pile.values if (found := day(cell, order or "dmy")) is not None}
    kind = _kind(name, pile, numbers, days)
    low, high = _range(kind, numbers, days)
    return ColumnFacts(
        name=name,
        kind=kind,
        low=low,
        high=high,
        distinct=len(pile.values),
        missing=rows - pile.filled,
        examples=tuple(as_text(cell).strip()[:LONGEST] for cell in list(pile.values)[:EXAMPLES]),
        counts=_commonest(pile),
    )


def _kind(name: str, pile: Pile, numbers: dict[Cell, float], days: dict[Cell, date]) -> ColumnKind:
    silent = sum(count for cell, count in pile.values.items() if as_text(cell).strip().casefold() in NO_ANSWER)
    known = sum(pile.values.values()) - silent
    if not pile.filled:
        return "empty"

    def share(cells: dict[Cell, float] | dict[Cell, date]) -> bool:
        return known > 0 and sum(pile.values[cell] for cell in cells) >= NEARLY_ALL * known

    if share(numbers):
        return _kind_of_numbers(name, pile, sorted(numbers.values()))
    if share(days):
        return "date"
    if _all_different(pile) and all(isinstance(cell, str) and _CODE.fullmatch(cell.strip()) for cell in pile.values):
        return "id"
    repeated = len(pile.values) <= 30 and len(pile.values) * 2 <= pile.filled
    return "choice" if repeated else "text"


def _kind_of_numbers(name: str, pile: Pile, values: list[float]) -> ColumnKind:
    """A scale has few whole values, most of them from 0 to 11; a number that is different in every row is an id."""
    whole = all(value == int(value) for value in values)
    if whole and _all_different(pile) and (values == sorted(range(len(values)), key=float) or pile.filled > 20):
        called = re.search(r"(?:\b|_)(id|nro|no|num|number|#)\b|id$|num$", name.casefold())
        if called or values[-1] - values[0] == len(values) - 1 or values[0] > 1000:
            return "id"
    on_scale = [value for value in values if 0 <= value <= 11]
    return "scale" if whole and len(on_scale) >= 2 and len(values) - len(on_scale) <= 3 else "number"


def _all_different(pile: Pile) -> bool:
    return pile.filled > 3 and len(pile.values) == min(pile.filled, MOST_DISTINCT)


def _range(
    kind: ColumnKind, numbers: dict[Cell, float], days: dict[Cell, date]
) -> tuple[float | str | None, float | str | None]:
    if kind in ("scale", "number"):
        return min(numbers.values()), max(numbers.values())
    if kind == "date":
        return min(days.values()).isoformat(), max(days.values()).isoformat()
    return None, None


def _commonest(pile: Pile) -> tuple[tuple[str, int], ...]:
    return tuple((as_text(cell).strip()[:LONGEST], count) for cell, count in pile.values.most_common(COMMONEST))
