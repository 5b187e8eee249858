"""An overlay's mark on a card: sign and figure, rows of small type, and the band filled as far as it says."""

from collections.abc import Sequence

import msgspec

from journeymapper.picture.lanes.card_shape import SIGN_ROOM, CardStyle, CardText
from journeymapper.picture.overlays.overlay import Mark
from journeymapper.picture.primitives import Primitive, Rect
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import hatching, sign
from journeymapper.picture.theme import VALUE
from journeymapper.picture.type import Wrapped, common_size, fit, line_height, text_lines

HEAD_LINES, ROW_LINES, WHY_LINES = 2, 3, 4
BAND = 5.0
LEAST_FILL = 0.04


def with_marks(sheet: Sheet, style: CardStyle, texts: Sequence[CardText]) -> CardStyle:
    """The style with room for the marks below the name."""
    marks = [text.mark for text in texts if text.mark is not None]
    if not marks:
        return style
    heads = [mark.head for mark in marks if not mark.hatched]
    rows = [row for mark in marks for row in mark.rows]
    room, inner = style.inner - SIGN_ROOM, style.inner
    tall = HEAD_LINES * line_height(VALUE.size)
    size = common_size(heads, room, tall, (VALUE.size, "bold"), sheet.reader, sheet.floor)
    low = ROW_LINES * line_height(style.small)
    small = common_size(rows, inner, low, (min(style.small, size), "regular"), sheet.reader, sheet.floor)
    sized = msgspec.structs.replace(style, value_size=size, small=small)
    bodies = [_head(sheet, sized, mark).height + 2 + sum(_heights(sheet, sized, mark)) for mark in marks]
    return msgspec.structs.replace(sized, body=max(style.body, *bodies))


def mark_rows(sheet: Sheet, style: CardStyle, mark: Mark, top: float) -> tuple[list[Primitive], bool]:
    """The rows from `top` down, and whether a text was cut."""
    theme = sheet.theme
    colour = theme.tone_colour(mark.tone)
    head = _head(sheet, style, mark)
    if mark.hatched:
        return list(text_lines(head, style.pad, top, "regular", theme.sub)), head.cut
    middle = top + line_height(head.size) / 2
    items: list[Primitive] = [sign(mark.sign, style.pad + 3.5, middle, 7.5, colour, theme.card)]
    items += text_lines(head, style.pad + SIGN_ROOM, top, "bold", colour)
    cut, top = head.cut, top + head.height + 2
    for row in _rows(sheet, style, mark):
        items += text_lines(row, style.pad, top, "regular", theme.sub)
        cut, top = cut or row.cut, top + row.height
    return items, cut


def mark_band(sheet: Sheet, mark: Mark, width: float) -> list[Primitive]:
    """The card's band: filled from the left, hatched where there is nothing to show."""
    theme = sheet.theme
    ground = Rect(x=0, y=0, width=width, height=BAND - 1, fill=theme.soft, radius=2)
    if mark.hatched:
        return [ground, hatching(0, 0, width, BAND - 1, theme.faint, 3.0)]
    if mark.fill < 1e-9:
        return [ground]
    filled = width * min(1.0, max(LEAST_FILL, mark.fill))
    return [ground, Rect(x=0, y=0, width=filled, height=BAND - 1, fill=theme.tone_colour(mark.tone), radius=2)]


def spoken(mark: Mark) -> str:
    """The mark in words."""
    return ", ".join((mark.head, *mark.rows, *(each.name for each in mark.others if each.name)))


def _head(sheet: Sheet, style: CardStyle, mark: Mark) -> Wrapped:
    if mark.hatched:
        room = WHY_LINES * line_height(style.small)
        return fit(mark.head, style.inner, room, style.small, "regular", sheet.reader, sheet.floor, WHY_LINES)
    size = style.value_size
    room = HEAD_LINES * line_height(size)
    return fit(mark.head, style.inner - SIGN_ROOM, room, size, "bold", sheet.reader, sheet.floor, HEAD_LINES)


def _heights(sheet: Sheet, style: CardStyle, mark: Mark) -> list[float]:
    return [row.height for row in _rows(sheet, style, mark)]


def _rows(sheet: Sheet, style: CardStyle, mark: Mark) -> list[Wrapped]:
    size = style.small
    room = ROW_LINES * line_height(size)
    return [fit(row, style.inner, room, size, "regular", sheet.reader, sheet.floor, ROW_LINES) for row in mark.rows]
