"""Sticky cards below the touchpoints that they belong to: packed into rows, the ones without room counted on others."""

from bisect import bisect_left, insort
from collections.abc import Iterator

import msgspec

from journeymapper.picture.fading import faded
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.lane import PAD, Extent
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.tally_marks import tally_marks, tally_width
from journeymapper.picture.type import Wrapped, fit, line_height, shared_size, text_lines, text_run, text_width

WIDEST, NARROWEST = 130.0, 84.0
ROW, MOST_ROW, GAP = 44.0, 64.0, 4.0
TAG_SIZE, TEXT_SIZE = 7.5, 9.0
MOST_ROWS = 3
TALL = 50.0
MOST_TALLY = 34.0
EDGE, TOP = 6.0, 4.0


class Sticky(msgspec.Struct, frozen=True, kw_only=True):
    """One card to place: whose it is, where it wants to stand, what it says."""

    owner: str
    part: str
    at: float
    tag: str
    text: str
    fill: str
    edge: str
    tag_colour: str
    votes: int = 0

    @property
    def whole(self) -> str:
        """All of its words."""
        return f"{self.tag}: {self.text}" if self.tag else self.text


class Placed(msgspec.Struct, frozen=True):
    """A card in its row, with the cards that found no room near it."""

    sticky: Sticky
    x: float
    row: int
    more: tuple[Sticky, ...] = ()


def anchor_places(sheet: Sheet) -> dict[str, float]:
    """Where things that hang on an element stand: below their touchpoint, at the head of their stage or journey."""
    return sheet.once("anchors", lambda: _anchor_places(sheet))


def _anchor_places(sheet: Sheet) -> dict[str, float]:
    places = {column.touchpoint: column.centre for column in sheet.columns if column.touchpoint}
    places |= {span.part.stage.id: span.x + card_width(sheet) / 2 for span in sheet.spans if not span.part.piece}
    for key, hand_off in sheet.view.journey.hand_offs.items():
        if hand_off.source in places:
            places[key] = places[hand_off.source]
    if sheet.first:
        places |= {sheet.view.journey.id: sheet.left, "": sheet.left}
    return places


def votes_shown(sheet: Sheet, votes: int) -> int:
    """The votes of a card; none while they are hidden."""
    return votes if sheet.view.project.votes_shown else 0


def card_width(sheet: Sheet) -> float:
    """The width of a sticky card: wider than a narrow column, never wider than the lane."""
    pitch = sheet.columns[0].width if sheet.columns else NARROWEST
    return max(1.0, min(WIDEST, max(NARROWEST, pitch), sheet.right - sheet.left - 2))


def pack(stickies: list[Sticky], sheet: Sheet, most_rows: int) -> list[Placed]:
    """Cards in rows, each as near to its place as can be; those without room are counted on the nearest one."""
    width = card_width(sheet)
    starts: list[list[float]] = [[] for _ in range(most_rows)]
    placed: list[Placed] = []
    left_over: list[Sticky] = []
    for sticky in sorted(stickies, key=lambda each: each.at):
        wanted = min(max(sticky.at - width / 2, sheet.left), sheet.right - 1 - width)
        spot = _spot(wanted, width, starts, sheet)
        if spot is None:
            left_over.append(sticky)
            continue
        x, row = spot
        insort(starts[row], x)
        placed.append(Placed(sticky, x, row))
    return _with_more(placed, left_over, width)


def _spot(wanted: float, width: float, rows: list[list[float]], sheet: Sheet) -> tuple[float, int] | None:
    """The first row with room at the wanted place or up to a card's width beside it."""
    for shift in (0.0, 0.5, -0.5, 0.9, -0.9):
        x = min(max(wanted + shift * width, sheet.left), sheet.right - 1 - width)
        for row, starts in enumerate(rows):
            after = bisect_left(starts, x)
            free_before = not after or x >= starts[after - 1] + width + GAP
            if free_before and (after == len(starts) or x + width + GAP <= starts[after]):
                return x, row
    return None


def _with_more(placed: list[Placed], left_over: list[Sticky], width: float) -> list[Placed]:
    more: dict[int, list[Sticky]] = {}
    middles = sorted((each.x + width / 2, index) for index, each in enumerate(placed))
    for sticky in left_over:
        more.setdefault(_nearest(middles, sticky.at), []).append(sticky)
    return [msgspec.structs.replace(each, more=tuple(more.get(i, ()))) for i, each in enumerate(placed)]


def _nearest(middles: list[tuple[float, int]], at: float) -> int:
    """The number of the nearest of some cards, which are sorted by their middles; the first where several are."""
    after = bisect_left(middles, (at, -1))
    before = bisect_left(middles, (middles[after - 1][0], -1)) if after else after
    places = (before, min(after, len(middles) - 1))
    return min((abs(middle - at), index) for middle, index in (middles[place] for place in places))[1]


def _rows_wanted(stickies: list[Sticky], sheet: Sheet) -> int:
    """Rows that all cards take, up to the most that a lane has."""
    return max((each.row + 1 for each in pack(stickies, sheet, MOST_ROWS)), default=1)


def sticky_extent(stickies: list[Sticky], sheet: Sheet, stretch: float, taller: float = 0.0) -> Extent | None:
    """Rows in which most texts stand at their natural size; None without cards. `taller` rows suit longer texts."""
    if not stickies:
        return None
    rows, most = _rows_wanted(stickies, sheet), MOST_ROW + 2 * taller
    row = min(max(_natural_row(stickies, sheet, most), ROW + taller), most)
    around = 2 * PAD + (rows - 1) * GAP
    return Extent(around + rows * row, around + rows * most, stretch)


