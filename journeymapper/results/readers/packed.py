"""A look at a workbook's package before anything is unpacked: what it holds, and whether it asks for too much."""

import re
import zipfile
import zlib
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
    rows: set[int] = set()
    columns: set[bytes] = set()
    with package.open(part) as sheet:
        tail = b""
        while block := sheet.read(BLOCK):
            found = _CELL.findall(tail + block)
            columns.update(letters for letters, _ in found)
            rows.update((int(min(found, key=_row)[1]), int(max(found, key=_row)[1])) if found else ())
            tail = block[-64:]
    wide = {_column(letters) for letters in columns}
    if not rows:
        return
    width, height = max(wide) - min(wide) + 1, max(rows) - min(rows) + 1
    if width > COLUMNS or width * height > SHEET_CELLS:
        raise Refusal(
            "{file} has a sheet of {rows} rows by {columns} columns; at most {limit} cells can be read.",
            file=name,
            rows=height,
            columns=width,
            limit=SHEET_CELLS,
        )


def _row(found: tuple[bytes, bytes]) -> int:
    return int(found[1])


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
