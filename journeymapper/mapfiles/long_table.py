"""A map in long form, a row per touchpoint or measurement point, as a sketch."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from journeymapper.mapfiles.card_lines import fitted, with_card_lane, with_texts
from journeymapper.mapfiles.entries import Entry, entries, rows_of_whole_journeys
from journeymapper.mapfiles.headers import Header, find_header
from journeymapper.mapfiles.lane_words import card_lane, text_lane
from journeymapper.mapfiles.sketch import (
    LaneText,
    Reading,
    Sketch,
    SketchedLink,
    SketchedPoint,
    SketchedStage,
    SketchedTouchpoint,
)
from journeymapper.model.messages import Message, Refusal

MOST_ROWS = 10_000


class LongTable(msgspec.Struct, frozen=True):
    """The rows of a table, and the places that they name: stage and touchpoint, in the order of the map.

    `whole` are the numbers of rows that are of the whole journey and left out.
    """

    header: Header
    entries: tuple[Entry, ...]
    places: dict[tuple[str, str], list[Entry]]
    whole: tuple[int, ...] = ()


def read_long(rows: Sequence[Sequence[str]], *, source: str, in_row_order: bool = False) -> Reading:
    """The journey of a table in long form, the happy path in row order where that is said to be the order.

    Raises Refusal naming file, row and column.
    """
    table = long_table(rows, source)
    sketch = _sketch(table)
    if in_row_order:
        sketch = msgspec.structs.replace(sketch, links=tuple(_happy_path(table)))
    return Reading((sketch,), _notices(table))


def long_table(rows: Sequence[Sequence[str]], source: str) -> LongTable:
    """The table's rows; refuses one without the columns of stage and touchpoint, or without rows."""
    if len(rows) > MOST_ROWS:
        raise Refusal("{file} has more than {limit} rows.", file=source, limit=MOST_ROWS)
    header = find_header(rows, source)
    read = tuple(entries(rows, header, source))
    if not read:
        raise Refusal("{file}: there is no row below the column names.", file=source)
    by_place: dict[tuple[str, str], list[Entry]] = {}
    for entry in read:
        by_place.setdefault(entry.place, []).append(entry)
    stages = list(dict.fromkeys(stage for stage, _ in by_place))
    ordered = sorted(by_place, key=lambda place: stages.index(place[0]))
    whole = tuple(rows_of_whole_journeys(rows, header, source))
    return LongTable(header, read, {place: by_place[place] for place in ordered}, whole)


def _sketch(table: LongTable) -> Sketch:
    stages: dict[str, tuple[str, list[SketchedTouchpoint]]] = {}
    for place, rows in table.places.items():
        card = msgspec.structs.replace(_touchpoint(rows), points=tuple(_points(rows)))
        stages.setdefault(place[0], (rows[0].stage, []))[1].append(card)
    return Sketch(stages=tuple(SketchedStage(name=name, touchpoints=tuple(cards)) for name, cards in stages.values()))


def _happy_path(table: LongTable) -> Iterator[SketchedLink]:
    """From touchpoint to touchpoint in the order of their first rows, which may lead back through a stage."""
    numbers = {place: number for number, place in enumerate(table.places)}
    for source, target in pairwise(dict.fromkeys(entry.place for entry in table.entries)):
        yield SketchedLink(source=numbers[source], target=numbers[target])


def _notices(table: LongTable) -> tuple[Message, ...]:
    said = tuple(notice for entry in table.entries for notice in entry.notices)
    said += tuple(Message("Row {row} measures no touchpoint and is left out.", {"row": row}) for row in table.whole)
    if not table.header.unused:
        return said
    return (Message("Columns not used: {columns}.", {"columns": ", ".join(table.header.unused)}), *said)


def _touchpoint(rows: Sequence[Entry]) -> SketchedTouchpoint:
    """One touchpoint from all of its rows; an owner in a row without a metric owns the touchpoint."""
    owner = next((row.owner for row in rows if row.owner and row.metric is None), "")
    card = SketchedTouchpoint(
        name=rows[0].touchpoint,
        channels=tuple(dict.fromkeys(name for row in rows for name in row.channels)),
        moment_of_truth=any(row.moment for row in rows),
        moment_reason=next((row.moment_reason for row in rows if row.moment_reason), ""),
    )
    card = with_texts(card, [LaneText("owner", owner)] if owner else [])
    for said in (said for row in rows for said in row.said):
        short, lane = card_lane(said.kind), text_lane(said.kind)
        if short:
            card = with_card_lane(card, short, said.text)
        else:
            text = said.text if lane else f"{said.label}: {said.text}"
            card = with_texts(card, [LaneText(lane or "note", text)])
    return fitted(card)


def _points(rows: Iterable[Entry]) -> Iterable[SketchedPoint]:
    for row in rows:
        if row.metric is not None:
            yield SketchedPoint(metric=row.metric, target=row.target, question=row.question, owner=row.owner)
