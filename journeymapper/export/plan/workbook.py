"""The plan as a workbook: real numbers and days, texts as texts, choices to pick from, headers that stay in view."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.sheets import PlanSheet
from journeymapper.export.plan.values import Value
from journeymapper.language.language import Language

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SPARE_ROWS = 200
FORMATS = {"share": "0.0 %", "date": "yyyy-mm-dd", "whole": "0", "number": "General"}


def plan_workbook(sheets: Sequence[PlanSheet], language: Language, day: date) -> bytes:
    """The workbook; equal sheets and day give equal bytes. Grey columns are shown and not read back."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001 - a workbook has no zone
        looks = _Looks(book)
        for plan in sheets:
            _write(book.add_worksheet(plan.name[:31]), plan, looks, language)
    return buffer.getvalue()


class _Looks:
    """The formats of cells, made once a workbook."""

    def __init__(self, book: "Workbook") -> None:
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EEF1F4"}
        )
        self.plain = {kind: book.add_format({"num_format": number, "valign": "top", "align": "left"})
                      for kind, number in FORMATS.items()}  # fmt: skip
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.shown = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#5B6673"})

    def of(self, column: Column) -> "Format":
        """How the cells of a column look."""
        if column.kind in ("id", "shown"):
            return self.shown
        return self.plain.get(column.kind, self.text)


def _write(sheet: "Worksheet", plan: PlanSheet, looks: _Looks, language: Language) -> None:
    for place, column in enumerate(plan.columns):
        sheet.set_column(place, place, column.width, looks.of(column))
        sheet.write_string(0, place, language.message(column.title), looks.head)
        _offer(sheet, place, column, len(plan.rows), language)
    for number, row in enumerate(plan.rows, start=1):
        for place, (column, value) in enumerate(zip(plan.columns, row, strict=True)):
            _cell(sheet, (number, place), value, looks.of(column))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(plan.rows)), len(plan.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _cell(sheet: "Worksheet", place: tuple[int, int], value: Value, look: "Format") -> None:
    if value is None or value == "":
        sheet.write_blank(*place, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001 - a day alone
    elif isinstance(value, int | float):
        sheet.write_number(*place, value, look)
    else:
        sheet.write_string(*place, value, look)


def _offer(sheet: "Worksheet", place: int, column: Column, rows: int, language: Language) -> None:
    """What may be entered: one of the words, a day, a number in its range."""
    rule: dict[str, object] | None = None
    if column.kind in ("choice", "switch"):
        rule = {"validate": "list", "source": [language.message(word) for _, word in column.words]}
    elif column.kind == "share":
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    elif column.kind == "whole":
        rule = {"validate": "integer", "criteria": ">=", "value": 0}
    elif column.kind == "number":
        rule = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    elif column.kind == "date":
        rule = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
    if rule:
        sheet.data_validation(1, place, rows + SPARE_ROWS, place, rule)
