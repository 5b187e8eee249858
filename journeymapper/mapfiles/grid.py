"""A grid: stages across, lanes down; the first column names the lanes."""

from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.mapfiles.card_lines import cards_of, with_card_lane, with_texts
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.lane_words import CardLane, RowKind, card_lane, feelings_of, row_kind, text_lane
from journeymapper.mapfiles.marks import BULLET
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import (
    Lane,
    LaneText,
    Reading,
    Sketch,
    SketchedStage,
    SketchedTouchpoint,
    merged_texts,
)
from journeymapper.model.messages import Message, Refusal

LARGEST_GRID = 200_000
ON_STAGES: tuple[Lane, ...] = ("length", "function", "owner", "note")


class Row(msgspec.Struct, frozen=True):
    """A row of the grid under its label; the cells are those right of the label."""

    label: str
    kind: RowKind | None
    cells: tuple[str, ...]


class Column(msgspec.Struct):
    """A column of the grid: the stage that it belongs to and the touchpoints in it."""

    stage: int
    touchpoints: list[SketchedTouchpoint] = msgspec.field(default_factory=list)


def is_grid(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first column names rows of a map below a row of stages."""
    start = _stages_row(rows)
    labels = [row[0] for row in rows[start + 1 :] if row] if start is not None else []
    return any(row_kind(label) not in (None, "stage") for label in labels)


def read_grid(rows: Sequence[Sequence[str]], *, source: str) -> Reading:
    """The journey of a grid; rows of unknown names are kept as notes, and said. Refuses what is no grid."""
    start = _stages_row(rows)
    if start is None or not is_grid(rows):
        raise Refusal("{file}: no row of stages with the names of lanes below it.", file=source)
    if sum(map(len, rows)) > LARGEST_GRID:
        raise Refusal("{file} has more than {limit} cells.", file=source, limit=LARGEST_GRID)
    grid = _Grid(rows[start][1:], list(_labelled_rows(rows[start + 1 :])))
    titles = [plain(cell) for row in rows[:start] for cell in row if plain(cell)]
    return Reading((Sketch(name=titles[0] if titles else "", stages=grid.stages()),), tuple(grid.account))


def cell_lines(cell: str) -> list[str]:
    """The things that a cell names: its lines, without bullets."""
    lines = (plain(line) for line in cell.replace("\r", "\n").split("\n"))
    return [line for line in lines if line and BULLET.sub("", line, count=1)]


def _stages_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The row that names the stages: labelled so, else the first with two names right of the first column."""
    filled = [index for index, row in enumerate(rows[:50]) if any(plain(cell) for cell in row[1:])]
    named = [index for index in filled if row_kind(rows[index][0]) == "stage"]
    several = [index for index in filled if sum(bool(plain(cell)) for cell in rows[index][1:]) > 1]
    free = [index for index in several or filled if row_kind(rows[index][0]) is None]
    return next(iter(named or free[:1]), None)


def _labelled_rows(rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    """The rows with something in them; one without a label goes on with the row above (merged cells)."""
    label = ""
    for row in rows:
        label = (plain(row[0]) if row else "") or label
        if any(plain(cell) for cell in row[1:]):
            yield Row(label, row_kind(label), tuple(row[1:]))


class _Grid:
    """Fills the columns from the rows; keeps the account."""

    def __init__(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        self.account: list[Message] = []
        self._taken = ""
        self._names: list[str] = []
        self._texts: list[list[LaneText]] = []
        self._columns = self._columns_of(heads, max((len(row.cells) for row in rows), default=0))
        self._place_touchpoints(rows)
        for row in rows:
            if row.kind != "touchpoint":
                self._take(row)
        self._say_unknown(rows)

    def stages(self) -> tuple[SketchedStage, ...]:
        """The stages with what their columns hold."""
        return tuple(
            SketchedStage(
                name=name,
                touchpoints=tuple(
                    one for column in self._columns if column.stage == place for one in column.touchpoints
                ),
                texts=merged_texts(self._texts[place]),
            )
            for place, name in enumerate(self._names)
        )

    def _columns_of(self, heads: Sequence[str], width: int) -> list[Column]:
        """A column per cell; an empty head belongs to the stage on its left (merged cells)."""
        columns = []
        for head in (*heads, *[""] * (width - len(heads))):
            if plain(head) or not self._names:
                self._names.append(shortened(plain(head))[0])
                self._texts.append([])
            columns.append(Column(len(self._names) - 1))
        return columns

    def _place_touchpoints(self, rows: Sequence[Row]) -> None:
        named = [row for row in rows if row.kind == "touchpoint"]
        if not named:
            named = [row for row in rows if row.kind == "doing"]
            if named:
                said = Message("No row names touchpoints: the row “{row}” is taken for them.", {"row": named[0].label})
                self.account.append(said)
        for row in named:
            for column, cell in zip(self._columns, row.cells, strict=False):
                for line in cell_lines(cell):
                    column.touchpoints += cards_of(line)
        if named and named[0].kind == "doing":
            self._taken = "doing"

    def _take(self, row: Row) -> None:
        card, lane = card_lane(row.kind), text_lane(row.kind)
        if row.kind == self._taken:
            return
        cells = [plain(cell) for cell in row.cells]
        if card == "feeling":
            cells = self._feelings(row, cells)
        for column, cell, raw in zip(self._columns, cells, row.cells, strict=False):
            if cell and card:
                self._mark(column, row.label, card, cell)
            elif cell:
                self._write(column, row.label, lane, "\n".join(cell_lines(raw)))

    def _feelings(self, row: Row, cells: Sequence[str]) -> list[str]:
        """A row from 1 to 5 as one from −2 to 2; cells that say no feeling as they are."""
        values, moved = feelings_of([cell for cell in cells if cell])
        if not moved:
            return list(cells)
        self.account.append(Message("{row}: 1 to 5 are read as −2 to 2.", {"row": row.label}))
        numbers = iter(values)
        return ["" if not cell else (cell if (n := next(numbers)) is None else f"{n:+d}") for cell in cells]

    def _mark(self, column: Column, label: str, lane: CardLane, cell: str) -> None:
        """What is short enough for every card of the column, or of its stage where the column has none."""
        columns = [column] if column.touchpoints else [one for one in self._columns if one.stage == column.stage]
        cards = sum(len(one.touchpoints) for one in columns)
        if not cards or (cards > 1 and lane in ("moment of truth", "conditional")):
            self._texts[column.stage].append(LaneText("note", f"{label}: {cell}"))
            return
        for one in columns:
            one.touchpoints = [with_card_lane(touchpoint, lane, cell) for touchpoint in one.touchpoints]

    def _write(self, column: Column, label: str, lane: Lane | None, text: str) -> None:
        """A text on the column's only card, else on the stage, there as a note where a stage has no such lane."""
        if len(column.touchpoints) == 1:
            written = LaneText(lane, text) if lane else LaneText("note", f"{label}: {text}")
            column.touchpoints = [with_texts(column.touchpoints[0], [written])]
        elif lane in ON_STAGES:
            self._texts[column.stage].append(LaneText(lane, text))
        else:
            self._texts[column.stage].append(LaneText("note", f"{label}: {text}"))

    def _say_unknown(self, rows: Sequence[Row]) -> None:
        unknown = dict.fromkeys(row.label for row in rows if row.kind is None and row.label)
        if unknown:
            values: dict[str, str | int | float] = {"rows": ", ".join(unknown)}
            self.account.append(Message("Rows of unknown names, kept as notes: {rows}.", values))
