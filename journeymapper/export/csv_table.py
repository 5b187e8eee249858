"""CSV for spreadsheets, in which no cell becomes a formula."""

import csv
import io
from collections.abc import Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """CSV with `,` and full precision; None is empty, and texts that a spreadsheet would compute begin with `'`."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return written.getvalue()


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return "'" + cell
    return cell
