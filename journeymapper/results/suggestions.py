"""What a user should look at before importing. Proposed, never applied."""

from collections import Counter
from collections.abc import Iterator, Sequence

from journeymapper.model.messages import Message
from journeymapper.results.clean import labelled_number, number
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.table import Row, Table, is_total
from journeymapper.results.scales import likely_scale, whole_numbers

MOST_NAMED = 8

__all__ = ["likely_scale", "suggest"]


def suggest(
    table: Table, columns: Sequence[ColumnFacts], values: Sequence[Counter[Cell]], last: Row, decimal: str
) -> Iterator[Message]:
    """Sentences about the table, then about its columns in their order."""
    yield from table.notes
    yield from _about_table(table, last)
    for facts, counts in zip(columns, values, strict=True):
        yield from _about_column(facts, counts, decimal)
    yield from _odd_codes(columns, values, decimal)


def _about_table(table: Table, last: Row) -> Iterator[Message]:
    if not table.names:
        yield Message("There are no rows to read.")
    elif table.header_row == 0 and not table.fields:
        yield Message("No header was found; columns are called after their letters.")
    if table.title_rows:
        yield Message(
            "{n} row above the header was taken for a title.",
            {"n": len(table.title_rows)},
            "{n} rows above the header were taken for titles.",
        )
    if table.label_rows:
        yield Message(
            "{n} row under the header explains it and holds no answers.",
            {"n": table.label_rows},
            "{n} rows under the header explain it and hold no answers.",
        )
    if is_total(last):
        yield Message("Row {row} looks like a total; totals at the end are not imported.", {"row": last.number})


def _about_column(facts: ColumnFacts, counts: Counter[Cell], decimal: str) -> Iterator[Message]:
    if facts.kind in ("scale", "number") and not facts.readings:
        yield from _odd_texts(facts, counts, decimal)
    if facts.kind == "date" and facts.low is None:
        yield Message("{column}: day and month cannot be told apart.", {"column": facts.name})
    if facts.kind in ("choice", "text", "scale") and _labelled(counts):
        yield Message("{column}: the number that begins each label is read as the answer.", {"column": facts.name})


def _odd_texts(facts: ColumnFacts, counts: Counter[Cell], decimal: str) -> Iterator[Message]:
    """Texts in a column of numbers: they are left out of every figure, and a missing code says so on purpose."""
    texts = [cell for cell, _ in counts.most_common() if number(cell, decimal) is None]
    if texts:
        yield Message(
            "{column}: not a number and not used: {texts}.",
            {"column": facts.name, "texts": ", ".join(f"“{as_text(cell).strip()[:40]}”" for cell in texts[:5])},
        )


def _odd_codes(columns: Sequence[ColumnFacts], values: Sequence[Counter[Cell]], decimal: str) -> Iterator[Message]:
    """Whole numbers beside the scale that the others are on, often codes for “don't know”; alike columns together."""
    alike: dict[tuple[int, int, tuple[int, ...]], list[str]] = {}
    for facts, counts in zip(columns, values, strict=True):
        tally = whole_numbers(counts, decimal) if facts.kind == "scale" else Counter()
        scale = likely_scale(tally)
        if scale == (1, 10):
            yield Message("{column} has no 0: a scale from 1 to 10 is not NPS.", {"column": facts.name})
        odd = tuple(code for code in sorted(tally) if scale and not scale[0] <= code <= scale[1])
        if scale and odd:
            alike.setdefault((*scale, odd), []).append(facts.name)
    for (low, high, odd), names in alike.items():
        yield Message(
            "{columns}: a scale from {low} to {high} with {codes} beside it; codes for no answer must be named.",
            {"columns": _listed(names), "low": low, "high": high, "codes": ", ".join(map(str, odd))},
        )


def _labelled(counts: Counter[Cell]) -> bool:
    """Whether most of the few different texts begin with their number."""
    texts = [cell for cell in counts if isinstance(cell, str)]
    return 1 < len(texts) <= 12 and sum(labelled_number(text) is not None for text in texts) >= 0.6 * len(texts)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