def _natural_row(stickies: list[Sticky], sheet: Sheet, most: float) -> float:
    """The height that nine tenths of the cards need."""
    width, needed = card_width(sheet) - 2 * EDGE, []
    for sticky in stickies:
        text = fit(sticky.text, width, 10 * most, max(TEXT_SIZE, sheet.floor), "regular", sheet.content, sheet.floor)
        needed.append(_foot(sheet, Placed(sticky, 0.0, 0), most) + text.height + 3)
    return sorted(needed)[int(0.9 * (len(needed) - 1))]


def lay_out_stickies(stickies: list[Sticky], sheet: Sheet, band: Band) -> list[Group]:
    """The cards of a lane in its band."""
    room = band.height - 2 * PAD
    rows = max(1, min(_rows_wanted(stickies, sheet), int((room + GAP) / (ROW * 0.6 + GAP))))
    height = min((room - GAP * (rows - 1)) / rows, MOST_ROW * 1.4)
    placed = pack(stickies, sheet, rows)
    size = shared_size(_sizes(sheet, placed, height), max(TEXT_SIZE, sheet.floor))
    return [_kept_card(sheet, each, band.top + PAD + each.row * (height + GAP), (height, size)) for each in placed]


def _sizes(sheet: Sheet, placed: list[Placed], height: float) -> Iterator[float]:
    """The size that each text needs."""
    width = card_width(sheet) - 2 * EDGE
    for each in placed:
        room = height - _foot(sheet, each, height) - 3
        if room >= line_height(sheet.floor):
            yield fit(each.sticky.text, width, room, TEXT_SIZE, "regular", sheet.content, sheet.floor).size


def _kept_card(sheet: Sheet, placed: Placed, y: float, shape: tuple[float, float]) -> Group:
    look = sheet.look(placed.sticky.owner)
    selected = placed.sticky.owner in sheet.selected

    def make() -> Group:
        card = _card(sheet, placed, y, shape)
        card = msgspec.structs.replace(card, alt=plain_words(card.alt), tip=plain_words(card.tip))
        return faded(card, sheet.theme) if look.faint else card

    key = (placed.sticky.part, placed.sticky.owner)
    return sheet.kept_within(key, (), (placed, y, shape, look, selected, card_width(sheet)), make)


def _card(sheet: Sheet, placed: Placed, y: float, shape: tuple[float, float]) -> Group:
    sticky, width, theme, (height, size) = placed.sticky, card_width(sheet), sheet.theme, shape
    selected = sticky.owner in sheet.selected
    box = Rect(
        x=0.5, y=0.5, width=width - 1, height=height - 1, fill=sticky.fill, radius=4,
        stroke=theme.accent if selected else sticky.edge, stroke_width=1.8 if selected else 1.0,
    )  # fmt: skip
    above, cut = _head(sheet, placed, height)
    items: list[Primitive] = [box, *above]
    foot = _foot(sheet, placed, height)
    room = height - foot - 3
    if room >= line_height(sheet.floor):
        text = fit(sticky.text, width - 2 * EDGE, room, size, "regular", sheet.content, size)
        items += text_lines(text, EDGE, foot, "regular", theme.ink)
        cut = cut or text.cut
    votes = [sheet.view.language.plural("{n} vote", "{n} votes", sticky.votes)] if sticky.votes else []
    whole = "\n".join(each.whole for each in (sticky, *placed.more))
    return Group(
        owner=sticky.owner, part=sticky.part, x=placed.x, y=y, width=width, height=height, items=tuple(items),
        role="paragraph", alt=". ".join((sticky.whole, *votes)), tip=whole if cut else "",
    )  # fmt: skip


def _head(sheet: Sheet, placed: Placed, height: float) -> tuple[list[Primitive], bool]:
    """What stands above a card's text, tag, votes, how many more, and whether something is cut."""
    sticky, width, size = placed.sticky, card_width(sheet), _tag_size(sheet)
    items: list[Primitive] = []
    taken, badge = _taken(sheet, placed), _badge(placed)
    if sticky.votes:
        tally = min(MOST_TALLY, tally_width(sticky.votes))
        items += tally_marks(sticky.votes, (width - EDGE - taken + 4, TOP), tally + 1, sheet)
    if badge:
        at = width - EDGE - text_width(badge, size, "bold")
        items.append(text_run(badge, at, TOP + size, size, "bold", sheet.theme.ink))
    tag = _tag(sheet, placed, height)
    items += text_lines(tag, EDGE, TOP, "bold", sticky.tag_colour)
    return items, bool(badge) or tag.cut


def _foot(sheet: Sheet, placed: Placed, height: float) -> float:
    """Where the text begins."""
    if not (placed.sticky.tag or placed.sticky.votes or placed.more):
        return TOP
    return TOP + max(_tag(sheet, placed, height).height, line_height(_tag_size(sheet))) + 1


def _tag(sheet: Sheet, placed: Placed, height: float) -> Wrapped:
    sticky, size = placed.sticky, _tag_size(sheet)
    lines = 2 if height > TALL and sticky.part == "message" else 1
    room = card_width(sheet) - 2 * EDGE - _taken(sheet, placed)
    return fit(sticky.tag, room, lines * line_height(size), size, "bold", sheet.reader, sheet.floor)


def _tag_size(sheet: Sheet) -> float:
    return max(TAG_SIZE, sheet.floor)


def _badge(placed: Placed) -> str:
    return f"+{len(placed.more)}" if placed.more else ""


def _taken(sheet: Sheet, placed: Placed) -> float:
    """The room beside the tag that votes and the count of others take."""
    badge, votes = _badge(placed), placed.sticky.votes
    counted = text_width(badge, _tag_size(sheet), "bold") + 4 if badge else 0.0
    return counted + (min(MOST_TALLY, tally_width(votes)) + 4 if votes else 0.0)
