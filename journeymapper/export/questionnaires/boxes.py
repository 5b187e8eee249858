"""What is ticked and written on under a question on paper: boxes in a row with their words, or lines."""

from collections.abc import Sequence

import msgspec

from journeymapper.export.questionnaires.choices import Choice
from journeymapper.export.questionnaires.form import Item
from journeymapper.picture.primitives import Primitive, Rect
from journeymapper.picture.symbols import line
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, line_height, text_lines, text_run, text_width, wrap

BOX = 14.0
WORD, NUMBER = 9.0, 10.0
GAP = 5.0
LINE_STEP = 24.0
WIDEST_STEP = 92.0


class Block(msgspec.Struct, frozen=True):
    """Primitives from an upper left corner, how high they are, and what they say."""

    items: tuple[Primitive, ...]
    height: float
    alt: str = ""


def answer_block(item: Item, width: float, language: str) -> Block:
    """Where the answer goes: boxes on a scale, boxes with words, or lines to write on."""
    if not item.choices:
        return _lines(1 if item.kind == "number" or item.code.endswith("contact") else 3, width)
    steps = [choice for choice in item.choices if choice.value is not None]
    others = [choice for choice in item.choices if choice.value is None]
    if not steps:
        return _words(others, width, 0.0, language)
    scale = _scale(steps, width, language)
    if not others:
        return scale
    beside = _words(others, width, scale.height + GAP, language)
    return Block((*scale.items, *beside.items), beside.height)


def _lines(count: int, width: float) -> Block:
    ruled = tuple(line(0.0, (n + 1) * LINE_STEP, width, (n + 1) * LINE_STEP, LIGHT.sub, 0.6) for n in range(count))
    return Block(ruled, count * LINE_STEP)


def _box(x: float, y: float) -> Rect:
    return Rect(x=x, y=y, width=BOX, height=BOX, fill="#FFFFFF", stroke=LIGHT.ink, stroke_width=0.9, radius=2.0)


def _scale(steps: Sequence[Choice], width: float, language: str) -> Block:
    """A column a step: its number above the box, its word below; where the ends alone have words, these at the ends."""
    each = min(WIDEST_STEP, width / len(steps))
    worded = sum(bool(choice.texts[language]) for choice in steps) > 2
    items: list[Primitive] = []
    under = line_height(NUMBER) + BOX + GAP
    lowest = under
    for place, choice in enumerate(steps):
        middle = (place + 0.5) * each
        number = str(choice.value)
        x = middle - text_width(number, NUMBER, "medium") / 2
        items.append(text_run(number, x, baseline(0.0, NUMBER), NUMBER, "medium", LIGHT.ink))
        items.append(_box(middle - BOX / 2, line_height(NUMBER)))
        if worded and choice.texts[language]:
            broken = wrap(choice.texts[language], each - 6.0, WORD, language=language)
            items += text_lines(broken, place * each + 3.0, under, fill=LIGHT.sub, centred=each - 6.0)
            lowest = max(lowest, under + broken.height)
    if not worded:
        ends, lowest = _ends(steps, each, under, language)
        items += ends
    return Block(tuple(items), lowest)


def _ends(steps: Sequence[Choice], each: float, top: float, language: str) -> tuple[list[Primitive], float]:
    """The words of the first step from its box to the right, those of the last step up to its box."""
    wide = len(steps) * each
    room = wide / 2 - 6.0
    left = (each - BOX) / 2
    items: list[Primitive] = []
    first, last = (wrap(choice.texts[language], room, WORD, language=language) for choice in (steps[0], steps[-1]))
    if steps[0].texts[language]:
        items += text_lines(first, left, top, fill=LIGHT.sub)
    if steps[-1].texts[language]:
        for number, text in enumerate(last.lines):
            x = wide - left - text_width(text, WORD)
            items.append(text_run(text, x, baseline(top + number * line_height(WORD), WORD), WORD, fill=LIGHT.sub))
    return items, top + max(first.height, last.height)


def _words(choices: Sequence[Choice], width: float, top: float, language: str) -> Block:
    """Boxes with their words beside them, as many in a row as there is room for."""
    items: list[Primitive] = []
    x, y = 0.0, top
    for choice in choices:
        broken = wrap(choice.label(language) or choice.code, width - BOX - GAP, NUMBER, language=language)
        needed = BOX + GAP + max(text_width(text, NUMBER) for text in broken.lines)
        if x > 0 and x + needed > width:
            x, y = 0.0, y + BOX + 2 * GAP
        items.append(_box(x, y))
        items += text_lines(broken, x + BOX + GAP, y + (BOX - line_height(NUMBER)) / 2, fill=LIGHT.ink)
        x += needed + 4 * GAP
        y += broken.height - line_height(NUMBER)
    return Block(tuple(items), y + BOX)
