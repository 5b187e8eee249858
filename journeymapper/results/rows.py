"""What every answer of a row shares: its number, wave, day, weight and segments."""

import msgspec

from journeymapper.model.sources import Mapping
from journeymapper.results.answers import Reason
from journeymapper.results.clean import number
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.records import Records
from journeymapper.results.waves import Dated, date_rows


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """Lists of equal length; a weight is None where it is no number above zero."""

    numbers: list[int]
    dated: Dated
    weights: list[float | None]
    segments: dict[str, list[str]]

    def problem(self, index: int) -> Reason | None:
        """Why no answer of the row can be used, None where they can."""
        if not self.dated.waves[index]:
            return "no wave"
        return "bad weight" if self.weights[index] is None else None


def shared_rows(records: Records, mapping: Mapping, decimal: str, file: str) -> Rows:
    """The rows' shared facts; a segment is called as its column is in the file."""
    size = len(records.numbers)
    return Rows(
        numbers=records.numbers,
        dated=date_rows(mapping, records.columns.get(mapping.wave_column, []), size, file),
        weights=_weights(records, mapping, decimal),
        segments={
            records.names[column]: [" ".join(as_text(cell).split()) for cell in records.columns[column]]
            for column in mapping.segments
        },
    )


def _weights(records: Records, mapping: Mapping, decimal: str) -> list[float | None]:
    if not mapping.weight:
        return [1.0] * len(records.numbers)
    known: dict[Cell, float | None] = {}
    for cell in set(records.columns[mapping.weight]):
        value = number(cell, decimal)
        known[cell] = value if value is not None and 0 < value < 1e12 else None
    return [known[cell] for cell in records.columns[mapping.weight]]
