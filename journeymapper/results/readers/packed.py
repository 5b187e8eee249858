"""A look at a workbook's package before anything is unpacked: what it holds, and whether it asks for too much."""

import re
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from journeymapper.model.messages import Refusal
from journeymapper.results.readers.limits import (
    COLUMNS,
    SHEET_CELLS,
    ZIP_BYTES,
    ZIP_PARTS,
    ZIP_RATIO,
    ZIP_SMALL,
)

BLOCK = 1 << 20
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_LETTERS = re.compile(rb' r="([A-Za-z]{1,3})')
_FAR_ROW = re.compile(rb' r="[A-Za-z]{1,3}([0-9]{6,7})"')
FEW_ROWS = 99_999
_FAR_OR_ODD = re.compile(rb'<c(?! r="[AB]?[A-Z][0-9]{1,5}")')
NEAR: tuple[set[bytes], set[int]] = ({b"A", b"BZ"}, {1, FEW_ROWS})
LONGEST_TAG = 4_096
Places = Callable[[bytes], tuple[set[bytes], set[int]]]
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def check_package(file: BinaryIO, name: str) -> str:
    """The workbook's format; raises Refusal for a damaged package, an oversized one and one that is no workbook."""
    file.seek(0)
    if not file.read(4).startswith(b"PK"):
        return "XLS"
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            _check_sizes(parts, name)
            for part in parts:
                if _SHEET.fullmatch(part.filename):
                    _check_sheet(package, part, name)
            return _format({part.filename for part in parts}, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Refusal("{file} is damaged or is not a spreadsheet.", file=name) from None


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > ZIP_PARTS:
        raise Refusal("{file} is packed of more than {limit} parts.", file=name, limit=ZIP_PARTS)
    size = sum(part.file_size for part in parts)
    if size > ZIP_BYTES:
        raise Refusal("{file} unpacks to more than {limit} bytes.", file=name, limit=ZIP_BYTES)
    packed = sum(part.compress_size for part in parts)
    if size > ZIP_SMALL and size > ZIP_RATIO * packed:
        raise Refusal("{file} unpacks to more than {limit} times its size.", file=name, limit=ZIP_RATIO)


def _check_sheet(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a sheet whose cells span too large an area: readers reserve the whole area at once."""
    quick = _area(package, part, _quick_places)
    width, height = quick if quick[0] * quick[1] <= SHEET_CELLS else _area(package, part, _places)
    if width > COLUMNS or width * height > SHEET_CELLS:
        raise Refusal(
            "{file} has a sheet of {rows} rows by {columns} columns; at most {limit} cells can be read.",
            file=name,
            rows=height,
            columns=width,
            limit=SHEET_CELLS,
        )


def _area(package: zipfile.ZipFile, part: zipfile.ZipInfo, places: Places) -> tuple[int, int]:
    """The width and height that the cells of a sheet span, 0 and 0 where there are none."""
    rows: set[int] = set()
    columns: set[bytes] = set()
    with package.open(part) as sheet:
        rest = b""
        while piece := sheet.read(BLOCK):
            piece = rest + piece
            cut = max(piece.rfind(b"<c"), len(piece) - LONGEST_TAG)
            found_columns, found_rows = places(piece[:cut])
            columns |= found_columns
            rows |= found_rows
            rest = piece[cut:]
        found_columns, found_rows = places(rest)
        columns |= found_columns
        rows |= found_rows
    if not rows:
        return 0, 0
    wide = {_column(letters) for letters in columns}
    return max(wide) - min(wide) + 1, max(rows) - min(rows) + 1


def _places(block: bytes) -> tuple[set[bytes], set[int]]:
    """The letters and numbers of the cells in a piece of a sheet."""
    found = _CELL.findall(block)
    return {letters for letters, _ in found}, {int(number) for number in {number for _, number in found}}


def _quick_places(block: bytes) -> tuple[set[bytes], set[int]]:
    """The same in a fraction of the time, as if all rows under 100,000 were used, and all columns to BZ.

    Odd spellings take the slow way.
    """
    if _FAR_OR_ODD.search(block) is None:
        return NEAR
    letters = _LETTERS.findall(block)
    if len(letters) != block.count(b"<c"):
        return _places(block)
    return set(letters), {1, FEW_ROWS, *map(int, _FAR_ROW.findall(block))} if letters else set()


def _column(letters: bytes) -> int:
    """The number of a column from 1, by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _format(names: set[str], name: str) -> str:
    if "xl/workbook.bin" in names:
        return "XLSB"
    if "content.xml" in names:
        return "ODS"
    if any(part.casefold() == "xl/workbook.xml" for part in names):
        return "XLSX"
    raise Refusal("{file} is a packed file but no spreadsheet.", file=name)
