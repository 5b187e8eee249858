"""A grid with its header found: named columns, and rows that know their number in the spreadsheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

import msgspec

from journeymapper.model.messages import Message, Refusal
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.readers.grid import Field, Grid, Role, Sheet, Wish
from journeymapper.results.readers.header import SAMPLE_ROWS, column_names, find_header, is_under_groups, with_options
from journeymapper.results.readers.platforms.layout import Layout
from journeymapper.results.readers.platforms.recognising import layout_of

ENGLISH_TOTALS = ("total", "totals", "grand total", "subtotal", "sum", "average", "mean")
FINNISH_TOTALS = ("yhteensä", "kaikki yhteensä", "summa", "keskiarvo")
TOTALS = frozenset((*ENGLISH_TOTALS, *FINNISH_TOTALS))
MOST_TOTALS = 1_000
COUNTS = frozenset(("n", "base", "respondents", "number of answers", "vastaajia", "vastauksia", "lukumäärä"))


class Row(msgspec.Struct, frozen=True):
    """A row's number as the spreadsheet shows it, and its cells."""

    number: int
    cells: list[Cell]


class LeftOut(msgspec.Struct):
    """The numbers of rows that are no answers and were passed over, filled while the rows are taken."""

    previews: list[int] = []


class Table(msgspec.Struct, kw_only=True):
    """Named columns over a stream of rows, blank rows and previews left out. `header_row` counts from 1; 0 is a file
    without one. `questions` and `roles` are a column each; what its platform says of a column, or nothing."""

    format: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[Sheet, ...]
    header_row: int
    title_rows: tuple[str, ...]
    label_rows: int
    names: tuple[str, ...]
    rows: Iterator[Row]
    notes: tuple[Message, ...] = ()
    fields: tuple[Field, ...] = ()
    platform: str = ""
    questions: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    left_out: LeftOut


def as_table(grid: Grid, name: str, wish: Wish) -> Table:
    """The grid's table; raises Refusal where the wished header row is not in the file."""
    return _with_own_names(grid) if grid.fields else _with_found_header(grid, name, wish)


def _with_own_names(grid: Grid) -> Table:
    """The table of a file that names its columns apart from its rows; row 1 is its first answer."""
    return Table(
        format=grid.format,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sheets=grid.sheets,
        header_row=0,
        title_rows=(),
        label_rows=0,
        names=column_names([field.name for field in grid.fields], len(grid.fields)),
        rows=(Row(number, cells) for number, cells in enumerate(grid.rows, 1) if not all(map(is_blank, cells))),
        notes=grid.notes,
        fields=grid.fields,
        platform=grid.platform,
        questions=tuple(field.label for field in grid.fields),
        roles=tuple(field.role for field in grid.fields),
        left_out=LeftOut(),
    )


def _with_found_header(grid: Grid, name: str, wish: Wish) -> Table:
    start = list(islice(grid.rows, max(SAMPLE_ROWS, wish.header_row or 0)))
    layout = layout_of(start)
    if layout is None or wish.header_row not in (None, layout.header + 1):
        layout = _own_layout(grid, start, _header(start, name, wish))
    header = layout.header
    names = _names(start, layout, grid)
    left_out = LeftOut()
    numbered = enumerate(chain(start, grid.rows), start=1)
    return Table(
        format=grid.format,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        sheets=grid.sheets,
        header_row=header + 1,
        title_rows=tuple(
            " ".join(as_text(cell) for cell in row if not is_blank(cell)) for row in start[: max(header, 0)]
        ),
        label_rows=layout.labels,
        names=names,
        rows=_answers(islice(numbered, header + 1 + layout.labels, None), layout, left_out),
        notes=grid.notes,
        platform=layout.platform,
        questions=_questions(layout, names),
        roles=tuple(_role(index, layout) for index in range(len(names))),
        left_out=left_out,
    )


def _own_layout(grid: Grid, start: list[list[Cell]], header: int) -> Layout:
    """The layout of a table of no known platform; groups over the names are put before them."""
    if not is_under_groups(start, header):
        return Layout(platform=grid.platform, header=header)
    names = with_options(start[header], start[header + 1])
    return Layout(platform=grid.platform, header=header, labels=1, names=tuple(names))


def _answers(numbered: Iterable[tuple[int, list[Cell]]], layout: Layout, left_out: LeftOut) -> Iterator[Row]:
    """The rows with a cell in them; previews are counted instead."""
    for number, cells in numbered:
        if not cells or (is_blank(cells[0]) and all(map(is_blank, cells))):
            continue
        if layout.previews is not None and layout.previews(cells):
            left_out.previews.append(number)
        else:
            yield Row(number, cells)


def _questions(layout: Layout, names: Sequence[str]) -> tuple[str, ...]:
    """A question for each column, empty where it is no more than the name."""
    given = [*layout.questions[: len(names)], *[""] * (len(names) - len(layout.questions))]
    return tuple("" if question == name else question for question, name in zip(given, names, strict=True))


def _role(index: int, layout: Layout) -> Role:
    if index in layout.personal:
        return "personal"
    return "metadata" if index in layout.metadata else "answer"


def is_total(row: Row) -> bool:
    """Whether the first filled cell calls the row a total or an average."""
    return _called(row) in TOTALS


def totals_at_end(last: Sequence[Row]) -> int:
    """How many of the last rows are totals, averages, or their numbers of answers.

    A row called "n" counts only beside a total, and where no other row is called so: it could be a "no".
    """
    names = Counter(map(_called, last))
    closing = list(
        takewhile(lambda row: is_total(row) or (_called(row) in COUNTS and names[_called(row)] == 1), last[::-1])
    )
    return len(closing) if any(map(is_total, closing)) else 0


def _called(row: Row) -> str:
    """The first filled cell in small letters; empty where it is no text."""
    first = next((cell for cell in row.cells if not is_blank(cell)), "")
    return first.strip().rstrip(":=").strip().casefold() if isinstance(first, str) else ""


def _header(start: list[list[Cell]], name: str, wish: Wish) -> int:
    if wish.header_row is None:
        return find_header(start)
    if not 0 <= wish.header_row <= max(len(start), 1):
        raise Refusal("{file} has no row {row} to be its header.", file=name, row=wish.header_row)
    return wish.header_row - 1


def _names(start: list[list[Cell]], layout: Layout, grid: Grid) -> tuple[str, ...]:
    """The columns' names; without a header as many as the widest of the first rows has cells."""
    header = layout.header
    if header < 0 or header >= len(start):
        return column_names([], max(map(_filled, start), default=0))
    cells = list(layout.names or start[header])
    width = max([_filled(row) for row in start[header + 1 :]] + [_filled(cells)])
    for top, left, bottom, right in () if layout.names else grid.spans:
        if top <= header <= bottom and top < len(start) and left < len(start[top]):
            cells[left : right + 1] = [start[top][left]] * (min(right + 1, len(cells)) - left)
    return column_names(cells[:width], width)


def _filled(row: list[Cell]) -> int:
    """The width of the row up to its last filled cell."""
    return next((index for index in range(len(row), 0, -1) if not is_blank(row[index - 1])), 0)
