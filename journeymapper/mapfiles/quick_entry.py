"""Quick entry: a line or many, an indented outline, a list of sticky notes, cells from a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from journeymapper.mapfiles.applying import apply_sketch
from journeymapper.mapfiles.marks import BULLET
from journeymapper.mapfiles.outline_stages import read_outline
from journeymapper.mapfiles.pasted_cells import read_cells
from journeymapper.mapfiles.sketch import Reading, split_lines
from journeymapper.mapfiles.sketch_text import sketch_text
from journeymapper.model.messages import Refusal

__all__ = ["apply_sketch", "read_entry", "sketch_text"]


def read_entry(text: str, *, source: str = "") -> Reading:
    """What was typed or pasted, whatever its shape. Refuses more than 5,000 lines; `source` names them in refusals."""
    lines = split_lines(text, source or "…")
    if is_table(lines):
        return read_cells(_cells(text, source), source=source or "…")
    return read_outline(lines)


def is_table(lines: Iterable[str]) -> bool:
    """Whether tabs part cells rather than indent lines or follow bullets."""
    return any("\t" in _after_bullet(line.strip()) for line in lines)


def _after_bullet(line: str) -> str:
    found = BULLET.match(line.replace("\t", " "))
    return line[found.end() :].strip() if found else line


def _cells(text: str, source: str) -> list[list[str]]:
    """Cells as spreadsheets put them on the clipboard: tabs between, quoted where a cell has several lines."""
    try:
        return list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), dialect="excel-tab"))
    except csv.Error as error:
        raise Refusal("{file}: the cells cannot be told apart.", file=source or "…") from error
