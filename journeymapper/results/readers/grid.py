"""What every reader takes and gives: a file and wishes in, rows of cells and what was found out about them."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal

import msgspec

from journeymapper.model.messages import Message
from journeymapper.model.sources import DateOrder, Mapping
from journeymapper.results.readers.cells import Cell


class Wish(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the user wants the file read; what is empty is found out by looking. `computed` names columns that the file
    may not have but that can be computed from those that it has."""

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    header_row: int | None = None
    computed: tuple[str, ...] = ()
    date_order: DateOrder = ""

    @classmethod
    def of(cls, mapping: Mapping) -> "Wish":
        """How a mapping wants its file read."""
        return cls(
            sheet=mapping.sheet,
            encoding=mapping.encoding,
            delimiter=mapping.delimiter,
            decimal=mapping.decimal,
            header_row=mapping.header_row,
            date_order=mapping.date_order,
            computed=tuple(use.column for use in mapping.columns if use.column.endswith(")")),
        )


class Sheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sheet of a workbook."""

    name: str
    hidden: bool = False


Role = Literal["answer", "metadata", "personal"]
"""Whether a column holds answers, the platform's own facts, or what tells who somebody is."""


class Field(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a file itself says of a column, apart from any row: its name, its label, what its values are called, and
    which of them it declares to be no answers."""

    name: str
    label: str = ""
    labels: dict[str, str] = {}
    missing: tuple[str, ...] = ()
    role: Role = "answer"


class Grid(msgspec.Struct, kw_only=True):
    """A file's cells, row by row from the first row on, blank rows included, so that rows count as on the screen.

    `spans` are merged cells as (first row, first column, last row, last column), from 0. Where there are `fields` the
    file names its columns itself, and its first row is an answer already.
    """

    format: str
    rows: Iterator[list[Cell]]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[Sheet, ...] = ()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    fields: tuple[Field, ...] = ()
    platform: str = ""
    notes: tuple[Message, ...] = ()


Reader = Callable[[BinaryIO, str, Wish], Grid]
"""Reads an open file whose name is given for refusals; the file stays open while the rows are taken."""
