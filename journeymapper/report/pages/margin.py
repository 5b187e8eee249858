"""The margin for remarks: numbered lines beside the page, so that what is written there can be typed back in."""

from journeymapper.language.language import Language
from journeymapper.picture.primitives import Group, Primitive
from journeymapper.picture.symbols import line
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, text_run
from journeymapper.report.sheet import FLOOR, Sheet

EACH = 52.0
GUTTER = 14.0


def remarks_a_page(sheet: Sheet) -> int:
    """How many numbers a page's margin has; none without a margin."""
    return max(1, int((sheet.foot - sheet.margin - 2 * sheet.sub) / _each(sheet))) if sheet.remarks else 0


def margin_groups(sheet: Sheet, language: Language, page: int) -> tuple[Group, ...]:
    """The margin of a page, counted from 0: the numbers go on from page to page."""
    if not sheet.remarks:
        return ()
    left = sheet.right + GUTTER
    width = sheet.width - sheet.margin / 2 - left
    size = max(FLOOR, sheet.small)
    top = sheet.margin + 1.6 * sheet.sub
    items: list[Primitive] = [
        text_run(language.text("Remarks"), 0.0, baseline(0.0, size), size, "semibold", LIGHT.sub),
        line(-GUTTER / 2, 0.0, -GUTTER / 2, sheet.foot - sheet.margin, LIGHT.line, 0.8),
    ]
    count = remarks_a_page(sheet)
    for place in range(count):
        y = top - sheet.margin + place * _each(sheet)
        number = text_run(str(page * count + place + 1), 0.0, baseline(y, size), size, "semibold", LIGHT.sub)
        items.append(number)
        for rule in range(1, 4):
            under = y + rule * (_each(sheet) - 8.0) / 3
            start = number.width + 4.0 if rule == 1 else 0.0
            items.append(line(start, under, width, under, LIGHT.line, 0.6))
    return (
        Group(owner="", part="margin", x=left, y=sheet.margin, width=width, height=sheet.foot - sheet.margin,
              items=tuple(items), role="decoration", alt=language.text("Remarks")),
    )  # fmt: skip


def _each(sheet: Sheet) -> float:
    return EACH * max(1.0, sheet.scale)
