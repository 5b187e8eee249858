"""Why answers of a file are not used, in the reader's language."""

from journeymapper.language.language import Language
from journeymapper.model.sources import Reason


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
