"""Why answers of a file are not used, in the reader's language."""

from journeymapper.language.language import Language
from journeymapper.model.sources import Reason, Unused


def reason_words(language: Language, reason: Reason) -> str:
    """`off the scale`, `left out by the filter`, …"""
    reasons: dict[Reason, str] = {
        "blank": language.text("blank"),
        "missing code": language.text("code for no answer"),
        "not a number": language.text("not a number"),
        "off the scale": language.text("off the scale"),
        "no wave": language.text("no wave"),
        "bad weight": language.text("weight missing or not above zero"),
        "total row": language.text("in a row of totals"),
        "not in the base": language.text("not in the base"),
        "filtered out": language.text("left out by the filter"),
        "preview row": language.text("in a preview row"),
        "too few": language.text("fewer than five members of staff"),
        "unclear date": language.text("day and month cannot be told apart"),
        "unclear": language.text("neither counted nor its counterpart"),
        "replaced": language.text("replaced by a later file"),
    }
    return reasons[reason]


def unused_line(language: Language, unused: Unused, *, examples: int = 5, ranges: int = 60) -> str:
    """Why some answers are not used: `12 × off the scale (rows 3, 7–17): “6”`."""
    words = f"{language.number(unused.count)} × {reason_words(language, unused.reason)}"
    if where := row_words(language, unused, ranges):
        words += f" ({where})"
    said = ", ".join(f"“{example}”" for example in unused.examples[:examples])
    return f"{words}: {said}" if said else words


def row_words(language: Language, unused: Unused, ranges: int = 60) -> str:
    """Where they stand: `row 7` or `rows 3, 7–17, …`; empty where that is not known."""
    spans = unused.spans or tuple((row, row) for row in unused.rows)
    if not spans:
        return ""
    shown = spans[:ranges]
    more = unused.count > sum(last - first + 1 for first, last in shown)
    rows = ", ".join(f"{first}–{last}" if last > first else str(first) for first, last in shown) + (
        ", …" if more else ""
    )
    return language.plural("row {rows}", "rows {rows}", unused.count, rows=rows)
