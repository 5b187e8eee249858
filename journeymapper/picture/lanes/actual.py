"""What people did according to event logs: a ribbon as wide as the flow, who left where, who went back."""

from itertools import pairwise

from journeymapper.analysis.paths.flow import Turn
from journeymapper.analysis.paths.report import PathReport
from journeymapper.language.units import format_time
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column
from journeymapper.picture.lanes.cells import Cells, lay_out_cells
from journeymapper.picture.lanes.lane import PAD, Extent, Lane
from journeymapper.picture.primitives import Group, Path, Primitive
from journeymapper.picture.sheet import Band, Cell, Sheet
from journeymapper.picture.type import fit, line_height, text_lines

SIZE = 8.5
RIBBON, MOST_RIBBON = 22.0, 60.0
ARC = 12.0
NOTES = 2
FEW = 0.01
"""Ways back that fewer of the cases took are left to the table."""


def _title(sheet: Sheet) -> str:
    return sheet.view.language.text("Actual path")


def _explain(sheet: Sheet) -> str:
    report, language = sheet.view.paths, sheet.view.language
    if report is None:
        return ""
    cases = language.plural("{n} case from the logs", "{n} cases from the logs", report.cases)
    if not report.funnel.completed:
        return cases
    share = language.percent(100 * report.straight / report.funnel.completed)
    return f"{cases}; {language.text('of those that finished, {share} went as assumed', share=share)}"


def _report(sheet: Sheet) -> PathReport | None:
    """The report on this journey; groups that are too small are not shown."""
    report = sheet.view.paths
    least = sheet.view.project.settings.suppress_under
    return report if sheet.view.results and report is not None and report.cases >= max(1, least) else None


def _extent(sheet: Sheet) -> Extent | None:
    if _report(sheet) is None or not sheet.touchpoints():
        return None
    rows = (1 + NOTES) * line_height(_size(sheet))
    return Extent(2 * PAD + rows + RIBBON + ARC, 2 * PAD + rows + MOST_RIBBON + ARC, 0.8)


def _size(sheet: Sheet) -> float:
    return max(SIZE, sheet.floor)


def _lay_out(sheet: Sheet, band: Band) -> list[Group]:
    report = _report(sheet)
    if report is None:
        return []
    cells = Cells(
        lane="actual", also=lambda _: (report,),
        make=lambda column, touchpoint: _cell(sheet, report, column, touchpoint, band), shape=(_named(sheet, report),),
    )  # fmt: skip
    place = (band, tuple((column.touchpoint, column.x, column.width) for column in sheet.columns))
    ribbon = sheet.kept(("actual", "ribbon"), (report,), place, lambda: _ribbon(sheet, report, band))
    return [ribbon, *lay_out_cells(sheet, band, cells)]


def _named(sheet: Sheet, report: PathReport) -> tuple[str, ...]:
    """The names of all touchpoints that the logs tell of: cells name one another, and some may be gone meanwhile."""
    there = sheet.view.journey.touchpoints
    return tuple(there[key].name if key in there else "" for key in report.flow.cases_at)


def _ribbon_box(sheet: Sheet, band: Band) -> tuple[float, float]:
    """Top and height of the ribbon's room in the band."""
    size = line_height(_size(sheet))
    return PAD + size, max(1.0, band.height - 2 * PAD - (1 + NOTES) * size - ARC)


def _ribbon(sheet: Sheet, report: PathReport, band: Band) -> Group:
    """The ribbon from step to step of the happy path, and arcs below it for the ways back."""
    top, room = _ribbon_box(sheet, band)
    on_path = [cell for cell in sheet.touchpoints() if cell[1].id in report.plan.happy]
    most = max((report.flow.cases_at.get(t.id, 0) for _, t in on_path), default=0)
    items: list[Primitive] = []
    if most:
        items += [_between(a, b, report, (top, room / most)) for a, b in pairwise(on_path)]
    places = {touchpoint.id: column.centre for column, touchpoint in sheet.touchpoints()}
    for turn in _back(report):
        if turn.source in places and turn.target in places:
            items.append(_arc(places[turn.source], places[turn.target], top + room + 2, sheet.theme.worse))
    return Group(
        owner="", part="curve-actual", x=0, y=band.top, width=sheet.right, height=band.height,
        items=tuple(_coloured(item, sheet.theme.path) for item in items), role="decoration",
    )  # fmt: skip


