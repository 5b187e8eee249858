"""The words of the report: each metric in use, what it means, its scale and where it is taken; then the signs."""

from collections.abc import Iterator

from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_label
from journeymapper.language.units import format_value
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.report.content import Content, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.pages.method_page import definition
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

READABLE = 112.0
PLACES = 6


def glossary_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the glossary; none without measurement points."""
    language = content.language
    points = content.project.ordered_points()
    if not points:
        return []
    heading = Heading(
        over=language.text("Glossary"),
        title=language.text("What the words and signs of this report mean"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Glossary"))
    width = min(sheet.inner_width, READABLE * sheet.body)
    text = language.text
    metrics = tuple(_metric_row(content, metric, points) for metric in _used(content, points))
    titles = (text("Metric"), text("What it is"), text("Worst to best"), text("Taken at"))
    columns = tuple(Column(title) for title in titles)
    flow.table(Table(columns=columns, rows=metrics, size=sheet.body, language=language.code), width)
    flow.space(1.5 * sheet.body)
    rows = tuple(
        Row((Cell(term, "semibold", language=language.code), Cell(meaning, language=language.code)))
        for term, meaning in _terms(language)
    )
    columns = (Column(text("Word or sign")), Column(text("What it means")))
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code), width)
    return flow.leaves()


def _used(content: Content, points: list[MeasurementPoint]) -> list[Metric]:
    return list({point.metric: content.metric(point) for point in points}.values())


def _metric_row(content: Content, metric: Metric, points: list[MeasurementPoint]) -> Row:
    language, own = content.language, content.project.language
    places = list(dict.fromkeys(place_name(content, point) for point in points if point.metric == metric.id))
    more = " …" if len(places) > PLACES else ""
    ends = " … ".join(format_value(language, metric, end) for end in (metric.worst, metric.best))
    return Row(
        (
            Cell(metric_label(language, metric), "semibold", language=language.code),
            Cell(definition(language, metric), language=language.code),
            Cell(ends),
            Cell("; ".join(places[:PLACES]) + more, language=own),
        ),
        metric.id,
    )


def _terms(language: Language) -> Iterator[tuple[str, str]]:
    text = language.text
    yield "▲ ▼", text("certainly better or certainly worse than target: the whole interval is on one side of it")
    yield "△ ▽", text("better or worse than target, but it may be chance: the target lies inside the interval")
    yield "□", text("there is a figure, but its certainty cannot be computed, or it has no target")
    yield "○", text("not measured, or hidden because too few answered")
    yield "★", text("moment of truth: what happens here decides what the customer thinks of the whole")
    yield "n", text("the number of answers; of terminals the presses, of registers the cases")
    yield (
        text("interval"),
        text("the 95 % confidence interval: where the figure of all customers would lie if the answers were drawn at "
             "random from them"),
    )  # fmt: skip
    yield text("indicative"), text("a figure from few answers: it shows a direction, not a level")
    yield (
        text("gap to target"),
        text("the figure less its target; turned round where less is better, so that minus is worse"),
    )
    yield text("on 0–100"), text("the figure's place between the worst and the best value that its metric can take")
