"""The annotated map: the finding as title, the key figures beside it, the map as large as the page."""

from collections.abc import Iterator

from journeymapper.analysis.findings import headline
from journeymapper.analysis.rollups import JourneyRollup, roll_up
from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_scale
from journeymapper.language.units import format_gap, format_interval, format_target, format_value, verdict_words
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.picture.map_view import fitted_map, map_pages
from journeymapper.picture.primitives import Picture
from journeymapper.picture.theme import LIGHT
from journeymapper.picture.view import DEFAULT_LANES, MapView
from journeymapper.report.content import Content, measure_name
from journeymapper.report.order import Order
from journeymapper.report.pages.frame import Heading, KeyFigure, Leaf, Place, body_top
from journeymapper.report.paper import larger_papers
from journeymapper.report.paper_choice import paper_of
from journeymapper.report.sheet import Sheet, sheet_of

PAPER_LANES = tuple(lane for lane in DEFAULT_LANES if lane not in ("notes", "parked"))  # those are for the workshop


def map_leaves(content: Content, journey: Journey, sheet: Sheet, order: Order) -> list[Leaf]:
    """The pages of a journey's annotated map; each has the title and the key figures, since pages get separated."""
    heading = map_heading(content, journey)
    pictures = map_pictures(content, journey, sheet, order, heading)
    top = body_top(sheet, heading)
    outline = content.language.text("Map: {journey}", journey=journey.name)
    return [
        Leaf(heading=heading, body=tuple(group.moved(sheet.margin, top) for group in picture.groups),
             outline="" if number else outline, anchor="" if number else map_anchor(journey),
             anchors=_anchors(journey), links=_links(journey, order))
        for number, picture in enumerate(pictures)
    ]  # fmt: skip


def map_pictures(content: Content, journey: Journey, sheet: Sheet, order: Order, heading: Heading) -> list[Picture]:
    """The map below its heading: on one page, or broken at stage borders. Raises Refusal where one is too small."""
    room = (sheet.inner_width, sheet.foot - body_top(sheet, heading))
    view = map_view(content, journey)
    if order.map == "break":
        return map_pages(view, width=room[0], height=room[1], largest=largest(sheet))
    picture = fitted_map(view, width=room[0], height=room[1], largest=largest(sheet))
    if picture is None:
        raise _too_small(content, journey, order, heading)
    return [picture]


def map_view(content: Content, journey: Journey) -> MapView:
    """The map as paper shows it."""
    return MapView(project=content.project, journey=journey, scores=content.scores, language=content.language,
                   lanes=PAPER_LANES, paths=content.paths.get(journey.id))  # fmt: skip


def largest(sheet: Sheet) -> float:
    """How much larger than in the window a map is drawn at most: as the paper grows."""
    return max(1.0, 1.1 * float(sheet.scale ** (1 / 0.682)))


def _too_small(content: Content, journey: Journey, order: Order, heading: Heading) -> Refusal:
    """Which paper would do, or that none does."""
    view, given = map_view(content, journey), paper_of(order, content, journey)
    for larger in larger_papers(given):
        sheet = sheet_of(larger)
        height = sheet.foot - body_top(sheet, heading)
        if fitted_map(view, width=sheet.inner_width, height=height, largest=largest(sheet)) is not None:
            names = {"journey": journey.name, "page": given.name, "larger": larger.name}
            return Refusal("The map of {journey} would have type under 7 pt on {page}: it fits on {larger}, or "
                           "--break or --tile divides it.", **names)  # fmt: skip
    return Refusal("The map of {journey} would have type under 7 pt on any one page: --break or --tile divides it.",
                   journey=journey.name)  # fmt: skip


def map_anchor(journey: Journey) -> str:
    """The name of a journey's map for links."""
    return f"map {journey.id}"


def _anchors(journey: Journey) -> dict[Place, str]:
    """Where links to a stage or touchpoint of the map arrive."""
    stages = {(key, "stage"): f"on map {key}" for key in journey.stage_order}
    return stages | {(key, "card"): f"on map {key}" for key in journey.touchpoints}


def _links(journey: Journey, order: Order) -> dict[Place, str]:
    """From stages and cards to the stages' pages, where the report has them."""
    if "stages" not in order.sections:
        return {}
    stages = {(key, "stage"): f"stage {key}" for key in journey.stage_order}
    return stages | {(each.id, "card"): f"touchpoint {each.id}" for each in journey.ordered_touchpoints()}


def map_heading(content: Content, journey: Journey) -> Heading:
    """Client and state, the finding, what it rests on, and the key figures."""
    language = content.language
    rollup = roll_up(content.project, journey, content.scores)
    return Heading(
        over=" · ".join(part for part in (content.project.client, _state(content, journey)) if part),
        title=_finding(content, journey, rollup),
        sub=_basis(content, journey, rollup),
        figures=tuple(_key_figures(content, rollup)),
        language=language.code,
    )


