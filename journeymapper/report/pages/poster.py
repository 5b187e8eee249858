"""A poster on the office printer's sheets: the assembly plan, then the tiles with their marks and numbers."""

from collections.abc import Callable, Iterator

import msgspec

from journeymapper.model.journey import Journey
from journeymapper.model.messages import Refusal
from journeymapper.paint.pdf import Inset
from journeymapper.picture.primitives import Group, Picture, Primitive, Rect
from journeymapper.picture.symbols import hatching, line
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, line_height, text_run, text_width, wrap
from journeymapper.report.content import Content
from journeymapper.report.order import Order
from journeymapper.report.pages.frame import Heading, Leaf, body_top, framed
from journeymapper.report.paper import MM, Paper, paper
from journeymapper.report.paper_choice import paper_of
from journeymapper.report.sheet import Sheet, sheet_of
from journeymapper.report.tiling import Tile, tiles, within

EDGE_MM = 12.0
"""Printers do not reach further; marks and the sheet's number stand there."""
MOST_SHEETS = 400
MARK = 12.0

PosterLeaves = Callable[[Content, Journey, Sheet, Order], list[Leaf]]


def poster_leaves(content: Content, journey: Journey, order: Order, make: PosterLeaves) -> list[Leaf]:
    """The assembly plan and the tiles of a page that is made as large as the order's paper. Raises Refusal."""
    large = paper_of(order, content, journey)
    small = paper(order.tile, order.landscape)
    sheet = sheet_of(large)
    leaves = make(content, journey, sheet, msgspec.structs.replace(order, map="fit"))
    poster = framed(sheet, leaves, content.language, content.footer, content.date)[0]
    edge, overlap = EDGE_MM * MM, order.overlap * MM
    room = (small.width - 2 * edge, small.height - 2 * edge)
    if min(room) < 3 * overlap:
        raise Refusal("An overlap of {overlap} mm leaves too little of {page}.", overlap=order.overlap, page=small.name)
    found = tiles(poster, *room, overlap)
    printed = [tile for tile in found if not tile.blank]
    if len(printed) > MOST_SHEETS:
        raise Refusal("The poster would take {count} sheets of {page}; a larger sheet or a smaller poster is needed.",
                      count=len(printed), page=small.name)  # fmt: skip
    tiled = [_tile_leaf(content, leaves[0], poster, tile, (small, len(printed), overlap)) for tile in printed]
    return [_plan_leaf(content, journey, order, (large, small), (poster, found)), *tiled]


def _tile_leaf(content: Content, leaf: Leaf, poster: Picture, tile: Tile, of: tuple[Paper, int, float]) -> Leaf:
    """One sheet: its part of the poster, crop marks at its corners, its number and who is beside it."""
    small, count, overlap = of
    edge = EDGE_MM * MM
    groups = tuple(
        part.moved(edge, edge) for part in (within(group, tile) for group in poster.groups) if part is not None
    )
    inset = Inset(groups=groups, x=edge, y=edge, width=tile.width, height=tile.height)
    language = content.language
    words = language.text("Sheet {number} of {count} · row {row}, column {column}", number=tile.number, count=count,
                          row=tile.row + 1, column=tile.column + 1)  # fmt: skip
    label = text_run(words, edge + 2 * MARK, small.height - edge / 2, 8.0, "medium", LIGHT.sub)
    label_group = Group(owner="", part="sheet number", x=0.0, y=0.0, width=small.width, height=small.height,
                        items=(label,), role="heading", alt=words)  # fmt: skip
    marks = Group(owner="", part="crop marks", x=0.0, y=0.0, width=small.width, height=small.height,
                  items=tuple(_marks(tile, poster, overlap)), role="decoration")  # fmt: skip
    picture = Picture(width=small.width, height=small.height, groups=(label_group, marks))
    return Leaf(
        heading=leaf.heading, picture=picture, inset=inset, anchor=f"tile {tile.number}", outline=words, level=1
    )


