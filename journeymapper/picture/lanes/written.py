"""Lanes of written cells: what is said of each touchpoint, in paragraphs, with the grade of its evidence below."""

from collections.abc import Callable
from itertools import chain

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Also, Cells, Values, lay_out_cells, per_stage
from journeymapper.picture.lanes.grades import ROW, evidence_lines, grade_row, told
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.lanes.paragraphs import (
    SIZE,
    Paragraph,
    draw_setting,
    fitting_size,
    natural_height,
    set_paragraphs,
)
from journeymapper.picture.primitives import Group, Primitive
from journeymapper.picture.sheet import Band, Cell, Sheet
from journeymapper.picture.type import line_height, shared_size

EDGE = 3.0
ENOUGH_LINES = 10
Write = Callable[[Sheet, Touchpoint], tuple[Paragraph, ...]]
AlsoLook = Callable[[Sheet, Touchpoint], Values]
Say = Callable[[Sheet], str]


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What a lane of written cells is made from. `claims` are the fields of the touchpoint that it shows,
    `fields` those whose change it marks.

    `head` is the height of what the lane draws above its cells, `also` gives what `write`
    looks at beside the touchpoint.
    """

    id: str
    title: Say
    explain: Say
    write: Write
    claims: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    head: float = 0.0
    also: AlsoLook | None = None


def written_lane(written: Written) -> Lane:
    """A lane whose cells are paragraphs."""
    return Lane(
        id=written.id, title=written.title, explain=written.explain,
        extent=lambda sheet: written_extent(sheet, written),
        lay_out=lambda sheet, band: written_cells(sheet, band, written),
    )  # fmt: skip


def written_extent(sheet: Sheet, written: Written) -> Extent | None:
    """Room for ten lines of type, more where there is height to spare; None where there is nothing to show."""
    height = _tallest(sheet, written)
    if not height:
        return Extent(written.head + PAD, written.head + 2 * PAD, 0.1) if written.head else None
    grade = _grade_height(sheet, written)
    around = 2 * PAD + grade + written.head
    enough = ENOUGH_LINES * line_height(max(SIZE, sheet.floor))
    return Extent(around + min(height, enough), around + height + 4, 0.8)


def _grade_height(sheet: Sheet, written: Written) -> float:
    return ROW if sheet.graded and written.claims else 0.0


def _tallest(sheet: Sheet, written: Written) -> float:
    def tallest(cells: tuple[Cell, ...]) -> float:
        return max(_height(sheet, column, written.write(sheet, touchpoint)) for column, touchpoint in cells)

    return max(per_stage(sheet, f"{written.id}/height", _also(sheet, written), (), tallest), default=0.0)


def _also(sheet: Sheet, written: Written) -> Also | None:
    look = written.also
    return None if look is None else lambda touchpoint: look(sheet, touchpoint)


def _height(sheet: Sheet, column: Column, paragraphs: tuple[Paragraph, ...]) -> float:
    return natural_height(sheet, paragraphs, column.width - 2 * EDGE) if paragraphs else 0.0


def written_cells(sheet: Sheet, band: Band, written: Written) -> list[Group]:
    """The cells, in type of one size; an empty one is a group without items: there is something to write into."""
    size = _size(sheet, band, written)
    cells = Cells(
        lane=written.id, also=_also(sheet, written), claims=written.claims,
        fields=written.fields, shape=(written.head, size),
        make=lambda column, touchpoint: _cell(sheet, (column, touchpoint), band, written, size),
    )  # fmt: skip
    return lay_out_cells(sheet, band, cells)


def _size(sheet: Sheet, band: Band, written: Written) -> float:
    room = _room(sheet, band, written)

    def sizes(cells: tuple[Cell, ...]) -> list[float | None]:
        said = ((column, written.write(sheet, touchpoint)) for column, touchpoint in cells)
        return [fitting_size(sheet, each, column.width - 2 * EDGE, room) for column, each in said if each]

    found = per_stage(sheet, f"{written.id}/size", _also(sheet, written), (room,), sizes)
    needed = list(chain.from_iterable(found))
    fitting = [size for size in needed if size is not None]  # what is cut at any size makes nothing smaller
    return shared_size(fitting, sheet.floor if needed else max(SIZE, sheet.floor))


def _room(sheet: Sheet, band: Band, written: Written) -> float:
    """The height that is left for the words of a cell."""
    return max(1.0, band.height - written.head - 2 * PAD - _grade_height(sheet, written))


def _cell(sheet: Sheet, cell: Cell, band: Band, written: Written, size: float) -> Group:
    column, touchpoint = cell
    paragraphs = written.write(sheet, touchpoint)
    top, width = PAD + written.head, column.width - 2 * EDGE
    items: list[Primitive] = []
    cut = False
    if paragraphs:
        setting = set_paragraphs(sheet, paragraphs, width, _room(sheet, band, written), size)
        items += draw_setting(sheet, setting, EDGE, top)
        items += grade_row(sheet, touchpoint, written.claims, (EDGE, top + setting.height + 2.5, width))
        cut = setting.cut
    alt = f"{touchpoint.name}: {'; '.join(each.whole for each in paragraphs)}" if paragraphs else ""
    evidence = evidence_lines(sheet, touchpoint, written.claims) if paragraphs else []
    return Group(
        owner=touchpoint.id, part=written.id, x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), role="paragraph" if paragraphs else "", alt=alt,
        tip=told(alt, evidence) or (alt if cut else ""),
    )  # fmt: skip
