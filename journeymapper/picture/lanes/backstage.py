"""What happens behind: functions as bars with a mark where work changes hands; who, what and in which systems below.

A mark is solid where the hand-off is drawn and measured, hollow where it is not.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from journeymapper.model.journey import HandOff, Journey, Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.hyphenation import plain_words
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.lanes.paragraphs import Paragraph
from journeymapper.picture.lanes.written import Written, written_cells, written_extent
from journeymapper.picture.primitives import Ellipse, Group, Path, Primitive, Rect
from journeymapper.picture.sheet import Band, Sheet
from journeymapper.picture.type import Wrapped, fit, line_height, shared_size, text_lines

HEAD, BAR = 22.0, 16.0
TEXT_SIZE = 9.0
MARK, CLEAR = 5.5, 8.0
LONG = 0.6
"""The share of bars that must have room for their names; the others are cut."""


class Change(msgspec.Struct, frozen=True):
    """A border between two touchpoints over which work passes, with its `x` and the hand-offs drawn there."""

    x: float
    before: Touchpoint
    after: Touchpoint
    functions: tuple[str, str]
    drawn: tuple[HandOff, ...]
    measured: bool


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Backstage")


def _explain(sheet: Sheet) -> str:
    return sheet.view.language.text("function, owner, systems; › hand-off, solid: measured")


def _write(_: Sheet, touchpoint: Touchpoint) -> tuple[Paragraph, ...]:
    systems = ", ".join(each for each in touchpoint.systems if each.strip())
    done = Paragraph(touchpoint.backstage, head=touchpoint.owner)
    return tuple(each for each in (done, Paragraph(systems, quiet=True)) if each.whole.strip())


def _functions(sheet: Sheet) -> dict[str, str]:
    """Touchpoint id to its function, the stage's where it has none of its own; all touchpoints of the journey."""
    return sheet.once("functions", lambda: _looked_up(sheet.view.journey))


def _looked_up(journey: Journey) -> dict[str, str]:
    return {
        key: (journey.touchpoints[key].function or stage.function).strip()
        for stage in journey.ordered_stages()
        for key in stage.touchpoints
    }


def _written(sheet: Sheet) -> Written:
    headed = any(_functions(sheet).values()) or bool(sheet.view.journey.hand_offs)
    return Written(
        id="backstage", title=_title, explain=_explain, write=_write, claims=("backstage",), head=HEAD if headed else 0
    )


def _extent(sheet: Sheet) -> Extent | None:
    return written_extent(sheet, _written(sheet)) if sheet.touchpoints() else None


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    written = _written(sheet)
    cells = written_cells(sheet, band, written)
    if not written.head:
        return cells
    changes = _changes(sheet)
    marks = [change.x for change in changes]
    runs = [(name, _stretch(columns, marks)) for name, columns in _runs(sheet, changes) if name]
    sizes = (_bar_words(sheet, name, end - start, TEXT_SIZE, sheet.floor).size for name, (start, end) in runs)
    size = shared_size(sizes, max(TEXT_SIZE, sheet.floor), LONG)
    bars = [_bar(sheet, name, place, band, size) for name, place in runs]
    return [*bars, *(_mark(sheet, change, band) for change in changes), *cells]


def _runs(sheet: Sheet, changes: list[Change]) -> Iterator[tuple[str, list[Column]]]:
    """Neighbouring columns of one function without a mark between them."""
    functions, borders = _functions(sheet), {change.before.id for change in changes}
    run: list[Column] = []
    for column in (each for each in sheet.columns if each.touchpoint):
        if run and (run[-1].touchpoint in borders or functions[run[-1].touchpoint] != functions[column.touchpoint]):
            yield functions[run[0].touchpoint], run
            run = []
        run.append(column)
    if run:
        yield functions[run[0].touchpoint], run


