"""What to do first: gaps that are certain, weighed by importance, reach and effort, and how sure their order is."""

from collections.abc import Sequence

from journeymapper.analysis.priorities.ranking import Priority, priorities
from journeymapper.language.priority_words import kind_words
from journeymapper.language.units import format_gap
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table
from journeymapper.report.verdict_words import verdict_cell

NOTHING = "—"
DRAWS = 300


def priorities_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the priorities; none where no point is below its target."""
    found = [each for each in priorities(content.project, content.scores, draws=DRAWS) if each.gap > 0]
    if not found:
        return []
    language = content.language
    text = language.text
    heading = Heading(
        over=text("Priorities"),
        title=_title(content, found),
        sub=text("Ordered by gap, importance, reach and effort"),
        language=language.code,
    )  # fmt: skip
    flow = Flow(sheet, heading, language, text("Priorities"))
    columns = (
        Column("", "right"), Column(text("Touchpoint")), Column(text("Metric")), Column(text("Certain gap"), "right"),
        Column(text("Gap"), "right"), Column(text("Verdict")), Column(text("Must work")),
        Column(text("In the first three"), "right"), Column(text("Kind")), Column(text("Goal")),
    )  # fmt: skip
    rows = tuple(_row(content, rank, each) for rank, each in enumerate(found, start=1))
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _title(content: Content, found: Sequence[Priority]) -> str:
    first = place_name(content, content.project.points[found[0].point])
    return content.language.text("First: {touchpoint}", touchpoint=first)


def _row(content: Content, rank: int, each: Priority) -> Row:
    language, own = content.language, content.project.language
    point = content.project.points[each.point]
    metric = content.metric(point)
    sure = format_gap(language, metric, -each.evidence_gap) if each.evidence_gap > 0 else NOTHING
    goal = content.project.goals[each.goals[0]].text if each.goals else language.text("serves no goal")
    return Row(
        (
            Cell(str(rank), "semibold"),
            Cell(place_name(content, point), "semibold", language=own),
            Cell(measure_name(content, point), language=own),
            Cell(sure, "semibold"),
            Cell(format_gap(language, metric, -each.gap)),
            verdict_cell(language, content.score(point)),
            Cell(language.text("must work") if each.must_work else NOTHING, language=language.code),
            Cell(language.percent(100 * each.top3)),
            Cell(kind_words(language, each.kind) or NOTHING, language=language.code),
            Cell(goal, language=own if each.goals else language.code),
        ),
        point.id,
    )
