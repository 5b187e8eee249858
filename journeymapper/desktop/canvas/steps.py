"""Moving, feeling and voting along the journey by keyboard."""

from collections.abc import Sequence

from journeymapper.desktop.commands.where import here
from journeymapper.desktop.session import Edit, Session
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.journey import Touchpoint
from journeymapper.model.project import Action, Note, Project

MOST = 2


def moved_step(session: Session, by: int) -> Edit | None:
    """The edit that moves all that is selected one place and keeps its order: stages, parked cards, and cards, these
    over a stage's border into the next stage. Cards go with their stage; what is at the end stays.
    """
    found = here(session)
    if found is None or not found.elements:
        return None
    cards = [key for key in found.standing if found.journey.stage_of(key).id not in found.stages]
    moves = ((_move_card, cards), (_move_stage, found.stages), (_move_parked, found.parked))

    def edit(project: Project) -> Project:
        for move, keys in moves:
            for key in keys if by < 0 else reversed(keys):  # who stands in front makes room first
                project = move(project, found.journey.id, key, by, keys)
        return project

    return edit


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


def _move_card(project: Project, journey_id: str, key: str, by: int, moved: Sequence[str]) -> Project:
    journey = project.journeys[journey_id]
    stage = journey.stage_of(key)
    index = _one_on(stage.touchpoints, key, by, moved)
    if index is not None:
        return edits.move_touchpoint(project, key, stage.id, index)
    border = stage.touchpoints[0 if by < 0 else -1] == key
    place = journey.stage_order.index(stage.id) + by
    if not border or not 0 <= place < len(journey.stage_order):
        return project
    other = journey.stages[journey.stage_order[place]]
    return edits.move_touchpoint(project, key, other.id, 0 if by > 0 else len(other.touchpoints))


def _move_stage(project: Project, journey_id: str, key: str, by: int, moved: Sequence[str]) -> Project:
    index = _one_on(project.journeys[journey_id].stage_order, key, by, moved)
    return project if index is None else edits.move_stage(project, key, index)


def _move_parked(project: Project, journey_id: str, key: str, by: int, moved: Sequence[str]) -> Project:
    index = _one_on(project.journeys[journey_id].parked, key, by, moved)
    return project if index is None else edits.park(project, key, index)


def _one_on(order: Sequence[str], key: str, by: int, moved: Sequence[str]) -> int | None:
    """The place one further; None at the end, and behind another one that could not go on either."""
    index = order.index(key) + by
    return index if 0 <= index < len(order) and order[index] not in moved else None
