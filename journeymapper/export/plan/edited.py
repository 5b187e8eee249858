"""The sheets of an edited workbook as rows of cells by column, each row knowing where it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from journeymapper.export.plan.columns import POINTS, QUESTIONS, ROLL_OUT, TARGETS, Column
from journeymapper.export.plan.reading import in_every_language
from journeymapper.export.plan.sheets import NAMES, SheetKey
from journeymapper.model.messages import Refusal
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.readers.grid import Wish
from journeymapper.results.tables import read_text_rows

EDITED: Mapping[SheetKey, tuple[Column, ...]] = {
    "points": POINTS, "targets": TARGETS, "questions": QUESTIONS, "roll-out": ROLL_OUT,
}  # fmt: skip
"""The sheets that come back; coverage and checks are computed anew."""


class EditedRow(msgspec.Struct, frozen=True):
    """A row's number as a spreadsheet shows it, and its cells by their columns' fields."""

    number: int
    cells: dict[str, str]


class EditedSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet that came back; `strangers` are headers of columns that the plan does not know."""

    key: SheetKey
    name: str
    columns: tuple[Column, ...]
    rows: tuple[EditedRow, ...]
    strangers: tuple[str, ...] = ()


def edited_sheets(path: Path, tick: Callable[[], object] = bool) -> Iterator[EditedSheet]:
    """The plan's sheets in a workbook, named in any language; refuses one that has none of them."""
    names = {spoken: key for key, name in NAMES.items() for spoken in in_every_language(name)}
    there = [sheet.name for sheet in inspect_file(path, tick=tick).sheets]
    found = [(name, names[name.casefold()]) for name in there if names.get(name.casefold()) in EDITED]
    if not found:
        raise Refusal("{file} has none of the plan's sheets.", file=path.name)
    for name, key in found:
        rows = read_text_rows(path, Wish(sheet=name, header_row=1), tick=tick).rows
        yield _sheet(path, name, key, rows)


def _sheet(path: Path, name: str, key: SheetKey, rows: Sequence[Sequence[str]]) -> EditedSheet:
    header = [" ".join(cell.split()) for cell in rows[0]] if rows else []
    fields = {spoken: column.field for column in EDITED[key] for spoken in in_every_language(column.title)}
    places = {fields[title.casefold()]: place for place, title in enumerate(header) if title.casefold() in fields}
    lacking = next((column for column in EDITED[key] if column.kind == "id" and column.field not in places), None)
    if lacking is not None:
        column = lacking.title.english()
        raise Refusal(
            "{file}, {sheet}: there is no column {column} in row 1.", file=path.name, sheet=name, column=column
        )
    return EditedSheet(
        key=key,
        name=name,
        columns=tuple(column for column in EDITED[key] if column.field in places),
        rows=tuple(_rows(rows, places)),
        strangers=tuple(title for title in header if title and title.casefold() not in fields),
    )


def _rows(rows: Sequence[Sequence[str]], places: Mapping[str, int]) -> Iterator[EditedRow]:
    for number, row in enumerate(rows[1:], start=2):
        cells = {field: row[place] if place < len(row) else "" for field, place in places.items()}
        if any(cell.strip() for cell in cells.values()):
            yield EditedRow(number, cells)
