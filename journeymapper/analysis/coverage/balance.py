"""Whether the plan looks from several sides: types and classes of metrics, levels of use, who is asked."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import get_args

from journeymapper.analysis.coverage.dimension import Coverage, covered
from journeymapper.analysis.score import Score
from journeymapper.model.measurement import Audience, Level, MeasurementPoint, MetricClass
from journeymapper.model.metric_library import metric_library
from journeymapper.model.project import Project

TYPES: dict[str, tuple[str, ...]] = {
    "encounter": ("encounter",),
    "relationship": ("relationship", "journey"),
    "operational": ("operational",),
}
"""The three types of methods.md 5.3 and the scopes that belong to each."""
ASKED: tuple[Audience, ...] = ("prospect", "lost offer", "customer", "lapsed")


def type_coverage(points: Iterable[MeasurementPoint], scores: Mapping[str, Score]) -> Coverage:
    """Which of encounter, relationship and operational metrics there are."""
    return _balance(points, scores, TYPES, lambda point, key: point.scope in TYPES[key])


def level_coverage(points: Iterable[MeasurementPoint], scores: Mapping[str, Score]) -> Coverage:
    """Which levels of use the points serve."""
    return _balance(points, scores, get_args(Level), lambda point, key: key in point.levels)


def class_coverage(project: Project, points: Iterable[MeasurementPoint], scores: Mapping[str, Score]) -> Coverage:
    """Which classes the points' metrics are of; a point's own scope, levels and leading count too."""
    return _balance(points, scores, get_args(MetricClass), lambda point, key: key in classes_of(project, point))


def audience_coverage(points: Iterable[MeasurementPoint], scores: Mapping[str, Score]) -> Coverage:
    """Who is asked; nothing is in scope while no point says whom it asks."""
    said = [point for point in points if point.asked_of]
    return _balance(said, scores, ASKED if said else (), lambda point, key: key in point.asked_of)


def classes_of(project: Project, point: MeasurementPoint) -> set[str]:
    """The classes of a point's metric, and those that the point itself tells."""
    metric = project.metrics.get(point.metric)
    own: set[str] = {*point.levels, point.scope or ""}
    if point.leading is not None:
        own.add("leading" if point.leading else "lagging")
    return own | set(metric.classes if metric else ()) | _in_library(point.metric)


@cache
def _in_library(metric: str) -> frozenset[str]:
    """The classes that the library knows a metric by."""
    return frozenset(key for known in metric_library() if known.id == metric for key in known.classes)


def _balance(
    points: Iterable[MeasurementPoint],
    scores: Mapping[str, Score],
    keys: Iterable[str],
    belongs: Callable[[MeasurementPoint, str], bool],
) -> Coverage:
    every = list(points)
    return covered({key: [point for point in every if belongs(point, key)] for key in keys}, scores)