def finding_words(content: Content) -> str:
    """The finding of the whole report: written by the team, else that of its first journey."""
    project = content.project
    if project.report.finding:
        return project.report.finding
    journey = project.ordered_journeys()[0]
    return _finding(content, journey, roll_up(project, journey, content.scores))


def _finding(content: Content, journey: Journey, rollup: JourneyRollup) -> str:
    """A journey's finding in a sentence: its own headline, else made of the results."""
    language = content.language
    finding = headline(
        content.project, journey, rollup, content.scores,
        written=lambda metric, score: format_gap(language, metric, score.gap or 0.0),
    )  # fmt: skip
    return language.message(finding)


def _state(content: Content, journey: Journey) -> str:
    """Which state the map shows, and of when its results are."""
    text = content.language.text
    states = {"assumed": text("assumed path"), "current": text("current state"), "future": text("future state")}
    if not content.wave:
        return states[journey.state]
    return text("{state}, results of {wave}", state=states[journey.state], wave=content.wave)


def _basis(content: Content, journey: Journey, rollup: JourneyRollup) -> str:
    language = content.language
    touchpoints = sum(touchpoint.in_scope for touchpoint in journey.touchpoints.values())
    used = {source for score in content.scores.values() if score.shown for source in score.sources}
    files = len({content.project.result_sets[source].account.file for source in used})
    parts = [
        journey.name,
        content.whom,
        language.plural("{n} touchpoint", "{n} touchpoints", touchpoints),
        language.text("{measured} measured", measured=rollup.measured),
        language.plural("figures from {n} file", "figures from {n} files", files),
    ]
    return " · ".join(parts if rollup.measured else [parts[0], parts[2]])


def _key_figures(content: Content, rollup: JourneyRollup) -> Iterator[KeyFigure]:
    """The whole journey's own score, the relationship's, certain gaps and moments of truth; what exists of them."""
    text = content.language.text
    for scores, whole in ((rollup.journey_scores, text("whole journey")),
                          (rollup.relationship_scores, text("whole relationship"))):  # fmt: skip
        shown = next((score for score in scores if score.shown), None)
        if shown:
            yield _score_figure(content, shown, whole)
    if rollup.measured:
        value = text("{part} of {whole}", part=rollup.worse, whole=rollup.measured)
        notes = (text("touchpoints certainly"), text("worse than target"))
        yield KeyFigure(value, notes, _alarm(rollup.worse), sentence=True)
    if rollup.moments:
        value = text("{part} of {whole}", part=rollup.moments_measured, whole=rollup.moments)
        notes = (text("moments of truth"), text("measured, {worse} worse", worse=rollup.moments_worse))
        yield KeyFigure(value, notes, _alarm(rollup.moments_worse), sentence=True)


def _score_figure(content: Content, score: Score, whole: str) -> KeyFigure:
    language, point = content.language, content.project.points[score.point]
    metric = content.metric(point)
    value = format_value(language, metric, score.value or 0.0)
    name = whole if metric.kind == "nps" else f"{whole}, {_measure(content, point)}"
    interval = format_interval(language, metric, score.low, score.high)
    n = language.text("n {n}", n=language.number(score.n or 0))
    notes = (_short(name), ", ".join(part for part in (interval, n) if part), _judged(language, content, score))
    return KeyFigure(f"NPS {value}" if metric.kind == "nps" else value, notes, LIGHT.verdict_colour(score)
                     if score.verdict == "worse" else LIGHT.ink)  # fmt: skip


def _measure(content: Content, point: MeasurementPoint) -> str:
    """What is measured, with the scale of a mean: `overall grade 4–10`."""
    metric = content.metric(point)
    name = point.name or metric.name
    if not name or metric.kind not in ("csat-mean", "ces1", "ces2", "stars", "mean"):
        return name or measure_name(content, point)
    scale = metric_scale(content.language, metric)
    return name if scale in name else f"{name} {scale}"


def _judged(language: Language, content: Content, score: Score) -> str:
    """Target and verdict in one short line."""
    words = verdict_words(language, score.verdict)
    if score.target is None:
        return words
    short = {"uncertain": language.text("not certain"), "worse": language.text("certainly worse"),
             "better": language.text("certainly better")}  # fmt: skip
    metric = content.metric(content.project.points[score.point])
    target = language.text("target {target}", target=format_target(language, metric, score.target))
    return f"{target}, {short.get(score.verdict, words)}"


def _short(name: str) -> str:
    return name if len(name) <= 34 else name[:33].rstrip() + "…"


def _alarm(count: int) -> str:
    return LIGHT.certainly_worse if count else LIGHT.ink
