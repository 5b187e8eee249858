"""Writes the sample's files so that the same rows are the same bytes."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from journeymapper.storage.atomic import write_atomically

Cell = str | int | float | date
CREATED = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 – a workbook's date has no zone


def write_csv(
    path: Path,
    rows: Iterable[Sequence[Cell]],
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> None:
    """Text as it is; the first row is the header."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    write_atomically(path, text.getvalue().encode(encoding))


def write_xlsx(path: Path, sheet: str, rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> None:
    """One sheet; numbers and dates as such."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True, "default_date_format": "d.m.yyyy"})
    book.set_properties({"title": path.stem, "created": CREATED})
    page = book.add_worksheet(sheet)
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell != "":
                page.write(number, column, cell)
    book.close()
    write_atomically(path, packed.getvalue())


def finnish_date(day: date | None) -> str:
    """A day as Finnish registers write it, empty where there is none."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def finnish_number(value: float) -> str:
    """A number with a decimal comma."""
    return str(value).replace(".", ",")


def yes_or_no(answer: bool | None) -> str:
    """kyllä or ei, empty where there is no answer."""
    return "" if answer is None else "kyllä" if answer else "ei"
