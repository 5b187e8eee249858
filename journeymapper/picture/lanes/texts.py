"""The lanes of one text per touchpoint: situation, expectation, doing and thoughts of the customer."""

from collections.abc import Callable

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.lanes.lane import no_text
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Say, Written, written_lane
from journeymapper.picture.sheet import Sheet


def _situation(sheet: Sheet) -> str:
    return sheet.view.language.text("Situation")


def _expectation(sheet: Sheet) -> str:
    return sheet.view.language.text("Expectation")


def _expectation_of(sheet: Sheet) -> str:
    return sheet.view.language.text("what the customer expects")


def _doing(sheet: Sheet) -> str:
    return sheet.view.language.text("Doing")


def _doing_of(sheet: Sheet) -> str:
    return sheet.view.language.text("what the customer does")


def _thoughts(sheet: Sheet) -> str:
    return sheet.view.language.text("Thoughts")


def _write(field: str) -> Callable[[Sheet, Touchpoint], tuple[Paragraph, ...]]:
    def write(_: Sheet, touchpoint: Touchpoint) -> tuple[Paragraph, ...]:
        text: str = getattr(touchpoint, field)
        return (Paragraph(text),) if text.strip() else ()

    return write


SAYS: tuple[tuple[str, Say, Say], ...] = (
    ("situation", _situation, no_text), ("expectation", _expectation, _expectation_of), ("doing", _doing, _doing_of),
    ("thoughts", _thoughts, no_text),
)  # fmt: skip
LANES = tuple(
    written_lane(Written(id=field, title=title, explain=explain, write=_write(field), claims=(field,)))
    for field, title, explain in SAYS
)
