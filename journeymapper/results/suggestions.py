"""What a user should look at before importing. Proposed, never applied."""

from collections import Counter
from collections.abc import Iterator, Sequence

from journeymapper.model.messages import Message
from journeymapper.results.clean import labelled_number, number, slash_order
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.table import Row, Table, is_total

SCALES = ((1, 4), (1, 5), (1, 7), (4, 10), (1, 10), (0, 10))


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
    if facts.kind in ("scale", "number"):
        yield from _odd_texts(facts, counts, decimal)
    if facts.kind == "date" and slash_order(counts) == "" and any("/" in as_text(cell) for cell in counts):
        yield Message("{column}: day and month cannot be told apart.", {"column": facts.name})
    if facts.kind in ("choice", "text") and _labelled(counts):
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
        tally = _whole_numbers(counts, decimal) if facts.kind == "scale" else Counter()
        scale = likely_scale(tally)
        if scale == (1, 10):
            yield Message("{column} has no 0: a scale from 1 to 10 is not NPS.", {"column": facts.name})
        odd = tuple(code for code in sorted(tally) if scale and not scale[0] <= code <= scale[1])
        if scale and odd:
            alike.setdefault((*scale, odd), []).append(facts.name)
    for (low, high, odd), names in alike.items():
        yield Message(
            "{columns}: a scale from {low} to {high} with {codes} beside it; codes for no answer must be named.",
            {"columns": ", ".join(names), "low": low, "high": high, "codes": ", ".join(map(str, odd))},
        )


def _whole_numbers(counts: Counter[Cell], decimal: str) -> Counter[int]:
    tally: Counter[int] = Counter()
    for cell, count in counts.items():
        value = number(cell, decimal)
        if value is not None:
            tally[int(value)] += count
    return tally


def likely_scale(tally: Counter[int]) -> tuple[int, int] | None:
    """The ends of the usual scale that holds nearly all values; None where none does.

    At least 85 % of the values are on it, more than half of its steps and its upper end are used, and at most three
    codes lie beside it. Values from 0 to 6 with both ends used are a scale from 1 to 5 with its two codes for blank
    and not used; 0 to 10 goes before 1 to 10 where there is a 0, an 11 or no 1.
    """
    if tally.keys() <= set(range(7)) and tally[0] and tally[6] and sum(code in tally for code in range(1, 6)) >= 4:
        return (1, 5)
    fits = [scale for scale in SCALES if _fits(tally, *scale)]
    if (0, 10) in fits and (tally[0] or tally[11] or not tally[1]):
        return (0, 10)
    return min(fits, key=lambda scale: sum(not scale[0] <= code <= scale[1] for code in tally), default=None)


def _fits(tally: Counter[int], low: int, high: int) -> bool:
    inside = [code for code in tally if low <= code <= high and tally[code]]
    covered = sum(tally[code] for code in inside)
    beside = sum(1 for code in tally if tally[code]) - len(inside)
    used = len(inside) > (high - low + 1) / 2 and tally[high] > 0
    return used and beside <= 3 and covered >= 0.85 * tally.total()


def _labelled(counts: Counter[Cell]) -> bool:
    """Whether most of the few different texts begin with their number."""
    texts = [cell for cell in counts if isinstance(cell, str)]
    return 1 < len(texts) <= 12 and sum(labelled_number(text) is not None for text in texts) >= 0.6 * len(texts)
