"""A score on its own 0–100 scale, small enough for a table's cell: whisker, verdict sign, target."""

from journeymapper.analysis.score import Score
from journeymapper.picture.primitives import Primitive
from journeymapper.picture.symbols import line, sign, verdict_sign
from journeymapper.picture.theme import LIGHT
from journeymapper.report.table import Mark

WIDE = 15.0
HIGH = 1.2


def scale_width(size: float) -> float:
    """The width of the drawing beside type of a size."""
    return WIDE * size


def scale_mark(score: Score, size: float, wide: float = 0.0) -> Mark | None:
    """The drawing of a score, as wide as asked for; None where there is no figure to place."""
    if score.score100 is None or not score.shown:
        return None
    width, middle, inset = wide or scale_width(size), HIGH * size / 2, 0.5 * size
    colour = LIGHT.verdict_colour(score)

    def x(value: float) -> float:
        return inset + value / 100 * (width - 2 * inset)

    items: list[Primitive] = [line(x(0), middle, x(100), middle, LIGHT.line, 0.8)]
    if score.low100 is not None and score.high100 is not None:
        items.append(line(x(score.low100), middle, x(score.high100), middle, colour, 1.6))
    if score.target100 is not None:
        items.append(line(x(score.target100), 0.0, x(score.target100), HIGH * size, LIGHT.ink, 1.1))
    items.append(sign(verdict_sign(score), x(score.score100), middle, 0.8 * size, colour))
    return Mark(tuple(items), width, HIGH * size)
