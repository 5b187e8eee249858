"""A page for each stage: its touchpoints below each other, with figures, distributions, trends, words and actions."""

from collections.abc import Iterator

import msgspec

from journeymapper.analysis.rollups import StageRollup, roll_up
from journeymapper.language.language import Language
from journeymapper.language.units import format_gap, format_interval, format_target, format_value
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.primitives import Group
from journeymapper.picture.symbols import delight_sign, pain_sign, star
from journeymapper.picture.theme import LIGHT
from journeymapper.report.charts.distribution import distribution_bar, distribution_words
from journeymapper.report.charts.trend import trend_chart, trend_words
from journeymapper.report.content import Content, measure_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.actions_page import action_words, actions_on
from journeymapper.report.pages.frame import Heading, KeyFigure, Leaf
from journeymapper.report.pages.map_page import map_anchor
from journeymapper.report.scale_mark import scale_mark
from journeymapper.report.sheet import FLOOR, Sheet
from journeymapper.report.stack import Stack, Style, beside
from journeymapper.report.table import Mark
from journeymapper.report.verdict_words import verdict_text

NARROW = 88.0
"""Bodies' sizes; on a narrower page the columns stand below each other."""
GUTTER = 2.6
QUOTES, POINT_LINES, SAID = 3, 3, 8
LARGER = (1.45, 1.3, 1.15)


def stage_leaves(content: Content, journey: Journey, sheet: Sheet) -> list[Leaf]:
    """The pages of all stages that have touchpoints."""
    rollup = roll_up(content.project, journey, content.scores)
    stages = [stage for stage in journey.ordered_stages() if stage.touchpoints]
    leaves: list[Leaf] = []
    for number, stage in enumerate(stages, start=1):
        leaves += _stage(content, journey, sheet, (stage, rollup.stages[stage.id], number, len(stages)))
    return leaves


def _stage(content: Content, journey: Journey, sheet: Sheet, of: tuple[Stage, StageRollup, int, int]) -> list[Leaf]:
    stage, rollup, number, count = of
    language = content.language
    over = language.text("Stage {number} of {count}", number=number, count=count)
    heading = Heading(
        over=f"{over} · ↑ {journey.name}", title=_title(language, stage, rollup), sub=_sub(content, stage),
        figures=tuple(_figures(language, rollup)), language=content.project.language, owner=journey.id,
    )  # fmt: skip
    flow = _fullest(content, journey, sheet, heading, stage)
    links = {(journey.id, "over"): map_anchor(journey)} | {
        (key, "name"): f"on map {key}" for key in stage.touchpoints
    }  # fmt: skip
    anchors = {(key, "name"): f"touchpoint {key}" for key in stage.touchpoints}
    return flow.leaves(level=1, anchor=f"stage {stage.id}", anchors=anchors, links=links)


def _fullest(content: Content, journey: Journey, sheet: Sheet, heading: Heading, stage: Stage) -> Flow:
    """The stage in type as large as a single page allows; in the usual type where it takes several."""
    flow = _flow(content, journey, sheet, heading, stage)
    if len(flow.pages) == 1:
        narrow = sheet.inner_width < NARROW * sheet.body
        for factor in (step for step in LARGER if step * flow.used <= flow.used + flow.room):
            if not narrow and sheet.inner_width < NARROW * sheet.body * factor:
                continue
            larger = msgspec.structs.replace(sheet, body=sheet.body * factor, small=sheet.small * factor)
            tried = _flow(content, journey, larger, heading, stage)
            if len(tried.pages) == 1:
                return tried
    return flow


def _flow(content: Content, journey: Journey, sheet: Sheet, heading: Heading, stage: Stage) -> Flow:
    flow = Flow(sheet, heading, content.language, stage.name)
    for place, key in enumerate(stage.touchpoints):
        flow.space(0.9 * sheet.body)
        groups, height = panel(content, journey.touchpoints[key], sheet, ruled=place > 0)
        flow.place(groups, height)
    return flow


def _title(language: Language, stage: Stage, rollup: StageRollup) -> str:
    if not rollup.measured:
        return language.text("{stage}: nothing measured yet", stage=stage.name)
    if not rollup.worse:
        return language.text("{stage}: nothing is certainly worse than target", stage=stage.name)
    return language.plural(
        "{stage}: {n} of {measured} measured touchpoints is certainly worse than target",
        "{stage}: {n} of {measured} measured touchpoints are certainly worse than target",
        rollup.worse, stage=stage.name, measured=rollup.measured,
    )  # fmt: skip


