"""The list of what the plan still needs: a sign and a sentence each, as many as are read."""

from typing import Literal

from journeymapper.picture.primitives import Group, Weight
from journeymapper.picture.symbols import Sign
from journeymapper.picture.symbols import sign as draw_sign
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, line_height, text_run, wrap
from journeymapper.report.content import Content
from journeymapper.report.coverage_matrix import Block
from journeymapper.report.plan_needs import Need
from journeymapper.report.sheet import Sheet

SHOWN = 8
LINES = 2
COLOURS: dict[Sign, str] = {"▼": LIGHT.certainly_worse, "▽": LIGHT.worse, "○": LIGHT.sub}


def needs_block(content: Content, needs: list[Need], sheet: Sheet, width: float) -> Block:
    """The first needs, and how many more there are."""
    language, size = content.language, sheet.body
    groups = [_line(language.text("What the plan still needs"), width, size, "")]
    y = 2.1 * size
    for need in needs[:SHOWN]:
        group = _line(need.text, width, size, need.sign)
        groups.append(group.moved(0.0, y))
        y += group.height + 0.55 * size
    rest = len(needs) - SHOWN
    if rest > 0:
        more = language.plural("{n} more is listed by the check", "{n} more are listed by the check", rest)
        groups.append(_line(more, width, size, "").moved(0.0, y))
        y += 1.8 * size
    if not needs:
        groups.append(_line(language.text("Nothing: the plan is complete"), width, size, "").moved(0.0, y))
        y += 1.8 * size
    return Block(tuple(groups), width, y)


def _line(text: str, width: float, size: float, sign: Sign | Literal[""]) -> Group:
    """A sentence of at most two lines behind its sign; without a sign in semi-bold."""
    weight: Weight = "regular" if sign else "semibold"
    indent = 1.5 * size if sign else 0.0
    wrapped = wrap(text, width - indent, size, weight, LINES)
    runs = [
        text_run(line, indent, baseline(number * line_height(size), size), size, weight)
        for number, line in enumerate(wrapped.lines)
    ]
    signs = (draw_sign(sign, size / 2, line_height(size) / 2, 0.85 * size, COLOURS[sign]),) if sign else ()
    return Group(owner="", part="need", x=0.0, y=0.0, width=width, height=wrapped.height, items=(*signs, *runs),
                 role="paragraph", alt=f"{sign} {text}".strip(), tip=text if wrapped.cut else "")  # fmt: skip
