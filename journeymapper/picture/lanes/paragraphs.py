"""Short paragraphs in a cell: broken, then smaller, then as many as there is room for and the rest counted."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from journeymapper.picture.primitives import Primitive
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import delight_sign, pain_sign
from journeymapper.picture.type import SHRINK_STEP, Wrapped, fit, line_height, text_lines, wrap

SIZE = 9.0
BETWEEN = 2.0
INDENT = 10.0
Mark = Literal["", "pain", "delight"]


class Paragraph(msgspec.Struct, frozen=True):
    """A text, a head above it, a sign before it; `quiet` ones are grey."""

    text: str
    head: str = ""
    mark: Mark = ""
    quiet: bool = False

    @property
    def whole(self) -> str:
        """All of its words."""
        return f"{self.head}: {self.text}" if self.head and self.text else self.head or self.text


class Block(msgspec.Struct, frozen=True):
    """A paragraph in lines."""

    paragraph: Paragraph
    head: Wrapped
    body: Wrapped

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.head.height + self.body.height


class Setting(msgspec.Struct, frozen=True):
    """Paragraphs as they will stand; `more` of them found no room."""

    blocks: tuple[Block, ...]
    size: float
    more: int = 0

    @property
    def height(self) -> float:
        """The height of all lines."""
        rest = line_height(self.size) if self.more else 0.0
        return sum(block.height for block in self.blocks) + BETWEEN * max(0, len(self.blocks) - 1) + rest

    @property
    def torn(self) -> bool:
        """Whether a word is parted where it has no syllable: smaller type may save it."""
        return any(block.head.torn or block.body.torn for block in self.blocks)

    @property
    def cut(self) -> bool:
        """Whether words are missing."""
        return self.more > 0 or any(block.head.cut or block.body.cut for block in self.blocks)


def natural_height(sheet: Sheet, paragraphs: Sequence[Paragraph], width: float) -> float:
    """The height in which nothing is cut or made smaller."""
    return _at_size(sheet, paragraphs, width, max(SIZE, sheet.floor)).height


def fitting_size(sheet: Sheet, paragraphs: Sequence[Paragraph], width: float, height: float) -> float | None:
    """The size at which the paragraphs go into a box, best without parting a word in mid-syllable; None for no size."""
    size = max(SIZE, sheet.floor)
    if _is_plain(paragraphs):
        (only,) = paragraphs
        body = fit(only.text, _inner(only, width), height, size, "regular", sheet.content, sheet.floor)
        return None if body.cut else body.size
    fitting: float | None = None
    while size >= sheet.floor - 1e-6:
        setting = _at_size(sheet, paragraphs, width, size)
        if setting.height <= height + 1e-6:
            fitting = fitting or size
            if not setting.torn:
                return size
        size -= SHRINK_STEP
    return fitting


def set_paragraphs(sheet: Sheet, paragraphs: Sequence[Paragraph], width: float, height: float, size: float) -> Setting:
    """The paragraphs in a box at a size; what finds no room is cut or counted."""
    if _is_plain(paragraphs):
        (only,) = paragraphs
        body = fit(only.text, _inner(only, width), height, size, "regular", sheet.content, size)
        return Setting((Block(only, Wrapped((), False, size), body),), size)
    setting = _at_size(sheet, paragraphs, width, size)
    return setting if setting.height <= height + 1e-6 else _as_many_as_fit(sheet, paragraphs, (width, height), size)


def _is_plain(paragraphs: Sequence[Paragraph]) -> bool:
    return len(paragraphs) == 1 and not paragraphs[0].head


def _inner(paragraph: Paragraph, width: float) -> float:
    return max(1.0, width - (INDENT if paragraph.mark else 0.0))


def _at_size(sheet: Sheet, paragraphs: Sequence[Paragraph], width: float, size: float) -> Setting:
    return Setting(tuple(_block(sheet, each, width, size, 1000) for each in paragraphs), size)


def _block(sheet: Sheet, paragraph: Paragraph, width: float, size: float, lines: int) -> Block:
    inner = _inner(paragraph, width)
    head = wrap(paragraph.head, inner, size, "semibold", max(1, lines - 1) if paragraph.text else lines, sheet.content)
    left = max(1, lines - len(head.lines))
    return Block(paragraph, head, wrap(paragraph.text, inner, size, "regular", left, sheet.content))


def _as_many_as_fit(sheet: Sheet, paragraphs: Sequence[Paragraph], box: tuple[float, float], size: float) -> Setting:
    """With a line kept for counting the rest."""
    blocks: list[Block] = []
    width, free = box
    for index, paragraph in enumerate(paragraphs):
        rest = line_height(size) if index < len(paragraphs) - 1 else 0.0
        lines = int((free - rest + 1e-6) / line_height(size))
        if lines < (2 if paragraph.head and paragraph.text else 1) and blocks:
            break
        blocks.append(_block(sheet, paragraph, width, size, max(1, lines)))
        free -= blocks[-1].height + BETWEEN
    return Setting(tuple(blocks), size, len(paragraphs) - len(blocks))


def draw_setting(sheet: Sheet, setting: Setting, x: float, top: float) -> list[Primitive]:
    """The words and signs of a setting from its upper left corner."""
    items: list[Primitive] = []
    for block in setting.blocks:
        items += _draw_block(sheet, block, x, top)
        top += block.height + BETWEEN
    if setting.more:
        rest = wrap(f"+{sheet.view.language.number(setting.more)}", 100, setting.size, "semibold", 1)
        items += text_lines(rest, x, top - BETWEEN, "semibold", sheet.theme.sub)
    return items


def _draw_block(sheet: Sheet, block: Block, x: float, top: float) -> list[Primitive]:
    theme, paragraph = sheet.theme, block.paragraph
    items: list[Primitive] = []
    if paragraph.mark:
        draw, colour = (
            (pain_sign, theme.certainly_worse) if paragraph.mark == "pain" else (delight_sign, theme.certainly_better)
        )
        items += draw(x + 3.5, top + line_height(block.body.size) / 2, 7.0, colour, theme.card)
        x += INDENT
    items += text_lines(block.head, x, top, "semibold", theme.ink)
    colour = theme.sub if paragraph.quiet else theme.ink
    return [*items, *text_lines(block.body, x, top + block.head.height, "regular", colour)]