def _sub(content: Content, stage: Stage) -> str:
    text = content.language.text
    parts = (
        text("owner: {name}", name=stage.owner) if stage.owner else "",
        stage.function,
        text("usually {length}", length=stage.usual_length) if stage.usual_length else "",
        content.whom,
    )
    return " · ".join(part for part in parts if part)


def _figures(language: Language, rollup: StageRollup) -> Iterator[KeyFigure]:
    text = language.text
    measured = text("{part} of {whole}", part=rollup.measured, whole=rollup.touchpoints)
    yield KeyFigure(measured, (text("touchpoints measured"),))
    if rollup.measured:
        value = text("{part} of {whole}", part=rollup.worse, whole=rollup.measured)
        fill = LIGHT.certainly_worse if rollup.worse else LIGHT.ink
        yield KeyFigure(value, (text("certainly worse"),), fill)
        value = text("{part} of {whole}", part=rollup.better, whole=rollup.measured)
        yield KeyFigure(value, (text("certainly better"),))


def panel(content: Content, touchpoint: Touchpoint, sheet: Sheet, *, ruled: bool) -> tuple[tuple[Group, ...], float]:
    """All that is known of a touchpoint, in columns; on a narrow page below each other."""
    wide = sheet.inner_width
    gutter = GUTTER * sheet.body
    if wide < NARROW * sheet.body:
        widths = (wide, wide, wide)
    else:
        free = wide - 2 * gutter
        widths = (0.27 * free, 0.45 * free, 0.28 * free)
    left = _about(content, touchpoint, sheet, widths[0])
    middle = _measured(content, touchpoint, sheet, widths[1])
    right = _around(content, touchpoint, sheet, widths[2])
    top = Stack(wide, content.language.code)
    if ruled:
        top.rule()
        top.gap(0.9 * sheet.body)
    if widths[0] == wide:
        for stack in (left, middle, right):
            top.stack(stack)
            top.gap(0.7 * sheet.body)
    else:
        groups, height = beside([(0.0, left), (widths[0] + gutter, middle), (wide - widths[2], right)])
        top.groups += [group.moved(0.0, top.height) for group in groups]
        top.height += height
    return tuple(top.groups), top.height


def _about(content: Content, touchpoint: Touchpoint, sheet: Sheet, width: float) -> Stack:
    """Who meets whom where, what is expected, what hurts and what delights."""
    project, text, size = content.project, content.language.text, sheet.body
    stack = Stack(width, project.language, touchpoint.id)
    name = Style(1.25 * size, "bold")
    mark = Mark((star(0.55 * size, 0.6 * size, 1.2 * size, LIGHT.star),), 1.2 * size, 1.2 * size)
    stack.words(touchpoint.name, name, role="heading", part="name", before=mark if touchpoint.moment_of_truth else None)
    channels = [project.channels[key].name for key in touchpoint.channels if key in project.channels]
    small = Style(max(FLOOR, 0.92 * size), "regular", LIGHT.sub)
    owner = text("owner: {name}", name=touchpoint.owner) if touchpoint.owner else ""
    base = touchpoint.base if touchpoint.conditional else ""
    stack.words(" · ".join(part for part in (", ".join(channels), owner, base) if part), small)
    if touchpoint.moment_of_truth:
        reason = touchpoint.moment_reason
        words = text("Moment of truth: {reason}", reason=reason) if reason else text("Moment of truth")
        stack.words(words, Style(size, "medium"), lines=SAID)
    stack.gap(0.3 * size)
    if touchpoint.expectation:
        stack.words(text("Expects: {what}", what=touchpoint.expectation), Style(size), lines=SAID)
    for pain in touchpoint.pains:
        items = tuple(pain_sign(0.45 * size, 0.45 * size, 0.9 * size, LIGHT.certainly_worse, LIGHT.card))
        stack.words(pain, Style(size), lines=SAID, before=Mark(items, 0.9 * size, 0.9 * size))
    for delight in touchpoint.delights:
        items = tuple(delight_sign(0.45 * size, 0.45 * size, 0.9 * size, LIGHT.certainly_better, LIGHT.card))
        stack.words(delight, Style(size), lines=SAID, before=Mark(items, 0.9 * size, 0.9 * size))
    return stack


def _measured(content: Content, touchpoint: Touchpoint, sheet: Sheet, width: float) -> Stack:
    """Each point with figure, verdict, scale and distribution; why there is none."""
    text, size = content.language.text, sheet.body
    stack = Stack(width, content.language.code, touchpoint.id)
    points = list(content.project.points_on("touchpoint", touchpoint.id))
    for point in points:
        stack.gap(1.1 * size)
        stack.stack(_point(content, point, sheet, width))
    if not points:
        reason = touchpoint.not_measured_because
        words = text("○ deliberately not measured: {reason}", reason=reason) if reason else text("○ not measured")
        stack.words(words, Style(size, "regular", LIGHT.sub))
    return stack


