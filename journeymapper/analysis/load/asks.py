"""The surveys of a plan: points that are asked together, how often they come up, and which goes first."""

from collections.abc import Iterable, Sequence

import msgspec

from journeymapper.model.collection import asks_customers
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

RELATIONSHIP_SCOPES = ("relationship", "journey")
DAYS_A_TOUCHPOINT = 7
"""Where no point says on which day of the journey it is asked, a touchpoint is taken to be a week after the last."""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One survey. `volume` are the chances to ask in a year, shares are 0 to 1, `day` is the day of the journey.

    The smaller `priority` goes first; `never_with` are the surveys that one customer does not get beside it.
    """

    id: str
    name: str
    points: tuple[str, ...]
    volume: int
    sampling: float = 1.0
    delivery: float = 1.0
    response: float = 1.0
    day: int = 0
    priority: int = 2
    relationship: bool = False
    never_with: tuple[str, ...] = ()
    needed: int = 0


def asks_of(project: Project) -> list[Ask]:
    """The surveys that take one of the times that a customer may be asked, in the order of the journey.

    Points of one questionnaire are asked together, those of no questionnaire by their instrument, else each alone.
    A point that is only an idea, is retired or says nothing of its volume is left out.
    """
    groups: dict[str, list[MeasurementPoint]] = {}
    for point in project.ordered_points():
        if point.status in ("planned", "live") and asks_customers(point) and point.expected_volume:
            groups.setdefault(_survey_of(project, point), []).append(point)
    asks = [_ask(project, key, points) for key, points in groups.items()]
    return sorted(asks, key=lambda ask: (ask.day, ask.id))


def _survey_of(project: Project, point: MeasurementPoint) -> str:
    asking = (one.id for one in project.ordered_questionnaires() if point.id in one.points)
    return next(asking, "") or point.instrument or point.id


def _ask(project: Project, key: str, points: Sequence[MeasurementPoint]) -> Ask:
    survey = project.questionnaires.get(key)
    relationship = all(point.scope in RELATIONSHIP_SCOPES for point in points)
    usual = 3 if relationship and project.contact_rules.encounters_first else 2
    return Ask(
        id=key,
        name=survey.name if survey else key,
        points=tuple(point.id for point in points),
        volume=max(point.expected_volume or 0 for point in points),
        sampling=max(_share(point.sampling_share) for point in points),
        delivery=min(_share(point.delivery) for point in points),
        response=min(_share(point.expected_response) for point in points),
        day=min(_day(project, point) for point in points),
        priority=min((point.priority for point in points if point.priority is not None), default=usual),
        relationship=relationship,
        never_with=survey.never_with if survey else (),
        needed=max(point.needed_n or 0 for point in points),
    )


def _share(share: float | None) -> float:
    return 1.0 if share is None else share


def _day(project: Project, point: MeasurementPoint) -> int:
    if point.journey_day is not None:
        return point.journey_day
    journey = project.journey_of(point.anchor.id)
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()] if journey else []
    place = order.index(point.anchor.id) if point.anchor.id in order else len(order)
    return DAYS_A_TOUCHPOINT * place


def customers_of(project: Project, asks: Iterable[Ask]) -> int:
    """Customers a year: those of the journeys where they are stated, else as many as the commonest survey meets."""
    stated = sum(journey.volume or 0 for journey in project.journeys.values() if journey.state != "future")
    return stated or max((ask.volume for ask in asks), default=0)
