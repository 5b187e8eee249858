"""The report on one page: the finding, the journey as a strip of signs, gaps, strengths, and what will be done."""

from collections.abc import Callable, Sequence

import msgspec

from journeymapper.analysis.rollups import shown_score
from journeymapper.analysis.score import Score
from journeymapper.language.units import format_gap, format_target, format_value, verdict_words
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.primitives import Group, Path, Primitive, Rect
from journeymapper.picture.symbols import line, polygon, sign, star, verdict_sign
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.type import fit, line_height, text_lines
from journeymapper.report.content import Content, measure_name, place_name
from journeymapper.report.order import Order
from journeymapper.report.pages.actions_page import action_words, place_of
from journeymapper.report.pages.frame import Leaf, body_top
from journeymapper.report.pages.gaps_page import ranked_points
from journeymapper.report.pages.map_page import map_anchor, map_heading
from journeymapper.report.plan_needs import plan_needs
from journeymapper.report.scale_mark import scale_mark
from journeymapper.report.sheet import FLOOR, Sheet
from journeymapper.report.stack import Stack, Style
from journeymapper.report.table import Mark

GUTTER = 3.0
NARROW = 80.0
LARGER = (1.6, 1.45, 1.3, 1.15)
STRIP_SHARE, ROW_HIGH = 0.45, 6.3
MOST_ACROSS = 60
ACTIONS = ("doing", "decided", "idea")

Item = Callable[[Stack], None]


def summary_leaves(content: Content, journey: Journey, sheet: Sheet, order: Order) -> list[Leaf]:
    """One page a journey; lists are cut where the page ends, and say so."""
    heading = map_heading(content, journey)
    top = body_top(sheet, heading)
    larger = (msgspec.structs.replace(sheet, body=sheet.body * factor, small=sheet.small * factor) for factor in LARGER)
    bodies = (_body(content, journey, each, top) for each in larger)
    groups = next((groups for groups, whole in bodies if whole), None) or _body(content, journey, sheet, top)[0]
    outline = content.language.text("Summary: {journey}", journey=journey.name)
    links = {(key, "strip"): f"touchpoint {key}" for key in journey.touchpoints} if "stages" in order.sections else {}
    names = {(journey.id, "over"): map_anchor(journey)} if "map" in order.sections else {}
    heading = msgspec.structs.replace(heading, owner=journey.id)
    return [Leaf(heading=heading, body=tuple(groups), outline=outline, anchor=f"summary {journey.id}",
                 links={**links, **names})]  # fmt: skip


def _body(content: Content, journey: Journey, sheet: Sheet, top: float) -> tuple[list[Group], bool]:
    """Strip and lists in one size of type, and whether nothing had to be cut."""
    strip = strip_groups(content, journey, sheet, STRIP_SHARE * (sheet.foot - top))
    groups = [group.moved(sheet.margin, top) for group in strip.groups]
    top += strip.height + 1.6 * sheet.body
    room = sheet.foot - top
    whole = True
    lists = [_gaps(content, journey, sheet), _strengths(content, journey, sheet), _next(content, journey, sheet)]
    columns = 1 if sheet.inner_width < NARROW * sheet.body else 3
    gutter = GUTTER * sheet.body
    width = (sheet.inner_width - (columns - 1) * gutter) / columns
    each = room if columns > 1 else room / len(lists) - sheet.body
    y = top
    for number, (title, items) in enumerate(lists):
        stack, all_of_it = _column(content, sheet, (title, items), (width, each))
        whole = whole and all_of_it
        x = sheet.margin + (number * (width + gutter) if columns > 1 else 0.0)
        groups += stack.moved(x, y)
        y += 0.0 if columns > 1 else stack.height + sheet.body
    return groups, whole


def _column(
    content: Content, sheet: Sheet, what: tuple[str, Sequence[Item]], room: tuple[float, float]
) -> tuple[Stack, bool]:
    """A list under its title, as much of it as there is room for, and whether that is all of it."""
    title, items = what
    width, height = room
    stack = Stack(width, content.language.code)
    stack.words(title, Style(1.15 * sheet.body, "semibold"), role="heading", part="list title")
    stack.rule(LIGHT.ink)
    left = 1.6 * sheet.body
    for number, item in enumerate(items):
        one = Stack(width, content.language.code)
        item(one)
        if stack.height + one.height + 0.8 * sheet.body + (left if number < len(items) - 1 else 0.0) > height:
            rest = content.language.plural("and {n} more", "and {n} more", len(items) - number)
            stack.gap(0.4 * sheet.body)
            stack.words(rest, Style(sheet.body, "regular", LIGHT.sub))
            return stack, False
        stack.gap(0.8 * sheet.body)
        stack.stack(one)
    return stack, True