def _marks(tile: Tile, poster: Picture, overlap: float) -> Iterator[Primitive]:
    """Corner marks outside the printed part; short ones where the next sheet's edge will lie."""
    edge = EDGE_MM * MM
    left, top, right, foot = edge, edge, edge + tile.width, edge + tile.height
    xs = [(left, MARK), (right, MARK)]
    ys = [(top, MARK), (foot, MARK)]
    if tile.x + tile.width < poster.width - 0.1:
        xs.append((right - overlap, MARK / 2))
    if tile.y + tile.height < poster.height - 0.1:
        ys.append((foot - overlap, MARK / 2))
    for x, long in xs:
        yield line(x, top - 3 - long, x, top - 3, LIGHT.ink, 0.5)
        yield line(x, foot + 3, x, foot + 3 + long, LIGHT.ink, 0.5)
    for y, long in ys:
        yield line(left - 3 - long, y, left - 3, y, LIGHT.ink, 0.5)
        yield line(right + 3, y, right + 3 + long, y, LIGHT.ink, 0.5)


def _plan_leaf(
    content: Content, journey: Journey, order: Order, papers: tuple[Paper, Paper], parts: tuple[Picture, list[Tile]]
) -> Leaf:
    """How the sheets go together: each with its number, blank ones hatched."""
    language, sheet = content.language, sheet_of(papers[1])
    found = parts[1]
    blank = sum(tile.blank for tile in found)
    printed = len(found) - blank
    title = language.plural("A poster of {n} sheet", "A poster of {n} sheets", printed)
    sub = language.text("{journey}: {poster} on {page}, {columns} columns and {rows} rows", journey=journey.name,
                        poster=papers[0].name, page=papers[1].name, columns=1 + max(t.column for t in found),
                        rows=1 + max(t.row for t in found))  # fmt: skip
    heading = Heading(over=language.text("Assembly plan"), title=title, sub=sub, language=language.code)
    top = body_top(sheet, heading)
    words = _how(content, order, blank)
    group = _instructions(words, sheet, top)
    below = top + group.height + 1.5 * sheet.body
    scheme = _scheme(content, parts, sheet, below)
    return Leaf(heading=heading, body=(group, scheme), outline=language.text("Assembly plan"), anchor="assembly plan")


def _how(content: Content, order: Order, blank: int) -> str:
    language = content.language
    sentences = [
        language.text("Print without scaling."),
        language.text("Cut each sheet at its left and upper corner marks and glue it {overlap} mm over its "
                      "neighbours, up to their short marks.", overlap=order.overlap),
    ]  # fmt: skip
    if blank:
        sentences.append(language.plural("{n} sheet would be blank and is left out.",
                                         "{n} sheets would be blank and are left out.", blank))  # fmt: skip
    return " ".join(sentences)


def _instructions(words: str, sheet: Sheet, top: float) -> Group:
    wrapped = wrap(words, sheet.inner_width, sheet.body, language="en")
    runs = [text_run(each, 0.0, baseline(number * line_height(sheet.body), sheet.body), sheet.body)
            for number, each in enumerate(wrapped.lines)]  # fmt: skip
    return Group(owner="", part="how", x=sheet.margin, y=top, width=sheet.inner_width, height=wrapped.height,
                 items=tuple(runs), role="paragraph", alt=words)  # fmt: skip


def _scheme(content: Content, parts: tuple[Picture, list[Tile]], sheet: Sheet, top: float) -> Group:
    """The poster small, without words, and the sheets drawn over it with their numbers."""
    poster, found = parts
    factor = min(sheet.inner_width / poster.width, (sheet.foot - top) / poster.height)
    items: list[Primitive] = []
    for group in poster.groups:
        if group.part in ("card", "stage", "action"):
            items.append(Rect(x=group.x * factor, y=group.y * factor, width=group.width * factor,
                              height=group.height * factor, fill=LIGHT.path))  # fmt: skip
    for tile in found:
        box = (tile.x * factor, tile.y * factor, tile.width * factor, tile.height * factor)
        if tile.blank:
            items.append(hatching(*box, LIGHT.faint, 5.0))
        items.append(Rect(x=box[0], y=box[1], width=box[2], height=box[3], stroke=LIGHT.sub, stroke_width=0.7))
        if not tile.blank:
            number = str(tile.number)
            size = max(7.0, min(22.0, box[3] * 0.5))
            x = box[0] + (box[2] - text_width(number, size, "bold")) / 2
            items.append(text_run(number, x, box[1] + box[3] / 2 + 0.36 * size, size, "bold", LIGHT.ink))
    words = ", ".join(
        content.language.text("sheet {number}: row {row}, column {column}", number=t.number, row=t.row + 1,
                              column=t.column + 1)
        for t in found if not t.blank
    )  # fmt: skip
    return Group(owner="", part="assembly", x=sheet.margin, y=top, width=poster.width * factor,
                 height=poster.height * factor, items=tuple(items), role="figure", alt=words)  # fmt: skip
