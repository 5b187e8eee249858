"""The signs on a card: channel, sub-journey, grade of evidence and star above; votes and differences at its foot."""

import math

from journeymapper.model.claims import CLAIMS, claims_of, supported
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.icon_choice import touchpoint_icon
from journeymapper.picture.lanes.card_shape import CardStyle
from journeymapper.picture.lanes.card_style import FOOT_ROW
from journeymapper.picture.lanes.changes import change_signs, change_words
from journeymapper.picture.lanes.grades import ASSUMED, evidence_lines
from journeymapper.picture.primitives import Ellipse, Path, Primitive
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import icon, star
from journeymapper.picture.tally_marks import tally_marks
from journeymapper.picture.type import Wrapped, fit, line_height, text_lines

ICON, MIDDLE = 12.0, 15.0
NARROW = 64.0
DIAL = 4.0
FOOT_SIZE = 8.0
ASKED = 8.0


def signs(sheet: Sheet, touchpoint: Touchpoint, width: float, style: CardStyle) -> list[Primitive]:
    """The row above the name."""
    theme = sheet.theme
    size = ICON if width >= NARROW else ICON - 2
    top = MIDDLE - size / 2
    items: list[Primitive] = [icon(touchpoint_icon(sheet.view.project, touchpoint), style.pad, top, size, theme.sub)]
    if touchpoint.sub_journey:
        items.append(icon("stack", style.pad + size + 1, top, size, theme.accent))
    right = width - style.pad
    if touchpoint.moment_of_truth:
        items.append(star(right - 5, MIDDLE, 11, theme.star))
        right -= 12.5
    known = grade(sheet, touchpoint)
    if known is not None:
        items += _dial(right - DIAL - 0.5, MIDDLE, known[0] / known[1], theme.accent, theme.card)
    return items


def grade(sheet: Sheet, touchpoint: Touchpoint) -> tuple[int, int] | None:
    """How many of a touchpoint's claims are supported, and how many there are; None where it is not shown."""
    claims = claims_of(touchpoint)
    if not sheet.graded or not claims:
        return None
    evidence = sheet.supports.get(touchpoint.id, ())
    return sum(bool(supported(evidence, (claim,))) for claim in claims), len(claims)


def _dial(x: float, y: float, share: float, colour: str, ground: str) -> list[Primitive]:
    """A circle filled as far as the share: empty for all assumed, full for all supported."""
    ring = Ellipse(x=x, y=y, rx=DIAL, ry=DIAL, fill=colour if share >= 1 else ground, stroke=colour, stroke_width=1.1)
    if not 0 < share < 1:
        return [ring]
    corners = [
        (x + DIAL * math.sin(turn), y - DIAL * math.cos(turn))
        for turn in (2 * math.pi * share * step / 12 for step in range(13))
    ]
    steps = (("M", x, y), *(("L", a, b) for a, b in corners), ("Z",))
    return [ring, Path(steps=steps, fill=colour)]


def footer(sheet: Sheet, touchpoint: Touchpoint, style: CardStyle, height: float) -> tuple[list[Primitive], list[str]]:
    """The rows at the foot of the card, and what they say."""
    items: list[Primitive] = []
    said: list[str] = []
    top = height - 4 - style.footer
    words = change_words(sheet, sheet.look(touchpoint.id))
    if words:
        size = max(FOOT_SIZE, sheet.floor)
        line = fit(words, style.inner, line_height(size), size, "semibold", sheet.reader, sheet.floor, 1)
        if line.cut:
            bare = change_signs(sheet.look(touchpoint.id))
            line = fit(bare, style.inner, line_height(size), size, "semibold", sheet.reader, sheet.floor, 1)
        items += text_lines(line, style.pad, top, "semibold", sheet.theme.accent)
        said.append(words)
    if assumed := assumed_words(sheet, touchpoint, style):
        below = top + FOOT_ROW * bool(sheet.view.differences)
        middle = below + (assumed.height - ASKED) / 2
        items.append(icon(ASSUMED, style.pad, middle, ASKED, sheet.theme.accent))
        items += text_lines(assumed, style.pad + ASKED + 2, below, "semibold", sheet.theme.accent)
        said += assumed.lines
    if sheet.view.project.votes_shown and touchpoint.votes:
        votes = sheet.view.language.plural("{n} vote", "{n} votes", touchpoint.votes)
        items += tally_marks(touchpoint.votes, (style.pad, height - 4 - FOOT_ROW), style.inner, sheet)
        said.append(votes)
    return items, said


def assumed_words(sheet: Sheet, touchpoint: Touchpoint, style: CardStyle) -> Wrapped | None:
    """How many of the claims are only assumed, where that is the question; nothing where none is."""
    known = grade(sheet, touchpoint) if sheet.view.emphasise else None
    if known is None or known[0] == known[1]:
        return None
    language, size = sheet.view.language, max(FOOT_SIZE, sheet.floor)
    counts = {"n": language.number(known[1] - known[0]), "all": language.number(known[1])}
    for words in (language.text("{n} of {all} assumed", **counts), language.text("{n} of {all}", **counts)):
        line = fit(words, style.inner - ASKED - 2, line_height(size), size, "semibold", sheet.reader, sheet.floor, 1)
        if not line.cut:
            break
    return line


def evidence_words(sheet: Sheet, touchpoint: Touchpoint) -> list[str]:
    """For the tip: how many claims are supported, and by what."""
    known = grade(sheet, touchpoint)
    if known is None:
        return []
    language = sheet.view.language
    counts = {"supported": language.number(known[0]), "claims": language.number(known[1])}
    head = language.text("{supported} of {claims} claims supported", **counts)
    return [head, *(evidence_lines(sheet, touchpoint, CLAIMS) if known[0] else ())]
