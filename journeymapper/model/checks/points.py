"""Which measurement points count in the checks, and what to call them."""

from journeymapper.model.find import name_of
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

MEASURING = ("planned", "live")
FEW = 3


def measuring_points(project: Project) -> list[MeasurementPoint]:
    """The points that measure or are about to: no ideas, none paused or retired."""
    return [point for point in project.ordered_points() if point.status in MEASURING]


def covered_ids(project: Project) -> set[str]:
    """The ids of touchpoints, hand-offs, stages and journeys that a point measures or covers besides."""
    points = measuring_points(project)
    return {point.anchor.id for point in points} | {key for point in points for key in point.also_covers}


def point_name(project: Project, point: MeasurementPoint) -> str:
    """`P7 Offer`: a point's id with the name of the place where it hangs, with its own where that is everywhere."""
    place = name_of(project, point.anchor.id) if point.anchor.id else point.name
    return f"{point.id} {place}".strip()
