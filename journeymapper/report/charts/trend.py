"""A point's figure over the waves: value, interval and target of each, on the metric's own scale."""

from collections.abc import Sequence

from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.language.units import format_interval, format_value
from journeymapper.model.measurement import Metric
from journeymapper.picture.primitives import Primitive
from journeymapper.picture.symbols import line, sign, verdict_sign
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, fit, line_height, text_run, text_width
from journeymapper.report.sheet import FLOOR
from journeymapper.report.table import Mark

PLOT = 4.2
MOST = 6


def trend_chart(scores: Sequence[Score], metric: Metric, width: float, size: float, language: Language) -> Mark | None:
    """The waves from left to right, the newest few; None where there are not two with figures."""
    shown = [score for score in scores if score.shown and score.score100 is not None][-MOST:]
    if len(shown) < 2:
        return None
    small = max(FLOOR, 0.85 * size)
    top, high = line_height(small) + 2.0, PLOT * size
    low_end, high_end = _ends(shown)

    def y(value: float) -> float:
        return top + high * (1 - (value - low_end) / (high_end - low_end))

    each = width / len(shown)
    xs = [each * (number + 0.5) for number in range(len(shown))]
    items: list[Primitive] = []
    target = shown[-1].target100
    if target is not None:
        items.append(line(0.0, y(target), width, y(target), LIGHT.ink, 0.9, (3.0, 2.0)))
    for before, (x, score) in zip([None, *zip(xs, shown, strict=True)], zip(xs, shown, strict=True), strict=False):
        if before is not None:
            items.append(line(before[0], y(before[1].score100 or 0.0), x, y(score.score100 or 0.0), LIGHT.line, 1.4))
    for x, score in zip(xs, shown, strict=True):
        colour = LIGHT.verdict_colour(score)
        if score.low100 is not None and score.high100 is not None:
            items.append(line(x, y(score.low100), x, y(score.high100), colour, 1.3))
        items.append(sign(verdict_sign(score), x, y(score.score100 or 0.0), 0.85 * size, colour))
        value = format_value(language, metric, score.value or 0.0)
        items.append(_centred(value, x, each, baseline(0.0, small), small, bold=True))
        items.append(_centred(score.wave, x, each, baseline(top + high + 2.0, small), small, bold=False))
    return Mark(tuple(items), width, top + high + 2.0 + line_height(small))


def trend_words(scores: Sequence[Score], metric: Metric, language: Language) -> str:
    """Each wave with its figure and interval."""
    parts = []
    for score in scores:
        if score.shown:
            interval = format_interval(language, metric, score.low, score.high)
            value = format_value(language, metric, score.value or 0.0)
            parts.append(f"{score.wave}: {value}" + (f" ({interval})" if interval else ""))
    return "; ".join(parts)


def _ends(shown: Sequence[Score]) -> tuple[float, float]:
    """The part of 0–100 that is drawn: all limits and targets with some air."""
    values = [v for score in shown for v in (score.score100, score.low100, score.high100, score.target100)]
    found = [value for value in values if value is not None]
    low, high = min(found), max(found)
    air = max(3.0, 0.12 * (high - low))
    return low - air, high + air


def _centred(text: str, x: float, room: float, y: float, size: float, *, bold: bool) -> Primitive:
    words = fit(text, room - 3.0, line_height(size), size, "semibold" if bold else "regular", floor=FLOOR).lines[0]
    wide = text_width(words, size, "semibold" if bold else "regular")
    fill = LIGHT.ink if bold else LIGHT.sub
    return text_run(words, x - wide / 2, y, size, "semibold" if bold else "regular", fill)
