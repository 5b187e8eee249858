"""The gap table: what is certainly worse first, then by the gap on the 0–100 scale, what is not shown at the end."""

from journeymapper.analysis.score import Score
from journeymapper.language.units import format_gap, format_interval, format_target, format_value
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.report.content import Content, measure_name, place_name, points_of, starred, touchpoint_of
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.scale_mark import scale_mark, scale_width
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table
from journeymapper.report.verdict_words import verdict_cell

NOTHING = "—"
ORDER = ("worse", "uncertain", "no interval", "better", "no target", "too few", "not measured")


def gap_pages(content: Content, journey: Journey, sheet: Sheet) -> list[Leaf]:
    """The pages of a journey's gap table."""
    language = content.language
    ranked = ranked_points(content, journey)
    heading = Heading(
        over=" · ".join((language.text("Gaps to target"), journey.name)),
        title=_title(content, [content.score(point) for point in ranked]),
        sub=language.text("The certain ones first, then by the gap on each metric's 0–100 scale; values in own units"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Gaps to target"))
    rows = tuple(_row(content, point, sheet) for point in ranked) + tuple(_bare_rows(content, journey))
    flow.table(Table(columns=_columns(content, sheet), rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def ranked_points(content: Content, journey: Journey) -> list[MeasurementPoint]:
    """The points of a journey by certainty, then by gap; ties in plan order."""
    return sorted(points_of(content.project, journey), key=lambda point: _rank(content.score(point)))


def gap100(score: Score) -> float:
    """The gap on the 0–100 scale, negative where worse; 0 where there is none."""
    return score.score100 - score.target100 if score.score100 is not None and score.target100 is not None else 0.0


def _rank(score: Score) -> tuple[int, float]:
    return ORDER.index(score.verdict), gap100(score)


def _title(content: Content, scores: list[Score]) -> str:
    language = content.language
    judged = [score for score in scores if score.shown]
    worse = sum(score.verdict == "worse" for score in judged)
    if not judged:
        return language.text("Nothing has been measured yet")
    if not worse:
        return language.text("No figure is certainly worse than its target")
    return language.plural(
        "{n} of {measured} figures is certainly worse than its target",
        "{n} of {measured} figures are certainly worse than their targets",
        worse, measured=len(judged),
    )  # fmt: skip


def _columns(content: Content, sheet: Sheet) -> tuple[Column, ...]:
    text = content.language.text
    return (
        Column(text("Touchpoint")),
        Column(text("Metric")),
        Column(text("Value"), "right"),
        Column(text("95 % interval"), "right"),
        Column(text("n"), "right"),
        Column(text("Target"), "right"),
        Column(text("Gap"), "right"),
        Column(text("On 0–100, dash = target"), fixed=scale_width(sheet.body) + 1.1 * sheet.body),
        Column(text("Verdict")),
        Column(text("Owner")),
    )


def _row(content: Content, point: MeasurementPoint, sheet: Sheet) -> Row:
    language, metric, score = content.language, content.metric(point), content.score(point)
    own = content.project.language
    target = point.target.value if point.target else None
    value = format_value(language, metric, score.value) if score.value is not None and score.shown else NOTHING
    return Row(
        (
            Cell(place_name(content, point), "semibold", language=own),
            Cell(measure_name(content, point), language=own),
            Cell(value, "semibold"),
            Cell(_interval(content, point), language=language.code),
            Cell(language.number(score.n) if score.n is not None else NOTHING),
            Cell(format_target(language, metric, target) if target is not None else NOTHING),
            Cell(format_gap(language, metric, score.gap) if score.gap is not None else NOTHING),
            Cell("", mark=scale_mark(score, sheet.body)),
            verdict_cell(language, score),
            Cell(_owner(content, point), language=own),
        ),
        point.id,
    )


def _interval(content: Content, point: MeasurementPoint) -> str:
    score = content.score(point)
    return format_interval(content.language, content.metric(point), score.low, score.high) or NOTHING


def _owner(content: Content, point: MeasurementPoint) -> str:
    touchpoint = touchpoint_of(content.project, point)
    return point.owner or (touchpoint.owner if touchpoint else "") or NOTHING


def _bare_rows(content: Content, journey: Journey) -> list[Row]:
    """Touchpoints in scope that have no point at all, with the reason why where one is given."""
    measured = {point.anchor.id for point in points_of(content.project, journey) if point.anchor.kind == "touchpoint"}
    bare = [t for t in journey.ordered_touchpoints() if t.in_scope and t.id not in measured]
    return [_bare_row(content, touchpoint) for touchpoint in bare]


def _bare_row(content: Content, touchpoint: Touchpoint) -> Row:
    language = content.language
    words = language.text("○ not measured")
    if touchpoint.not_measured_because:
        words = language.text("○ deliberately not measured: {reason}", reason=touchpoint.not_measured_because)
    return Row(
        (
            Cell(starred(touchpoint), "semibold", language=content.project.language),
            *[Cell(NOTHING)] * 6,
            Cell(""),
            Cell(words, language=language.code),
            Cell(touchpoint.owner or NOTHING, language=content.project.language),
        ),
        touchpoint.id,
    )
