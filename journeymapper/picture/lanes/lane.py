"""The interface of a lane: how much height it wants, and what it puts into the band that it gets."""

from collections.abc import Callable

import msgspec

from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.primitives import Group, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.type import Wrapped, fit, line_height, text_lines

PAD = 6.0
TITLE_SIZE, EXPLAIN_SIZE = 10.0, 8.0
MOST_LABEL = 84.0


class Extent(msgspec.Struct, frozen=True):
    """Heights: what a lane cannot do without, what it can make use of, and its share of what is left over."""

    least: float
    most: float
    stretch: float = 0.0


class Row(msgspec.Struct, frozen=True):
    """A lane that has something to show, and the height that it wants, its label included."""

    lane: "Lane"
    extent: Extent


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the map. `extent` returns None where there is nothing to show; then the lane is left out.

    `title` and `explain` are the texts of its label; a `framed` lane stands in a box of its own; `across` means that
    it has no label and runs over the whole width; `axis` is the room for the numbers of an axis beside the label.
    """

    id: str
    title: Callable[[Sheet], str]
    explain: Callable[[Sheet], str]
    extent: Callable[[Sheet], Extent | None]
    lay_out: Callable[[Sheet, Band], list[Group]]
    framed: bool = True
    across: bool = False
    axis: float = 0.0


def no_text(_: Sheet) -> str:
    """For a lane without a title or an explanation."""
    return ""


def lane_groups(lane: Lane, sheet: Sheet, band: Band) -> list[Group]:
    """A lane's frame, label and content."""
    named = (lane.title(sheet), lane.explain(sheet), lane.framed, lane.across, band)
    around = sheet.kept(("around", lane.id), (), named, lambda: _around(lane, sheet, band))
    return [*around, *lane.lay_out(sheet, band)]


def _around(lane: Lane, sheet: Sheet, band: Band) -> list[Group]:
    frame = [_frame(lane, sheet, band)] if lane.framed else []
    return frame if lane.across else [*frame, *_label(lane, sheet, band)]


def _frame(lane: Lane, sheet: Sheet, band: Band) -> Group:
    theme = sheet.theme
    box = Rect(
        x=0.5, y=0.5, width=sheet.right - 1, height=band.height - 1, fill=theme.card, stroke=theme.line, radius=6
    )
    return Group(
        owner="", part=f"frame-{lane.id}", x=0, y=band.top, width=sheet.right, height=band.height, items=(box,),
        role="decoration",
    )  # fmt: skip


def row_of(lane: Lane, sheet: Sheet) -> Row | None:
    """The lane with what it wants; None where it has nothing to show."""
    extent = lane.extent(sheet)
    if extent is None or lane.across:
        return None if extent is None else Row(lane, extent)
    head, body = _label_texts(lane, sheet, MOST_LABEL)
    least = max(extent.least, head.height + body.height + PAD + 5 if head.lines else 0.0)
    return Row(lane, Extent(least, max(extent.most, least), extent.stretch))


def rows_of(lanes: list[Lane], sheet: Sheet) -> list[Row]:
    """The lanes that have something to show."""
    return [row for row in (row_of(lane, sheet) for lane in lanes) if row is not None]


def _label_texts(lane: Lane, sheet: Sheet, height: float) -> tuple[Wrapped, Wrapped]:
    width = sheet.left - PAD - 3 - lane.axis
    head = fit(lane.title(sheet), width, 28, TITLE_SIZE, "semibold", sheet.reader, sheet.floor, 2)
    room = max(0.0, height - head.height - PAD - 5)
    return head, fit(lane.explain(sheet), width, room, EXPLAIN_SIZE, "regular", sheet.reader, sheet.floor)


def _label(lane: Lane, sheet: Sheet, band: Band) -> list[Group]:
    title, explain = plain_words(lane.title(sheet)), lane.explain(sheet)
    if not title:
        return []
    head, body = _label_texts(lane, sheet, band.height)
    items = text_lines(head, PAD, PAD, "semibold", sheet.theme.ink)
    cut = head.cut or body.cut
    if band.height - head.height - PAD >= line_height(sheet.floor):
        items += text_lines(body, PAD, PAD + head.height + 1, "regular", sheet.theme.sub)
    return [
        Group(
            owner="", part=f"label-{lane.id}", x=0, y=band.top, width=sheet.left, height=band.height,
            items=tuple(items), role="heading", alt=title, tip=f"{title}: {explain}" if cut else "",
        )
    ]  # fmt: skip
