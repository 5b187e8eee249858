"""One column's cells while a file is looked through."""

from collections import Counter

import msgspec

from journeymapper.results.readers.cells import Cell, as_text, is_blank

MOST_DISTINCT = 10_000


class Pile(msgspec.Struct):
    """Counts of a column's cells; after 10,000 different ones the rest are only counted together."""

    values: Counter[Cell]
    filled: int = 0

    def add(self, cell: Cell) -> None:
        """Count one cell, blank or not."""
        if is_blank(cell):
            return
        self.filled += 1
        if len(self.values) < MOST_DISTINCT or cell in self.values:
            self.values[cell] += 1

    def take_back(self, cell: Cell) -> None:
        """Count one cell no more: it turned out to belong to no answer."""
        if is_blank(cell):
            return
        self.filled -= 1
        self.values[cell] -= 1
        if self.values[cell] <= 0:
            del self.values[cell]

    @property
    def all_different(self) -> bool:
        """Whether no cell is met twice, in more than a few rows."""
        return self.filled > 3 and len(self.values) == min(self.filled, MOST_DISTINCT)

    def texts(self) -> Counter[str]:
        """The counts by text, as a person would read them."""
        found: Counter[str] = Counter()
        for cell, count in self.values.items():
            found[as_text(cell).strip()] += count
        return found
