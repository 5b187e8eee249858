"""Tables as picture primitives, with their own pagination: the header is repeated, a row stays whole where it can.

Everything is in points, relative to the table's upper left corner; nothing overlaps and nothing is cut.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from journeymapper.picture.primitives import Group, Path, Primitive, Rect, Text, Weight
from journeymapper.picture.theme import LIGHT, Theme
from journeymapper.picture.type import baseline, line_height, text_run, text_width, wrap
from journeymapper.report.column_widths import column_widths

FLOOR = 7.0


class Mark(msgspec.Struct, frozen=True):
    """A sign or small drawing before a cell's text; its items stand in a box of this size, from (0, 0)."""

    items: tuple[Primitive, ...]
    width: float
    height: float


class Cell(msgspec.Struct, frozen=True):
    """A cell's text, with the code of the language it is written in; a `pill` is the colour of a label's ground.

    A `detail` stands below the text, in regular type whatever the text's weight.
    """

    text: str
    weight: Weight = "regular"
    fill: str = LIGHT.ink
    mark: Mark | None = None
    pill: str = ""
    language: str = "en"
    detail: str = ""

    @property
    def whole(self) -> str:
        """Text and detail."""
        return f"{self.text}\n{self.detail}" if self.detail else self.text


class Column(msgspec.Struct, frozen=True):
    """A column; a `fixed` width, where given, is kept."""

    title: str
    align: Literal["left", "right"] = "left"
    fixed: float = 0.0


class Row(msgspec.Struct, frozen=True):
    """A row of cells, as many as there are columns, that belongs to an element."""

    cells: tuple[Cell, ...]
    owner: str = ""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Columns, rows and the size of their type (7 pt at least); `airiness` is how open the rows stand, 1 the usual."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: float
    language: str = "en"
    theme: Theme = LIGHT
    airiness: float = 1.0

    @property
    def pad(self) -> float:
        """The space left and right of a cell's text."""
        return max(3.0, self.size * 0.55)

    @property
    def air(self) -> float:
        """The space above and below a cell's text."""
        return 1.5 * self.pad * self.airiness


class Part(msgspec.Struct, frozen=True):
    """What of a table stands on one page, and the numbers of its rows."""

    groups: tuple[Group, ...]
    height: float
    rows: tuple[int, ...]


class _Piece(msgspec.Struct, frozen=True):
    """A row, or as much of a very tall row as a page holds, with its cells' lines."""

    row: int
    lines: tuple[tuple[str, ...], ...]
    height: float
    first: bool


def lay_out(table: Table, width: float, first_height: float, next_height: float) -> list[Part]:
    """The parts of a table for a first page with `first_height` left and further ones with `next_height`.

    The first part is empty (no groups, height 0) where not even the header and one row fit.
    """
    widths = column_widths(table_texts(table), width, table.pad, table.size)
    header = _piece(table, widths, -1)
    pieces = [
        piece
        for number in range(len(table.rows))
        for piece in _cut_to(table, _piece(table, widths, number), next_height - header.height)
    ]
    return [_part(table, widths, header, chosen) for chosen in _pages(pieces, header.height, first_height, next_height)]


def table_texts(table: Table) -> list[tuple[float, list[tuple[str, float, Weight, float]]]]:
    """For each column its fixed width (0 for none) and its texts: (text, size, weight, what stands beside it)."""
    texts: list[tuple[float, list[tuple[str, float, Weight, float]]]] = []
    for number, column in enumerate(table.columns):
        cells = [row.cells[number] for row in table.rows]
        header: tuple[str, float, Weight, float] = (column.title, _header_size(table), "semibold", 0.0)
        texts.append((column.fixed, [header, *((c.whole, table.size, c.weight, _beside(c, table)) for c in cells)]))
    return texts


def _header_size(table: Table) -> float:
    return max(FLOOR, table.size * 0.92)


def _indent(cell: Cell, table: Table) -> float:
    """What a mark, or a pill's end, takes of the cell's width before the text."""
    if cell.pill:
        return table.size * 0.6
    return cell.mark.width + (table.size * 0.4 if cell.text else 0.0) if cell.mark else 0.0


def _beside(cell: Cell, table: Table) -> float:
    """What a mark, or both ends of a pill, take of the cell's width."""
    return _indent(cell, table) * (2 if cell.pill else 1)


