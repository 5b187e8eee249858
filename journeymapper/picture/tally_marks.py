"""Votes as a tally: four strokes and one across, as a facilitator draws them; many votes as a number."""

from journeymapper.picture.primitives import Primitive
from journeymapper.picture.sheet import Sheet
from journeymapper.picture.symbols import line
from journeymapper.picture.type import baseline, line_height, text_run, text_width

STROKE, HEIGHT, BETWEEN = 2.6, 7.5, 4.0
FIVE = 4 * STROKE + BETWEEN
NUMBER_SIZE = 8.5


def tally_marks(votes: int, place: tuple[float, float], width: float, sheet: Sheet) -> list[Primitive]:
    """Strokes from `place` (x, top); where they are wider than `width`, one group of five and the number."""
    x, top = place
    colour = sheet.theme.accent
    if tally_width(votes) <= width:
        return [stroke for n in range(votes) for stroke in _stroke(n, x, top + 1.5, colour)]
    size = max(NUMBER_SIZE, sheet.floor)
    five = [stroke for n in range(5) for stroke in _stroke(n, x, top + 1.5, colour)]
    number = sheet.view.language.number(votes)
    written = text_run(number, x + FIVE, baseline(top + (10.5 - line_height(size)) / 2, size), size, "semibold", colour)
    return [*five, written] if FIVE + text_width(number, size, "semibold") <= width else [written]


def tally_width(votes: int) -> float:
    """The room that the strokes take."""
    return votes // 5 * FIVE + votes % 5 * STROKE


def _stroke(n: int, x: float, top: float, colour: str) -> list[Primitive]:
    """The stroke of the vote after `n` others; each fifth lies across."""
    left = x + n // 5 * FIVE
    if n % 5 == 4:
        return [line(left - 1, top + HEIGHT - 1.5, left + 3 * STROKE + 1.5, top + 1.5, colour, 1.1)]
    at = left + n % 5 * STROKE + 0.5
    return [line(at, top, at, top + HEIGHT, colour, 1.1)]
