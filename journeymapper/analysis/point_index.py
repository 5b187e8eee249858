"""Which measurement points hang on which touchpoint, found once instead of for each touchpoint."""

from collections.abc import Mapping

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

PointIndex = Mapping[str, tuple[MeasurementPoint, ...]]


def points_by_touchpoint(project: Project) -> PointIndex:
    """Touchpoint id to its points in plan order; touchpoints without points are not in it."""
    found: dict[str, list[MeasurementPoint]] = {}
    for point in project.ordered_points():
        if point.anchor.kind == "touchpoint":
            found.setdefault(point.anchor.id, []).append(point)
    return {key: tuple(points) for key, points in found.items()}
