"""A cell of a result file as a day, or as a moment, or as neither: never a guess."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from journeymapper.results.readers.cells import Cell

SlashOrder = Literal["dmy", "mdy", ""]

MONTHS = (
    ("jan", "tammi"),
    ("feb", "helmi"),
    ("mar", "maalis", "mär", "mrz"),
    ("apr", "huhti"),
    ("may", "touko", "maj", "mai"),
    ("jun", "kesä"),
    ("jul", "heinä"),
    ("aug", "elo"),
    ("sep", "syys"),
    ("oct", "loka", "okt"),
    ("nov", "marras"),
    ("dec", "joulu", "dez"),
)
_MONTH = r"(?P<month>[A-Za-zäÄåö]{3,12})\.?"
_ISO_DAY = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_DOTTED_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})(?![0-9])")
_SLASHED_DAY = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
_NAMED_DAY = re.compile(rf"(?P<day>[0-9]{{1,2}})[. -]+(?:of )?{_MONTH}[ ,-]+(?P<year>[0-9]{{4}})(?![0-9])")
_AMERICAN_DAY = re.compile(rf"{_MONTH} +(?P<day>[0-9]{{1,2}}),? +(?P<year>[0-9]{{4}})(?![0-9])")

_CLOCK = re.compile(
    r"[T\s,]*(?:(?:klo|kl|um|at)\.?\s*)?(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})"
    r"(?:[.,](?P<part>[0-9]{1,9}))?)?\s*(?P<half>[ap]\.?m\.?|[ai]p\.|[fe]m)?\s*(?:(?:[A-Z]{3,4}|Uhr)(?![A-Z]))?\s*"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Spreadsheets' numbers of days: from 1954 to 2119."""
_SERIAL_ZERO = date(1899, 12, 30)
_AFTERNOON = frozenset(("pm", "p.m.", "pm.", "p.m", "ip.", "em"))
_BARE_DAY = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:\.0)?")
_EPOCH = re.compile(r"[0-9]{9,13}(?:\.[0-9]+)?")


def day(cell: Cell, order: SlashOrder) -> date | None:
    """The day in the cell, whatever time follows it; None where there is none or where it could be two days.

    Reads 2026-12-31, 2026/12/31, 20261231, 31.12.2026 and a month by its name; 12/31/2026 and 31/12/26 by the `order`
    that the column proved.
    """
    found = _day_and_end(cell, order)
    return found[0] if found else None


def moment(cell: Cell, order: SlashOrder) -> float | None:
    """Seconds since 1970 UTC, None where the cell holds no moment; a day alone is its midnight, without a zone UTC.

    Bare numbers are seconds or milliseconds since 1970, as logs of web pages have them.
    """
    found = _day_and_end(cell, order)
    if found is None:
        return _since_1970(cell)
    if isinstance(cell, float):
        cell = repr(cell)
    clock = seconds_of_day(cell.strip()[found[1] :])
    midnight = datetime(found[0].year, found[0].month, found[0].day, tzinfo=UTC).timestamp()
    return None if clock is None else midnight + clock


def slash_order(cells: Iterable[Cell]) -> SlashOrder:
    """Whether the days with slashes begin with the day or the month: proved by a part above 12, else unknown."""
    first_is_day = second_is_day = False
    for cell in cells:
        if isinstance(cell, str) and (found := _SLASHED_DAY.match(cell.strip())):
            first_is_day = first_is_day or int(found.group(1)) > 12
            second_is_day = second_is_day or int(found.group(3)) > 12
    if first_is_day == second_is_day:
        return ""
    return "dmy" if first_is_day else "mdy"


def is_undecided(cell: Cell, order: SlashOrder) -> bool:
    """Whether the cell is a day with slashes of which nobody can tell day and month apart."""
    return not order and isinstance(cell, str) and bool(_SLASHED_DAY.match(cell.strip())) and day(cell, order) is None


def serial_day(cell: Cell) -> date | None:
    """The day of a spreadsheet's bare number, days since 1899-12-30; for columns that are known to hold days."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return _SERIAL_ZERO + timedelta(days=int(number)) if FIRST_SERIAL <= number <= LAST_SERIAL else None


def seconds_of_day(text: str) -> float | None:
    """Seconds after midnight UTC of what follows a day: 14:05, 2.05 ip., klo 14.05, 14:05:09+02:00; 0 for nothing."""
    if not text.strip():
        return 0.0
    found = _CLOCK.fullmatch(text.rstrip())
    if not found:
        return None
    hour, minute, second = (int(found.group(name) or 0) for name in ("hour", "minute", "second"))
    if half := (found.group("half") or "").casefold():
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    part = float(f"0.{found.group('part')}") if found.group("part") else 0.0
    return hour * 3600 + minute * 60 + second + part - _zone(found.group("zone") or "Z")


def _zone(text: str) -> int:
    """Seconds east of Greenwich."""
    if text in ("Z", "z"):
        return 0
    seconds = int(text[1:3]) * 3600 + int(text[-2:]) * 60
    return -seconds if text[0] == "-" else seconds


def _since_1970(cell: Cell) -> float | None:
    if isinstance(cell, str):
        if not _EPOCH.fullmatch(cell.strip()):
            return None
        cell = float(cell)
    if 1e8 <= cell < 1e10:
        return cell
    return cell / 1000 if 1e11 <= cell < 1e13 else None


def _day_and_end(cell: Cell, order: SlashOrder) -> tuple[date, int] | None:
    """The day that begins a text, and where it ends; a number is a day only as 20261231."""
    text = cell.strip() if isinstance(cell, str) else repr(cell)
    if bare := _BARE_DAY.fullmatch(text):
        found = _date(*bare.groups())
        return (found, bare.end()) if found else None
    if not isinstance(cell, str):
        return None
    for pattern, read in ((_ISO_DAY, _iso), (_DOTTED_DAY, _dotted), (_NAMED_DAY, _named), (_AMERICAN_DAY, _named)):
        if match := pattern.match(text):
            found = read(match)
            return (found, match.end()) if found else None
    if match := _SLASHED_DAY.match(text):
        found = _slashed(match, order or slash_order([text]))
        return (found, match.end()) if found else None
    return None


def _iso(match: re.Match[str]) -> date | None:
    return _date(match.group(1), match.group(3), match.group(4))


def _dotted(match: re.Match[str]) -> date | None:
    return _date(match.group(3), match.group(2), match.group(1))


def _named(match: re.Match[str]) -> date | None:
    name = match.group("month").casefold()
    number = next((place for place, names in enumerate(MONTHS, start=1) if name.startswith(names)), 0)
    return _date(match.group("year"), number, match.group("day")) if number else None


def _slashed(match: re.Match[str], order: SlashOrder) -> date | None:
    first, second, year = match.group(1), match.group(3), match.group(4)
    if order == "":
        return _date(year, first, second) if first == second else None
    return _date(year, second, first) if order == "dmy" else _date(year, first, second)


def _date(year: str, month: str | int, day_of_month: str) -> date | None:
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)
    try:
        return date(full, int(month), int(day_of_month))
    except ValueError:
        return None
