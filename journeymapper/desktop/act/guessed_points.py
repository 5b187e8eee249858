"""The points at which the staff can guess what customers say: those of a journey that ask no staff."""

from journeymapper.desktop.session import Session
from journeymapper.model.journey import Journey
from journeymapper.model.measurement import MeasurementPoint


def guessed_points(session: Session) -> list[MeasurementPoint]:
    """The points of the journey in view, touchpoint by touchpoint, then those of stages and of the whole."""
    journey = session.project.journeys.get(session.view.journey)
    if journey is None:
        return []
    places = {touchpoint.id: place for place, touchpoint in enumerate(journey.ordered_touchpoints())}
    here = [point for point in session.project.ordered_points() if _asks_customers(point) and _is_in(point, journey)]
    return sorted(here, key=lambda point: places.get(point.anchor.id, len(places)))


def _asks_customers(point: MeasurementPoint) -> bool:
    return not point.asks_staff and point.scope != "staff"


def _is_in(point: MeasurementPoint, journey: Journey) -> bool:
    return point.anchor.id in journey.touchpoints or point.anchor.id in journey.stages or point.anchor.id == journey.id
