"""Rows that a survey's maker left while trying it: never counted, and accounted for like every other row."""

from collections.abc import Iterator

from journeymapper.model.sources import Mapping, Unused
from journeymapper.results.readers.table import Table
from journeymapper.results.records import Records
from journeymapper.results.unused import FIRST, extend_spans


def preview_rows(table: Table, mapping: Mapping) -> Iterator[Unused]:
    """The previews as unused answers of each mapped column; to be asked once all rows are taken."""
    numbers = table.left_out.previews
    spans: list[tuple[int, int]] = []
    for number in numbers:
        extend_spans(spans, number)
    for use in mapping.columns if numbers else ():
        yield Unused(
            point=use.point,
            column=use.column,
            reason="preview row",
            count=len(numbers),
            rows=tuple(numbers[:FIRST]),
            spans=tuple(spans),
        )


def rows_read(records: Records, table: Table) -> int:
    """All rows with anything in them: records, totals and previews."""
    totals = max((len(rows) for rows in records.totals.values()), default=0)
    return len(records.numbers) + totals + len(table.left_out.previews)
