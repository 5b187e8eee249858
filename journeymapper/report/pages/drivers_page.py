"""Which touchpoints go together with the outcome: shares of what they explain, with how far they can be trusted."""

from collections.abc import Iterator

from journeymapper.analysis.drivers.report import Driver, DriverReport, find_drivers
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.picture.primitives import Primitive, Rect
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.stack import Stack, Style
from journeymapper.report.table import Cell, Column, Mark, Row, Table
from journeymapper.report.verdict_words import verdict_cell

NOTHING = "—"
DRAWS = 200
MOST_OUTCOMES = 2
BAR = 12.0
OUTCOMES = ("journey", "relationship")


def drivers_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """A page for each outcome of the whole journey or relationship whose drivers can be told."""
    leaves: list[Leaf] = []
    for report in [each for each in _reports(content) if len(each.drivers) > 1][:MOST_OUTCOMES]:
        leaves += _pages(content, sheet, report)
    return leaves


def _reports(content: Content) -> Iterator[DriverReport]:
    if content.segment:
        return
    for point in content.project.ordered_points():
        if point.anchor.kind in OUTCOMES and content.score(point).shown:
            try:
                yield find_drivers(content.project, content.tallies, point.id, wave=content.wave, draws=DRAWS)
            except Refusal:
                continue  # too few answers, or none together: then there is nothing to tell


def _pages(content: Content, sheet: Sheet, report: DriverReport) -> list[Leaf]:
    language, outcome = content.language, content.project.points[report.outcome]
    text = language.text
    heading = Heading(
        over=text("Drivers of {outcome}", outcome=measure_name(content, outcome)),
        title=_title(content, report, outcome),
        sub=text("{n} answers to all of them; together they explain {share} of the differences. "
                 "Association, not cause.", n=language.number(report.n), share=language.percent(100 * report.r2)),
        language=language.code,
    )  # fmt: skip
    flow = Flow(sheet, heading, language, text("Drivers: {outcome}", outcome=measure_name(content, outcome)))
    columns = (
        Column(text("Touchpoint")), Column(text("Metric")), Column(text("Share of what is explained"), "right"),
        Column("", fixed=BAR * sheet.body + 2 * max(3.0, 0.55 * sheet.body)), Column(text("95 % interval"), "right"),
        Column(text("Correlation"), "right"), Column(text("Now")),
    )  # fmt: skip
    rows = tuple(_row(content, report, driver, sheet) for driver in report.drivers)
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    notes = Stack(sheet.inner_width, language.code)
    for warning in report.warnings:
        notes.words(f"▽ {language.message(warning)}", Style(sheet.body))
    if report.indicative:
        notes.words(text("Indicative: more answers are needed for a sure order."), Style(sheet.body))
    flow.space(sheet.body)
    if notes.groups:
        flow.place(tuple(notes.groups), notes.height)
    return flow.leaves()


def _title(content: Content, report: DriverReport, outcome: MeasurementPoint) -> str:
    """The strongest driver, named only where it beats chance."""
    language, first = content.language, report.drivers[0]
    name = measure_name(content, outcome)
    if not first.beats_chance:
        return language.text("No touchpoint stands out among the drivers of {outcome}", outcome=name)
    place = place_name(content, content.project.points[first.point])
    return language.text("{touchpoint} goes most together with {outcome}", touchpoint=place, outcome=name)


def _row(content: Content, report: DriverReport, driver: Driver, sheet: Sheet) -> Row:
    language, point = content.language, content.project.points[driver.point]
    own = content.project.language
    longest = max(report.drivers[0].share, 0.01)
    width = BAR * sheet.body * max(0.0, driver.share) / longest
    bar: tuple[Primitive, ...] = (
        Rect(x=0.0, y=0.0, width=max(width, 0.8), height=0.8 * sheet.body,
             fill=LIGHT.accent if driver.beats_chance else LIGHT.hatch),
    )  # fmt: skip
    limits = NOTHING
    if driver.share_low is not None and driver.share_high is not None:
        limits = f"{language.number(100 * driver.share_low)}–{language.percent(100 * driver.share_high)}"
    return Row(
        (
            Cell(place_name(content, point), "semibold", language=own),
            Cell(measure_name(content, point), language=own),
            Cell(language.percent(100 * driver.share), "semibold"),
            Cell("", mark=Mark(bar, BAR * sheet.body, 0.8 * sheet.body)),
            Cell(limits),
            Cell(language.number(driver.r, 2)),
            verdict_cell(language, content.score(point)),
        ),
        point.id,
    )
