"""Qualtrics: three header rows, the third of them JSON; two in the legacy export."""

import re
from collections.abc import Callable

from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.platforms.layout import Layout, Rows, first_row, indexes, tidy

IMPORT_ID = re.compile(r"""\s*\{["']ImportId["']""")
METADATA = frozenset((
    "responseid", "responseset", "startdate", "enddate", "status", "progress", "durationinseconds",
    "duration(inseconds)", "finished", "recordeddate", "externaldatareference", "externalreference",
    "locationlatitude", "locationlongitude",
    "locationaccuracy", "distributionchannel", "userlanguage",
))  # fmt: skip
PERSONAL = frozenset((
    "ipaddress", "recipientlastname", "recipientfirstname", "recipientemail", "name", "emailaddress",
    "locationlatitude", "locationlongitude",
))  # fmt: skip
USUAL = METADATA | PERSONAL
PREVIEWS = frozenset((
    "survey preview", "spam preview", "offline survey preview", "umfragevorschau", "förhandsgranskning av undersökning",
    "kyselyn esikatselu", "1", "9", "17",
))  # fmt: skip


def qualtrics(rows: Rows) -> Layout | None:
    """The layout of a Qualtrics export, None for any other file."""
    header = first_row(rows)
    if header < 0:
        return None
    labels = _import_row(rows, header)
    names = [tidy(cell) for cell in rows[header]]
    below = [tidy(cell) for cell in rows[header + 1]] if header + 1 < len(rows) else []
    legacy = names[0] == "v1" and below[:1] == ["responseid"]
    known = below if legacy else names
    if not labels and not legacy and len(USUAL.intersection(names)) < 5:
        return None
    labels = labels or (1 if legacy or _is_explained(names, below) else 0)
    return Layout(
        platform="Qualtrics",
        header=header,
        labels=labels,
        questions=tuple(" ".join(as_text(cell).split()) for cell in rows[header + 1]) if labels else (),
        metadata=indexes(known, METADATA),
        personal=indexes(known, PERSONAL),
        previews=_previews(known.index("status")) if "status" in known else None,
    )


def _import_row(rows: Rows, header: int) -> int:
    """How far below the header the row of ImportIds is, 0 where there is none."""
    for offset, row in enumerate(rows[header + 1 : header + 4], start=1):
        if any(isinstance(cell, str) and IMPORT_ID.match(cell) for cell in row):
            return offset
    return 0


def _is_explained(names: list[str], below: list[str]) -> bool:
    """Whether the row under the header repeats its names for people, the ImportIds deleted by hand."""
    same = sum(name in USUAL and name == explained for name, explained in zip(names, below, strict=False))
    return same >= 3


def _previews(status: int) -> Callable[[list[Cell]], bool]:
    def is_preview(row: list[Cell]) -> bool:
        return status < len(row) and as_text(row[status]).strip().casefold() in PREVIEWS

    return is_preview
