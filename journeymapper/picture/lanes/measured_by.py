"""How each touchpoint is measured: a diamond per point (filled: permanent), by what, and how often it is read."""

from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Cells, Values, lay_out_cells, per_stage
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Group, Primitive
from journeymapper.picture.sheet import Band, Cell, Sheet
from journeymapper.picture.symbols import diamond
from journeymapper.picture.type import Wrapped, fit, line_height, text_lines

DIAMOND = 9.0
TEXT_SIZE = 9.5
ROOM = 26.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Measured by")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("◆ permanent; ◇ movable or pilot")


def _method(point: MeasurementPoint) -> str:
    return point.method or point.instrument or point.system or point.asked


def _cadence(sheet: Sheet, point: MeasurementPoint) -> str:
    language = sheet.view.language
    words = {"movable": language.text("movable"), "pilot": language.text("pilot")}
    if point.status == "idea":
        return language.text("idea")
    return words.get(point.permanence) or point.read


def _main_point(sheet: Sheet, touchpoint: Touchpoint) -> MeasurementPoint | None:
    """The point whose method is written: the one shown large, else the first."""
    points = sheet.points.get(touchpoint.id, ())
    score = sheet.shown.get(touchpoint.id)
    wanted = score.point if score else touchpoint.shown_point
    return next((point for point in points if point.id == wanted), points[0] if points else None)


def _texts(sheet: Sheet, column: Column, point: MeasurementPoint) -> tuple[Wrapped, Wrapped]:
    width = column.width - 2
    method = fit(_method(point), width, ROOM, TEXT_SIZE, "medium", sheet.content, sheet.floor, 2)
    return method, fit(_cadence(sheet, point), width, ROOM, 8.5, "regular", sheet.content, sheet.floor, 2)


def _text_height(sheet: Sheet) -> float:
    """The height of the tallest text below a diamond."""
    return sheet.once("measured by", lambda: _tallest(sheet))


def _tallest(sheet: Sheet) -> float:
    def tallest(cells: tuple[Cell, ...]) -> float:
        heights = [line_height(TEXT_SIZE)]
        for column, touchpoint in cells:
            point = _main_point(sheet, touchpoint)
            if point is not None:
                heights.append(sum(text.height for text in _texts(sheet, column, point)))
        return max(heights)

    found = per_stage(sheet, "measured_by/height", lambda touchpoint: _also(sheet, touchpoint), (), tallest)
    return max(found, default=line_height(TEXT_SIZE))


def _extent(sheet: Sheet) -> Extent | None:
    if not sheet.view.project.points or not sheet.columns:
        return None
    least = 2 * PAD + DIAMOND + 3 + _text_height(sheet)
    return Extent(least, least + 16, 0.4)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    top = PAD + max(0.0, band.height - 2 * PAD - DIAMOND - 3 - _text_height(sheet)) / 2
    cells = Cells(
        lane="measured_by", also=lambda touchpoint: _also(sheet, touchpoint), shape=(top,),
        make=lambda column, touchpoint: _cell(sheet, column, touchpoint, band, top),
    )  # fmt: skip
    return lay_out_cells(sheet, band, cells)


def _also(sheet: Sheet, touchpoint: Touchpoint) -> Values:
    return sheet.points.get(touchpoint.id), sheet.shown.get(touchpoint.id)


def _cell(sheet: Sheet, column: Column, touchpoint: Touchpoint, band: Band, first: float) -> Group:
    points = sheet.points.get(touchpoint.id, ())
    main = _main_point(sheet, touchpoint)
    items: list[Primitive] = []
    cut = False
    if main is None:
        dash = fit("—", column.width, 14, 10, "regular", sheet.reader, sheet.floor)
        items += text_lines(dash, 0, band.height / 2 - 6, "regular", sheet.theme.sub, centred=column.width)
    else:
        method, cadence = _texts(sheet, column, main)
        items += _diamonds(sheet, column, points, first + DIAMOND / 2)
        top = first + DIAMOND + 3
        wide = column.width - 2
        items += text_lines(method, 1, top, "medium", sheet.theme.ink, centred=wide)
        items += text_lines(cadence, 1, top + method.height, "regular", sheet.theme.sub, centred=wide)
        cut = method.cut or cadence.cut
    alt = _alt(sheet, touchpoint, points)
    return Group(
        owner=touchpoint.id, part="measured_by", x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), alt=alt, tip=alt if cut else "",
    )  # fmt: skip


def _diamonds(sheet: Sheet, column: Column, points: tuple[MeasurementPoint, ...], y: float) -> list[Primitive]:
    theme = sheet.theme
    step = min(DIAMOND + 3, (column.width - DIAMOND) / max(1, len(points) - 1)) if len(points) > 1 else 0.0
    first = column.width / 2 - step * (len(points) - 1) / 2
    items: list[Primitive] = []
    for index, point in enumerate(points):
        colour = theme.accent if point.status in ("live", "planned") else theme.faint
        ground = "" if point.permanence == "permanent" else theme.card
        items.append(diamond(first + index * step, y, DIAMOND, colour, ground))
    return items


def _alt(sheet: Sheet, touchpoint: Touchpoint, points: tuple[MeasurementPoint, ...]) -> str:
    if not points:
        return f"{touchpoint.name}: {sheet.view.language.text('not measured')}"
    parts = [", ".join(filter(None, (point.name, _method(point), _cadence(sheet, point)))) for point in points]
    return f"{touchpoint.name}: {'; '.join(part for part in parts if part)}"


LANE = Lane(id="measured_by", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