def _gaps(content: Content, journey: Journey, sheet: Sheet) -> tuple[str, list[Item]]:
    points = [p for p in ranked_points(content, journey) if content.score(p).verdict == "worse"]
    text = content.language.text
    if points:
        return text("Certainly worse than target"), [_figure(content, point, sheet) for point in points]
    leaning = [p for p in ranked_points(content, journey) if (content.score(p).gap or 0.0) < 0]
    if leaning:
        return text("Worse than target, not certain"), [_figure(content, point, sheet) for point in leaning]
    return text("Certainly worse than target"), [_sentence(text("Nothing"), sheet)]


def _strengths(content: Content, journey: Journey, sheet: Sheet) -> tuple[str, list[Item]]:
    points = [p for p in ranked_points(content, journey) if content.score(p).verdict == "better"]
    text = content.language.text
    if not points:
        return text("Certainly better than target"), [_sentence(text("Nothing"), sheet)]
    return text("Certainly better than target"), [_figure(content, point, sheet) for point in reversed(points)]


def _next(content: Content, journey: Journey, sheet: Sheet) -> tuple[str, list[Item]]:
    """The actions that are not done yet; where there are none, what the plan needs."""
    project, text = content.project, content.language.text
    actions = [project.actions[key] for key in project.action_order]
    chosen = sorted((a for a in actions if a.status in ACTIONS), key=lambda action: ACTIONS.index(action.status))
    if chosen:
        items: list[Item] = []
        for action in chosen:
            where = place_of(content, action)
            words = action_words(content, action)
            items.append(_sentence(f"{where}: {words}" if where else words, sheet))
        return text("What will be done"), items
    needs = plan_needs(content, journey) if project.points else []
    return text("What the plan still needs"), [_sentence(f"{need.sign} {need.text}", sheet) for need in needs] or [
        _sentence(text("Nothing"), sheet)
    ]


def _sentence(words: str, sheet: Sheet) -> Item:
    return lambda stack: stack.words(words, Style(sheet.body), lines=4)


def _figure(content: Content, point: MeasurementPoint, sheet: Sheet) -> Item:
    """Where, what, how much against which target, and its place on 0–100."""
    language, metric, score, size = content.language, content.metric(point), content.score(point), sheet.body

    def item(stack: Stack) -> None:
        colour = LIGHT.verdict_colour(score)
        mark = Mark((sign(verdict_sign(score), 0.5 * size, 0.5 * size, 0.95 * size, colour),), size, size)
        value = format_value(language, metric, score.value or 0.0)
        gap = format_gap(language, metric, score.gap or 0.0)
        target = format_target(language, metric, score.target) if score.target is not None else ""
        stack.owner = point.id
        stack.words(f"{place_name(content, point)} · {value}", Style(1.1 * size, "semibold"), before=mark,
                    language=content.project.language)  # fmt: skip
        name, n = measure_name(content, point), language.number(score.n or 0)
        said = language.text("{metric}: {gap} to target {target}, n\u00a0{n}", metric=name, gap=gap, target=target, n=n)
        stack.words(said, Style(max(FLOOR, 0.95 * size), "regular", LIGHT.sub))
        drawn = scale_mark(score, size, stack.width)
        if drawn:
            stack.gap(0.2 * size)
            stack.mark(drawn, language.text("On 0–100: {value}", value=language.number(score.score100 or 0.0)))

    return item


