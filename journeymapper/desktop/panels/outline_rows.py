"""What stands in the outline, row by row, before there is a tree: quick to make again after each edit."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import is_

import msgspec

from journeymapper.analysis.point_index import points_by_touchpoint
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


Kept = dict[str, tuple[tuple[object, ...], Branch]]
"""Stage to all that its rows were made from, and the rows; of one language and mode."""


def branches(session: Session, kept: Kept) -> dict[str, Branch]:
    """First-level key to its branch, from top to bottom; stages that nothing has touched come from `kept`."""
    found: dict[str, list[Row]] = {}
    place: dict[str, str] = {}
    for row in _rows(session, kept):
        place[row.key] = top = place[row.above] if row.above else row.key
        found.setdefault(top, []).append(row)
    return {top: tuple(rows) for top, rows in found.items()}


def _rows(session: Session, kept: Kept) -> Iterator[Row]:
    project, text = session.project, session.view.language.text
    yield Row(project.id, "", text("Project: {name}", name=project.name))
    journey = project.journeys.get(session.view.journey)
    if journey is not None:
        yield from _journey_rows(session, project, journey, kept)
    for words, ids in (
        (text("Personas"), project.persona_order),
        (text("Channels"), project.channel_order),
        (text("Promises"), project.promise_order),
        (text("Actions"), project.action_order),
    ):
        if ids:
            yield Row(words, "", words, heading=True)
        for key in ids:
            yield Row(key, words, name_of(project, key) or key)


def _journey_rows(session: Session, project: Project, journey: Journey, kept: Kept) -> Iterator[Row]:
    points = points_by_touchpoint(project)
    shown = session.shown_scores(journey.id) if session.view.mode == "results" else None
    yield Row(journey.id, "", journey.name)
    for stage in journey.ordered_stages():
        inside = [(journey.touchpoints[key], points.get(key, ())) for key in stage.touchpoints]
        values = tuple(
            chain([stage, shown is None], *((one, *hung, (shown or {}).get(one.id)) for one, hung in inside))
        )
        known = kept.get(stage.id)
        if known is None or len(known[0]) != len(values) or not all(map(is_, known[0], values)):
            kept[stage.id] = known = (values, tuple(_stage_rows(session, stage, inside, shown)))
        yield from known[1]
    for kind, element in (("journey", journey.id), ("relationship", "")):
        for point in project.points_on(kind, element):
            scores = None if shown is None else session.scores()
            yield Row(point.id, "", _point_words(point), *_figure(session, scores, point.id))


def _stage_rows(
    session: Session,
    stage: Stage,
    inside: Sequence[tuple[Touchpoint, Sequence[MeasurementPoint]]],
    shown: Mapping[str, Score] | None,
) -> Iterator[Row]:
    yield Row(stage.id, "", stage.name)
    for touchpoint, points in inside:
        words = touchpoint.name + (STAR if touchpoint.moment_of_truth else "")
        yield Row(touchpoint.id, stage.id, words, *_figure(session, shown, touchpoint.id), folded=True)
        for point in points:
            yield Row(point.id, touchpoint.id, _point_words(point))


def _point_words(point: MeasurementPoint) -> str:
    return f"{point.id} · {point.name or point.metric}"


def _figure(session: Session, scores: Mapping[str, Score] | None, key: str) -> tuple[str, str, Tone]:
    """The figure with its sign, the verdict in words and its tone; results stay hidden while mapping."""
    if scores is None:
        return "", "", "plain"
    score, language = scores.get(key), session.view.language
    words = verdict_words(language, score.verdict if score else "not measured")
    if score is None or score.value is None:
        return "○", words, "plain"
    metric = session.project.metrics[session.project.points[score.point].metric]
    return f"{format_value(language, metric, score.value)} {_sign(score)}".strip(), words, tone_of(score)


def _sign(score: Score) -> str:
    """A sign only where there is a verdict; what it is that keeps one from being given is told in words."""
    return verdict_sign(score) if score.verdict in ("worse", "better", "uncertain") else ""
