"""Where figures come from: waves, result sets, the mapping that was used and the account of what it did."""

from datetime import date
from typing import Literal

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.event_log import LogColumns
from journeymapper.model.messages import Message

Granularity = Literal["month", "quarter", "half", "year"]
DateOrder = Literal["", "dmy", "mdy"]
Reason = Literal[
    "blank", "missing code", "not a number", "off the scale", "no wave", "bad weight", "total row", "not in the base",
    "filtered out", "preview row", "too few", "replaced", "unclear date", "unclear",
]  # fmt: skip
"""Why an answer was not used. Replaced ones came again, corrected, in a later file; of a share unclear ones are neither
what it counts nor its counterpart."""

PERSONA, ACCOUNT, ROLE = "persona", "account", "role"
"""The names of the segments that a mapping's columns of personas, business customers and roles become."""
STAFF_LEAST = 5
"""Fewer answers of members of staff than this are never kept or shown."""


class Wave(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A survey wave or a period of continuous measuring. Its id is its label (`2026`, `2026-05`, `2026-Q2`).

    A rolling window has `parts`, the waves that it adds up.
    """

    starts: date | None = None
    ends: date | None = None
    parts: tuple[str, ...] = ()


class ColumnUse(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One column of a file that feeds one measurement point.

    Without `answer` each cell is an answer. With `answer` each cell is the number of such answers (a terminal's
    counts by hour); with `total` it is the number of all answers, of which the counted columns are a part.
    `recode` are texts and the numbers that they stand for, `reverse` turns the scale round, `base` is the expression
    that a row must fulfil to count for a touchpoint that happens only to some.
    """

    column: str
    point: str
    missing: tuple[str, ...] = ()
    answer: str = ""
    total: bool = False
    recode: tuple[tuple[str, float], ...] = ()
    reverse: bool = False
    base: str = ""


class CommentUse(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A column of free text that is kept, masked, as comments on a point."""

    column: str
    point: str


class Band(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A column of numbers or days cut into bands, a segment: each edge, a number or an ISO day, begins a band."""

    column: str
    edges: tuple[str, ...]


class Rule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A segment whose value in each row is that of an expression over the row's columns."""

    name: str
    expression: str


class Mapping(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a file was read; saved, it reads the next wave's file. Empty settings were found by looking at the file.

    `where` is the expression that a row must fulfil to be read at all. `persona`, `account` and `role` are columns
    kept as the segments of these names. In a file of `beliefs` the answers are what members of staff believe that
    customers answer. `date_order` says whether days with slashes begin with the day or the month where the file does
    not prove it. `rolling` is the length in months of windows that add up the periods of a date column.
    """

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
    respondent: str = ""
    comments: tuple[CommentUse, ...] = ()
    bands: tuple[Band, ...] = ()
    rules: tuple[Rule, ...] = ()
    where: str = ""
    persona: str = ""
    account: str = ""
    role: str = ""
    beliefs: bool = False
    rolling: int = 0
    log: LogColumns | None = None
    date_order: DateOrder = ""


class Unused(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Answers of a point that were not used, and why; `rows` are the first rows as a spreadsheet numbers them.

    `spans` are the rows as far as there is room, first and last of each stretch without a gap.
    """

    point: str
    column: str
    reason: Reason
    count: int
    rows: tuple[int, ...] = ()
    examples: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


class Doubtful(msgspec.Struct, frozen=True, kw_only=True):
    """What was doubtful about a column for a point when it was imported, and was taken as it stood."""

    column: str
    point: str
    message: Message


class Account(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an import read, used and left out.

    `filtered` are rows that the mapping's filter left out. Of a growing export `added`, `corrected` and `repeated` are
    the rows that are new, came before with other answers, and came before just so. Of an event log `cases`, `events`,
    the `unmatched` labels and their number of events, and the events without a case or label. `doubts` are what was
    asked of its columns and not answered.
    """

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
    filtered: int = 0
    respondents: int = 0
    comments: dict[str, int] = {}
    added: int = 0
    corrected: int = 0
    repeated: int = 0
    cases: int = 0
    events: int = 0
    events_left: int = 0
    unmatched: dict[str, int] = {}
    doubts: tuple[Doubtful, ...] = ()


class Worded(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a point asked when its answers came: the version of its wording, the question and the metric."""

    point: str
    version: int
    question: str
    metric: str


class ResultSet(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One import: its account, the mapping used, the waves it brought, and the hash of its tally.

    `whole` is the hash of the tally as it was imported, where later files of the same survey replaced a part of it.
    `log` and `comments` name attachments: an event log, `<sha256>.events`, and masked comments, `<sha256>.comments`.
    """

    account: Account
    mapping: Mapping
    tally: str
    waves: tuple[str, ...] = ()
    worded: tuple[Worded, ...] = ()
    whole: str = ""
    log: str = ""
    comments: str = ""
