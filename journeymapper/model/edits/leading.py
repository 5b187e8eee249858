"""A way from a touchpoint to one that is made for it."""

from journeymapper.model.edits.links import add_link
from journeymapper.model.edits.parking import add_parked
from journeymapper.model.edits.structure import add_touchpoint, the_touchpoint, with_touchpoint
from journeymapper.model.journey import Link, Touchpoint
from journeymapper.model.project import Project


def lead_on(project: Project, link: Link, new: Touchpoint, place: tuple[str, int]) -> Project:
    """The project with a new touchpoint before the index of a stage, or of the parking lot, and a way that leads to it.

    Where a happy way puts it right between two of the happy path, or at its end, the path leads through it and there is
    no other way.
    """
    stage, index = place
    journey, _ = the_touchpoint(project, link.source)
    if not stage:
        return add_link(add_parked(project, journey.id, new, index), journey.id, link)
    led = add_touchpoint(project, stage, new, index)
    if link.kind == "happy" and _leads(led, journey.id, link):
        return led
    return add_link(with_touchpoint(project, stage, new, index), journey.id, link)


def _leads(project: Project, journey_id: str, link: Link) -> bool:
    """Whether the happy path has such a way."""
    ways = project.journeys[journey_id].links.values()
    return any((one.source, one.target, one.kind) == (link.source, link.target, "happy") for one in ways)
