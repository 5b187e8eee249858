"""Walking, moving, feeling and voting along the journey by keyboard."""

from journeymapper.desktop.commands.where import here
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.project import Action, Note, Project

MOST = 2


def neighbour(session: Session, by: int) -> tuple[str, ...]:
    """The selection one step further along the touchpoints; from a stage or a journey, into it."""
    journey = session.project.journeys.get(session.view.journey)
    parked = journey.parked if journey else ()
    order = [*(touchpoint.id for touchpoint in journey.ordered_touchpoints()), *parked] if journey else []
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
    if key in journey.parked:
        index = journey.parked.index(key) + by
        return (lambda p: edits.park(p, key, index)) if 0 <= index < len(journey.parked) else None
    target = _touchpoint_target(journey, key, by) if key in journey.touchpoints else None
    return (lambda p: edits.move_touchpoint(p, key, *target)) if target else None


def felt_step(session: Session, by: int) -> Edit | None:
    """The edit that lifts or lowers the feeling at the selected touchpoints by a step; one without begins at 0."""
    found = here(session)
    felt = {key: found.journey.touchpoints[key].feeling for key in found.touchpoints} if found else {}
    wanted = {key: max(-MOST, min(MOST, (feeling or 0) + by)) for key, feeling in felt.items()}
    return _changed("feeling", wanted) if wanted else None


def voted_step(session: Session, by: int) -> Edit | None:
    """The edit that adds a vote to what is selected or takes one away; none below 0."""
    given = {key: find(session.project, key) for key in session.selection}
    votes = {key: one.votes for key, one in given.items() if isinstance(one, Touchpoint | Action | Note)}
    wanted = {key: max(0, count + by) for key, count in votes.items()}
    return _changed("votes", wanted) if wanted else None


def _changed(field: str, values: dict[str, int]) -> Edit:
    def edit(project: Project) -> Project:
        for key, value in values.items():
            project = edits.change(project, key, **{field: value})
        return project

    return edit


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
