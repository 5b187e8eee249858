"""What the staff believe that customers say, beside what customers say."""

from journeymapper.analysis.beliefs.report import Belief, belief_report
from journeymapper.language.units import format_value
from journeymapper.picture.primitives import Ellipse, Primitive
from journeymapper.picture.symbols import line
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Mark, Row, Table

NOTHING = "—"
BAR = 14.0


def beliefs_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of beliefs against reality; none before the guesses are locked, or without any."""
    report = belief_report(content.project, content.tallies, wave=content.wave)
    shown = [each for each in report.beliefs if each.gap is not None]
    if not report.locked_at or not shown:
        return []
    language = content.language
    text = language.text
    blind = [each for each in shown if each.gap_class == "overestimate"]
    bias = language.number(report.bias or 0.0, 1, sign=True)
    heading = Heading(
        over=text("Belief against reality"),
        title=language.plural("{n} blind spot: staff think better of it than customers do",
                              "{n} blind spots: staff think better of them than customers do", len(blind)),
        sub=text("On 0–100 staff are off by {bias} on average", bias=bias),
        language=language.code,
    )  # fmt: skip
    flow = Flow(sheet, heading, language, text("Belief against reality"))
    columns = (
        Column(text("Touchpoint")), Column(text("Metric")), Column(text("Staff believe"), "right"),
        Column(text("n"), "right"), Column(text("Customers say"), "right"), Column(text("n"), "right"),
        Column(text("On 0–100: ○ staff, ● customers"), fixed=BAR * sheet.body + 2 * max(3.0, 0.55 * sheet.body)),
        Column(text("Difference on 0–100"), "right"), Column(text("Reading")),
    )  # fmt: skip
    rows = tuple(_row(content, each, sheet) for each in sorted(shown, key=lambda each: -(each.gap or 0.0)))
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _row(content: Content, belief: Belief, sheet: Sheet) -> Row:
    language, own = content.language, content.project.language
    point = content.project.points[belief.point]
    metric = content.metric(point)
    sides = [NOTHING if side is None else format_value(language, metric, side)
             for side in (belief.staff, belief.customers)]  # fmt: skip
    counts = [NOTHING if n is None else language.number(n) for n in (belief.staff_n, belief.customers_n)]
    gap = language.number(belief.gap or 0.0, 0, sign=True)
    return Row(
        (
            Cell(place_name(content, point), "semibold", language=own),
            Cell(measure_name(content, point), language=own),
            Cell(sides[0]),
            Cell(counts[0]),
            Cell(sides[1], "semibold"),
            Cell(counts[1]),
            Cell("", mark=_mark(belief, sheet.body)),
            Cell(gap),
            Cell(class_words(content, belief), language=language.code),
        ),
        point.id,
    )


def class_words(content: Content, belief: Belief) -> str:
    """What the difference may mean."""
    text = content.language.text
    words = {
        "overestimate": text("▼ blind spot"),
        "aligned": text("□ staff know"),
        "underestimate": text("▲ hidden strength"),
        "unclear": text("○ cannot be told yet"),
    }
    return words.get(belief.gap_class, NOTHING)


def _mark(belief: Belief, size: float) -> Mark:
    """Both figures on one line: a ring for the staff, a disc for the customers."""
    width, middle, r = BAR * size, 0.6 * size, 0.34 * size

    def x(value: float) -> float:
        return r + value / 100 * (width - 2 * r)

    staff, customers = belief.staff100 or 0.0, belief.customers100 or 0.0
    colour = LIGHT.certainly_worse if belief.gap_class == "overestimate" else LIGHT.accent
    items: tuple[Primitive, ...] = (
        line(x(0), middle, x(100), middle, LIGHT.line, 0.8),
        line(x(staff), middle, x(customers), middle, colour, 1.4),
        Ellipse(x=x(staff), y=middle, rx=r, ry=r, fill=LIGHT.card, stroke=colour, stroke_width=1.2),
        Ellipse(x=x(customers), y=middle, rx=r, ry=r, fill=colour),
    )
    return Mark(items, width, 1.2 * size)
