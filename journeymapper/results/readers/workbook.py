"""Spreadsheets: XLSX, XLSM, XLSB, XLS and ODS, through calamine. Formulas are their stored values."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from journeymapper.model.messages import Message, Refusal
from journeymapper.results.readers.cells import Cell, cell_of
from journeymapper.results.readers.grid import Grid, Sheet, Wish
from journeymapper.results.readers.limits import BLOCK, within_limits
from journeymapper.results.readers.packed import check_package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


COVER_ROWS = 2
PLAIN = frozenset((str, float))  # these are cells already: two million calls are saved in a large sheet


def read_workbook(file: BinaryIO, name: str, wish: Wish) -> Grid:
    """One sheet of the workbook; raises Refusal for a damaged or oversized one and for a sheet that it lacks."""
    kind = check_package(file, name)
    workbook = _open(file, name)
    sheets = tuple(_sheets(workbook))
    chosen, sheet = _choose(workbook, sheets, wish.sheet, name)
    return Grid(
        format=kind,
        rows=within_limits(_rows(sheet), name),
        sheet=chosen,
        sheets=sheets,
        spans=tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ()),
        notes=tuple(_notes(sheets, chosen, wish.sheet)),
    )


def _open(file: BinaryIO, name: str) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook, PasswordError

    file.seek(0)
    try:
        return CalamineWorkbook.from_filelike(file)
    except PasswordError:
        raise Refusal("{file} is protected by a password.", file=name) from None
    except BaseException as problem:  # noqa: BLE001 - a panic in the library is an exception outside Exception
        raise _damaged(problem, name) from None


def _load(workbook: "CalamineWorkbook", sheet: str, name: str) -> "CalamineSheet":
    try:
        return workbook.get_sheet_by_name(sheet)
    except BaseException as problem:  # noqa: BLE001 - as above
        raise _damaged(problem, name) from None


def _damaged(problem: BaseException, name: str) -> BaseException:
    """The refusal of a file that calamine cannot read; a wish to stop and a lack of memory are passed on."""
    if isinstance(problem, KeyboardInterrupt | SystemExit | MemoryError):
        return problem
    return Refusal("{file} is damaged or is not a spreadsheet.", file=name)


def _sheets(workbook: "CalamineWorkbook") -> Iterator[Sheet]:
    """The sheets that have cells, charts and macros left out."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for facts in workbook.sheets_metadata:
        if facts.typ == SheetTypeEnum.WorkSheet:
            yield Sheet(name=facts.name, hidden=facts.visible != SheetVisibleEnum.Visible)


def _choose(
    workbook: "CalamineWorkbook", sheets: tuple[Sheet, ...], wished: str, name: str
) -> tuple[str, "CalamineSheet"]:
    """The sheet that is wished for; otherwise the first visible one that is no cover, or else the fullest of its kind.

    A cover has a single column, or two rows at the most; hidden sheets come last of all.
    """
    if wished:
        return _wished(workbook, sheets, wished, name)
    best: tuple[int, str, CalamineSheet] | None = None
    for facts in sorted(sheets, key=lambda one: one.hidden):
        if facts.hidden and best and best[0] > 1:
            break
        sheet = _load(workbook, facts.name, name)
        if sheet.height > COVER_ROWS and sheet.width > 1:
            return facts.name, sheet
        if best is None or min(sheet.height, COVER_ROWS) > best[0]:
            best = min(sheet.height, COVER_ROWS), facts.name, sheet
    if best is None:
        raise Refusal("{file} has no sheet with cells.", file=name)
    return best[1:]


def _wished(
    workbook: "CalamineWorkbook", sheets: tuple[Sheet, ...], wished: str, name: str
) -> tuple[str, "CalamineSheet"]:
    names = [sheet.name for sheet in sheets]
    for chosen in names:
        if wished.strip().casefold() == chosen.strip().casefold():
            return chosen, _load(workbook, chosen, name)
    raise Refusal(
        "{file} has no sheet {sheet}; it has {sheets}.", file=name, sheet=wished, sheets=", ".join(names[:10])
    )


def _rows(sheet: "CalamineSheet") -> Iterator[list[Cell]]:
    """The rows from the sheet's first row and first column on."""
    rows = iter(sheet.to_python(skip_empty_area=False))
    while block := list(islice(rows, BLOCK)):
        plain = PLAIN.issuperset(map(type, chain.from_iterable(block)))
        yield from block if plain else ([cell_of(value) for value in row] for row in block)


def _notes(sheets: tuple[Sheet, ...], chosen: str, wished: str) -> Iterator[Message]:
    if len(sheets) > 1 and not wished:
        yield Message("The file has {n} sheets; the sheet {sheet} was read.", {"n": len(sheets), "sheet": chosen})
    if any(sheet.hidden for sheet in sheets):
        hidden = ", ".join(sheet.name for sheet in sheets if sheet.hidden)
        yield Message("Hidden in the workbook: {sheets}.", {"sheets": hidden})
