"""Columns that are computed from others: the time between two moments, durations as minutes, solved at first contact.

Their names say how: "Opened → Closed (h)", "Wait (min)", "Case ID (1 = one contact)", "Answered ≤ Due (1 = in time)",
"Reopened (1 = not again)". A file of cases gets those that
its headers call for; a mapping may name others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Literal

import msgspec

from journeymapper.results import shape_words as words
from journeymapper.results.clean import number
from journeymapper.results.days import SlashOrder, moment, slash_order
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.readers.table import Row, Table
from journeymapper.results.shares import NO, YES

UNITS = {"s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}
SAMPLE = 2_000
ONCE, IN_TIME, NOT_AGAIN = "1 = one contact", "1 = in time", "1 = not again"
_BETWEEN = re.compile(r"(?P<first>.+?) → (?P<last>.+) \((?P<unit>s|min|h|d)\)")
_LENGTH = re.compile(r"(?P<column>.+) \((?P<unit>s|min|h|d)\)")
_ONCE = re.compile(rf"(?P<column>.+) \({re.escape(ONCE)}\)")
_IN_TIME = re.compile(rf"(?P<first>.+?) ≤ (?P<last>.+) \({re.escape(IN_TIME)}\)")
_NOT_AGAIN = re.compile(rf"(?P<column>.+) \({re.escape(NOT_AGAIN)}\)")
_DURATION = re.compile(
    r"(?:(?P<days>[0-9]+)[d.] ?)?(?P<hours>[0-9]{1,4}):(?P<minutes>[0-5]?[0-9])"
    r"(?::(?P<seconds>[0-5]?[0-9])(?:[.,][0-9]+)?)?"
)
_OPENED, _ANSWERED, _CLOSED, _DUE, _REOPENED = (
    re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")
    for pattern in (words.OPENED, words.ANSWERED, words.CLOSED, words.DUE, words.REOPENED)
)
_CASE = re.compile(words.CASE)
_CONTACTS = re.compile(words.CONTACTS)


class Computed(msgspec.Struct, frozen=True, kw_only=True):
    """A computed column: a length of time in a unit, from one column or between two; with `test` whether a number of
    contacts is one, a moment is in time or a case was not opened again; otherwise whether a case is met once."""

    name: str
    first: int
    last: int = -1
    unit: float = 0.0
    test: Literal["", "one", "in time", "not again"] = ""

    @property
    def counts(self) -> bool:
        """Whether it tells the values that are met once from the others, which takes all rows."""
        return self.unit == 0.0 and not self.test


def with_computed(table: Table, wanted: Sequence[str]) -> Table:
    """The table with the columns that its headers call for and those wanted by name, as far as they can be computed.

    Exports of survey platforms, whose dates are of the answering, get only what is wanted.
    """
    start = list(islice(table.rows, SAMPLE))
    rows = chain(start, table.rows)
    parsed = (found for name in wanted if (found := _parsed(name, table.names)))
    called_for = [] if table.platform else list(_called_for(table, start))
    columns = [column for column in dict.fromkeys([*called_for, *parsed]) if column.name not in table.names]
    if not columns:
        return msgspec.structs.replace(table, rows=rows)
    order = slash_order(cell for row in start for cell in row.cells) or "dmy"
    width = len(table.names)
    return msgspec.structs.replace(
        table,
        names=(*table.names, *(column.name for column in columns)),
        rows=_computed(rows, columns, width, order),
        questions=(*table.questions, *[""] * (width - len(table.questions)), *[""] * len(columns)),
        roles=(*table.roles, *["answer"] * (width - len(table.roles)), *["answer"] * len(columns)),
    )


def seconds_of_duration(text: str) -> float | None:
    """A length of time as 1:35 (hours and minutes), 00:01:35 or 1d 2:00:00 in seconds."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        return None
    days, hours, minutes, seconds = (int(found.group(name) or 0) for name in ("days", "hours", "minutes", "seconds"))
    return float(((days * 24 + hours) * 60 + minutes) * 60 + seconds)


def _called_for(table: Table, start: list[Row]) -> Iterator[Computed]:
    names = [" ".join(name.casefold().replace("_", " ").split()) for name in table.names]
    moments = [
        next((index for index, name in enumerate(names) if pattern.search(name) and _are_moments(start, index)), -1)
        for pattern in (_OPENED, _ANSWERED, _CLOSED, _DUE)
    ]
    yield from _times(table.names, *moments)
    if moments[0] >= 0:
        yield from _contacts(table.names, names, start)
    for index, name in enumerate(table.names):
        if _are_durations(start, index):
            yield Computed(name=f"{name} (min)", first=index, unit=UNITS["min"])


def _times(names: Sequence[str], opened: int, answered: int, closed: int, due: int) -> Iterator[Computed]:
    """How long a case waited and took, and whether it was answered and closed in time; −1 is no such column."""
    for index, unit in ((answered, "min"), (closed, "h")):
        if opened >= 0 and index >= 0:
            yield _between(names, opened, index, unit)
    for index in (answered, closed):
        if index >= 0 and due >= 0:
            yield _in_time(names, index, due)


def _contacts(names: Sequence[str], tidy: Sequence[str], start: list[Row]) -> Iterator[Computed]:
    """Whether a case took one contact: by its rows where some cases have several, by its number of contacts, by itself
    where it says whether it was opened again."""

    def called(pattern: re.Pattern[str]) -> int:
        return next((index for index, name in enumerate(tidy) if pattern.fullmatch(name)), -1)

    case, contacts, again = called(_CASE), called(_CONTACTS), called(_REOPENED)
    if case >= 0 and _come_again(start, case):
        yield _once_only(names, case)
    if contacts >= 0:
        yield _once_only(names, contacts)
    if again >= 0:
        yield Computed(name=f"{names[again]} ({NOT_AGAIN})", first=again, test="not again")


