"""What the page of the plan says below its points: the roll-out with its forecast, and the findings that are waived."""

from collections.abc import Iterator

from journeymapper.analysis.roll_out import roll_out_forecast
from journeymapper.model.checks.points import point_name
from journeymapper.model.find import find, name_of
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.report.content import Content
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table


def beside_tables(content: Content, sheet: Sheet) -> Iterator[Table]:
    """Roll-out and waivers, where there are any."""
    if content.project.roll_out_order:
        yield _roll_out(content, sheet)
    if content.project.waiver_order:
        yield _waivers(content, sheet)


def _roll_out(content: Content, sheet: Sheet) -> Table:
    """A row for each step: what is live after it."""
    text, language = content.language.text, content.language
    titles = (text("Roll-out"), text("Starts"), text("Points"), text("Touchpoints live"), text("Moments of truth live"))
    rows = []
    for one in roll_out_forecast(content.project, content.scores):
        touchpoints, moments = one.coverage.touchpoints, one.coverage.moments_of_truth
        cells = (
            one.name,
            language.date(one.starts) if one.starts else "",
            ", ".join(one.points),
            f"{touchpoints.live} / {touchpoints.in_scope}",
            f"{moments.live} / {moments.in_scope}",
        )
        rows.append(Row(cells=tuple(Cell(text=cell) for cell in cells), owner=one.step))
    return Table(columns=_columns(titles), rows=tuple(rows), size=sheet.body, language=language.code)


def _waivers(content: Content, sheet: Sheet) -> Table:
    """A row for each finding that somebody accepts, with the reason."""
    text, project = content.language.text, content.project
    titles = (text("Waived findings"), text("Where"), text("Why it is accepted"), text("By"))
    rows = []
    for key in project.waiver_order:
        waiver, subject = project.waivers[key], find(project, project.waivers[key].subject)
        where = (
            point_name(project, subject) if isinstance(subject, MeasurementPoint) else name_of(project, waiver.subject)
        )
        cells = (waiver.check, where, waiver.reason, waiver.by)
        rows.append(Row(cells=tuple(Cell(text=cell) for cell in cells), owner=key))
    return Table(columns=_columns(titles), rows=tuple(rows), size=sheet.body, language=content.language.code)


def _columns(titles: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(title) for title in titles)
