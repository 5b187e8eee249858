"""The account of what was left out: counted by reason, with the first rows and a few examples."""

import msgspec

from journeymapper.model.sources import ColumnUse, Reason, Unused
from journeymapper.results.readers.cells import Cell, as_text

FIRST = 5
LONGEST = 60


class _Heap(msgspec.Struct):
    """One column's unused answers of one reason, while they are counted."""

    count: int = 0
    rows: list[int] = []
    examples: list[str] = []


class UnusedAnswers:
    """Counts the unused answers of a file as they are met."""

    def __init__(self) -> None:
        self._heaps: dict[tuple[str, str, Reason], _Heap] = {}

    def add(self, use: ColumnUse, reason: Reason, row: int, cell: Cell, count: int = 1) -> None:
        """Count one more, or as many as a row of counts stands for; `row` as the spreadsheet numbers it."""
        heap = self._heaps.setdefault((use.point, use.column, reason), _Heap())
        heap.count += count
        if len(heap.rows) < FIRST:
            heap.rows.append(row)
        if len(heap.examples) < FIRST:
            text = as_text(cell).strip()[:LONGEST]
            if text and text not in heap.examples:
                heap.examples.append(text)

    def account(self) -> tuple[Unused, ...]:
        """What was counted, in the order in which columns and reasons first came up."""
        return tuple(
            Unused(
                point=point,
                column=column,
                reason=reason,
                count=heap.count,
                rows=tuple(heap.rows),
                examples=tuple(heap.examples),
            )
            for (point, column, reason), heap in self._heaps.items()
        )
