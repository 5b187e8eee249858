"""One cell as a reader hands it on: text as it stands in the file, or a number that the file itself calls a number."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

Cell = str | float


def cell_of(value: object) -> Cell:
    """A spreadsheet's typed value as a cell: days in ISO form, truth values in Excel's words, numbers as numbers."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return float(value)
    return _moment(value)


def _moment(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def as_text(cell: Cell) -> str:
    """The cell as a person would type it: 5.0 is "5"."""
    if isinstance(cell, str):
        return cell
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in the cell but white space."""
    return isinstance(cell, str) and not cell.strip()
