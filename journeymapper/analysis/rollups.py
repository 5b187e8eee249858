"""From touchpoint to stage to journey without hiding the worst (methods.md section 3)."""

from collections.abc import Iterable, Mapping
from itertools import chain
from operator import attrgetter

import msgspec

from journeymapper.analysis.point_index import PointIndex, points_by_touchpoint
from journeymapper.analysis.pooling import MetricRollup, metric_rollups
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

Scores = Mapping[str, Score]
_COUNTED = attrgetter(
    "id", "in_scope", "moment_of_truth", "not_measured_because", "choice", "volume", "volume_unit", "channels"
)  # fmt: skip
Found = Mapping[str, list[Score]]
"""Touchpoint to the scores of the points on it."""


class StageRollup(msgspec.Struct, frozen=True, kw_only=True):
    """A stage: its touchpoints in scope, how many of them have figures, and the worst of those.

    `worse` and `better` count touchpoints that are certainly so; one with a point that is certainly worse is worse.
    `metrics` has a figure for each metric that two or more touchpoints share.
    """

    stage: str
    touchpoints: int = 0
    measured: int = 0
    worse: int = 0
    better: int = 0
    worst: str | None = None
    metrics: tuple[MetricRollup, ...] = ()


class JourneyRollup(msgspec.Struct, frozen=True, kw_only=True):
    """A journey: counts over its touchpoints, the worst one, and what was measured of the journey as a whole.

    `to_measure` are the touchpoints in scope and not deliberately unmeasured. `journey_scores` belong to points on
    the journey itself, `relationship_scores` to those on the whole relationship; both outrank anything computed.
    `share_of_volume_below` is the share, 0–100, of encounters at touchpoints certainly worse than target, among those
    at touchpoints judged against a target; None where volumes are missing or counted in different units.
    """

    stages: dict[str, StageRollup] = {}
    measured: int = 0
    to_measure: int = 0
    worse: int = 0
    better: int = 0
    worst: str | None = None
    moments: int = 0
    moments_measured: int = 0
    moments_worse: int = 0
    journey_scores: tuple[Score, ...] = ()
    relationship_scores: tuple[Score, ...] = ()
    share_of_volume_below: float | None = None
    metrics: tuple[MetricRollup, ...] = ()


def roll_up(project: Project, journey: Journey, scores: Scores) -> JourneyRollup:
    """The rollup of a journey, of its stages and of what was measured of the whole."""
    points = points_by_touchpoint(project)
    inside = [each for each in journey.ordered_touchpoints() if each.in_scope]
    moments = [each for each in inside if each.moment_of_truth]
    found = {each.id: touchpoint_scores(project, each, scores, points) for each in inside}
    counts = _counts(found[each.id] for each in inside)
    of_moments = _counts(found[each.id] for each in moments)
    return JourneyRollup(
        stages={
            stage.id: _stage(project, journey, stage, (found, scores, points)) for stage in journey.ordered_stages()
        },
        measured=counts.measured,
        to_measure=sum(not each.not_measured_because or _is_measured(found[each.id]) for each in inside),
        worse=counts.worse,
        better=counts.better,
        worst=_worst_touchpoint(project, inside, found),
        moments=len(moments),
        moments_measured=of_moments.measured,
        moments_worse=of_moments.worse,
        journey_scores=_of_points(project.points_on("journey", journey.id), scores),
        relationship_scores=_of_points(project.points_on("relationship", ""), scores),
        share_of_volume_below=_share_of_volume_below(inside, found),
        metrics=metric_rollups(project, inside, scores, points),
    )


def what_counts(journey: Journey) -> tuple[object, ...]:
    """All that rollups and coverage look at in the stages and touchpoints of a journey; names and texts are no part."""
    stages = tuple((stage.id, stage.touchpoints) for stage in journey.ordered_stages())
    return stages, tuple(map(_COUNTED, journey.ordered_touchpoints()))


