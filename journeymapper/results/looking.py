"""Looks through a table and says what its columns hold. Runs in the reader process."""

import re
from collections import Counter, deque
from datetime import date

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.clean import find_decimal, number
from journeymapper.results.codes import code_facts
from journeymapper.results.days import SlashOrder, day, is_undecided, serial_day, slash_order
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.kinds import Kind, kind_of
from journeymapper.results.persons import personal_reason
from journeymapper.results.piles import Pile
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.grid import Field, Role, Wish
from journeymapper.results.readers.platforms.layout import date_habit
from journeymapper.results.readers.table import MOST_TOTALS, Row, Table, totals_at_end
from journeymapper.results.shapes import shape_of
from journeymapper.results.suggestions import suggest

COMMONEST = 12
EXAMPLES = 3
LONGEST = 80
_CALLED_DAY = re.compile(r"date|datum|day|päivä|pvm", re.IGNORECASE)


def look_at(table: Table, file: str, wish: Wish) -> Inspection:
    """The facts of a table and of its columns, and what they suggest."""
    piles = [Pile(values=Counter()) for _ in table.names]
    rows, last = 0, Row(0, [])
    closing: deque[Row] = deque(maxlen=MOST_TOTALS)
    for last in table.rows:
        rows += 1
        closing.append(last)
        for pile, cell in zip(piles, last.cells, strict=False):
            pile.add(cell)
    totals = totals_at_end(list(closing))
    for row in list(closing)[len(closing) - totals :]:
        for pile, cell in zip(piles, row.cells, strict=False):
            pile.take_back(cell)
    decimal = wish.decimal or find_decimal((cell for pile in piles for cell in pile.values), table.delimiter)
    orders = [wish.date_order or slash_order(pile.values) or date_habit(table.platform) for pile in piles]
    columns = tuple(
        column_facts(about, pile, rows - totals, decimal, order)
        for about, pile, order in zip(_said(table), piles, orders, strict=True)
    )
    shaped = shape_of(columns, table.platform)
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
        suggestions=(
            *((shaped.advice,) if shaped.advice else ()),
            *suggest(table, columns, [pile.values for pile in piles], last, decimal),
        ),
        shape=shaped.shape,
        platform=table.platform,
        label_rows=table.label_rows,
        previews=len(table.left_out.previews),
    )


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the file and its platform say of one column."""

    name: str
    question: str = ""
    role: Role = "answer"
    field: Field = Field(name="")


def _said(table: Table) -> list[About]:
    """What is said of each column."""
    return [
        About(
            name=name,
            question=table.questions[index] if index < len(table.questions) else "",
            role=table.roles[index] if index < len(table.roles) else "answer",
            field=table.fields[index] if index < len(table.fields) else Field(name=name),
        )
        for index, name in enumerate(table.names)
    ]


def column_facts(about: About, pile: Pile, rows: int, decimal: str, order: SlashOrder) -> ColumnFacts:
    """What one column holds; days with slashes of which the `order` is not known have no range."""
    numbers = {cell: value for cell in pile.values if (value := number(cell, decimal)) is not None}
    serial = _CALLED_DAY.search(about.name) is not None
    days = {
        cell: on
        for cell in pile.values
        if (on := day(cell, order or "dmy") or (serial_day(cell) if serial else None)) is not None
    }
    labels = about.field.labels
    found = kind_of(about.name, pile, rows, numbers, days, labels)
    low, high = _range(found, numbers, days)
    if found.kind == "date" and any(is_undecided(cell, order) for cell in days):
        low = high = None
    personal = personal_reason(about.name, pile, found.kind) if about.role == "answer" else None
    codes = code_facts(found, pile, labels, about.field.missing, decimal)
    return ColumnFacts(
        name=about.name,
        kind=found.kind,
        low=low,
        high=high,
        distinct=len(pile.values),
        missing=rows - pile.filled,
        examples=tuple(as_text(cell).strip()[:LONGEST] for cell in list(pile.values)[:EXAMPLES]),
        counts=_commonest(pile),
        question=about.question,
        reason=found.reason,
        role="personal" if personal else about.role,
        role_reason=personal or _role_reason(about),
        labels=codes.labels,
        scale=codes.scale,
        direction=codes.direction,
        readings=tuple(found.wording.numbers.items()) if found.wording else (),
        missing_codes=codes.missing,
    )


def _role_reason(about: About) -> Message | None:
    if about.role == "answer":
        return None
    return Message("the platform's own column")


def _range(
    found: Kind, numbers: dict[Cell, float], days: dict[Cell, date]
) -> tuple[float | str | None, float | str | None]:
    if found.wording:
        return min(found.wording.numbers.values()), max(found.wording.numbers.values())
    if found.kind in ("scale", "number") and numbers:
        return min(numbers.values()), max(numbers.values())
    if found.kind == "date":
        return min(days.values()).isoformat(), max(days.values()).isoformat()
    return None, None


def _commonest(pile: Pile) -> tuple[tuple[str, int], ...]:
    return tuple((as_text(cell).strip()[:LONGEST], count) for cell, count in pile.values.most_common(COMMONEST))
