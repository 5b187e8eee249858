"""Where figures come from: waves, result sets, the mapping that was used and the account of what it did."""

from datetime import date
from typing import Literal

import msgspec

from journeymapper.model.element import Element

Granularity = Literal["month", "quarter", "half", "year"]


class Wave(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A survey wave or a period of continuous measuring. Its id is its label (`2026`, `2026-05`, `2026-Q2`)."""

    starts: date | None = None
    ends: date | None = None


class ColumnUse(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One column of a file that feeds one measurement point.

    Without `answer` each cell is an answer. With `answer` each cell is the number of such answers (a terminal's
    counts by hour); with `total` it is the number of all answers, of which the counted columns are a part.
    """

    column: str
    point: str
    missing: tuple[str, ...] = ()
    answer: str = ""
    total: bool = False


class Mapping(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a file was read; saved, it reads the next wave's file. Empty settings were found by looking at the file."""

    columns: tuple[ColumnUse, ...] = ()
    wave: str = ""
    wave_column: str = ""
    granularity: Granularity | None = None
    weight: str = ""
    segments: tuple[str, ...] = ()
    sheet: str = ""
    delimiter: str = ""
    encoding: str = ""
    decimal: str = ""
    header_row: int | None = None
    aggregates: bool = False


class Unused(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Answers of a point that were not used, and why; `rows` are the first rows as a spreadsheet numbers them."""

    point: str
    column: str
    reason: Literal["blank", "missing code", "not a number", "off the scale", "no wave", "bad weight", "total row"]
    count: int
    rows: tuple[int, ...] = ()
    examples: tuple[str, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an import read, used and left out."""

    file: str
    sha256: str
    read_on: date
    rows: int
    used: dict[str, int] = {}
    unused: tuple[Unused, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    sheet: str = ""
    header_row: int = 1
    columns_left: tuple[str, ...] = ()


class Worded(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a point asked when its answers came: the version of its wording, the question and the metric."""

    point: str
    version: int
    question: str
    metric: str


class ResultSet(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One import: its account, the mapping used, the waves it brought, and the hash of its tally."""

    account: Account
    mapping: Mapping
    tally: str
    waves: tuple[str, ...] = ()
    worded: tuple[Worded, ...] = ()
