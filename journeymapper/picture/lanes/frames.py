"""Lanes shown otherwise than usual: under another name, as one line, or empty, to be written into or for a wall."""

from collections.abc import Collection

import msgspec

from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.lane import PAD, TITLE_SIZE, Extent, Lane
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line
from journeymapper.picture.theme import CARD_RADIUS
from journeymapper.picture.type import fit, line_height, text_lines

FIXED = ("stages", "touchpoints", "legend")
NOT_BLANK = ("score", "measured_by", "legend")
WRITTEN_INTO = frozenset(
    {"images", "situation", "expectation", "doing", "thoughts", "pains", "feeling", "time", "channels", "messages"}
    | {"staff", "backstage", "promises", "actions", "notes"}
)
DRAWN_EMPTY = frozenset({"situation", "expectation", "doing", "thoughts", "pains", "feeling", "time", "staff"})
OPENED = Extent(36.0, 48.0, 0.2)
OPENED_CURVE = Extent(54.0, 120.0, 1.0)
BLANK_LEAST, BLANK_MOST = 56.0, 170.0


def renamed(lane: Lane, name: str) -> Lane:
    """The lane under the team's name for it."""
    return msgspec.structs.replace(lane, title=lambda _: name)


def collapsed(lane: Lane) -> Lane:
    """The lane as one line with its title; stages, touchpoints and legend stay as they are."""
    if lane.id in FIXED:
        return lane

    def extent(sheet: Sheet) -> Extent | None:
        high = line_height(max(TITLE_SIZE, sheet.floor)) + 8
        return None if lane.extent(sheet) is None else Extent(high, high)

    def lay_out(sheet: Sheet, band: Band) -> list[Group]:
        title = lane.title(sheet)
        words = fit(title, sheet.right - 2 * PAD, band.height - 4, TITLE_SIZE, "semibold", sheet.reader, sheet.floor, 1)
        runs = text_lines(words, PAD, (band.height - words.height) / 2, "semibold", sheet.theme.sub)
        return [
            Group(
                owner="", part=f"label-{lane.id}", x=0, y=band.top, width=sheet.right, height=band.height,
                items=tuple(runs), role="heading", alt=plain_words(title), tip=plain_words(title) if words.cut else "",
            )
        ]  # fmt: skip

    return msgspec.structs.replace(lane, extent=extent, lay_out=lay_out, across=True, framed=True)


def opened(lane: Lane) -> Lane:
    """The lane with its place on the map although it says nothing yet; those that nobody writes into stay away."""
    if lane.id not in WRITTEN_INTO:
        return lane
    room = OPENED_CURVE if lane.id == "feeling" else OPENED

    def extent(sheet: Sheet) -> Extent | None:
        return lane.extent(sheet) or (room if sheet.touchpoints() else None)

    def lay_out(sheet: Sheet, band: Band) -> list[Group]:
        empty = lane.id not in DRAWN_EMPTY and lane.extent(sheet) is None
        return [] if empty else lane.lay_out(sheet, band)

    return msgspec.structs.replace(lane, extent=extent, lay_out=lay_out)


def blank(lane: Lane, filled: Collection[str] = ("stages",)) -> Lane:
    """The lane's frame and label with an empty place for each touchpoint; those that are `filled` stay as they are."""
    if lane.id in filled:
        return lane
    if lane.id in NOT_BLANK:
        return msgspec.structs.replace(lane, extent=lambda _: None)
    places = _empty_cards if lane.id == "touchpoints" else _guides
    return msgspec.structs.replace(
        lane, extent=lambda _: Extent(BLANK_LEAST, BLANK_MOST, 1.0), lay_out=places, across=False
    )  # fmt: skip


def _guides(sheet: Sheet, band: Band) -> list[Group]:
    """Dashes between the columns to write between."""
    starts = [column.x - 2 for column in sheet.columns[1:]]
    guides: list[Primitive] = [line(x, 4, x, band.height - 4, sheet.theme.line, 0.8, (2.0, 3.0)) for x in starts]
    return [_decoration(sheet, band, guides)]


def _empty_cards(sheet: Sheet, band: Band) -> list[Group]:
    cards: list[Primitive] = [
        Rect(
            x=column.x + 0.5, y=0.5, width=column.width - 1, height=band.height - 1, fill=sheet.theme.card,
            stroke=sheet.theme.line, radius=CARD_RADIUS, dash=(4.0, 3.0),
        )
        for column in sheet.columns
    ]  # fmt: skip
    return [_decoration(sheet, band, cards)]


def _decoration(sheet: Sheet, band: Band, items: list[Primitive]) -> Group:
    return Group(
        owner="", part="blank", x=0, y=band.top, width=sheet.right, height=band.height, items=tuple(items),
        role="decoration",
    )  # fmt: skip
