"""Walking and moving along the journey by keyboard."""

from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.journey import Journey


def neighbour(session: Session, by: int) -> tuple[str, ...]:
    """The selection one step further along the touchpoints; from a stage or a journey, into it."""
    journey = session.project.journeys.get(session.view.journey)
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()] if journey else []
    if journey is None or not order:
        return session.selection
    here = next((order.index(key) for key in session.selection if key in order), None)
    if here is None:
        stage = next((journey.stages[key] for key in session.selection if key in journey.stages), None)
        return (stage.touchpoints[0] if stage and stage.touchpoints else order[0],)
    return (order[min(max(here + by, 0), len(order) - 1)],)


def moved_step(session: Session, by: int) -> Edit | None:
    """The edit that moves the selected touchpoint or stage one place; over a stage's border into the next stage."""
    journey = session.project.journeys.get(session.view.journey)
    key = next(iter(session.selection), "")
    if journey is None:
        return None
    if key in journey.stages:
        index = journey.stage_order.index(key) + by
        return (lambda p: edits.move_stage(p, key, index)) if 0 <= index < len(journey.stage_order) else None
    target = _touchpoint_target(journey, key, by) if key in journey.touchpoints else None
    return (lambda p: edits.move_touchpoint(p, key, *target)) if target else None


def _touchpoint_target(journey: Journey, key: str, by: int) -> tuple[str, int] | None:
    stage = journey.stage_of(key)
    index = stage.touchpoints.index(key) + by
    if 0 <= index < len(stage.touchpoints):
        return stage.id, index
    place = journey.stage_order.index(stage.id) + by
    if not 0 <= place < len(journey.stage_order):
        return None
    other = journey.stages[journey.stage_order[place]]
    return other.id, 0 if by > 0 else len(other.touchpoints)
