"""What the person says of a file's columns, as one frozen value, and the mapping that it makes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from journeymapper.model.event_log import LogColumns
from journeymapper.model.messages import Refusal
from journeymapper.model.sources import Band, ColumnUse, CommentUse, Granularity, Mapping, Rule
from journeymapper.results.matching import column_index
from journeymapper.results.readers.grid import Wish

Role = Literal["", "point", "wave", "date", "weight", "segment", "respondent", "comments", "persona", "account", "role"]
SINGLE: tuple[Role, ...] = ("weight", "respondent", "persona", "account", "role")
ALONE: tuple[tuple[Role, ...], ...] = (("wave", "date"), *((role,) for role in SINGLE))
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


class Extras(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of rows rather than of a column: rules, bands, a filter, bases of points by expression, windows."""

    rules: tuple[Rule, ...] = ()
    bands: tuple[Band, ...] = ()
    where: str = ""
    bases: tuple[tuple[str, str], ...] = ()
    rolling: int = 0
    beliefs: bool = False


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What all columns are for. Without a `period` the whole file is the wave of that label, dates only dates."""

    columns: dict[str, Choice] = {}
    wave: str = ""
    period: Granularity | None = None
    aggregates: bool = False
    extras: Extras = Extras()
    log: LogColumns | None = None

    @property
    def by_columns(self) -> bool:
        """Whether columns are chosen one by one, as they are but for computed figures and event logs."""
        return not self.aggregates and self.log is None

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
    named = ("sheet", "encoding", "delimiter", "decimal", "header_row", "date_order")
    settings = {name: getattr(wish, name) for name in named}
    if choices.log:
        return Mapping(log=choices.log, **settings)
    if choices.aggregates:
        return Mapping(aggregates=True, wave=choices.wave, **settings)
    here = {name: choices.of(name) for name in names}
    known = msgspec.structs.replace(choices, columns={name: here[name] for name in choices.columns if name in here})
    extras, bases = choices.extras, dict(choices.extras.bases)
    uses = [use for choice in here.values() for use in choice.uses]
    return Mapping(
        columns=tuple(msgspec.structs.replace(use, base=bases.get(use.point, "")) for use in uses),
        comments=tuple(_comments(here)),
        rules=extras.rules,
        bands=tuple(band for band in extras.bands if band.column in here),
        where=extras.where,
        rolling=extras.rolling if known.period == "month" else 0,
        beliefs=extras.beliefs,
        segments=tuple(name for name, choice in here.items() if choice.role == "segment"),
        **_waves(known),  # type: ignore[arg-type]  # fields of Mapping by their names
        **{role: known.column_of(role) for role in SINGLE},  # type: ignore[arg-type]  # fields by their names too
        **settings,
    )


def _comments(columns: dict[str, Choice]) -> Iterator[CommentUse]:
    """Columns of comments with the point before them in the file, else the first one after."""
    points = [(place, choice.uses[0].point) for place, choice in enumerate(columns.values()) if choice.uses]
    for place, (name, choice) in enumerate(columns.items()):
        if choice.role == "comments" and points:
            before = [point for at, point in points if at < place]
            yield CommentUse(column=name, point=before[-1] if before else points[0][1])


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
        put(use.column, "point", msgspec.structs.replace(use, base=""))
    for column, role in _roles(mapping):
        put(column, role)
    extras = Extras(
        rules=mapping.rules,
        bands=mapping.bands,
        where=mapping.where,
        bases=tuple((use.point, use.base) for use in mapping.columns if use.base),
        rolling=mapping.rolling,
        beliefs=mapping.beliefs,
    )
    made = Choices(
        columns=columns,
        wave=mapping.wave,
        period=mapping.granularity,
        aggregates=mapping.aggregates,
        extras=extras,
        log=mapping.log,
    )
    return made, tuple(lacking)


def _roles(mapping: Mapping) -> Iterator[tuple[str, Role]]:
    """The columns of a mapping that feed no point, with what they are for."""
    if mapping.wave_column:
        yield mapping.wave_column, "date" if mapping.granularity or mapping.wave else "wave"
    for role in SINGLE:
        if column := getattr(mapping, role):
            yield column, role
    for comment in mapping.comments:
        yield comment.column, "comments"
    for segment in mapping.segments:
        yield segment, "segment"