def shown_score(
    project: Project, touchpoint: Touchpoint, scores: Scores, points: PointIndex | None = None
) -> Score | None:
    """The score shown large on a card: of the point chosen for it, else of the first with data, else of the first.

    Who asks for many touchpoints gives the index of the `points`, here and below.
    """
    of_touchpoint = touchpoint_scores(project, touchpoint, scores, points)
    chosen = [score for score in of_touchpoint if score.point == touchpoint.shown_point]
    with_data = [score for score in of_touchpoint if score.shown]
    return next(chain(chosen, with_data, of_touchpoint), None)


def touchpoint_scores(
    project: Project, touchpoint: Touchpoint, scores: Scores, points: PointIndex | None = None
) -> list[Score]:
    """The scores of the points on a touchpoint, in plan order."""
    on_it = project.points_on("touchpoint", touchpoint.id) if points is None else points.get(touchpoint.id, ())
    return list(_of_points(on_it, scores))


def _worst_touchpoint(project: Project, touchpoints: Iterable[Touchpoint], found: Found) -> str | None:
    """The id of the worst measured touchpoint; None only where nothing is measured."""
    score = worst_score([score for each in touchpoints for score in found[each.id]])
    return project.points[score.point].anchor.id if score else None


def worst_score(scores: Iterable[Score]) -> Score | None:
    """The worst of the scores that are shown, each on its own goalposts.

    Certainly worse ones come first, the widest gap of them the worst; then the widest gap to target; then, where
    there are no targets, the lowest score. In each of these, indicative scores are named only for want of others.
    """
    return min((score for score in scores if score.shown), key=_badness, default=None)


def _badness(score: Score) -> tuple[bool, bool, bool, float]:
    gap = (score.score100 or 0.0) - (score.target100 or 0.0)
    return score.verdict != "worse", score.indicative, score.target100 is None, gap


def _share_of_volume_below(touchpoints: Iterable[Touchpoint], found: Found) -> float | None:
    """The share, 0–100, of encounters at touchpoints certainly worse than target, among those judged."""
    judged = [each for each in touchpoints if _is_judged(found[each.id])]
    volumes = [each.volume for each in judged if each.volume is not None]
    if len(volumes) < len(judged) or not sum(volumes) or len({each.volume_unit for each in judged}) > 1:
        return None
    worse = [each for each in judged if _is_worse(found[each.id])]
    return 100 * sum(each.volume or 0 for each in worse) / sum(volumes)


def _stage(project: Project, journey: Journey, stage: Stage, measured: tuple[Found, Scores, PointIndex]) -> StageRollup:
    found, scores, points = measured
    inside = [journey.touchpoints[key] for key in stage.touchpoints if journey.touchpoints[key].in_scope]
    counts = _counts(found[each.id] for each in inside)
    return StageRollup(
        stage=stage.id,
        touchpoints=len(inside),
        measured=counts.measured,
        worse=counts.worse,
        better=counts.better,
        worst=_worst_touchpoint(project, inside, found),
        metrics=metric_rollups(project, inside, scores, points),
    )


class _Counts(msgspec.Struct, frozen=True):
    measured: int
    worse: int
    better: int


def _counts(of_touchpoints: Iterable[list[Score]]) -> _Counts:
    found = list(of_touchpoints)
    return _Counts(
        measured=sum(_is_measured(each) for each in found),
        worse=sum(_is_worse(each) for each in found),
        better=sum(not _is_worse(each) and any(score.verdict == "better" for score in each) for each in found),
    )


def _is_measured(scores: Iterable[Score]) -> bool:
    return any(score.shown for score in scores)


def _is_worse(scores: Iterable[Score]) -> bool:
    return any(score.verdict == "worse" for score in scores)


def _is_judged(scores: Iterable[Score]) -> bool:
    return any(score.verdict in ("worse", "better", "uncertain") for score in scores)


def _of_points(points: Iterable[MeasurementPoint], scores: Scores) -> tuple[Score, ...]:
    return tuple(scores[point.id] for point in points if point.id in scores)
