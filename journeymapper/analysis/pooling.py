"""One figure for several touchpoints, of one metric at a time, never without the worst of them (methods.md 3)."""

from collections.abc import Iterable, Mapping, Sequence
from math import prod, sqrt

import msgspec

from journeymapper.analysis.composite import Bounds, bounds_with_missing
from journeymapper.analysis.intervals import Z
from journeymapper.analysis.normalise import goalposts
from journeymapper.analysis.point_index import PointIndex, points_by_touchpoint
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

LEAST_COVERED = 0.5


class Mean(msgspec.Struct, frozen=True):
    """A weighted mean with its standard error and 95 % limits; those are None where a part has no error."""

    value: float
    se: float | None = None
    low: float | None = None
    high: float | None = None


class MetricRollup(msgspec.Struct, frozen=True, kw_only=True):
    """The volume-weighted mean of one metric over touchpoints ("the average encounter").

    `covered` is the share, 0–100, of the volume that it rests on, `bounds` what the uncovered rest could make of it,
    `worst` the touchpoint with the worst value, to be named beside it.
    """

    metric: str
    value: float
    low: float | None
    high: float | None
    covered: float
    bounds: Bounds
    worst: str
    worst_value: float


def weighted_mean(values: Sequence[float], weights: Sequence[float], errors: Sequence[float | None]) -> Mean:
    """Σ w x / Σ w of independent parts, SE √Σ w² SE² / Σ w. Weights are volumes or stated importances."""
    total = sum(weights)
    value = sum(w * x for w, x in zip(weights, values, strict=True)) / total
    known = [error for error in errors if error is not None]
    if len(known) < len(errors):
        return Mean(value)
    se = sqrt(sum((w * error) ** 2 for w, error in zip(weights, known, strict=True))) / total
    return Mean(value, se, value - Z * se, value + Z * se)


def weakest_link(values: Mapping[str, tuple[float, int]], *, least_n: int = 30) -> str | None:
    """The part with the lowest value among those with `least_n` answers; values are (value, n)."""
    enough = {name: value for name, (value, n) in values.items() if n >= least_n}
    return min(enough, key=lambda name: enough[name], default=None)


def weakest_upper_limit(limits: Mapping[str, float]) -> str | None:
    """The part with the lowest upper limit: the one that can be claimed a pain point."""
    return min(limits, key=lambda name: limits[name], default=None)


def share_below(values: Sequence[float], targets: Sequence[float], volumes: Sequence[float]) -> float:
    """The share, 0 to 1, of volume at parts below their targets."""
    below = sum(v for x, target, v in zip(values, targets, volumes, strict=True) if x < target)
    return below / sum(volumes)


class Flawless(msgspec.Struct, frozen=True):
    """The share, 0 to 1, of journeys without a failure: the product under independence, and Fréchet's bounds."""

    independent: float
    low: float
    high: float


def flawless_journey(successes: Sequence[float]) -> Flawless:
    """How many journeys have no failure when each touchpoint succeeds in these shares, 0 to 1, of cases."""
    return Flawless(prod(successes), max(0.0, 1 - sum(1 - each for each in successes)), min(successes))


def peak_end(scores: Sequence[float]) -> float:
    """Mean of the most intense and the last of one person's scores on 0–100; of equals the negative. Exploratory."""
    peak = max(scores, key=lambda score: (abs(score - 50), -score))
    return (peak + scores[-1]) / 2


def metric_rollups(
    project: Project, touchpoints: Iterable[Touchpoint], scores: Mapping[str, Score], points: PointIndex | None = None
) -> tuple[MetricRollup, ...]:
    """A figure for each metric that several touchpoints with volumes share; none below half of the volume."""
    asked: dict[str, list[tuple[Touchpoint, MeasurementPoint]]] = {}
    index = points_by_touchpoint(project) if points is None else points
    for touchpoint in touchpoints:
        for point in index.get(touchpoint.id, ()):
            already = bool(asked.get(point.metric)) and asked[point.metric][-1][0] is touchpoint
            if point.metric in project.metrics and not already:
                asked.setdefault(point.metric, []).append((touchpoint, point))
    made = (_metric_rollup(project, metric, pairs, scores) for metric, pairs in asked.items() if len(pairs) > 1)
    return tuple(each for each in made if each)


def _metric_rollup(
    project: Project,
    metric_id: str,
    pairs: Sequence[tuple[Touchpoint, MeasurementPoint]],
    scores: Mapping[str, Score],
) -> MetricRollup | None:
    volumes = {touchpoint.id: float(touchpoint.volume or 0) for touchpoint, _ in pairs}
    comparable = all(volumes.values()) and len({touchpoint.volume_unit for touchpoint, _ in pairs}) == 1
    found = {touchpoint.id: scores[point.id] for touchpoint, point in pairs if point.id in scores}
    values = {key: score.value for key, score in found.items() if score.shown and score.value is not None}
    covered = sum(volumes[key] for key in values) / sum(volumes.values()) if comparable else 0.0
    if len(values) < 2 or covered < LEAST_COVERED:
        return None
    worst_end, best_end = goalposts(project.metrics[metric_id])
    mean = weighted_mean(list(values.values()), [volumes[key] for key in values], [_se(found[key]) for key in values])
    worst = (max if worst_end > best_end else min)(values, key=lambda key: values[key])
    return MetricRollup(
        metric=metric_id,
        value=mean.value,
        low=mean.low,
        high=mean.high,
        covered=100 * covered,
        bounds=bounds_with_missing(mean.value, covered, worst_end, best_end),
        worst=worst,
        worst_value=values[worst],
    )


def _se(score: Score) -> float | None:
    """The standard error that the interval implies; good enough to combine, since every interval is a 95 % one."""
    return None if score.low is None or score.high is None else (score.high - score.low) / (2 * Z)
