"""What every answer of a row shares: its number, wave, day, weight, segments, respondent, and whether it is read."""

import msgspec

from journeymapper.model.sources import Mapping, Reason
from journeymapper.results.clean import number
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.records import Records
from journeymapper.results.respondents import respondent_keys
from journeymapper.results.segments import holds, segments_of
from journeymapper.results.waves import Dated, date_rows


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """Lists of equal length; a weight is None where it is no number above zero.

    `kept` says which rows the filter lets through and is empty without one; `respondents` is empty without a column.
    """

    numbers: list[int]
    counts: list[int]
    dated: Dated
    weights: list[float | None]
    segments: dict[str, list[str]]
    respondents: list[str] = []
    kept: list[bool] = []

    @property
    def sound(self) -> bool:
        """Whether every row can be used: no filter, a wave and a weight everywhere."""
        return not self.kept and all(self.dated.waves) and None not in self.weights

    def problem(self, index: int) -> Reason | None:
        """Why no answer of the row can be used, None where they can."""
        if not self.dated.waves[index]:
            return "unclear date" if index in self.dated.undecided else "no wave"
        return "bad weight" if self.weights[index] is None else None

    def filtered(self, index: int) -> bool:
        """Whether the filter leaves the row out."""
        return bool(self.kept) and not self.kept[index]


def shared_rows(records: Records, mapping: Mapping, decimal: str, file: str, salt: str = "") -> Rows:
    """The rows' shared facts; a segment is called as its column is in the file."""
    size = len(records.numbers)
    return Rows(
        numbers=records.numbers,
        counts=records.counts or [1] * size,
        dated=date_rows(mapping, records.columns.get(mapping.wave_column, []), size, file, records.habit),
        weights=_weights(records, mapping, decimal),
        segments=segments_of(records, mapping, decimal, file),
        respondents=respondent_keys(_people(records, mapping), salt) if mapping.respondent else [],
        kept=holds(records, mapping.where, decimal, file) if mapping.where else [],
    )


def _people(records: Records, mapping: Mapping) -> list[Cell]:
    """What tells respondents apart: a cell or, where other surveys have the same numbers, two together."""
    cells = records.columns[mapping.respondent]
    if not records.beside:
        return cells
    pairs = zip(cells, records.columns[records.beside], strict=True)
    return ["" if is_blank(one) else f"{as_text(one)} | {as_text(other)}" for one, other in pairs]


def _weights(records: Records, mapping: Mapping, decimal: str) -> list[float | None]:
    if not mapping.weight:
        return [1.0] * len(records.numbers)
    known: dict[Cell, float | None] = {}
    for cell in set(records.columns[mapping.weight]):
        value = number(cell, decimal)
        known[cell] = value if value is not None and 0 < value < 1e12 else None
    return [known[cell] for cell in records.columns[mapping.weight]]
