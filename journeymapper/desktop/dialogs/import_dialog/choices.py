"""What the person says of a file's columns, as one frozen value, and the mapping that it makes."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import ColumnUse, Granularity, Mapping
from journeymapper.results.matching import column_index
from journeymapper.results.readers.grid import Wish

Role = Literal["", "point", "wave", "date", "weight", "segment"]
ALONE: tuple[tuple[Role, ...], ...] = (("wave", "date"), ("weight",))
PERIODS: tuple[Granularity, ...] = ("month", "quarter", "half", "year")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What one column is for; `uses` are the points that it feeds where it feeds any."""

    role: Role = ""
    uses: tuple[ColumnUse, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes for no answer, the same for all points of the column."""
        return self.uses[0].missing if self.uses else ()

    def with_missing(self, codes: Iterable[str]) -> "Choice":
        """With these codes for no answer."""
        kept = tuple(dict.fromkeys(code.strip() for code in codes if code.strip()))
        return self.with_uses(msgspec.structs.replace(use, missing=kept) for use in self.uses)

    def with_uses(self, uses: Iterable[ColumnUse]) -> "Choice":
        """Feeding these points."""
        kept = tuple(uses)
        return Choice(role="point", uses=kept) if kept else Choice()


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What all columns are for. Without a `period` the whole file is the wave of that label, dates only dates."""

    columns: dict[str, Choice] = {}
    wave: str = ""
    period: Granularity | None = None
    aggregates: bool = False

    def of(self, column: str) -> Choice:
        """What a column is for."""
        return self.columns.get(column, Choice())

    def column_of(self, *roles: Role) -> str:
        """The first column of one of these roles; empty where there is none."""
        return next((name for name, choice in self.columns.items() if choice.role in roles), "")

    def with_column(self, column: str, choice: Choice) -> "Choices":
        """With another use of a column; of waves and weights a file has one column, so another one gives way."""
        rivals = next((group for group in ALONE if choice.role in group), ())
        kept = {name: old for name, old in self.columns.items() if name != column and old.role not in rivals}
        if choice.role:
            kept[column] = choice
        return msgspec.structs.replace(self, columns=kept)


def mapping_of(choices: Choices, names: Sequence[str], wish: Wish) -> Mapping:
    """The mapping for a file of these columns; choices for columns that it lacks are left out."""
    settings = {name: getattr(wish, name) for name in ("sheet", "encoding", "delimiter", "decimal", "header_row")}
    if choices.aggregates:
        return Mapping(aggregates=True, wave=choices.wave, **settings)
    here = {name: choices.of(name) for name in names}
    known = msgspec.structs.replace(choices, columns={name: here[name] for name in choices.columns if name in here})
    return Mapping(
        columns=tuple(use for choice in here.values() for use in choice.uses),
        weight=known.column_of("weight"),
        segments=tuple(name for name, choice in here.items() if choice.role == "segment"),
        **_waves(known),  # type: ignore[arg-type]  # fields of Mapping by their names
        **settings,
    )


def _waves(choices: Choices) -> dict[str, str | None]:
    if labels := choices.column_of("wave"):
        return {"wave_column": labels}
    dates = choices.column_of("date")
    if dates and choices.period:
        return {"wave_column": dates, "granularity": choices.period}
    return {"wave": choices.wave, "wave_column": dates}


def choices_of(mapping: Mapping, names: Sequence[str], file: str) -> tuple[Choices, tuple[str, ...]]:
    """The choices that a mapping makes for a file of these columns, and the columns that the file lacks."""
    columns: dict[str, Choice] = {}
    lacking: list[str] = []

    def put(column: str, role: Role, *uses: ColumnUse) -> None:
        try:
            name = names[column_index(names, column, file)]
        except Refusal:
            lacking.append(column)
            return
        here = tuple(msgspec.structs.replace(use, column=name) for use in uses)
        before = columns[name].uses if name in columns else ()
        columns[name] = Choice(role=role, uses=(*before, *here))

    for use in mapping.columns:
        put(use.column, "point", use)
    if mapping.wave_column:
        put(mapping.wave_column, "date" if mapping.granularity or mapping.wave else "wave")
    if mapping.weight:
        put(mapping.weight, "weight")
    for segment in mapping.segments:
        put(segment, "segment")
    made = Choices(columns=columns, wave=mapping.wave, period=mapping.granularity, aggregates=mapping.aggregates)
    return made, tuple(lacking)
