"""Each touchpoint's score on its own 0–100 goalposts: sign, 95 % whisker, target in dashes, the gap to it in red.

No line joins the marks: it would read as a curve of feeling, which has a lane of its own.
"""

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.figures import Figure, figure, why_no_figure
from journeymapper.picture.lanes.cells import Cells, Values, lay_out_cells
from journeymapper.picture.lanes.label_place import Box, place_label
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.overlays.overlay import Other
from journeymapper.picture.primitives import Group, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.symbols import hatching, line, sign, verdict_sign
from journeymapper.picture.type import baseline, fit, line_height, text_lines, text_run, text_width

MARGIN = 14.0
MARK = 11.0
VALUE_SIZE = 10.5
AXIS_SIZE = 8.0


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Score")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("own scale as 0–100, 95 % interval, dashes: target")


def _extent(sheet: Sheet) -> Extent | None:
    return Extent(110, 380, 5.0) if sheet.view.results and sheet.touchpoints() else None


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    cells = Cells(
        lane="score", also=lambda touchpoint: _also(sheet, touchpoint),
        make=lambda column, touchpoint: _column(sheet, column, touchpoint, band),
    )  # fmt: skip
    grid = sheet.kept(("score", ""), (), (band,), lambda: _grid(sheet, band))
    return [grid, *lay_out_cells(sheet, band, cells)]


def _also(sheet: Sheet, touchpoint: Touchpoint) -> Values:
    score, project = sheet.score(touchpoint.id), sheet.view.project
    point = project.points[score.point] if score else None
    metric = project.metrics[point.metric] if point else None
    return score, point, metric, sheet.points.get(touchpoint.id), sheet.mark(touchpoint.id)


def _y(value: float, height: float) -> float:
    return height - MARGIN - value / 100 * (height - 2 * MARGIN)


def _grid(sheet: Sheet, band: Band) -> Group:
    items: list[Primitive] = []
    for value in (0, 50, 100):
        y = _y(value, band.height)
        items.append(line(sheet.left, y, sheet.right - PAD, y, sheet.theme.soft))
        text = sheet.view.language.number(value)
        size = max(AXIS_SIZE, sheet.floor)
        x = sheet.left - PAD - text_width(text, size)
        items.append(text_run(text, x, y + size * 0.36, size, "regular", sheet.theme.sub))
    return Group(
        owner="", part="axis-score", x=0, y=band.top, width=sheet.right, height=band.height, items=tuple(items),
        role="decoration",
    )  # fmt: skip


def _column(sheet: Sheet, column: Column, touchpoint: Touchpoint, band: Band) -> Group:
    score, language = sheet.score(touchpoint.id), sheet.view.language
    words = figure(sheet.view.project, language, score) if score else Figure()
    if score is not None and score.shown and score.score100 is not None:
        mark = sheet.mark(touchpoint.id)
        items = [
            *_others(sheet, column, score.score100, mark.others if mark else (), band.height),
            *_mark(sheet, column, score, words, band.height),
        ]
        alt = f"{touchpoint.name}: {words.spoken}"
    else:
        why = why_no_figure(language, touchpoint, score, bool(sheet.points.get(touchpoint.id)))
        items = _unmeasured(sheet, column, why, band.height)
        alt = f"{touchpoint.name}: {why}"
    return Group(
        owner=touchpoint.id, part="score", x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), role="figure", alt=alt,
    )  # fmt: skip


def _unmeasured(sheet: Sheet, column: Column, why: str, height: float) -> list[Primitive]:
    """A hatched column that says why it is empty."""
    theme, width = sheet.theme, column.width
    words = fit(why, width - 8, height - 20, 8.5, "medium", sheet.reader, sheet.floor)
    top = (height - words.height) / 2
    patch = Rect(x=2, y=top - 3, width=width - 4, height=words.height + 6, fill=theme.card, radius=3)
    frame = Rect(x=0, y=PAD, width=width, height=height - 2 * PAD, fill=theme.ground, radius=4)
    lines = text_lines(words, 4, top, "medium", theme.sub, centred=width - 8)
    return [frame, hatching(0, PAD, width, height - 2 * PAD, theme.hatch), patch, *lines]


