"""How the answers are spread: a bar of the classes from the best to the worst, and their counts in words."""

from collections.abc import Sequence

from journeymapper.analysis.score import Share
from journeymapper.language.language import Language
from journeymapper.picture.primitives import Primitive, Rect
from journeymapper.picture.recolouring import lightness
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import baseline, text_run, text_width
from journeymapper.report.sheet import FLOOR
from journeymapper.report.table import Mark

GAP = 1.2
HIGH = 1.7
PALEST = "#E3EAEE"


def distribution_bar(shares: Sequence[Share], width: float, size: float, language: Language) -> Mark | None:
    """The bar, each class as wide as its share and with the share in it where there is room; None without classes."""
    best_first = list(reversed(shares))
    total = sum(share.share for share in best_first)
    if total <= 0:
        return None
    colours = class_colours(len(best_first))
    items: list[Primitive] = []
    x = 0.0
    for share, colour in zip(best_first, colours, strict=True):
        wide = width * share.share / total
        if wide > GAP + 0.2:
            items.append(Rect(x=x, y=0.0, width=wide - GAP, height=HIGH * size, fill=colour, radius=1.5))
            items += _within(language.percent(share.share), x, wide - GAP, size, colour)
        x += wide
    return Mark(tuple(items), width, HIGH * size)


def _within(words: str, x: float, width: float, size: float, ground: str) -> list[Primitive]:
    small = max(FLOOR, 0.85 * size)
    wide = text_width(words, small, "semibold")
    if wide + 4.0 > width:
        return []
    ink = LIGHT.card if lightness(ground) < 0.5 else LIGHT.ink
    top = (HIGH * size - 1.22 * small) / 2
    run = text_run(words, x + (width - wide) / 2, baseline(top, small), small, "semibold", ink)
    return [run]


def distribution_words(shares: Sequence[Share], language: Language) -> str:
    """Each class with its count, the best first: `5: 75 · 4: 27`."""
    return " · ".join(f"{language.text(share.label)}: {language.number(share.count)}" for share in reversed(shares))


def class_colours(count: int) -> list[str]:
    """From the best class to the worst: dark to pale, since colour is kept for verdicts and must survive greyscale."""
    return [_between(1 - index / max(1, count - 1)) for index in range(count)]


def _between(place: float) -> str:
    """A colour between worst (0) and best (1)."""
    parts = zip(_parts(PALEST), _parts(LIGHT.accent), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * place):02X}" for a, b in parts)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
