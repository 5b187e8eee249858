"""What has changed since the wave before: each point then and now, the difference, and how certain it is."""

from journeymapper.analysis.change.groups import Side
from journeymapper.analysis.change.waves import Change, compare_waves
from journeymapper.language.change_words import change_words
from journeymapper.language.units import format_gap, format_interval, format_value
from journeymapper.picture.symbols import Sign, sign
from journeymapper.picture.theme import LIGHT
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Mark, Row, Table

NOTHING = "—"
ORDER = ("worse", "better", "seems worse", "seems better", "no difference", "no test", "hidden")
SIGNS: dict[str, tuple[Sign, str]] = {
    "worse": ("▼", LIGHT.certainly_worse), "better": ("▲", LIGHT.certainly_better),
    "seems worse": ("▽", LIGHT.worse), "seems better": ("△", LIGHT.better),
}  # fmt: skip


def changes_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the changes; none where no point has figures in both waves."""
    if not content.earlier or content.earlier == content.wave:
        return []
    found = compare_waves(content.project, content.tallies, content.earlier, content.wave, segment=content.segment)
    both = [change for change in found if change.verdict in ORDER]
    if not both:
        return []
    language = content.language
    heading = Heading(
        over=language.text("Changes: {first} → {second}", first=content.earlier, second=content.wave),
        title=_title(content, both),
        sub=_sub(content, len(found) - len(both)),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Changes since {wave}", wave=content.earlier))
    text = language.text
    columns = (
        Column(text("Touchpoint")), Column(text("Metric")),
        Column(content.earlier, "right"), Column(text("n"), "right"),
        Column(content.wave, "right"), Column(text("n"), "right"), Column(text("Change"), "right"),
        Column(text("95 % interval"), "right"), Column(text("Verdict")),
    )  # fmt: skip
    rows = tuple(_row(content, change, sheet) for change in sorted(both, key=lambda each: ORDER.index(each.verdict)))
    flow.table(Table(columns=columns, rows=rows, size=sheet.body, language=language.code))
    return flow.leaves()


def _title(content: Content, both: list[Change]) -> str:
    language = content.language
    worse, better = (sum(change.verdict == kind for change in both) for kind in ("worse", "better"))
    if not worse and not better:
        return language.text("Nothing has certainly changed since {wave}", wave=content.earlier)
    return language.text("Since {wave} {better} of {count} figures are certainly better, {worse} certainly worse",
                         wave=content.earlier, better=better, count=len(both), worse=worse)  # fmt: skip


def _sub(content: Content, single: int) -> str:
    language = content.language
    told = language.text("Differences are tested together, so that chance is not taken for change")
    if not single:
        return told
    rest = language.plural("{n} point has figures in one wave only", "{n} points have figures in one wave only", single)
    return f"{told} · {rest}"


def _row(content: Content, change: Change, sheet: Sheet) -> Row:
    language, point = content.language, content.project.points[change.point]
    metric, own = content.metric(point), content.project.language
    moved = NOTHING if change.difference is None else format_gap(language, metric, change.difference)
    cells = (
        Cell(place_name(content, point), "semibold", language=own),
        Cell(measure_name(content, point), language=own),
        *_side(content, change, change.before),
        *_side(content, change, change.after),
        Cell(moved, "semibold"),
        Cell(format_interval(language, metric, change.low, change.high) or NOTHING),
        _verdict(content, change, sheet.body),
    )
    return Row(cells, point.id)


def _side(content: Content, change: Change, side: Side) -> tuple[Cell, Cell]:
    """Value and number of answers of one wave."""
    language, metric = content.language, content.metric(content.project.points[change.point])
    value = NOTHING if side.value is None else format_value(language, metric, side.value)
    return Cell(value), Cell(NOTHING if side.n is None else language.number(side.n))


def _verdict(content: Content, change: Change, size: float) -> Cell:
    kind, colour = SIGNS.get(change.verdict, ("□", LIGHT.sub))
    mark = Mark((sign(kind, size / 2, size / 2, 0.9 * size, colour),), size, size)
    certain = change.verdict in ("worse", "better")
    return Cell(change_words(content.language, change.verdict), "semibold" if certain else "regular", colour, mark,
                language=content.language.code)  # fmt: skip
