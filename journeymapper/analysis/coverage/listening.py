"""Where a customer can speak without being asked."""

from collections.abc import Sequence

from journeymapper.model.collection import listens
from journeymapper.model.journey import Journey, Stage
from journeymapper.model.project import Project


def silent_stages(project: Project, journeys: Sequence[Journey] | None = None) -> list[Stage]:
    """The stages where no point is an always-open channel: there nobody can speak unasked."""
    open_places = {
        key
        for point in project.ordered_points()
        if listens(point) and point.status in ("planned", "live")
        for key in (point.anchor.id, *point.also_covers)
    }
    everywhere = "" in open_places  # on the whole relationship
    present = [one for one in project.ordered_journeys() if one.state != "future"] if journeys is None else journeys
    return [
        stage
        for journey in present
        for stage in journey.ordered_stages()
        if stage.touchpoints and not everywhere and journey.id not in open_places
        if not open_places.intersection((stage.id, *stage.touchpoints))
    ]
