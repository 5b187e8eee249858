"""The table of the measurement plan: its points in plan order, the touchpoints waived on purpose in their place."""

from math import ceil

from journeymapper.language.language import NO_BREAK_SPACE, Language
from journeymapper.language.units import format_target
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.symbols import diamond
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, place_name, points_of, starred, touchpoint_of
from journeymapper.report.plan_needs import baseline_until, yearly_answers
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Mark, Row, Table

NOTHING = "—"
PILLS = {"live": "#DCEBF2", "baseline": "#FDF0C8"}


def plan_table(content: Content, journey: Journey, sheet: Sheet) -> Table:
    """Touchpoint, permanence, metric, question, asked, read, target, answers and needed, owner, status."""
    text = content.language.text
    titles = (
        text("Touchpoint"), "", text("Metric"), text("Question"), text("Asked"), text("Read"), text("Target"),
        text("Answers / needed"), text("Owner"), text("Status"),
    )  # fmt: skip
    columns = tuple(Column(title, fixed=0.0 if title else 2.2 * sheet.body) for title in titles)
    rows = [_row(content, each, sheet) for each in planned_order(content, journey)]
    return Table(columns=columns, rows=tuple(rows), size=sheet.body, language=content.language.code)


def planned_order(content: Content, journey: Journey) -> list[MeasurementPoint | Touchpoint]:
    """The points in plan order, each waived touchpoint before the first point that comes later on the path."""
    order = {touchpoint.id: number for number, touchpoint in enumerate(journey.ordered_touchpoints())}
    points = points_of(content.project, journey)
    measured = {point.anchor.id for point in points}
    waived = [t for t in journey.ordered_touchpoints() if t.not_measured_because and t.id not in measured]
    rows: list[MeasurementPoint | Touchpoint] = []
    for point in points:
        place = order.get(point.anchor.id, len(order))
        rows += [touchpoint for touchpoint in waived if order[touchpoint.id] < place and touchpoint not in rows]
        rows.append(point)
    return rows + [touchpoint for touchpoint in waived if touchpoint not in rows]


def _row(content: Content, each: MeasurementPoint | Touchpoint, sheet: Sheet) -> Row:
    return _waived_row(content, each) if isinstance(each, Touchpoint) else _point_row(content, each, sheet)


def _point_row(content: Content, point: MeasurementPoint, sheet: Sheet) -> Row:
    own = content.project.language
    touchpoint = touchpoint_of(content.project, point)
    owner = point.owner or (touchpoint.owner if touchpoint else "")
    return Row(
        (
            Cell(place_name(content, point), "semibold", language=own),
            Cell("", mark=_permanence(point, sheet.body * 0.85)),
            Cell(measure_name(content, point), language=own),
            Cell(point.question or point.method or NOTHING, language=own),
            Cell(point.asked or NOTHING, language=own),
            Cell(point.read or NOTHING, language=own),
            Cell(_target(content, point), language=content.language.code),
            Cell(answers_needed(content, point), language=content.language.code),
            Cell(owner or NOTHING, language=own),
            _status(content.language, "baseline" if _collects_baseline(point) else point.status),
        ),
        point.id,
    )


def _waived_row(content: Content, touchpoint: Touchpoint) -> Row:
    language, own = content.language, content.project.language
    return Row(
        (
            Cell(starred(touchpoint), "semibold", language=own),
            Cell(""),
            Cell(language.text("deliberately not measured"), language=language.code),
            Cell(touchpoint.not_measured_because, language=own),
            *[Cell(NOTHING)] * 4,
            Cell(touchpoint.owner or NOTHING, language=own),
            _status(language, "waived"),
        ),
        touchpoint.id,
    )


def answers_needed(content: Content, point: MeasurementPoint) -> str:
    """Answers got and needed: `58 / 73 · 79 %`, `111 / 62 ✓`, `690 · all`, and years where one is not enough."""
    language, score = content.language, content.score(point)
    if score.hidden:
        return language.text("hidden")
    got = language.number(score.n or 0)
    if point.everybody:
        return language.text("{n} · all", n=got) if score.n else NOTHING
    if not point.needed_n:
        return got if score.n else NOTHING
    both = NO_BREAK_SPACE.join((got, "/", language.number(point.needed_n)))
    if (score.n or 0) >= point.needed_n:
        return f"{both}{NO_BREAK_SPACE}✓"
    return " · ".join(part for part in (both, _how_far(language, point, score.n or 0)) if part)


def _how_far(language: Language, point: MeasurementPoint, n: int) -> str:
    """The years that the needed answers take where a year is too short, else how much of them is there."""
    needed = point.needed_n or 0
    yearly = yearly_answers(point)
    if yearly and yearly < needed:
        return language.plural("{n}\N{NO-BREAK SPACE}year", "{n}\N{NO-BREAK SPACE}years", ceil(needed / yearly))
    return language.percent(int(100 * n / needed)) if n else ""


def _target(content: Content, point: MeasurementPoint) -> str:
    until = baseline_until(point)
    if until:
        return content.language.text("from {date}", date=content.language.date(until))
    if point.target is None or point.target.value is None:
        return NOTHING
    return format_target(content.language, content.metric(point), point.target.value)


def _collects_baseline(point: MeasurementPoint) -> bool:
    return baseline_until(point) is not None and point.status == "live"


def _status(language: Language, status: str) -> Cell:
    words = {
        "idea": language.text("idea"),
        "planned": language.text("planned"),
        "live": language.text("live"),
        "paused": language.text("paused"),
        "retired": language.text("retired"),
        "baseline": language.text("baseline"),
        "waived": language.text("waived"),
    }
    return Cell(words[status], pill=PILLS.get(status, LIGHT.soft), language=language.code)


def _permanence(point: MeasurementPoint, size: float) -> Mark:
    """◆ permanent, ◇ movable or pilot."""
    ground = "" if point.permanence == "permanent" else LIGHT.card
    return Mark((diamond(size / 2, size / 2, size, LIGHT.ink, ground),), size, size)
