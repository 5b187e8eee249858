"""What the reader process can be asked to do, and what it answers. Plain values that travel as msgpack."""

import msgspec

from journeymapper.model.comments import Comment
from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message
from journeymapper.model.sources import ColumnUse, Doubtful, Granularity, Mapping, Unused
from journeymapper.model.tally import Tally
from journeymapper.results.inspection import Inspection
from journeymapper.results.readers.grid import Wish


class InspectTask(msgspec.Struct, frozen=True, kw_only=True, tag="inspect"):
    """Say what a file holds. A path travels as the bytes that the system knows it by."""

    path: bytes
    wish: Wish = Wish()


class RowsTask(msgspec.Struct, frozen=True, kw_only=True, tag="rows"):
    """Hand over the rows of a file as text: all of them, or the first `limit`, for which no hash is computed."""

    path: bytes
    wish: Wish = Wish()
    limit: int | None = None


class CountTask(msgspec.Struct, frozen=True, kw_only=True, tag="count"):
    """Read a file through a mapping into a tally; `metrics` by point id, `salt` for keys of respondents.

    `progress` is a file into which the reader writes how far it is; `sha256` a large file's hash where it is known.
    """

    path: bytes
    mapping: Mapping
    metrics: dict[str, Metric]
    salt: str = ""
    progress: str = ""
    sha256: str = ""


class LogTask(msgspec.Struct, frozen=True, kw_only=True, tag="log"):
    """Read a file as an event log; without `columns` they are looked for."""

    path: bytes
    wish: Wish = Wish()
    columns: LogColumns | None = None


class TextRows(msgspec.Struct, frozen=True, kw_only=True, tag="text rows"):
    """All rows of a file as text, blank ones included, and where its header is (from 1; 0 for none).

    `sheets` are those of a workbook that can be seen.
    """

    rows: list[list[str]]
    names: tuple[str, ...]
    first: int
    header_row: int
    encoding: str
    delimiter: str
    decimal: str
    sheet: str
    sha256: str
    sheets: tuple[str, ...] = ()


class Counted(msgspec.Struct, frozen=True, kw_only=True, tag="counted"):
    """A file's tally and what is needed for its account; `columns` are the uses as they were understood."""

    tally: Tally
    used: dict[str, int]
    unused: tuple[Unused, ...]
    rows: int
    sha256: str
    encoding: str
    delimiter: str
    decimal: str
    sheet: str
    header_row: int
    columns_left: tuple[str, ...]
    granularity: Granularity | None
    columns: tuple[ColumnUse, ...] = ()
    doubts: tuple[Doubtful, ...] = ()
    filtered: int = 0
    respondents: int = 0
    comments: tuple[Comment, ...] = ()


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Why the task was not done."""

    message: Message


Task = InspectTask | RowsTask | CountTask | LogTask
Reply = Inspection | TextRows | Counted | EventLog | Refused
