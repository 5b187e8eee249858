"""The rows of a map table as checked values, each with the row number that a spreadsheet shows."""

from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.mapfiles.cells import plain, several, target_value, yes_or_reason
from journeymapper.mapfiles.headers import Field, Header
from journeymapper.mapfiles.lane_words import RowKind, row_kind
from journeymapper.model.limits import LINE_LENGTH
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric

POINT = "point"
"""The column of our own export that says that a row is a measurement point."""
SHARES = ("csat", "fcr", "share", "smiley")
MEANS = ("csat-mean", "ces1", "ces2", "stars")


class Said(msgspec.Struct, frozen=True):
    """What a row says in a lane of the map; the kind is None for a lane that is not known."""

    label: str
    kind: RowKind | None
    text: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a touchpoint in its stage, and perhaps a metric taken there."""

    row: int
    stage: str
    touchpoint: str
    channels: tuple[str, ...] = ()
    metric: Metric | None = None
    target: float | None = None
    question: str = ""
    owner: str = ""
    moment: bool = False
    moment_reason: str = ""
    notices: tuple[Message, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def place(self) -> tuple[str, str]:
        """Stage and touchpoint without regard to case: the same place twice is one touchpoint."""
        return self.stage.casefold(), self.touchpoint.casefold()


class Line(msgspec.Struct, frozen=True):
    """One row under its header, with the table's name for refusals."""

    source: str
    header: Header
    row: int
    cells: Sequence[str]

    def text(self, field: Field) -> str:
        """The cell of a field as plain text, empty where the table has no such column."""
        place = self.header.places.get(field)
        return "" if place is None else self.cell(place)

    def cell(self, place: int) -> str:
        """The cell of a column as plain text, empty where the row is shorter."""
        return plain(self.cells[place]) if place < len(self.cells) else ""

    def name(self, field: Field) -> str:
        """A cell that names an element, refused where it is too long for one."""
        text = self.text(field)
        if len(text) > LINE_LENGTH:
            raise Refusal(
                "{file}, row {row}, column {column}: a name has at most {most} characters, this one {n}.",
                file=self.source,
                row=self.row,
                column=self.header.name(field),
                most=LINE_LENGTH,
                n=len(text),
            )
        return text


def entries(rows: Sequence[Sequence[str]], header: Header, source: str) -> Iterator[Entry]:
    """The rows under the header; empty ones are left out, an empty stage cell (a merged one) is the stage above."""
    above = Entry(row=0, stage="", touchpoint="")
    for index, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        line = Line(source, header, index, cells)
        filled = any(line.text(field) for field in header.places) or (header.pair and line.cell(header.pair[1]))
        if filled and not _is_of_whole_journey(line):
            above = _entry(line, above)
            yield above


def rows_of_whole_journeys(rows: Sequence[Sequence[str]], header: Header, source: str) -> Iterator[int]:
    """The numbers of rows that measure a stage, a journey or a relationship, as our own export has them."""
    for index, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if _is_of_whole_journey(Line(source, header, index, cells)):
            yield index


def _is_of_whole_journey(line: Line) -> bool:
    """Whether a row has a metric and no touchpoint, nor a stage unless the table has a row per measurement point."""
    if line.header.pair or not line.text("metric") or line.name("touchpoint"):
        return False
    return not line.name("stage") or POINT in map(str.casefold, line.header.unused)


def _entry(line: Line, above: Entry) -> Entry:
    metric = _metric(line)
    target, notices = _target(line, metric)
    moment, reason = yes_or_reason(line.text("moment of truth"))
    return Entry(
        row=line.row,
        stage=line.name("stage") or above.stage or _missing(line, "stage"),
        touchpoint=line.name("touchpoint") or _touchpoint_above(line, above) or _missing(line, "touchpoint"),
        channels=several(line.name("channel")),
        metric=metric,
        target=target,
        question=line.text("question"),
        owner=line.name("owner"),
        moment=moment,
        moment_reason=reason,
        notices=notices,
        said=tuple(_said(line)),
    )


def _touchpoint_above(line: Line, above: Entry) -> str:
    """The touchpoint of the row above where the table has a row per lane and merges the cells before it."""
    same_stage = line.name("stage").casefold() in ("", above.stage.casefold())
    return above.touchpoint if line.header.pair and same_stage else ""


def _said(line: Line) -> Iterator[Said]:
    for place, kind in line.header.lanes.items():
        if text := line.cell(place):
            yield Said(line.header.names[place], kind, text)
    if line.header.pair and (text := line.cell(line.header.pair[1])):
        label = line.cell(line.header.pair[0])
        yield Said(label, row_kind(label), text)


def _missing(line: Line, field: Field) -> str:
    raise Refusal(
        "{file}, row {row}, column {column}: the cell is empty.",
        file=line.source,
        row=line.row,
        column=line.header.name(field),
    )


def _metric(line: Line) -> Metric | None:
    text = line.text("metric")
    if not text:
        return None
    try:
        return parse_metric(text)
    except Refusal as refusal:
        raise Refusal(
            "{file}, row {row}, column {column}: “{value}” is no metric; write for example nps, csat:1..7 or "
            "share:yes.",
            file=line.source,
            row=line.row,
            column=line.header.name("metric"),
            value=text,
        ) from refusal


def _target(line: Line, metric: Metric | None) -> tuple[float | None, tuple[Message, ...]]:
    text = line.text("target")
    if not text:
        return None, ()
    if metric is None:
        return None, (Message("Row {row}: the target is not used, for the row has no metric.", {"row": line.row}),)
    value = target_value(text)
    if value is None or not _possible(metric, value):
        raise Refusal(
            "{file}, row {row}, column {column}: “{value}” cannot be a target of {metric}.",
            file=line.source,
            row=line.row,
            column=line.header.name("target"),
            value=text,
            metric=metric.id,
        )
    if metric.kind in SHARES and 0 < value <= 1 and "%" not in text:
        said = Message("Row {row}: the target {value} means {value} % of 100.", {"row": line.row, "value": text})
        return value, (said,)
    return value, ()


def _possible(metric: Metric, value: float) -> bool:
    if metric.kind == "nps":
        return -100 <= value <= 100
    if metric.kind in SHARES:
        return 0 <= value <= 100
    if metric.kind in MEANS:
        return min(metric.worst, metric.best) <= value <= max(metric.worst, metric.best)
    return True
