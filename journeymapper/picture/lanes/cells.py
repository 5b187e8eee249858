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

    The band and `shape` are compared by value. `claims` are the fields of the touchpoint that the lane shows, `fields`
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
    """What `make` says of each stage's columns, kept while their values and places are the same."""
    return [_of_stage(sheet, lane, stretch, also, shape, make) for stretch in sheet.stretches]


def _of_stage(sheet: Sheet, lane: str, stretch: Stretch, also: Also | None, shape: Values,
              make: Callable[[tuple[Cell, ...]], T]) -> T:  # fmt: skip
    values, span = stretch.values, stretch.span
    if also is not None:
        values = (*values, *chain.from_iterable(also(touchpoint) for _, touchpoint in stretch.cells))
    key = (f"{lane}/stage", f"{span.part.stage.id}/{span.part.piece}")
    place = (span.x, span.width, stretch.looks, *shape)
    return sheet.kept(key, values, place, lambda: make(stretch.cells))


def lay_out_cells(sheet: Sheet, band: Band, cells: Cells) -> list[Group]:
    """The groups of all touchpoints that have one."""
    where = (band.top, band.height, *cells.shape)

    def of_stage(columns: tuple[Cell, ...]) -> list[Group]:
        groups = (_cell(sheet, column, touchpoint, where, cells) for column, touchpoint in columns)
        return [group for group in groups if group is not None]

    return list(chain.from_iterable(per_stage(sheet, cells.lane, cells.also, where, of_stage)))


def _cell(sheet: Sheet, column: Column, touchpoint: Touchpoint, where: Values, cells: Cells) -> Group | None:
    look = sheet.look(touchpoint.id)
    values = (touchpoint, sheet.supports.get(touchpoint.id), *(cells.also(touchpoint) if cells.also else ()))
    shape = (column.x, column.width, *where, look, touchpoint.id in sheet.selected)

    def make() -> Group | None:
        group = cells.make(column, touchpoint)
        return group and _finished(sheet, group, touchpoint, cells)

    return sheet.kept((cells.lane, touchpoint.id), values, shape, make)


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