def _point(content: Content, point: MeasurementPoint, sheet: Sheet, width: float) -> Stack:
    language, size, score = content.language, sheet.body, content.score(point)
    metric = content.metric(point)
    stack = Stack(width, language.code, point.id)
    own = content.project.language
    stack.words(measure_name(content, point), Style(size, "semibold"), part="metric", language=own)
    if point.question:
        stack.words(language.text("“{question}”", question=point.question),
                    Style(max(FLOOR, 0.92 * size), "regular", LIGHT.sub), lines=2, language=own)  # fmt: skip
    colour = LIGHT.verdict_colour(score)
    if not score.shown or score.value is None:
        stack.words(verdict_text(language, score), Style(size, "regular", LIGHT.sub), part="verdict")
        return stack
    stack.gap(0.2 * size)
    value = Stack(0.26 * width, language.code, point.id)
    value.words(format_value(language, metric, score.value), Style(1.7 * size, "bold", colour), lines=1, part="value")
    rest = Stack(0.72 * width, language.code, point.id)
    rest.words(verdict_text(language, score), Style(size, "semibold", colour), part="verdict")
    rest.words(_facts(content, point), Style(max(FLOOR, 0.92 * size), "regular", LIGHT.sub), part="facts")
    groups, height = beside([(0.0, value), (0.28 * width, rest)])
    stack.groups += [group.moved(0.0, stack.height) for group in groups]
    stack.height += height
    _add_charts(content, stack, point, sheet)
    return stack


def _add_charts(content: Content, stack: Stack, point: MeasurementPoint, sheet: Sheet) -> None:
    """The place on 0–100 and the distribution, with its counts in words."""
    language, size, score = content.language, sheet.body, content.score(point)
    placed = scale_mark(score, size, stack.width)
    if placed:
        stack.gap(0.35 * size)
        words = language.text("On 0–100: {value}", value=language.number(score.score100 or 0.0))
        stack.mark(placed, words)
    if score.shares and len(score.shares) <= 12:
        bar = distribution_bar(score.shares, stack.width, size, language)
        if bar:
            words = distribution_words(score.shares, language)
            stack.gap(0.35 * size)
            stack.mark(bar, words)
            stack.words(words, Style(max(FLOOR, 0.85 * size), "regular", LIGHT.sub), lines=POINT_LINES)


def _facts(content: Content, point: MeasurementPoint) -> str:
    """Gap, target, interval and n on one line."""
    language, metric, score = content.language, content.metric(point), content.score(point)
    parts = []
    if score.target is not None and score.gap is not None:
        gap, target = format_gap(language, metric, score.gap), format_target(language, metric, score.target)
        parts.append(language.text("{gap} to target {target}", gap=gap, target=target))
    interval = format_interval(language, metric, score.low, score.high)
    if interval:
        parts.append(language.text("interval {interval}", interval=interval))
    if score.n is not None:
        parts.append(language.text("n {n}", n=language.number(score.n)))
    return " · ".join(parts)


def _around(content: Content, touchpoint: Touchpoint, sheet: Sheet, width: float) -> Stack:
    """The trends, what people said, and what will be done."""
    language, size = content.language, sheet.body
    stack = Stack(width, language.code, touchpoint.id)
    label = Style(max(FLOOR, 0.92 * size), "semibold", LIGHT.sub)
    for point in content.project.points_on("touchpoint", touchpoint.id):
        scores = content.over_waves(point)
        chart = trend_chart(scores, content.metric(point), width, size, language)
        if chart:
            stack.gap(0.7 * size)
            stack.words(language.text("Over the waves: {metric}", metric=measure_name(content, point)), label)
            stack.mark(chart, trend_words(scores, content.metric(point), language))
    for point in content.project.points_on("touchpoint", touchpoint.id):
        for comment in content.comments.get(point.id, ())[:QUOTES]:
            stack.gap(0.6 * size)
            words = language.text("“{question}”", question=comment)
            stack.words(words, Style(size), lines=4, language=content.project.language)
    said = [each for each in content.project.evidence.values() if each.subject == touchpoint.id and each.quotation]
    for each in said[:QUOTES]:
        stack.gap(0.6 * size)
        source = f" ({each.source})" if each.source else ""
        words = language.text("“{question}”", question=each.quotation) + source
        stack.words(words, Style(size), lines=SAID, language=content.project.language)
    for action in actions_on(content.project, touchpoint.id):
        stack.gap(0.6 * size)
        words = "→ " + action_words(content, action)
        stack.words(words, Style(size, "medium"), lines=SAID, language=content.project.language)
    return stack
