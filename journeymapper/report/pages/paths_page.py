"""What people did, by the event logs: how many got how far, where they left the plan, and the ways most taken."""

from collections.abc import Iterator

from journeymapper.analysis.paths.flow import Turn
from journeymapper.analysis.paths.report import PathReport
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.picture.primitives import Primitive, Rect
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, KeyFigure, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.stack import Stack, Style
from journeymapper.report.table import Cell, Column, Mark, Row, Table

BAR = 14.0
VARIANTS, TURNS = 8, 12
LEAST = 5
"""Ways taken by fewer cases are not shown: they may be one customer's."""


def paths_pages(content: Content, journey: Journey, sheet: Sheet) -> list[Leaf]:
    """The pages of a journey's actual paths; none without an event log that knows its touchpoints."""
    report = _report(content, journey)
    if report is None:
        return []
    language = content.language
    straight = language.percent(100 * report.straight / report.cases)
    heading = Heading(
        over=" · ".join((language.text("Actual path"), journey.name)),
        title=language.text("{share} of {n} cases went straight down the planned path", share=straight,
                            n=language.number(report.cases)),
        sub=language.text("From event logs; a deviation is not yet bad"),
        figures=tuple(_figures(language, report)),
        language=language.code,
    )  # fmt: skip
    flow = Flow(sheet, heading, language, language.text("Actual path: {journey}", journey=journey.name))
    flow.table(_funnel(content, journey, report, sheet))
    tables = {
        language.text("Where cases left the path"): _turns(content, journey, report, sheet),
        language.text("The ways most taken"): _variants(content, journey, report, sheet),
    }
    for title, table in tables.items():
        if table.rows:
            flow.space(1.4 * sheet.body)
            head = Stack(sheet.inner_width, language.code)
            head.words(title, Style(1.15 * sheet.body, "semibold"), role="heading")
            flow.place(tuple(head.groups), head.height)
            flow.table(table)
    return flow.leaves()


def _report(content: Content, journey: Journey) -> PathReport | None:
    report = content.paths.get(journey.id)
    return report if report and report.cases >= LEAST else None


def _figures(language: Language, report: PathReport) -> Iterator[KeyFigure]:
    text = language.text
    fit = report.fit
    yield KeyFigure(language.percent(100 * fit.log_fitness), (text("of all steps as planned"),))
    deviations = fit.deviations
    yield KeyFigure(language.number(deviations.missing), (text("steps left out"),))
    yield KeyFigure(language.number(deviations.repeat), (text("steps repeated"),))
    yield KeyFigure(language.number(deviations.ad_hoc), (text("events that are not planned"),))


def _name(journey: Journey, step: str) -> str:
    touchpoint = journey.touchpoints.get(step)
    return touchpoint.name if touchpoint else step


def _funnel(content: Content, journey: Journey, report: PathReport, sheet: Sheet) -> Table:
    language, funnel = content.language, report.funnel
    text = language.text
    columns = (
        Column(text("Touchpoint")), Column(text("Cases that came here in order"), "right"),
        Column("", fixed=BAR * sheet.body + 2 * max(3.0, 0.55 * sheet.body)),
        Column(text("Of those at the step before"), "right"), Column(text("95 % interval"), "right"),
        Column(text("In any order"), "right"), Column(text("Went no further"), "right"),
    )  # fmt: skip
    most = max((step.reached for step in funnel.steps), default=1) or 1
    rows = []
    for step in funnel.steps:
        bar: tuple[Primitive, ...] = (
            Rect(x=0.0, y=0.0, width=max(0.8, BAR * sheet.body * step.reached / most), height=0.8 * sheet.body,
                 fill=LIGHT.path),
        )  # fmt: skip
        share = language.percent(100 * step.conversion) if step.conversion is not None else "—"
        limits = "—"
        if step.low is not None and step.high is not None:
            limits = f"{language.number(100 * step.low)}–{language.percent(100 * step.high)}"
        rows.append(
            Row(
                (
                    Cell(_name(journey, step.step), "semibold", language=content.project.language),
                    Cell(language.number(step.reached)),
                    Cell("", mark=Mark(bar, BAR * sheet.body, 0.8 * sheet.body)),
                    Cell(share),
                    Cell(limits),
                    Cell(language.number(step.any_order)),
                    Cell(language.number(step.dropped)),
                ),
                step.step,
            )
        )
    return Table(columns=columns, rows=tuple(rows), size=sheet.body, language=language.code)


def _turns(content: Content, journey: Journey, report: PathReport, sheet: Sheet) -> Table:
    """Detours, skips and ways back, the most frequent first."""
    language, flow = content.language, report.flow
    text = language.text
    kinds = ((text("detour"), flow.detours), (text("skip"), flow.skips), (text("way back"), flow.loops))
    found = sorted(((turn, kind) for kind, turns in kinds for turn in turns if turn.cases >= LEAST),
                   key=lambda each: -each[0].cases)  # fmt: skip
    columns = (Column(text("From")), Column(text("To")), Column(text("What happened")), Column(text("Via")),
               Column(text("Cases"), "right"))  # fmt: skip
    rows = tuple(_turn_row(content, journey, turn, kind) for turn, kind in found[:TURNS])
    return Table(columns=columns, rows=rows, size=sheet.body, language=language.code)


def _turn_row(content: Content, journey: Journey, turn: Turn, kind: str) -> Row:
    language, own = content.language, content.project.language
    source = _name(journey, turn.source) or language.text("start")
    target = _name(journey, turn.target) or language.text("end")
    via = ", ".join(_name(journey, step) for step in turn.via)
    cells = (Cell(source, "semibold", language=own), Cell(target, language=own), Cell(kind, language=language.code),
             Cell(via or "—", language=own), Cell(language.number(turn.cases)))  # fmt: skip
    return Row(cells, turn.source)


def _variants(content: Content, journey: Journey, report: PathReport, sheet: Sheet) -> Table:
    language, own = content.language, content.project.language
    shown = [each for each in report.variants if each.cases >= LEAST][:VARIANTS]
    text = language.text
    columns = (Column(text("Cases"), "right"), Column(text("share"), "right"), Column(text("Way")))
    rows = tuple(
        Row((
            Cell(language.number(each.cases), "semibold"), Cell(language.percent(100 * each.share)),
            Cell(" → ".join(_name(journey, step) for step in each.path), language=own),
        ))
        for each in shown
    )  # fmt: skip
    return Table(columns=columns, rows=rows, size=sheet.body, language=language.code)
