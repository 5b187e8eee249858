"""A cell of a result file as a number or a day, or as neither: never a guess."""

import math
import re
from collections.abc import Iterable

from journeymapper.results.days import SlashOrder, day, slash_order
from journeymapper.results.readers.cells import Cell

__all__ = ["SlashOrder", "day", "find_decimal", "labelled_number", "number", "slash_order"]

_SIGNS = str.maketrans({"−": "-", "–": "-", "﹣": "-", "－": "-"})
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_EXPONENT = r"(?:[eE][+-]?[0-9]{1,3})?"


def _pattern(decimal: str, group: str) -> re.Pattern[str]:
    whole = rf"[0-9]+|[0-9]{{1,3}}(?:(?P<gap>[{group}'’{_SPACES}])[0-9]{{3}})(?:(?P=gap)[0-9]{{3}})*"
    return re.compile(rf"[+-]?(?:(?:{whole})(?:{re.escape(decimal)}[0-9]*)?|{re.escape(decimal)}[0-9]+){_EXPONENT}")


_NUMBERS = {".": _pattern(".", ","), ",": _pattern(",", ".")}
_LABELLED = re.compile(r"([+-]?[0-9]+)(?:\s*[-:=.)(]+\s*[^\W\d_].*|\s+[^\W\d_]\D*)", re.DOTALL)

_POINT_PROOF = re.compile(
    r"[+-]?(?:[0-9]*\.(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]*|[0-9]{1,3}(?:,[0-9]{3}){2,})"
)
_COMMA_PROOF = re.compile(
    r"[+-]?(?:[0-9]*,(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]*|[0-9]{1,3}(?:\.[0-9]{3}){2,})"
)


def number(cell: Cell, decimal: str) -> float | None:
    """The cell as a finite number, None where it is none.

    Understands a decimal point or comma (`decimal` says which), thousands set off by the other one, by spaces or by
    apostrophes, a true minus, and a percent sign, which is dropped: 55 % is 55.
    """
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    text = _bare(cell)
    if len(text) > 40 or not _NUMBERS[decimal].fullmatch(text):
        return None
    digits = re.sub(rf"['’{_SPACES}]", "", text).replace("," if decimal == "." else ".", "")
    value = float(digits.replace(decimal, "."))
    return value if math.isfinite(value) else None


def labelled_number(text: str) -> float | None:
    """The whole number that begins a scale's label: "5 - Very satisfied", "9=likely", "10 (best)", "1 very hard".

    A label set off by a space alone holds no other number, so that "3 of 5" and "2 h 30" are none.
    """
    found = _LABELLED.fullmatch(text.strip().translate(_SIGNS))
    return float(found.group(1)) if found else None


def find_decimal(cells: Iterable[Cell], delimiter: str) -> str:
    """The decimal mark that the cells prove; without proof a comma where semicolons separate cells, else a point."""
    point = comma = 0
    for cell in cells:
        if isinstance(cell, str):
            text = _bare(cell)
            point += _POINT_PROOF.fullmatch(text) is not None
            comma += _COMMA_PROOF.fullmatch(text) is not None
    if point != comma:
        return "." if point > comma else ","
    return "," if delimiter == ";" else "."


def _bare(text: str) -> str:
    """The text without the space around it, a percent sign and foreign minus signs."""
    return text.strip().removesuffix("%").rstrip().translate(_SIGNS)