def _mark(sheet: Sheet, column: Column, score: Score, words: Figure, height: float) -> list[Primitive]:
    theme, middle = sheet.theme, column.width / 2
    colour = theme.verdict_colour(score)
    y = _y(score.score100 or 0.0, height)
    items: list[Primitive] = []
    taken: list[Box] = [Box(middle - MARK / 2, y - MARK / 2, MARK, MARK)]
    if score.indicative:
        items += _indicative(sheet, middle, height)
    if score.target100 is not None:
        items += _target(sheet, column, score, y, _y(score.target100, height))
        reach = _reach(column)
        taken.append(Box(middle - reach, _y(score.target100, height) - 1, 2 * reach, 2))
    if score.low100 is not None or score.high100 is not None:
        ends = (_y(score.high100 if score.high100 is not None else score.score100 or 0, height),
                _y(score.low100 if score.low100 is not None else score.score100 or 0, height))  # fmt: skip
        items += _whisker(middle, ends, colour, (score.high100 is not None, score.low100 is not None))
        taken.append(Box(middle - 4, ends[0], 8, ends[1] - ends[0]))
    items.append(sign(verdict_sign(score), middle, y, MARK, colour, theme.card))
    return [*items, *_value(sheet, column, words.bare + _beyond(score), colour, (y, height), taken)]


def _others(sheet: Sheet, column: Column, value: float, others: tuple[Other, ...], height: float) -> list[Primitive]:
    """The other figures of an overlay as rings, joined to the score's own mark: a dumb-bell."""
    theme, middle = sheet.theme, column.width / 2
    items: list[Primitive] = []
    for other in others:
        y = _y(other.value100, height)
        items.append(line(middle, _y(value, height), middle, y, theme.path, 4.0))
    rings = [sign("○", middle, _y(other.value100, height), MARK, theme.ink, theme.card) for other in others]
    return items + rings


def _beyond(score: Score) -> str:
    """An arrow after a value that lies beyond the end of its scale."""
    if not score.clipped:
        return ""
    return "↓" if (score.score100 or 0.0) < 50 else "↑"


def _reach(column: Column) -> float:
    """Half the length of a target's dashes."""
    return min(17.0, column.width / 2 - 1)


def _target(sheet: Sheet, column: Column, score: Score, y: float, target: float) -> list[Primitive]:
    middle, reach, theme = column.width / 2, _reach(column), sheet.theme
    items: list[Primitive] = []
    if score.verdict in ("worse", "better"):
        tint = theme.gap if score.verdict == "worse" else theme.gain
        items.append(Rect(x=middle - 8, y=min(y, target), width=16, height=abs(target - y), fill=tint))
    items.append(line(middle - reach, target, middle + reach, target, theme.ink, 1.3, (3.2, 1.8)))
    return items


def _whisker(x: float, ends: tuple[float, float], colour: str, closed: tuple[bool, bool]) -> list[Primitive]:
    """The interval; an end without a limit has no cap."""
    caps = [line(x - 4, y, x + 4, y, colour, 1.1) for y, shut in zip(ends, closed, strict=True) if shut]
    return [line(x, ends[0], x, ends[1], colour, 1.1), *caps]


def _indicative(sheet: Sheet, middle: float, height: float) -> list[Primitive]:
    """A hatched stripe behind a score that rests on few answers."""
    return [hatching(middle - 12, MARGIN, 24, height - 2 * MARGIN, sheet.theme.hatch, 4.0)]


def _value(sheet: Sheet, column: Column, text: str, colour: str, at: tuple[float, float],
           taken: list[Box]) -> list[Primitive]:  # fmt: skip
    """The value beside its mark, on the free side, on a halo."""
    y, height = at
    written = fit(text, column.width - 2, 20, VALUE_SIZE, "bold", sheet.reader, sheet.floor, 1)
    line_text = written.lines[0] if written.lines else ""
    width, tall = text_width(line_text, written.size, "bold"), line_height(written.size) * 0.82
    bounds = Box(0, 1, column.width, height - 2)
    box = place_label((width, tall), (column.width / 2, y), MARK / 2 + 2, bounds, taken)
    top = box.y - (line_height(written.size) - tall) / 2
    run = text_run(line_text, box.x, baseline(top, written.size), written.size, "bold", colour)
    return [msgspec.structs.replace(run, halo=sheet.theme.card)]


LANE = Lane(id="score", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out, axis=16.0)
