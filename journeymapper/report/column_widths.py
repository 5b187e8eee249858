"""How wide a table's columns are: by content, long words giving way before short ones break."""

from collections.abc import Sequence

from journeymapper.picture.primitives import Weight
from journeymapper.picture.type import text_width

Entry = tuple[str, float, Weight, float]
LONGEST_UNBROKEN = (24.0, 16.0, 8.5)
COMFORT = 0.85
WIDEST = 30.0


def column_widths(
    columns: Sequence[tuple[float, Sequence[Entry]]], width: float, pad: float, size: float
) -> list[float]:
    """Widths that add up to `width`: each column between its longest word and its longest line, fixed ones as given.

    Where even the longest words do not fit beside each other, all columns shrink alike and words are broken.
    """
    for longest in LONGEST_UNBROKEN:
        least = [fixed or _least(entries, size, longest) + 2 * pad for fixed, entries in columns]
        if sum(least) <= COMFORT * width:
            break
    natural = [
        fixed or max(low, min(_natural(entries), WIDEST * size) + 2 * pad)
        for low, (fixed, entries) in zip(least, columns, strict=True)
    ]
    if sum(least) >= width:
        return [part * width / sum(least) for part in least]
    if sum(natural) <= width:
        return _stretched(natural, [not fixed for fixed, _ in columns], width)
    share = (width - sum(least)) / (sum(natural) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, natural, strict=True)]


def _stretched(natural: list[float], elastic: list[bool], width: float) -> list[float]:
    """The free space goes to the elastic columns in proportion to what they hold."""
    if not any(elastic):
        return [part * width / sum(natural) for part in natural]
    spare = width - sum(natural)
    held = sum(part for part, stretches in zip(natural, elastic, strict=True) if stretches)
    return [
        part + (spare * part / held if stretches else 0.0) for part, stretches in zip(natural, elastic, strict=True)
    ]


def _least(entries: Sequence[Entry], size: float, longest: float) -> float:
    """The longest word, or as much of it as may stand before it is broken; `longest` is in sizes."""
    widest = 0.0
    for text, entry_size, weight, indent in entries:
        words = (text_width(word, entry_size, weight) for word in text.split(" "))
        widest = max(widest, indent + min(max(words, default=0.0), longest * size), indent + 2 * size)
    return widest


def _natural(entries: Sequence[Entry]) -> float:
    """The longest line on one line; with a hair for rounding."""
    lines = (
        text_width(line, size, weight) + indent for text, size, weight, indent in entries for line in text.split("\n")
    )
    return max(lines, default=0.0) + 0.1
