"""The feeling that the team expects at each touchpoint, from −2 to +2, as a curve that breaks where none is stated."""

from itertools import pairwise

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Ellipse, Group, Path, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line
from journeymapper.picture.type import text_run, text_width

MARGIN = 12.0
DOT = 3.6
WIDE_DOT = 12.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Feeling")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("expected, −2…+2")


def _extent(sheet: Sheet) -> Extent | None:
    felt = any(touchpoint.feeling is not None for touchpoint in sheet.view.journey.touchpoints.values())
    return Extent(54, 120, 1.4) if felt and sheet.columns else None


def _y(feeling: int, height: float) -> float:
    return height / 2 - feeling / 2 * (height / 2 - MARGIN)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    dots = [_dot(sheet, column, t, t.feeling, band) for column, t in sheet.touchpoints() if t.feeling is not None]
    return [_curve(sheet, band), *dots]


def _curve(sheet: Sheet, band: Band) -> Group:
    theme = sheet.theme
    items: list[Primitive] = []
    size = max(8.0, sheet.floor)
    for value in (-2, 0, 2):
        y = _y(value, band.height)
        items.append(line(sheet.left, y, sheet.right - PAD, y, theme.soft))
        text = sheet.view.language.number(value, sign=True)
        items.append(
            text_run(text, sheet.left - PAD - text_width(text, size), y + size * 0.36, size, "regular", theme.sub)
        )
    for before, after in pairwise(sheet.touchpoints()):
        items += _piece(sheet, before, after, band.height)
    return Group(
        owner="", part="curve-feeling", x=0, y=band.top, width=sheet.right, height=band.height, items=tuple(items),
        role="decoration",
    )  # fmt: skip


def _piece(sheet: Sheet, before: tuple[Column, Touchpoint], after: tuple[Column, Touchpoint],
           height: float) -> list[Primitive]:  # fmt: skip
    """The curve between two neighbours, level at both."""
    start, end = before[1].feeling, after[1].feeling
    if start is None or end is None:
        return []
    x1, x2, y1, y2 = before[0].centre, after[0].centre, _y(start, height), _y(end, height)
    bend = (x1 + x2) / 2
    steps = (("M", x1, y1), ("C", bend, y1, bend, y2, x2, y2))
    return [Path(steps=steps, stroke=sheet.theme.accent, stroke_width=1.4)]


def _dot(sheet: Sheet, column: Column, touchpoint: Touchpoint, feeling: int, band: Band) -> Group:
    def make() -> Group:
        dot = Ellipse(
            x=WIDE_DOT / 2, y=WIDE_DOT / 2, rx=DOT, ry=DOT, fill=sheet.theme.card, stroke=sheet.theme.accent,
            stroke_width=1.5,
        )  # fmt: skip
        felt = sheet.view.language.number(feeling, sign=True)
        alt = sheet.view.language.text(
            "{touchpoint}: expected feeling {feeling}", touchpoint=touchpoint.name, feeling=felt
        )
        x, y = column.centre - WIDE_DOT / 2, band.top + _y(feeling, band.height) - WIDE_DOT / 2
        return Group(
            owner=touchpoint.id, part="feeling", x=x, y=y, width=WIDE_DOT, height=WIDE_DOT, items=(dot,),
            role="figure", alt=alt,
        )  # fmt: skip

    return sheet.group(("feeling", touchpoint.id), (touchpoint,), (column.centre, band.top, band.height), make)


LANE = Lane(id="feeling", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out, axis=16.0)
