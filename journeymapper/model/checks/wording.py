"""Checks of what is asked: the right kind of question, one direction, versions, nothing asked twice."""

import re
from collections.abc import Iterator

from journeymapper.model.checks.points import FEW, measuring_points, point_name
from journeymapper.model.collection import asks_customers
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import MeasurementPoint, Metric, MetricKind
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

RELATIONSHIP_WORDS = re.compile(r"\brecommend|suosittel|rekommender|\bloyal|uskollis", re.IGNORECASE)
ASKED_KINDS: tuple[MetricKind, ...] = ("csat", "csat-mean", "ces1", "ces2", "stars", "mean", "top", "net")


def relationship_asked_aside(project: Project) -> Iterator[Finding]:
    """Whether somebody would recommend is asked of the relationship, not after one encounter; said once of many."""
    aside = [point for point in measuring_points(project) if _is_aside(project, point)]
    nps = [point for point in aside if project.metrics[point.metric].kind == "nps"]
    if len(nps) >= FEW:
        message = Message("The recommendation question is asked at {n} touchpoints.", {"n": len(nps)}, "")
        yield Finding("recommendation asked everywhere", "warning", project.id, message)
        aside = [point for point in aside if point not in nps]
    for point in aside:
        message = Message("{name}: a relationship question at one encounter.", {"name": point_name(project, point)})
        yield Finding("relationship question at an encounter", "warning", point.id, message)


def _is_aside(project: Project, point: MeasurementPoint) -> bool:
    if point.anchor.kind not in ("touchpoint", "hand-off") or point.scope in ("relationship", "journey", "staff"):
        return False
    return project.metrics[point.metric].kind == "nps" or bool(RELATIONSHIP_WORDS.search(point.question))


def one_direction(project: Project) -> Iterator[Finding]:
    """A scale means the same wherever it is asked: 5 is not good here and bad there."""
    first: dict[tuple[float, float], tuple[MeasurementPoint, Metric]] = {}
    for point in measuring_points(project):
        metric = project.metrics[point.metric]
        if metric.kind not in ASKED_KINDS or not point.question:
            continue
        ends = min(metric.worst, metric.best), max(metric.worst, metric.best)
        other, known = first.setdefault(ends, (point, metric))
        if known.lower_is_better != metric.lower_is_better:
            values: dict[str, str | int | float] = {
                "name": point_name(project, point), "other": point_name(project, other),
                "low": f"{ends[0]:g}", "high": f"{ends[1]:g}",
            }  # fmt: skip
            message = Message("{name}: the scale {low}–{high} runs the other way at {other}.", values)
            yield Finding("scale in two directions", "warning", point.id, message)


def versions_kept(project: Project) -> Iterator[Finding]:
    """A question or metric that changes after answers have come gets a new version."""
    last = {one.point: one for key in project.result_order for one in project.result_sets[key].worded}
    for point in measuring_points(project):
        known = last.get(point.id)
        same = known is None or (known.question, known.metric) == (point.question, point.metric)
        if known is not None and known.version == point.wording_version and not same:
            message = Message(
                "{name}: question or metric changed since its last answers, without a new version.",
                {"name": point_name(project, point)},
            )
            yield Finding("changed without version", "warning", point.id, message)


def asked_once(project: Project) -> Iterator[Finding]:
    """The same people are not asked the same by two surveys."""
    first: dict[tuple[str, str, str, str], MeasurementPoint] = {}
    for point in measuring_points(project):
        question = " ".join(point.question.split()).casefold()
        if not question or not asks_customers(point):
            continue
        other = first.setdefault((question, point.metric, point.population, point.anchor.id), point)
        if other.instrument != point.instrument:
            values: dict[str, str | int | float] = {"name": point_name(project, point), "other": other.id}
            message = Message("{name}: the same people are asked the same at {other}.", values)
            yield Finding("asked twice", "advice", point.id, message)