def _changes(sheet: Sheet) -> list[Change]:
    """Where the function changes from a touchpoint to the next, and where a hand-off is drawn after a touchpoint."""
    journey, functions = sheet.view.journey, _functions(sheet)
    by_source: dict[str, list[HandOff]] = {}
    for hand_off in journey.hand_offs.values():
        by_source.setdefault(hand_off.source, []).append(hand_off)
    measured = {point.anchor.id for point in sheet.view.project.points.values() if point.anchor.kind == "hand-off"}
    ends = {column.touchpoint: min(column.x + column.width + 2, sheet.right - MARK - 1) for column in sheet.columns}
    found = []
    for before, after in pairwise(journey.ordered_touchpoints()):
        drawn = tuple(by_source.get(before.id, ()))
        names = functions[before.id], functions[after.id]
        if before.id in ends and (drawn or (all(names) and names[0] != names[1])):
            known = bool(drawn) and all(each.id in measured for each in drawn)
            found.append(Change(ends[before.id], before, after, names, drawn, known))
    return found


def _stretch(columns: list[Column], marks: list[float]) -> tuple[float, float]:
    """Where a bar over some columns begins and ends, clear of the marks."""
    left, right = columns[0].x, columns[-1].x + columns[-1].width
    start = left + (CLEAR if any(left - CLEAR < x < left + CLEAR for x in marks) else 1)
    end = right - (CLEAR if any(right - CLEAR < x < right + CLEAR for x in marks) else 1)
    return start, max(start + 2.0, end)


def _bar_words(sheet: Sheet, name: str, width: float, size: float, floor: float) -> Wrapped:
    room = line_height(max(size, floor))
    return fit(name, max(1.0, width - 8), room, size, "medium", sheet.content, floor, 1)


def _bar(sheet: Sheet, name: str, place: tuple[float, float], band: Band, size: float) -> Group:
    start, width, top = place[0], place[1] - place[0], PAD
    items: list[Primitive] = [Rect(x=0, y=0, width=width, height=BAR, fill=sheet.theme.soft, radius=4)]
    words = _bar_words(sheet, name, width, size, size)
    items += text_lines(words, 4, (BAR - words.height) / 2, "medium", sheet.theme.ink, centred=max(1.0, width - 8))
    plain = plain_words(name)
    return Group(
        owner="", part="function", x=start, y=band.top + top, width=width, height=BAR, items=tuple(items),
        role="cell", alt=plain, tip=plain if words.cut else "",
    )  # fmt: skip


def _mark(sheet: Sheet, change: Change, band: Band) -> Group:
    theme, side = sheet.theme, 2 * MARK
    colour = theme.accent if change.drawn else theme.sub
    ring = Ellipse(
        x=MARK, y=MARK, rx=MARK - 0.6, ry=MARK - 0.6, fill=colour if change.measured else theme.card, stroke=colour,
        stroke_width=1.2,
    )  # fmt: skip
    arrow = Path(
        steps=(("M", MARK - 1.4, MARK - 2.6), ("L", MARK + 1.6, MARK), ("L", MARK - 1.4, MARK + 2.6)),
        stroke=theme.card if change.measured else colour, stroke_width=1.3,
    )  # fmt: skip
    said = _said(sheet, change)
    return Group(
        owner=change.drawn[0].id if change.drawn else "", part="hand-off", x=change.x - MARK,
        y=band.top + PAD + BAR / 2 - MARK, width=side, height=side, items=(ring, arrow), role="figure", alt=said,
        tip=said,
    )  # fmt: skip


def _said(sheet: Sheet, change: Change) -> str:
    text, journey = sheet.view.language.text, sheet.view.journey
    from_name, to_name = change.functions
    ways = [(from_name, to_name)]
    if change.drawn:
        targets = {each.id: journey.touchpoints.get(each.target) for each in change.drawn}
        ways = [
            (each.from_function or from_name or change.before.name, each.to_function or _name(targets[each.id]))
            for each in change.drawn
        ]
    passed = "; ".join(f"{before} → {after}" for before, after in ways)
    state = text("measured") if change.measured else text("not measured")
    if not change.drawn:
        state = text("not drawn as a hand-off")
    return plain_words(f"{passed}: {state}")


def _name(touchpoint: Touchpoint | None) -> str:
    return touchpoint.name if touchpoint else ""


LANE = Lane(id="backstage", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
