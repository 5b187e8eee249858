"""What a file looks like before anything is imported from it."""

from typing import Literal

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results.readers.grid import Role, Sheet
from journeymapper.results.wordings import Direction

ColumnKind = Literal["scale", "number", "choice", "date", "text", "id", "empty"]


class MissingCode(msgspec.Struct, frozen=True, kw_only=True):
    """A value that probably means no answer: as it stands in the file, how often, and why. Proposed, never applied."""

    code: str
    count: int
    reason: Message


class ColumnFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One column. `low` and `high` are its range, numbers or days; `missing` counts blank cells.

    `distinct` counts different values (at most 10,000); `counts` are up to twelve of the commonest, `examples` the
    first few as they stand in the file.

    `question` is the column's text where its name is a code; `reason` says why it is of its kind. `labels` are what
    codes are called, by the file or by the answers themselves. `scale` are the ends of the usual scale that the answers
    are on, codes for no answer aside; `direction` is "up" where the labels say that the higher is the better.
    `readings` are the numbers that worded answers stand for, the worst first.
    """

    name: str
    kind: ColumnKind
    low: float | str | None
    high: float | str | None
    distinct: int
    missing: int
    examples: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    question: str = ""
    reason: Message | None = None
    role: Role = "answer"
    role_reason: Message | None = None
    labels: tuple[tuple[str, str], ...] = ()
    scale: tuple[float, float] | None = None
    direction: Direction = ""
    readings: tuple[tuple[str, float], ...] = ()
    missing_codes: tuple[MissingCode, ...] = ()


class Inspection(msgspec.Struct, frozen=True, kw_only=True, tag="inspected"):
    """One table of a file. `header_row` counts from 1 as a spreadsheet does; 0 is a file without a header.

    `platform` is where it was exported from, empty where that cannot be told; `label_rows` under the header explain it;
    `shape` says what a row is (answers, presses, cases, …); `previews` are rows that were passed over because they are
    somebody's trials of the survey. `sha256` is the hash of a large file where looking at it took long enough.
    """

    file: str
    format: str
    encoding: str
    delimiter: str
    decimal: str
    sheet: str
    sheets: tuple[Sheet, ...]
    header_row: int
    title_rows: tuple[str, ...]
    rows: int
    columns: tuple[ColumnFacts, ...]
    suggestions: tuple[Message, ...]
    platform: str = ""
    label_rows: int = 0
    previews: int = 0
    shape: str = "answers"
    sha256: str = ""


def has_undecided_days(found: Inspection) -> bool:
    """Whether a column holds days with slashes of which nobody can tell day and month apart."""
    return any(facts.kind == "date" and facts.low is None for facts in found.columns)
