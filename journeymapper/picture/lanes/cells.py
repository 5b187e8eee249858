"""A lane's cells, one per touchpoint, kept stage by stage: an edit looks at the cells of one stage and lays out one."""

from collections.abc import Callable
from itertools import chain
from typing import Any, TypeVar

import msgspec

from journeymapper.model.claims import claims_of, supported
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.fading import faded, washed
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.primitives import Group, Rect
from journeymapper.picture.sheet import Band, Cell, Sheet, Stretch

T = TypeVar("T")
Values = tuple[Any, ...]
Also = Callable[[Touchpoint], Values]
CHANGE_BAR = 2.4
CARD = "card"
MEASURED = ("score", "measured_by")


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """What cells are made from: the touchpoint, the evidence on it and what `also` gives, compared by identity.

    The band's height and `shape` are compared by value. A cell is made as if column and band began at 0, and moved to
    where they stand. `claims` are the fields of the touchpoint that the lane shows, `fields`
    those whose change it marks.
    """

    lane: str
    make: Callable[[Column, Touchpoint], Group | None]
    also: Also | None = None
    claims: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    shape: Values = ()


def per_stage(sheet: Sheet, lane: str, also: Also | None, shape: Values,
              make: Callable[[tuple[Cell, ...]], T]) -> list[T]:  # fmt: skip
    """What `make` says of each stage's columns, wherever they stand; kept while their values are the same."""
    return [_of_stage(sheet, lane, stretch, also, shape, make) for stretch in sheet.stretches]


def _of_stage(sheet: Sheet, lane: str, stretch: Stretch, also: Also | None, shape: Values,
              make: Callable[[tuple[Cell, ...]], T]) -> T:  # fmt: skip
    def values() -> Values:
        if also is None:
            return stretch.values
        return (*stretch.values, *chain.from_iterable(also(touchpoint) for _, touchpoint in stretch.cells))

    place = (stretch.span.width, stretch.looks, *shape)
    return sheet.kept_of_stage(lane, stretch, values, place, lambda: make(stretch.cells))


def lay_out_cells(sheet: Sheet, band: Band, cells: Cells) -> list[Group]:
    """The groups of all touchpoints that have one."""

    def of_stage(columns: tuple[Cell, ...]) -> list[Group]:
        found = ((column, _cell(sheet, column, touchpoint, band.height, cells)) for column, touchpoint in columns)
        return [group.moved(column.x, band.top) for column, group in found if group is not None]

    stages = (
        _of_stage(sheet, cells.lane, stretch, cells.also, (stretch.span.x, band, *cells.shape), of_stage)
        for stretch in sheet.stretches
    )  # fmt: skip
    return list(chain.from_iterable(stages))


def _cell(sheet: Sheet, column: Column, touchpoint: Touchpoint, height: float, cells: Cells) -> Group | None:
    look = sheet.look(touchpoint.id)
    values = (touchpoint, sheet.supports.get(touchpoint.id), *(cells.also(touchpoint) if cells.also else ()))
    shape = (column.width, height, *cells.shape, look, touchpoint.id in sheet.selected)

    def make() -> Group | None:
        group = cells.make(column, touchpoint)
        return group and _finished(sheet, group, touchpoint, cells)

    return sheet.kept_within((cells.lane, touchpoint.id), values, shape, make)


def _finished(sheet: Sheet, group: Group, touchpoint: Touchpoint, cells: Cells) -> Group:
    """The cell as it will stand: faint or marked as changed where it is, its words without soft hyphens."""
    look = sheet.look(touchpoint.id)
    group = msgspec.structs.replace(group, alt=plain_words(group.alt), tip=plain_words(group.tip))
    known = sheet.view.emphasise == "assumptions" and _known(sheet, touchpoint, cells)
    if sheet.view.emphasise == "assumptions" and not known and group.role == "paragraph" and cells.claims:
        group = washed(group, sheet.theme)
    if look.faint or known:
        group = faded(group, sheet.theme)
    if look.changed(cells.fields or cells.claims):
        bar = Rect(x=0, y=3, width=CHANGE_BAR, height=max(1.0, group.height - 6), fill=sheet.theme.accent, radius=1)
        group = msgspec.structs.replace(group, items=(*group.items, bar))
    return group


def _known(sheet: Sheet, touchpoint: Touchpoint, cells: Cells) -> bool:
    """Whether a cell shows nothing that is only assumed: its claims are all supported, or it shows what is measured."""
    if not cells.claims:
        return cells.lane in MEASURED
    evidence, claims = sheet.supports.get(touchpoint.id, ()), claims_of(touchpoint, cells.claims)
    if not claims:
        return cells.lane != CARD or bool(evidence)  # that the touchpoint is there at all is assumed too
    return all(supported(evidence, (claim,)) for claim in claims)
