"""The account of what was left out: counted by reason, with the first rows and a few examples.

Examples stay with the project: they are masked, and there are none of columns that tell who somebody is or of prose.
"""

import msgspec

from journeymapper.model.sources import ColumnUse, Reason, Unused
from journeymapper.results.masking import mask
from journeymapper.results.readers.cells import Cell, as_text

FIRST = 5
MOST_SPANS = 200
LONGEST = 60
MOST_WORDS = 6
"""An answer of more words is prose, not a step of a scale."""


class _Heap(msgspec.Struct):
    """One column's unused answers of one reason, while they are counted."""

    count: int = 0
    rows: list[int] = []
    spans: list[tuple[int, int]] = []
    examples: list[str] = []
    met: set[str] = set()


class UnusedAnswers:
    """Counts the unused answers of a file as they are met; without examples of the `silent` columns."""

    def __init__(self, silent: frozenset[str] = frozenset()) -> None:
        self._silent = silent
        self._heaps: dict[tuple[str, str, Reason], _Heap] = {}

    def add(self, use: ColumnUse, reason: Reason, row: int, cell: Cell, count: int = 1) -> None:
        """Count one more, or as many as a row of counts stands for; `row` as the spreadsheet numbers it."""
        heap = self._heaps.setdefault((use.point, use.column, reason), _Heap())
        heap.count += count
        if len(heap.rows) < FIRST:
            heap.rows.append(row)
        extend_spans(heap.spans, row)
        if len(heap.examples) < FIRST and use.column not in self._silent:
            _show(heap, as_text(cell).strip()[:LONGEST])

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
                spans=tuple(sorted(heap.spans)),
            )
            for (point, column, reason), heap in self._heaps.items()
        )


def extend_spans(spans: list[tuple[int, int]], row: int) -> None:
    """Take one more row into the stretches of rows, while there is room."""
    if spans and row == spans[-1][1] + 1:
        spans[-1] = (spans[-1][0], row)
    elif len(spans) < MOST_SPANS and not (spans and spans[-1][0] <= row <= spans[-1][1]):
        spans.append((row, row))


def _show(heap: _Heap, text: str) -> None:
    if text in heap.met:
        return
    heap.met.add(text)
    if 0 < len(text.split()) <= MOST_WORDS and (masked := mask(text)) not in heap.examples:
        heap.examples.append(masked)