def strip_groups(content: Content, journey: Journey, sheet: Sheet, most: float) -> Stack:
    """The journey as a strip: stages with their names, each touchpoint a sign; long journeys in several rows.

    Rows that would make it higher than `most` are left out, which is said.
    """
    size = sheet.body
    strip = Stack(sheet.inner_width, content.project.language)
    stages = [stage for stage in journey.ordered_stages() if stage.touchpoints]
    row: list[str] = []
    rows: list[list[str]] = []
    for stage in stages:
        used = sum(len(journey.stages[key].touchpoints) for key in row)
        if row and used + len(stage.touchpoints) > _across(sheet):
            rows.append(row)
            row = []
        row.append(stage.id)
    every = [*rows, row] if row else rows
    fitting = max(1, int((most - line_height(size)) / (ROW_HIGH * size)))
    for each in every[:fitting]:
        _strip_row(content, journey, sheet, each, strip)
        strip.height += 0.6 * size
    left = sum(len(each) for each in every[fitting:])
    if left:
        more = content.language.plural("and {n} more stage", "and {n} more stages", left)
        strip.words(more, Style(size, "regular", LIGHT.sub), language=content.language.code)
    return strip


def _across(sheet: Sheet) -> int:
    return max(6, min(MOST_ACROSS, int(sheet.inner_width / (2.4 * sheet.body))))


def _strip_row(content: Content, journey: Journey, sheet: Sheet, stages: list[str], strip: Stack) -> None:
    size = sheet.body
    count = sum(len(journey.stages[key].touchpoints) for key in stages)
    pitch = min(sheet.inner_width / max(count, 1), 9.0 * size)
    head, high = 2.8 * size, 2.6 * size
    x, top = 0.0, strip.height
    for key in stages:
        stage = journey.stages[key]
        wide = pitch * len(stage.touchpoints) - 0.4 * size
        name = fit(stage.name, max(wide - 1.2 * size, size), head, size, "semibold", content.project.language, FLOOR)
        runs = text_lines(name, 0.5 * size, (head - name.height) / 2, "semibold", LIGHT.ink)
        ground = Path(steps=polygon(_chevron(wide, head, 0.5 * size)), fill=LIGHT.soft)
        strip.groups.append(Group(owner=stage.id, part="strip stage", x=x, y=top, width=wide, height=head,
                                  items=(ground, *runs), role="heading", alt=stage.name))  # fmt: skip
        for place, touchpoint in enumerate(stage.touchpoints):
            group = _spot(content, journey.touchpoints[touchpoint], sheet, (pitch, high))
            strip.groups.append(group.moved(x + place * pitch, top + head + 0.3 * size))
        x += pitch * len(stage.touchpoints)
    strip.height = top + head + high + 0.3 * size


def _chevron(wide: float, high: float, notch: float) -> list[tuple[float, float]]:
    return [(0.0, 0.0), (wide - notch, 0.0), (wide, high / 2), (wide - notch, high), (0.0, high)]


def _spot(content: Content, touchpoint: Touchpoint, sheet: Sheet, box: tuple[float, float]) -> Group:
    """A touchpoint as its sign, with a star where it is a moment of truth; its name is what it says."""
    size, (pitch, high) = sheet.body, box
    score = shown_score(content.project, touchpoint, content.scores)
    worst = _worst(content, touchpoint) or score
    colour = LIGHT.verdict_colour(worst)
    wide = pitch - 0.4 * size
    items: list[Primitive] = [
        Rect(x=0.0, y=0.0, width=wide, height=high, fill=LIGHT.card, stroke=LIGHT.line, radius=0.4 * size),
        sign(verdict_sign(worst), wide / 2, high / 2, min(1.3 * size, wide), colour),
    ]
    if touchpoint.moment_of_truth and wide > 2.6 * size:
        items.append(star(wide - 0.6 * size, 0.65 * size, 0.9 * size, LIGHT.star))
    if worst is not None and worst.verdict == "worse":
        items.append(line(0.3 * size, high, wide - 0.3 * size, high, colour, 1.6))
    words = content.language.text("{touchpoint}: {verdict}", touchpoint=touchpoint.name, verdict=_said(content, worst))
    return Group(owner=touchpoint.id, part="strip", x=0.0, y=0.0, width=wide, height=high, items=tuple(items),
                 role="figure", alt=words)  # fmt: skip


def _worst(content: Content, touchpoint: Touchpoint) -> Score | None:
    """A certain gap at a touchpoint, whatever figure its card shows."""
    points = content.project.points_on("touchpoint", touchpoint.id)
    return next((s for s in (content.score(point) for point in points) if s.verdict == "worse"), None)


def _said(content: Content, score: Score | None) -> str:
    return verdict_words(content.language, score.verdict if score else "not measured", score.gap if score else None)