def _between(names: Sequence[str], first: int, last: int, unit: str) -> Computed:
    return Computed(name=f"{names[first]} → {names[last]} ({unit})", first=first, last=last, unit=UNITS[unit])


def _once_only(names: Sequence[str], index: int) -> Computed:
    ones = _CONTACTS.fullmatch(" ".join(names[index].casefold().replace("_", " ").split())) is not None
    return Computed(name=f"{names[index]} ({ONCE})", first=index, test="one" if ones else "")


def _in_time(names: Sequence[str], kept: int, due: int) -> Computed:
    return Computed(name=f"{names[kept]} ≤ {names[due]} ({IN_TIME})", first=kept, last=due, test="in time")


def _come_again(start: list[Row], index: int) -> bool:
    """Whether some cases have several rows: where each has one, the file does not tell how many contacts it took."""
    cells = _cells(start, index)
    return len(set(cells)) < len(cells)


def _cells(start: list[Row], index: int) -> list[Cell]:
    return [row.cells[index] for row in start if index < len(row.cells) and not is_blank(row.cells[index])]


def _are_moments(start: list[Row], index: int) -> bool:
    cells = _cells(start, index)
    return bool(cells) and sum(
        moment(cell, "dmy") is not None or moment(cell, "mdy") is not None for cell in cells
    ) > 0.8 * len(cells)


def _are_durations(start: list[Row], index: int) -> bool:
    """Lengths with seconds, and some under an hour: what may be times of day is left alone."""
    cells = _cells(start, index)
    texts = [cell.strip() for cell in cells if isinstance(cell, str)]
    lengths = [text for text in texts if text.count(":") == 2 and seconds_of_duration(text) is not None]
    return (
        bool(cells)
        and len(lengths) > 0.9 * len(cells)
        and sum(text.startswith(("0:", "00:")) for text in lengths) > 0.5 * len(lengths)
    )


def _parsed(name: str, names: Sequence[str]) -> Computed | None:
    """The computed column of a name, where the columns that it names are there."""
    known = {column.casefold(): index for index, column in enumerate(names)}
    if found := _BETWEEN.fullmatch(name):
        first, last = (known.get(found.group(part).casefold(), -1) for part in ("first", "last"))
        return (
            Computed(name=name, first=first, last=last, unit=UNITS[found.group("unit")])
            if min(first, last) >= 0
            else None
        )
    if found := _IN_TIME.fullmatch(name):
        first, last = (known.get(found.group(part).casefold(), -1) for part in ("first", "last"))
        return _in_time(names, first, last) if min(first, last) >= 0 else None
    if found := _NOT_AGAIN.fullmatch(name):
        index = known.get(found.group("column").casefold(), -1)
        return Computed(name=name, first=index, test="not again") if index >= 0 else None
    if found := _ONCE.fullmatch(name):
        index = known.get(found.group("column").casefold(), -1)
        return _once_only(names, index) if index >= 0 else None
    if found := _LENGTH.fullmatch(name):
        index = known.get(found.group("column").casefold(), -1)
        return Computed(name=name, first=index, unit=UNITS[found.group("unit")]) if index >= 0 else None
    return None


def _computed(rows: Iterator[Row], columns: list[Computed], width: int, order: SlashOrder) -> Iterator[Row]:
    """The rows with the computed cells after their own; all rows are held where a column counts."""
    counts: dict[int, Counter[str]] = {}
    if counting := [column for column in columns if column.counts]:
        held = list(rows)
        counts = {column.first: Counter(_text(row, column.first) for row in held) for column in counting}
        rows = iter(held)
    seen: set[tuple[int, str]] = set()
    for row in rows:
        cells = [*row.cells[:width], *[""] * (width - len(row.cells))]
        more = [
            _once(row, column, counts, seen) if column.counts else _length(row, column, order) for column in columns
        ]
        yield Row(row.number, [*cells, *more])


def _text(row: Row, index: int) -> str:
    return as_text(row.cells[index]).strip() if index < len(row.cells) else ""


def _once(row: Row, column: Computed, counts: dict[int, Counter[str]], seen: set[tuple[int, str]]) -> Cell:
    """1 at the first row of what is met once, 0 at the first of what is met again, nothing at the later ones."""
    text = _text(row, column.first)
    if not text or (column.first, text) in seen:
        return ""
    seen.add((column.first, text))
    return 1.0 if counts[column.first][text] == 1 else 0.0


def _length(row: Row, column: Computed, order: SlashOrder) -> Cell:
    if column.test == "one":
        contacts = number(_text(row, column.first), ".")
        return "" if contacts is None or contacts < 1 else float(contacts == 1)
    if column.test == "not again":
        return _not_again(_text(row, column.first))
    if column.last < 0:
        seconds = seconds_of_duration(_text(row, column.first))
        return "" if seconds is None else seconds / column.unit
    first, last = (
        moment(row.cells[index], order) if index < len(row.cells) else None for index in (column.first, column.last)
    )
    if column.test == "in time":
        return "" if first is None or last is None else float(first <= last)
    return "" if first is None or last is None or last < first else round((last - first) / column.unit, 4)


def _not_again(text: str) -> Cell:
    """1 for a case that nobody opened again: 0 times, or "no"; 0 for the others; nothing where it is not said."""
    times = number(text, ".")
    if times is not None:
        return float(times == 0) if times >= 0 else ""
    return 0.0 if text.casefold() in YES else 1.0 if text.casefold() in NO else ""
