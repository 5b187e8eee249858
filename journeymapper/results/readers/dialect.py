"""How a text file separates its cells: found by reading its beginning in each way and taking the most regular one."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

import msgspec

DELIMITERS = (";", "\t", "|", ",")  # at a draw the first wins: a comma may also be a decimal comma
ROWS = 400


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """The separator; whether a backslash protects the next character, whether a space may stand before a quotation
    mark, and whether quotation marks mean anything."""

    delimiter: str = ","
    backslash: bool = False
    spaces: bool = False
    quotes: bool = True

    def rows(self, lines: Iterable[str]) -> Iterator[list[str]]:
        """The rows of cells in the lines."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            escapechar="\\" if self.backslash else None,
            skipinitialspace=self.spaces,
            quoting=csv.QUOTE_MINIMAL if self.quotes else csv.QUOTE_NONE,
        )


def find_dialect(sample: str, delimiter: str = "") -> Dialect:
    """The dialect in which the sample's rows are most alike; a delimiter that is given is kept."""
    marks = (delimiter,) if delimiter else DELIMITERS
    backslashes = (False, True) if any("\\" + mark in sample for mark in (*marks, '"')) else (False,)
    spaces = (False, True) if any(mark + ' "' in sample for mark in marks) else (False,)
    choices = [
        Dialect(delimiter=mark, backslash=backslash, spaces=space)
        for backslash, space, mark in product(backslashes, spaces, marks)
    ]
    best = max(choices, key=lambda choice: regularity(sample, choice))
    return best if regularity(sample, best) > 0 else Dialect(delimiter=delimiter or ",")


def regularity(sample: str, dialect: Dialect) -> float:
    """The share of the sample's rows that have the commonest width above one, 0 to 1."""
    widths = [len(row) for row in _rows(sample, dialect) if row]
    common = Counter(width for width in widths if width > 1).most_common(1)
    return common[0][1] / len(widths) if common else 0.0


def ends_inside_quotes(sample: str, dialect: Dialect) -> bool:
    """Whether the last cell is opened by a quotation mark that never closes."""
    strict = csv.reader(io.StringIO(sample, newline=""), delimiter=dialect.delimiter, strict=True)
    try:
        for _ in strict:
            pass
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return False


def _rows(sample: str, dialect: Dialect) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in dialect.rows(io.StringIO(sample, newline="")):
            rows.append(row)
            if len(rows) == ROWS:
                break
    except csv.Error:
        pass
    return rows
