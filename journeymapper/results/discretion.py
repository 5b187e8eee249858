"""What of a file may be kept with the project: no segment that tells who answered, no example that does."""

from collections.abc import Iterable, Sequence

from journeymapper.model.messages import Refusal
from journeymapper.results.kinds import FEW_TEXTS, MOST_STEPS
from journeymapper.results.persons import SAMPLE, personal_reason, pile_of, telling_contents
from journeymapper.results.piles import Pile
from journeymapper.results.readers.cells import is_blank
from journeymapper.results.records import Records

MOST_VALUES = 10_000
NEARLY_ALL = 0.8
MANY_ROWS = 20
HALF = 0.5


def silent_columns(records: Records, columns: Sequence[str]) -> frozenset[str]:
    """Those of the columns whose cells are never shown as examples: they tell who somebody is, or are free text."""
    return frozenset(column for column in columns if _is_silent(records, column))


def _is_silent(records: Records, column: str) -> bool:
    pile = pile_of(records.columns[column])
    return _is_personal(records, column, pile) or _is_free_text(pile)


def _is_personal(records: Records, column: str, pile: Pile) -> bool:
    few = len(pile.values) <= FEW_TEXTS and len(pile.values) * 2 <= pile.filled
    reason = personal_reason(records.names[column], pile, "choice" if few else "text")
    return column in records.personal or reason is not None


def _is_free_text(pile: Pile) -> bool:
    """Whether the texts among the cells are too many, and too seldom the same, to be steps of a scale or codes."""
    texts = {cell: count for cell, count in pile.values.items() if isinstance(cell, str) and not _is_number(cell)}
    return len(texts) > MOST_STEPS and len(texts) > HALF * sum(texts.values())


def _is_number(cell: str) -> bool:
    return not any(letter.isalpha() for letter in cell)


def refuse_personal(records: Records, columns: Iterable[str], file: str) -> None:
    """Refuse columns that tell who somebody is as segments."""
    for column in columns:
        if _is_personal(records, column, pile_of(records.columns[column])):
            raise Refusal(
                "{file}: {column} tells who somebody is, which is no segment; as respondent only a key of it is kept.",
                file=file,
                column=records.names[column],
            )


def refuse_many_values(name: str, values: Sequence[str], counts: Sequence[int], file: str, *, free: bool) -> None:
    """Refuse a segment whose values tell who somebody is, or are nearly as many as the rows that have one.

    Of a `free` one, business customers, there may be as many as there are rows.
    """
    distinct = {value for value in values if not is_blank(value)}
    if telling_contents(list(distinct)[:SAMPLE]) is not None:
        raise Refusal(
            "{file}: the values of {column} tell who somebody is, which is no segment.", file=file, column=name
        )
    rows = sum(count for value, count in zip(values, counts, strict=True) if not is_blank(value))
    if not free and len(distinct) > MANY_ROWS and len(distinct) >= NEARLY_ALL * rows:
        raise Refusal(
            "{file}: {column} has {n} different values in {rows} rows, which is no segment. Texts may be comments, "
            "numbers and days be put into bands.",
            file=file,
            column=name,
            n=len(distinct),
            rows=rows,
        )
    if len(distinct) > MOST_VALUES:
        raise Refusal(
            "{file}: {column} has more than {limit} different values, too many for a segment.",
            file=file,
            column=name,
            limit=MOST_VALUES,
        )