def _coloured(item: Primitive, colour: str) -> Primitive:
    """A piece of the ribbon in its colour; arcs have theirs."""
    if isinstance(item, Path) and not item.stroke:
        return Path(steps=item.steps, fill=colour)
    return item


def _between(before: Cell, after: Cell, report: PathReport, scale: tuple[float, float]) -> Path:
    """The ribbon between two steps, hanging from one height, level across each column."""
    top, unit = scale
    (a, first), (b, second) = before, after
    high, low = (report.flow.cases_at.get(t.id, 0) * unit for t in (first, second))
    corners = [
        (a.x, top), (b.x + b.width, top), (b.x + b.width, top + low), (b.x, top + low), (a.x + a.width, top + high),
        (a.x, top + high),
    ]  # fmt: skip
    (x, y), *rest = corners
    return Path(steps=(("M", x, y), *(("L", c, d) for c, d in rest), ("Z",)))


def _arc(source: float, target: float, y: float, colour: str) -> Path:
    steps = (("M", source, y), ("C", source, y + ARC, target, y + ARC, target, y))
    return Path(steps=steps, stroke=colour, stroke_width=1.2)


def _back(report: PathReport) -> list[Turn]:
    """The ways back that enough cases took."""
    return [turn for turn in report.flow.loops if turn.cases >= max(1.0, FEW * report.cases)]


def _cell(sheet: Sheet, report: PathReport, column: Column, touchpoint: Touchpoint, band: Band) -> Group | None:
    here = report.flow.cases_at.get(touchpoint.id, 0)
    if not here:
        return None
    language, theme, size = sheet.view.language, sheet.theme, _size(sheet)
    room = line_height(size)
    items: list[Primitive] = []
    count = fit(language.number(here), column.width, room, size, "semibold", sheet.reader, sheet.floor, 1)
    items += text_lines(count, 0, PAD, "semibold", theme.ink, centred=column.width)
    top, ribbon = _ribbon_box(sheet, band)
    y = top + ribbon + ARC
    for words, colour in _notes(sheet, report, touchpoint.id)[:NOTES]:
        line = fit(words, column.width, room, size, "medium", sheet.reader, sheet.floor, 1)
        items += text_lines(line, 0, y, "medium", colour, centred=column.width)
        y += room
    alt = _alt(sheet, report, touchpoint)
    return Group(
        owner=touchpoint.id, part="actual", x=0, y=0, width=column.width, height=band.height,
        items=tuple(items), role="figure", alt=alt, tip=alt,
    )  # fmt: skip


def _notes(sheet: Sheet, report: PathReport, key: str) -> list[tuple[str, str]]:
    """Who left the path here, and who went back from here."""
    text, theme = sheet.view.language.text, sheet.theme
    left = next((step.dropped for step in report.funnel.steps if step.step == key), 0)
    back = sum(turn.cases for turn in _back(report) if turn.source == key)
    number, least = sheet.view.language.number, sheet.view.project.settings.suppress_under
    left, back = (count if count >= least else 0 for count in (left, back))
    notes = [(text("{n} left", n=number(left)), theme.certainly_worse)] if left and not _is_last(report, key) else []
    return [*notes, *([(text("{n} back", n=number(back)), theme.worse)] if back else [])]


def _is_last(report: PathReport, key: str) -> bool:
    return report.plan.happy[-1:] == (key,)


def _alt(sheet: Sheet, report: PathReport, touchpoint: Touchpoint) -> str:
    language, names = sheet.view.language, sheet.view.journey.touchpoints
    count = language.plural("{n} case", "{n} cases", report.flow.cases_at.get(touchpoint.id, 0))
    parts = [f"{touchpoint.name}: {count}", *(words for words, _ in _notes(sheet, report, touchpoint.id))]
    for turn in _back(report):
        if turn.source == touchpoint.id and turn.target in names:
            parts.append(language.text("back to: {touchpoint}", touchpoint=names[turn.target].name))
    for edge in report.flow.edges:
        if edge.source == touchpoint.id and edge.target in names and edge.gap.median is not None:
            ends = (edge.gap.median, edge.gap.p90 if edge.gap.p90 is not None else edge.gap.median)
            median, p90 = (format_time(language, seconds) for seconds in ends)
            parts.append(
                language.text(
                    "to {touchpoint}: half within {median}, 90 % within {p90}",
                    touchpoint=names[edge.target].name, median=median, p90=p90,
                )
            )  # fmt: skip
            break
    return "; ".join(parts)


LANE = Lane(id="actual", title=_title, explain=_explain, extent=_extent, lay_out=_lay_out)