def _piece(table: Table, widths: Sequence[float], number: int) -> _Piece:
    """A row with its lines broken; number −1 is the header."""
    if number < 0:
        size = _header_size(table)
        lines = [_lines(c.title, w - 2 * table.pad, size, "semibold", table.language)
                 for c, w in zip(table.columns, widths, strict=True)]  # fmt: skip
    else:
        size = table.size
        cells = table.rows[number].cells
        lines = [_cell_lines(table, cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(1, *(len(cell) for cell in lines)) * line_height(size) + 2 * table.air
    return _Piece(number, tuple(lines), height, True)


def _cell_lines(table: Table, cell: Cell, width: float) -> tuple[str, ...]:
    inner = width - 2 * table.pad - _beside(cell, table)
    lines = _lines(cell.text, inner, table.size, cell.weight, cell.language)
    return (*lines, *_lines(cell.detail, inner, table.size, "regular", cell.language)) if cell.detail else lines


def _text_lines(table: Table, cell: Cell, width: float) -> int:
    """How many lines the text above a detail takes."""
    return len(_cell_lines(table, msgspec.structs.replace(cell, detail=""), width))


def _lines(text: str, width: float, size: float, weight: Weight, language: str) -> tuple[str, ...]:
    return tuple(
        line for paragraph in text.split("\n") for line in wrap(paragraph, width, size, weight, language=language).lines
    )


def _cut_to(table: Table, piece: _Piece, room: float) -> Iterator[_Piece]:
    """The row itself, or, where it is taller than a page, pieces of it."""
    if piece.height <= room:
        yield piece
        return
    each = max(1, int((room - 2 * table.air) / line_height(table.size)))
    for start in range(0, max(len(cell) for cell in piece.lines), each):
        lines = tuple(cell[start : start + each] for cell in piece.lines)
        height = max(len(cell) for cell in lines) * line_height(table.size) + 2 * table.air
        yield _Piece(piece.row, lines, height, start == 0)


def _pages(pieces: list[_Piece], header: float, first_height: float, next_height: float) -> list[list[_Piece]]:
    pages: list[list[_Piece]] = [[]]
    room = first_height - header
    for piece in pieces:
        if piece.height > room + 1e-6 and (pages[-1] or len(pages) == 1):
            pages.append([])
            room = next_height - header
        pages[-1].append(piece)
        room -= piece.height
    return pages


def _part(table: Table, widths: Sequence[float], header: _Piece, pieces: list[_Piece]) -> Part:
    if not pieces:
        return Part((), 0.0, ())
    groups = list(_header_groups(table, widths, header))
    y = header.height
    for piece in pieces:
        groups.extend(_row_groups(table, widths, piece, y))
        y += piece.height
        groups.append(_rule(sum(widths), y, table.theme.line, 0.6))
    return Part(tuple(groups), y, tuple(dict.fromkeys(piece.row for piece in pieces)))


def _header_groups(table: Table, widths: Sequence[float], header: _Piece) -> Iterator[Group]:
    x = 0.0
    size = _header_size(table)
    for column, width, lines in zip(table.columns, widths, header.lines, strict=True):
        items = _runs(lines, _Box(table.pad, table.air, width - 2 * table.pad), size, "semibold", table.theme.sub,
                      column.align)  # fmt: skip
        yield Group(owner="", part="header", x=x, y=0.0, width=width, height=header.height, items=items,
                    role="header-cell", alt=column.title)  # fmt: skip
        x += width
    yield _rule(x, header.height, table.theme.ink, 0.9)


def _row_groups(table: Table, widths: Sequence[float], piece: _Piece, y: float) -> Iterator[Group]:
    x = 0.0
    row = table.rows[piece.row]
    for column, width, cell, lines in zip(table.columns, widths, row.cells, piece.lines, strict=True):
        items = _cell_items(table, column, cell, lines, width, piece.first)
        yield Group(owner=row.owner, part="cell", x=x, y=y, width=width, height=piece.height, items=items,
                    role="cell", alt=cell.whole)  # fmt: skip
        x += width


class _Box(msgspec.Struct, frozen=True):
    x: float
    top: float
    width: float


def _cell_items(
    table: Table, column: Column, cell: Cell, lines: tuple[str, ...], width: float, first: bool
) -> tuple[Primitive, ...]:
    indent = _indent(cell, table)
    box = _Box(table.pad + indent, table.air, width - 2 * table.pad - indent)
    above = len(lines) if not cell.detail else _text_lines(table, cell, width) if first else 0
    runs = _runs(lines[:above], box, table.size, cell.weight, cell.fill, column.align)
    below = _Box(box.x, box.top + above * line_height(table.size), box.width)
    runs += _runs(lines[above:], below, table.size, "regular", cell.fill, column.align)
    before: tuple[Primitive, ...] = ()
    if cell.pill and lines:
        before = (_pill(table, cell, lines),)
    elif cell.mark and first:
        top = box.top + (line_height(table.size) - cell.mark.height) / 2
        before = tuple(shifted(item, table.pad, top) for item in cell.mark.items)
    return (*before, *runs)


def _pill(table: Table, cell: Cell, lines: tuple[str, ...]) -> Rect:
    widest = max(text_width(line, table.size, cell.weight) for line in lines)
    height = len(lines) * line_height(table.size) + 0.3 * table.size
    return Rect(x=table.pad, y=table.air - 0.15 * table.size, width=widest + 1.2 * table.size, height=height,
                fill=cell.pill, radius=min(height / 2, 0.8 * table.size))  # fmt: skip


def _runs(
    lines: tuple[str, ...], box: _Box, size: float, weight: Weight, fill: str, align: Literal["left", "right"]
) -> tuple[Text, ...]:
    runs = []
    for number, line in enumerate(lines):
        shift = box.width - text_width(line, size, weight) if align == "right" else 0.0
        y = baseline(box.top + number * line_height(size), size)
        runs.append(text_run(line, box.x + shift, y, size, weight, fill))
    return tuple(run for run in runs if run.text)


def _rule(width: float, y: float, colour: str, stroke: float) -> Group:
    line = Path(steps=(("M", 0.0, 0.0), ("L", width, 0.0)), stroke=colour, stroke_width=stroke)
    return Group(owner="", part="rule", x=0.0, y=y, width=width, height=0.0, items=(line,), role="decoration")


def shifted(item: Primitive, dx: float, dy: float) -> Primitive:
    """The same primitive elsewhere."""
    if isinstance(item, Path):
        return msgspec.structs.replace(item, steps=tuple(_shifted_step(step, dx, dy) for step in item.steps))
    return msgspec.structs.replace(item, x=item.x + dx, y=item.y + dy)


def _shifted_step(step: tuple[str | float, ...], dx: float, dy: float) -> tuple[str | float, ...]:
    numbers = [float(number) for number in step[1:]]
    return (step[0], *(number + (dy if place % 2 else dx) for place, number in enumerate(numbers)))
