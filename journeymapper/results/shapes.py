"""What a row of a file is: an answer, a press, an hour of counts, a case, a day of visits, a review, an event."""

import re
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from journeymapper.model.messages import Message
from journeymapper.results import shape_words as words
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.log_columns import NAMES as LOG_NAMES

Shape = Literal[
    "answers", "presses", "counts by hour", "cases", "web analytics", "aggregates", "shares by wave", "staff beliefs",
    "reviews", "mystery shopping", "event log",
]  # fmt: skip
NUMBERS = ("number", "scale", "choice", "id")


class Shaped(msgspec.Struct, frozen=True):
    """What a row is, and what that means for its use."""

    shape: Shape
    advice: Message | None = None


Columns = Sequence[ColumnFacts]


def shape_of(columns: Columns, platform: str) -> Shaped:
    """The shape of a table; "answers" where nothing else is recognised."""
    if platform in ("XES", "OCEL"):
        return _log()
    if platform:
        return Shaped("answers")
    return next((found for recognise in SHAPES if (found := recognise(columns))), Shaped("answers"))


def _named(columns: Columns, pattern: str, kinds: tuple[str, ...] = ()) -> list[ColumnFacts]:
    """The columns whose names hold one of the words, of one of the kinds."""
    whole = re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])")
    return [column for column in columns if whole.search(_tidy(column)) and (not kinds or column.kind in kinds)]


def _tidy(column: ColumnFacts) -> str:
    return " ".join(column.name.casefold().replace("_", " ").split())


def _dated(columns: Columns) -> bool:
    return any(column.kind == "date" for column in columns)


def _event_log(columns: Columns) -> Shaped | None:
    names = [_tidy(column) for column in columns]
    roles = [any(word.replace("_", " ") in names for word in LOG_NAMES[role]) for role in ("case", "activity", "time")]
    return _log() if all(roles) else None


def _log() -> Shaped:
    advice = Message("Each row is an event of a case: read it as a log of actual paths.")
    return Shaped("event log", advice)


def _aggregates(columns: Columns) -> Shaped | None:
    from journeymapper.results.aggregates import holds_aggregates

    if not holds_aggregates([column.name for column in columns]):
        return None
    advice = Message("Each row is a figure that was computed elsewhere: it is taken with its own n.")
    return Shaped("aggregates", advice)


def _shares(columns: Columns) -> Shaped | None:
    """A wave a row and a share a column, without the number of answers."""
    waves = _named(columns[:1], words.WAVES)
    shares = [column for column in columns[1:] if column.kind == "number" and _is_percent(column)]
    if not waves or waves[0].distinct > 100 or len(shares) < max(3, len(columns) - 2):
        return None
    advice = Message("Each row is a wave of shares without the number of answers: no interval can be computed.")
    return Shaped("shares by wave", advice)


def _is_percent(facts: ColumnFacts) -> bool:
    low, high = facts.low, facts.high
    return isinstance(low, float | int) and isinstance(high, float | int) and 0 <= low <= high <= 100


def _counts_by_hour(columns: Columns) -> Shaped | None:
    counts = _named(columns, words.SMILEYS, NUMBERS)
    if len(counts) < 3 or not _dated(columns):
        return None
    names = {"columns": ", ".join(column.name for column in counts)}
    advice = Message("{columns} count presses, which are not respondents: give each column its answer.", {**names})
    return Shaped("counts by hour", advice)


def _presses(columns: Columns) -> Shaped | None:
    buttons = _named(columns, words.BUTTONS, NUMBERS)
    if not buttons or len(columns) > 8 or not _dated(columns) or not _named(columns, words.TERMINALS):
        return None
    advice = Message("Each row is a press of {column}; presses are not respondents.", {"column": buttons[0].name})
    return Shaped("presses", advice)


def _cases(columns: Columns) -> Shaped | None:
    if not _named(columns, words.OPENED, ("date",)):
        return None
    if not _named(columns, f"{words.ANSWERED}|{words.CLOSED}", ("date",)):
        return None
    advice = Message("Each row is a case: waiting times and first-contact resolution come from its dates and ids.")
    return Shaped("cases", advice)


def _web(columns: Columns) -> Shaped | None:
    if len(_named(columns, words.VISITS, NUMBERS)) < 2 or not _named(columns, words.PAGES):
        return None
    advice = Message("Each row counts visits: conversions are counted answers of a share, sessions its total.")
    return Shaped("web analytics", advice)


def _reviews(columns: Columns) -> Shaped | None:
    stars = _named(columns, words.STARS, NUMBERS)
    if not stars or not _named(columns, words.TEXTS) or not _named(columns, words.AUTHORS):
        return None
    advice = Message(
        "Each row is a review with the score {column}; who reviews is no sample.", {"column": stars[0].name}
    )
    return Shaped("reviews", advice)


def _mystery(columns: Columns) -> Shaped | None:
    checks = [column for column in columns if column.kind == "choice" and _is_check(column)]
    if len(checks) < 2 or not _named(columns, words.SHOPPERS):
        return None
    return Shaped("mystery shopping", Message("Each row is a mystery shopping visit: a check is a share of yes."))


def _is_check(facts: ColumnFacts) -> bool:
    return facts.distinct <= 4 and {value.casefold() for value, _ in facts.counts} <= words.CHECKS


def _beliefs(columns: Columns) -> Shaped | None:
    if not _named(columns, words.STAFF) or not _named(columns, words.BELIEFS):
        return None
    return Shaped("staff beliefs", Message("Each row is what one member of staff believes of customers' answers."))


SHAPES: tuple[Callable[[Columns], Shaped | None], ...] = (
    _aggregates, _cases, _event_log, _counts_by_hour, _presses, _web, _mystery, _beliefs, _reviews, _shares
)  # fmt: skip
