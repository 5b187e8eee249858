"""What a platform's export says above its first answer, and which rows below are no answers."""

from collections.abc import Callable, Sequence

import msgspec

from journeymapper.results.days import SlashOrder
from journeymapper.results.readers.cells import Cell, as_text, is_blank

Rows = Sequence[list[Cell]]
FIRST_ROWS = 5
MONTH_FIRST = ("SurveyMonkey",)


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """A platform's columns. `header` is the index of the row that names them, `labels` how many rows below explain it.

    `names` replace the header's own where there are any; `questions` are the full texts, empty where the name is all;
    `metadata` and `personal` are indexes of columns; `previews` tells whether a row is a preview rather than an answer.
    """

    platform: str
    header: int
    labels: int = 0
    names: tuple[Cell, ...] = ()
    questions: tuple[str, ...] = ()
    metadata: frozenset[int] = frozenset()
    personal: frozenset[int] = frozenset()
    previews: Callable[[list[Cell]], bool] | None = None


def date_habit(platform: str) -> SlashOrder:
    """How a platform writes days with slashes, whoever exports; empty where that is not known."""
    return "mdy" if platform in MONTH_FIRST else ""


def first_row(rows: Rows) -> int:
    """The index of the first row with a cell, −1 where there is none among the first few."""
    return next((index for index, row in enumerate(rows[:FIRST_ROWS]) if not all(map(is_blank, row))), -1)


def tidy(cell: Cell) -> str:
    """A header in lower case without spaces, underscores and hyphens."""
    return as_text(cell).casefold().translate(_GAPS)


def indexes(header: Sequence[str], known: frozenset[str]) -> frozenset[int]:
    """The places of the known names in a tidy header."""
    return frozenset(index for index, name in enumerate(header) if name in known)


_GAPS = str.maketrans("", "", " \t\n\r_-\N{NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}")
