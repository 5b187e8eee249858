"""Which files are maps and nothing else, told by their names and, where that does not tell, by how they begin."""

import csv
from pathlib import Path

from journeymapper.mapfiles.grid import is_grid
from journeymapper.mapfiles.headers import has_header
from journeymapper.mapfiles.map_file import MARKDOWN, MERMAID, NOTATION, SLIDES, TABLES
from journeymapper.mapfiles.quick_entry import is_table

MAPS = (*SLIDES, ".drawio", ".dio", ".cjml", ".opml", *MERMAID, *MARKDOWN, *NOTATION)
DRAWN = (".xml", ".svg")
TEXTS = (".txt",)
ENDINGS = (*TABLES, *MAPS, *DRAWN, *TEXTS)
"""All that a map is looked for in."""
WRITTEN_TABLES = (".csv", ".tsv", ".tab", *TEXTS)
"""Tables whose cells stand in the file as text."""
BEGINNING = 65_536
MARKS = (b"<mxfile", b"<mxGraphModel", b"&lt;mxfile", b"plannedJourney", b"actualJourney", b"<CJML", b"<opml")


def holds_map(path: Path) -> bool:
    """Whether a file holds a map rather than results; a table may hold either, and does not count as a map."""
    ending = path.suffix.casefold()
    if ending in DRAWN:
        beginning = _beginning(path)
        return any(mark in beginning for mark in MARKS)
    if ending in TEXTS:
        return not _is_table(_beginning(path).decode("utf-8", "replace"))
    return ending in MAPS


def draws_map(path: Path) -> bool:
    """Whether a table that stands in a file as text names stages and touchpoints, in columns or in rows."""
    if path.suffix.casefold() not in WRITTEN_TABLES:
        return False
    lines = _beginning(path).decode("utf-8-sig", "replace").splitlines()
    try:
        tables = [list(csv.reader(lines, delimiter=delimiter)) for delimiter in ",;\t|"]
    except csv.Error:  # a cell without an end
        return False
    return any(has_header(rows) or is_grid(rows) for rows in tables)


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return is_table(lines) or (len(lines) > 1 and all(";" in line for line in lines[:20]))


def _beginning(path: Path) -> bytes:
    """The first bytes; none of what is no file or cannot be read, which its reader will say."""
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(BEGINNING)
    except OSError:
        return b""
