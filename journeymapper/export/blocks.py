"""A report as parts with headings, tables, words and drawings: what HTML, Markdown, slides and sheets are made from.

The pages of the PDF say what each of their groups is; here that is read back, page breaks undone.
"""

from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.export.drawing import drawn
from journeymapper.paint.marking import TABLES
from journeymapper.picture.primitives import Group, Picture, Text
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.pages.map_page import map_heading, map_view
from journeymapper.report.sections import chosen_sections, section_leaves
from journeymapper.report.sheet import Sheet

IN_A_TABLE = ("header-cell", "cell")
MAPS = ("map", "wall")
MATRIX = "coverage"
UP = "↑ "
"""Before what a page's heading leads up to: only a page has that link."""
STRIP = ("strip", "strip stage")


class Grid(msgspec.Struct, frozen=True):
    """A table: the titles of its columns, and rows of as many cells."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Words(msgspec.Struct, frozen=True):
    """A paragraph; a `heading` stands above what follows."""

    text: str
    heading: bool = False


class Drawing(msgspec.Struct, frozen=True):
    """A picture and what it says to those who cannot see it."""

    picture: Picture
    alt: str


Block = Grid | Words | Drawing


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the report: its name among the sections, its heading, what stands below it."""

    section: str
    heading: Heading
    blocks: tuple[Block, ...]


def parts_of(content: Content, order: Order, sheet: Sheet) -> list[Part]:
    """The parts of a report in their order; a map is one drawing however many pages it would take."""
    found: list[Part] = []
    names = [name for name in chosen_sections(content.project, order) if name not in MAPS]
    for journey in content.project.ordered_journeys() if "map" in chosen_sections(content.project, order) else ():
        heading = map_heading(content, journey)
        picture = drawn(map_view(content, journey))
        found.append(Part(section="map", heading=heading, blocks=(Drawing(picture, _said(picture)),)))
    for name, leaf in section_leaves(content, [name for name in names if name != "cover"], sheet, order):
        heading = msgspec.structs.replace(leaf.heading, over=leaf.heading.over.replace(UP, ""))
        if leaf.outline or not found or found[-1].section != name:
            found.append(Part(section=name, heading=heading, blocks=tuple(_blocks(leaf))))
        else:
            joined = _joined([*found[-1].blocks, *_blocks(leaf)])
            found[-1] = msgspec.structs.replace(found[-1], blocks=tuple(joined))
    return found


def _said(picture: Picture) -> str:
    """All that the groups of a map tell, a sentence each."""
    return ". ".join(group.alt.rstrip(".") for group in picture.groups if group.alt and group.role != "decoration")


def _blocks(leaf: Leaf) -> Iterator[Block]:
    """The groups of a page as tables, words and drawings."""
    table: list[Group] = []
    strip = [group for group in leaf.body if group.part in STRIP]
    if strip:
        yield _together(strip)
    for group in (each for each in leaf.body if each.part not in STRIP):
        if group.role == "decoration" or not (group.role in IN_A_TABLE or group.alt or _texts(group)):
            continue
        inside = group.role in IN_A_TABLE and group.part in TABLES
        if table and (not inside or _begins_anew(table[-1], group)):
            yield _matrix(table) if table[0].part == MATRIX else _grid(table)
            table = []
        if inside:
            table.append(group)
        else:
            yield _block(group)
    if table:
        yield _matrix(table) if table[0].part == MATRIX else _grid(table)


def _together(groups: Sequence[Group]) -> Drawing:
    """The signs of a whole journey as the one picture that they are."""
    left, top = min(group.x for group in groups), min(group.y for group in groups)
    width = max(group.x + group.width for group in groups) - left
    height = max(group.y + group.height for group in groups) - top
    picture = Picture(width=width, height=height, groups=tuple(group.moved(-left, -top) for group in groups))
    return Drawing(picture, _said(picture))


def _begins_anew(last: Group, group: Group) -> bool:
    """Whether a group is of another table than the one before it."""
    headed = group.role == "header-cell" and last.role == "cell"
    return headed or (group.part == MATRIX) != (last.part == MATRIX)


def _matrix(groups: Sequence[Group]) -> Grid:
    """The coverage by stage and channel: its first row and first column are names."""
    heights, lefts = sorted({group.y for group in groups}), sorted({group.x for group in groups})
    cells = {(group.y, group.x): " ".join(_texts(group)) for group in groups}
    titles, *rows = (tuple(cells.get((y, x), "") for x in lefts) for y in heights)
    return Grid(titles, tuple(rows))


def _grid(groups: Sequence[Group]) -> Grid:
    """A table from its cells; a row is what stands on one height, whatever column it begins in."""
    heads = [group for group in groups if group.role == "header-cell"]
    titles = tuple(_text(group) for group in heads)
    lefts = [group.x for group in heads]
    rows: dict[float, list[str]] = {}
    for group in groups:
        if group.role == "cell":
            row = rows.setdefault(group.y, [""] * max(1, len(lefts)))
            place = min(range(len(lefts)), key=lambda i: abs(lefts[i] - group.x)) if lefts else len(row) - 1
            row[place] = _text(group)
    return _without_blanks(Grid(titles, tuple(tuple(row) for row in rows.values())))


def _without_blanks(grid: Grid) -> Grid:
    """A table without the columns that hold drawn marks alone; what these show stands in the other columns too."""
    kept = [place for place in range(len(grid.titles)) if any(row[place].strip() for row in grid.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in grid.rows)
    return Grid(tuple(grid.titles[place] for place in kept), rows) if grid.rows else grid


def _block(group: Group) -> Block:
    texts = _texts(group)
    if len(texts) == len(group.items) and group.role != "figure":
        return Words(group.alt or " ".join(texts), heading=group.role == "heading")
    if group.role == "heading" and group.part == "name":  # the star beside it is told below it in words
        return Words(group.alt or " ".join(texts), heading=True)
    moved = group.moved(-group.x, -group.y)
    return Drawing(Picture(width=group.width, height=group.height, groups=(moved,)), group.alt or " ".join(texts))


def _texts(group: Group) -> list[str]:
    return [item.text for item in group.items if isinstance(item, Text)]


def _text(group: Group) -> str:
    return group.alt or " ".join(_texts(group))


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks with the parts of a table that a page break divided put together again."""
    last: Block | None = None
    for block in blocks:
        if isinstance(last, Grid) and isinstance(block, Grid) and last.titles == block.titles:
            again = last.rows[-1:] == block.rows[:1]  # a row taller than its page is on both
            last = Grid(last.titles, (*last.rows, *block.rows[again:]))
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last
