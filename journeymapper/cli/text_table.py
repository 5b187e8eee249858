"""Tables for people: aligned text."""

import unicodedata
from collections.abc import Container, Sequence

from journeymapper.cli.failures import one_line


def text_table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Container[int] = ()) -> str:
    """Columns two spaces apart, those in `right` set to the right; every cell on one line."""
    lines = [[one_line(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(columns_of(line[place]) for line in lines) for place in range(len(headings))]
    return "\n".join(_line(line, widths, right) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int], right: Container[int]) -> str:
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (width - columns_of(cell))
        padded.append(space + cell if place in right else cell + space)
    return "  ".join(padded).rstrip()


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1
