"""How much a map is, in words."""

from collections.abc import Collection

from journeymapper.language.language import Language
from journeymapper.model.project import Project


def map_counts(language: Language, project: Project, journeys: Collection[str] | None = None) -> str:
    """`2 journeys, 6 stages, 25 touchpoints, 3 measurement points`; without points where there are none.

    Of the whole project, or of some of its `journeys` by their ids and the points in these.
    """
    counted = [project.journeys[key] for key in (project.journeys if journeys is None else journeys)]
    inside = {key for one in counted for key in (one.id, *one.stages, *one.touchpoints)}
    points = [one for one in project.points.values() if journeys is None or one.anchor.id in inside]
    parts = [
        language.plural("{n} journey", "{n} journeys", len(counted)),
        language.plural("{n} stage", "{n} stages", sum(len(one.stages) for one in counted)),
        language.plural("{n} touchpoint", "{n} touchpoints", sum(len(one.touchpoints) for one in counted)),
    ]
    if points:
        parts.append(language.plural("{n} measurement point", "{n} measurement points", len(points)))
    return ", ".join(parts)
