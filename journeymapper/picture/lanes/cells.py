"""A lane's cells, one per touchpoint, kept stage by stage: an edit looks at the cells of one stage and lays out one."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeVar

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column, Span
from journeymapper.picture.fading import faded
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.looks import claims_of, supported
from journeymapper.picture.primitives import Group, Rect
from journeymapper.picture.sheet import Band, Sheet

T = TypeVar("T")
Values = tuple[Any, ...]
CHANGE_BAR = 2.4
MEASURED = ("score", "measured_by")


class Cells(msgspec.Struct, frozen=True, kw_only=True):
    """What cells are made from: `values` are compared by identity, the band and `shape` by value.

    `claims` are the fields of the touchpoint that the lane shows, `fields` those whose change it marks.
    """

    lane: str
    values: Callable[[Touchpoint], Values]
    make: Callable[[Column, Touchpoint], Group | None]
    claims: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    shape: Values = ()


def just(touchpoint: Touchpoint) -> Values:
    """The values of cells that show the touchpoint alone."""
    return (touchpoint,)


def per_stage(sheet: Sheet, lane: str, values: Callable[[Touchpoint], Values], shape: Values,
              make: Callable[[tuple[tuple[Column, Touchpoint], ...]], T]) -> list[T]:  # fmt: skip
    """What `make` says of each stage's columns, kept while their values and places are the same."""
    found = []
    for span, cells in sheet.by_span:
        if cells:
            of_all = tuple(chain.from_iterable(values(touchpoint) for _, touchpoint in cells))
            place = (span.x, span.width, *shape, _looks(sheet, cells))
            found.append(sheet.kept(_key(lane, span), of_all, place, lambda cells=cells: make(cells)))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    return found


def _key(lane: str, span: Span) -> tuple[str, str]:
    return f"{lane}/stage", f"{span.part.stage.id}/{span.part.piece}"


def _looks(sheet: Sheet, cells: Iterable[tuple[Column, Touchpoint]]) -> Values:
    """What sets the touchpoints apart: the look of each, and which are selected."""
    selected = sheet.view.selected
    chosen = tuple(t.id for _, t in cells if t.id in selected) if selected else ()
    return tuple((t.id, sheet.looks[t.id]) for _, t in cells if t.id in sheet.looks) if sheet.looks else (), chosen


def lay_out_cells(sheet: Sheet, band: Band, cells: Cells) -> list[Group]:
    """The groups of all touchpoints that have one."""
    where = (band.top, band.height, *cells.shape)

    def of_stage(columns: tuple[tuple[Column, Touchpoint], ...]) -> list[Group]:
        groups = (_cell(sheet, column, touchpoint, where, cells) for column, touchpoint in columns)
        return [group for group in groups if group is not None]

    def values(touchpoint: Touchpoint) -> Values:
        return (*cells.values(touchpoint), sheet.supports.get(touchpoint.id))

    return list(chain.from_iterable(per_stage(sheet, cells.lane, values, where, of_stage)))


def _cell(sheet: Sheet, column: Column, touchpoint: Touchpoint, where: Values, cells: Cells) -> Group | None:
    look = sheet.look(touchpoint.id)
    values = (*cells.values(touchpoint), sheet.supports.get(touchpoint.id))
    shape = (column.x, column.width, *where, look, touchpoint.id in sheet.view.selected)

    def make() -> Group | None:
        group = cells.make(column, touchpoint)
        return group and _finished(sheet, group, touchpoint, cells)

    return sheet.kept((cells.lane, touchpoint.id), values, shape, make)


def _finished(sheet: Sheet, group: Group, touchpoint: Touchpoint, cells: Cells) -> Group:
    """The cell as it will stand: faint or marked as changed where it is, its words without soft hyphens."""
    look = sheet.look(touchpoint.id)
    group = msgspec.structs.replace(group, alt=plain_words(group.alt), tip=plain_words(group.tip))
    if look.faint or (sheet.view.emphasise == "assumptions" and _known(sheet, touchpoint, cells)):
        group = faded(group, sheet.theme)
    if look.changed(cells.fields or cells.claims):
        bar = Rect(x=0, y=3, width=CHANGE_BAR, height=max(1.0, group.height - 6), fill=sheet.theme.accent, radius=1)
        group = msgspec.structs.replace(group, items=(*group.items, bar))
    return group


def _known(sheet: Sheet, touchpoint: Touchpoint, cells: Cells) -> bool:
    """Whether a cell shows nothing that is only assumed: its claims are all supported, or it shows what is measured."""
    if not cells.claims:
        return cells.lane in MEASURED
    evidence = sheet.supports.get(touchpoint.id, ())
    return all(supported(evidence, (claim,)) for claim in claims_of(touchpoint, cells.claims))
