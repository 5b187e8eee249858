"""What stands in the outline, row by row, before there is a tree: quick to make again after each edit."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from operator import is_

import msgspec

from journeymapper.analysis.point_index import PointIndex, points_by_touchpoint
from journeymapper.analysis.rollups import shown_score
from journeymapper.analysis.score import Score
from journeymapper.desktop.naming import name_of
from journeymapper.desktop.session import Session
from journeymapper.language.units import format_value, verdict_words
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.picture.symbols import verdict_sign
from journeymapper.picture.theme import Tone, tone_of

STAR = " ★"


class Row(msgspec.Struct, frozen=True):
    """`above` is the key of the row that this one stands under; `figure` and `verdict` are empty while mapping.

    A `heading` names a group and is no element; touchpoints are `folded` until somebody opens them.
    """

    key: str
    above: str
    words: str
    figure: str = ""
    verdict: str = ""
    tone: Tone = "plain"
    heading: bool = False
    folded: bool = False


Branch = tuple[Row, ...]
"""A row of the first level and all below it."""


class Kept:
    """What an outline showed last, and what each stage's rows were made from; of one language."""

    def __init__(self) -> None:
        self._stages: dict[str, tuple[tuple[object, ...], Branch]] = {}
        self._points: tuple[object, object, PointIndex] = (None, None, {})

    def points(self, project: Project) -> PointIndex:
        """The points by touchpoint: the same object while the plan is the same."""
        if self._points[0] is not project.points or self._points[1] is not project.point_order:
            self._points = (project.points, project.point_order, points_by_touchpoint(project))
        return self._points[2]

    def branch(self, stage: str, values: tuple[object, ...], make: Callable[[], Branch]) -> Branch:
        """The rows of a stage; those from before where each of `values` is the same, or what comes out is."""
        known = self._stages.get(stage)
        if known is not None and len(known[0]) == len(values) and all(map(is_, known[0], values)):
            return known[1]
        made = make()
        if known is not None and known[1] == made:
            made = known[1]
        self._stages[stage] = (values, made)
        return made


def branches(session: Session, kept: Kept) -> dict[str, Branch]:
    """First-level key to its branch, from top to bottom; stages that nothing has touched come from `kept`."""
    return {branch[0].key: branch for branch in _branches(session, kept)}


def runs(shown: Iterable[Branch], chosen: Collection[str]) -> list[tuple[str, str]]:
    """The first and the last key of each run of chosen rows that stand one after another under the same row."""
    found: list[list[str]] = []
    for branch in shown:
        going: dict[str, list[str]] = {}
        for row in branch:
            if row.key not in chosen:
                going.pop(row.above, None)
            elif row.above in going:
                going[row.above][1] = row.key
            else:
                going[row.above] = [row.key, row.key]
                found.append(going[row.above])
    return [(first, last) for first, last in found]


def _branches(session: Session, kept: Kept) -> Iterator[Branch]:
    project, text = session.project, session.view.language.text
    yield (Row(project.id, "", text("Project: {name}", name=project.name)),)
    journey = project.journeys.get(session.view.journey)
    if journey is not None:
        yield from _of_journey(session, project, journey, kept)
    for words, ids in (
        (text("Personas"), project.persona_order),
        (text("Channels"), project.channel_order),
        (text("Promises"), project.promise_order),
        (text("Actions"), project.action_order),
    ):
        if ids:
            rows = (Row(key, words, name_of(project, key) or key) for key in ids)
            yield (Row(words, "", words, heading=True), *rows)


def _of_journey(session: Session, project: Project, journey: Journey, kept: Kept) -> Iterator[Branch]:
    points = kept.points(project)
    scores = session.scores() if session.view.mode == "results" else None
    yield (Row(journey.id, "", journey.name),)
    for stage in journey.ordered_stages():
        inside = [journey.touchpoints[key] for key in stage.touchpoints]
        values = (stage, *inside, points, scores, project.metrics)
        yield kept.branch(stage.id, values, lambda: tuple(_stage_rows(session, stage, inside, points, scores)))  # noqa: B023  # called at once
    for kind, element in (("journey", journey.id), ("relationship", "")):
        for point in project.points_on(kind, element):
            figure = _figure(session, None if scores is None else scores.get(point.id), shown=scores is not None)
            yield (Row(point.id, "", _point_words(point), *figure),)


def _stage_rows(
    session: Session,
    stage: Stage,
    inside: Iterable[Touchpoint],
    points: PointIndex,
    scores: Mapping[str, Score] | None,
) -> Iterator[Row]:
    yield Row(stage.id, "", stage.name)
    for touchpoint in inside:
        words = touchpoint.name + (STAR if touchpoint.moment_of_truth else "")
        score = None if scores is None else shown_score(session.project, touchpoint, scores, points)
        figure = _figure(session, score, shown=scores is not None)
        yield Row(touchpoint.id, stage.id, words, *figure, folded=True)
        for point in points.get(touchpoint.id, ()):
            yield Row(point.id, touchpoint.id, _point_words(point))


def _point_words(point: MeasurementPoint) -> str:
    return f"{point.id} · {point.name or point.metric}"


def _figure(session: Session, score: Score | None, *, shown: bool) -> tuple[str, str, Tone]:
    """The figure with its sign, the verdict in words and its tone; results stay hidden while mapping."""
    if not shown:
        return "", "", "plain"
    language = session.view.language
    words = verdict_words(language, score.verdict if score else "not measured")
    if score is None or score.value is None:
        return "○", words, "plain"
    metric = session.project.metrics[session.project.points[score.point].metric]
    return f"{format_value(language, metric, score.value)} {_sign(score)}".strip(), words, tone_of(score)


def _sign(score: Score) -> str:
    """A sign only where there is a verdict; what it is that keeps one from being given is told in words."""
    return verdict_sign(score) if score.verdict in ("worse", "better", "uncertain") else ""
