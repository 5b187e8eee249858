"""Measurement points and their metrics."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from journeymapper.model.edits.change import change
from journeymapper.model.edits.placing import with_all_new, with_new
from journeymapper.model.find import find, found, name_of
from journeymapper.model.limits import clean
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric, Standing
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project

POINT_ID = re.compile(r"P([1-9][0-9]{0,8})")


def next_point_id(project: Project) -> str:
    """The id of the next measurement point, P1 and so on; never one that was given before."""
    number = project.next_point
    while find(project, f"P{number}") is not None:
        number += 1
    return f"P{number}"


def add_point(project: Project, point: MeasurementPoint, index: int | None = None) -> Project:
    """The project with a measurement point; its metric must be there. No later point gets its number."""
    return msgspec.structs.replace(with_new(project, point, index), next_point=_following(project, (point,)))


def add_points(project: Project, points: Sequence[MeasurementPoint]) -> Project:
    """The project with measurement points, as `add_point` adds them one after another."""
    return msgspec.structs.replace(with_all_new(project, points), next_point=_following(project, points))


def _following(project: Project, points: Iterable[MeasurementPoint]) -> int:
    """The number of the point after these; refuses one that has no number."""
    following = project.next_point
    for point in points:
        number = POINT_ID.fullmatch(point.id)
        if number is None:
            raise Refusal("A measurement point is called P1, P2 and so on, not {id}.", id=point.id)
        following = max(following, int(number[1]) + 1)
    return following


def move_point(project: Project, point_id: str, anchor: Anchor, day: date | None = None, why: str = "") -> Project:
    """The project with a point at another place; where it stood, by its name, is kept with the day and the reason."""
    point = found(project, point_id)
    if not isinstance(point, MeasurementPoint):
        raise Refusal("{id} is not a measurement point.", id=point_id)
    if point.anchor == anchor:
        return project
    since = point.stood[-1].until if point.stood else point.starts
    place = name_of(project, point.anchor.id) if point.anchor.id else point.anchor.kind
    stood = Standing(place=place, since=since, until=day, why=why)
    return change(project, point_id, anchor=anchor, stood=(*point.stood, stood))


def add_metric(project: Project, metric: Metric) -> Project:
    """The project with a metric; the same object where it has that metric already."""
    if project.metrics.get(metric.id) == clean(metric):
        return project
    return with_new(project, metric)
