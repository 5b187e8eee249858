"""The feeling that the team expects at each touchpoint, from −2 to +2, as a curve that breaks where none is stated."""

from itertools import pairwise

from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Cells, lay_out_cells
from journeymapper.picture.lanes.grades import evidence_lines, told
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Ellipse, Group, Path, Primitive
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import line, sign
from journeymapper.picture.type import text_run, text_width

CLAIMS = ("feeling",)
MARGIN = 12.0
DOT = 3.6
WIDE_DOT = 12.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Feeling")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("expected, −2…+2")


def _extent(sheet: Sheet) -> Extent | None:
    felt = any(touchpoint.feeling is not None for _, touchpoint in sheet.touchpoints())
    return Extent(54, 120, 1.4) if felt and sheet.columns else None


def _felt(sheet: Sheet) -> bool:
    """Whether measured feelings are laid over the expected ones."""
    return sheet.view.results and sheet.view.overlay is not None and sheet.view.overlay.name == "feeling"


def _y(feeling: float, height: float) -> float:
    return height / 2 - feeling / 2 * (height / 2 - MARGIN)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    cells = Cells(
        lane="feeling", claims=CLAIMS,
        make=lambda column, touchpoint: _dot(sheet, column, touchpoint, touchpoint.feeling, band),
    )  # fmt: skip
    measured = Cells(
        lane="felt", also=lambda touchpoint: (sheet.mark(touchpoint.id),),
        make=lambda column, touchpoint: _measured(sheet, column, touchpoint, band),
    )  # fmt: skip
    felt = tuple(touchpoint.feeling for _, touchpoint in sheet.touchpoints())
    place = (felt, tuple(column.x for column in sheet.columns), sheet.columns[0].width, band.top, band.height)
    curve = sheet.kept(("feeling", ""), (), place, lambda: _curve(sheet, band))
    return [curve, *lay_out_cells(sheet, band, cells), *(lay_out_cells(sheet, band, measured) if _felt(sheet) else [])]


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


def _dot(sheet: Sheet, column: Column, touchpoint: Touchpoint, feeling: int | None, band: Band) -> Group | None:
    if feeling is None:
        return None
    theme, language = sheet.theme, sheet.view.language
    middle = WIDE_DOT / 2
    dot = Ellipse(x=middle, y=middle, rx=DOT, ry=DOT, fill=theme.card, stroke=theme.accent, stroke_width=1.5)
    felt = language.number(feeling, sign=True)
    alt = language.text("{touchpoint}: expected feeling {feeling}", touchpoint=touchpoint.name, feeling=felt)
    x, y = column.width / 2 - middle, _y(feeling, band.height) - middle
    return Group(
        owner=touchpoint.id, part="feeling", x=x, y=y, width=WIDE_DOT, height=WIDE_DOT, items=(dot,), role="figure",
        alt=alt, tip=told(alt, evidence_lines(sheet, touchpoint, CLAIMS)),
    )  # fmt: skip


def _measured(sheet: Sheet, column: Column, touchpoint: Touchpoint, band: Band) -> Group | None:
    """What the score says, as a square on the same scale."""
    mark = sheet.mark(touchpoint.id)
    if mark is None or mark.felt is None:
        return None
    middle, theme, language = WIDE_DOT / 2, sheet.theme, sheet.view.language
    square = sign("■", middle, middle, DOT * 2.2, theme.tone_colour(mark.tone), theme.card)
    felt = language.number(mark.felt, 1, sign=True)
    alt = language.text("{touchpoint}: measured {felt}", touchpoint=touchpoint.name, felt=felt)
    x, y = column.width / 2 - middle, _y(mark.felt, band.height) - middle
    return Group(
        owner=touchpoint.id, part="felt", x=x, y=y, width=WIDE_DOT, height=WIDE_DOT, items=(square,), role="figure",
        alt=alt,
    )  # fmt: skip


LANE = Lane(id="feeling", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out, axis=16.0)
