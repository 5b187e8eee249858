"""Walking over the map by keyboard: along the row, up to what holds, down to what hangs, and selecting on the way."""

from collections.abc import Sequence

from journeymapper.desktop.inspector.naming import above_of
from journeymapper.desktop.session import Session
from journeymapper.model.find import find
from journeymapper.model.journey import Journey
from journeymapper.model.project import Project
from journeymapper.picture.primitives import Group

HUNG_PARTS = frozenset({"action", "message", "note"})
Ids = tuple[str, ...]


def place_of(project: Project, journey: Journey, selection: Ids) -> str:
    """The first stage or card that is selected or that something selected hangs on; empty for none."""
    for key in selection:
        element = find(project, key)
        for place in (key, above_of(project, element) if element is not None else ""):
            if place in journey.stages or place in journey.touchpoints:
                return place
    return ""


def along(session: Session, by: int) -> str:
    """The stage or card so many further in its row, at the most the last; from nothing the first one."""
    row, here = _row(session)
    if here in row:
        return row[min(max(row.index(here) + by, 0), len(row) - 1)]
    return row[0] if row else ""


def by_stage(session: Session, by: int) -> str:
    """Forward to the first card of the next stage; back to the first of this one, and from there of the one before."""
    row, here = _row(session)
    journey = _journey(session)
    if journey is None or here not in journey.touchpoints:
        return along(session, by)
    starts = [row.index(stage.touchpoints[0]) for stage in journey.ordered_stages() if stage.touchpoints]
    starts += [row.index(key) for key in journey.parked[:1]]
    at = row.index(here)
    ahead = [start for start in starts if start > at] if by > 0 else [start for start in starts[::-1] if start < at]
    return row[ahead[0]] if ahead else here


def to_end(session: Session, by: int) -> str:
    """The first or the last stage, card or parked card, whichever is selected."""
    row, here = _row(session)
    journey = _journey(session)
    parked = journey.parked if journey is not None else ()
    same = [key for key in row if (key in parked) == (here in parked)] or row
    return same[0 if by < 0 else -1] if same else ""


def up(session: Session, groups: Sequence[Group]) -> str:
    """From what hangs to what hangs above it, then to its card; from a card to its stage."""
    journey, card = _journey(session), _here(session)
    if journey is None or not card:
        return along(session, 0)
    hung = _hanging(session.project, groups, card)
    if session.selection[0] in hung:
        return (card, *hung)[hung.index(session.selection[0])]
    holder = journey.holder_of(card)
    return holder.id if holder is not None else card


def down(session: Session, groups: Sequence[Group]) -> str:
    """From a stage to its first card; from a card to what hangs on it, one after the other."""
    journey, place = _journey(session), _here(session)
    if journey is None or not place:
        return along(session, 0)
    if place in journey.stages:
        return next(iter(journey.stages[place].touchpoints), place)
    key, hung = session.selection[0], _hanging(session.project, groups, place)
    return next(iter(hung[hung.index(key) + 1 :] if key in hung else hung), key)


def stretched(session: Session, to: str) -> Ids:
    """All from where the selection began to another stage or card of that row; what was come to stands first."""
    row, _ = _row(session)
    began = next(iter(session.selection[-1:]), to)
    if to not in row or began not in row:
        return (to,)
    start, end = row.index(began), row.index(to)
    return tuple(row[start : end + 1][::-1] if start <= end else row[end : start + 1])


def _row(session: Session) -> tuple[list[str], str]:
    """The stages where one is selected, else the cards of all stages and then the parked ones; and where one is."""
    journey, here = _journey(session), _here(session)
    if journey is None:
        return [], here
    cards = [*(touchpoint.id for touchpoint in journey.ordered_touchpoints()), *journey.parked]
    return (list(journey.stage_order) if here in journey.stages or not cards else cards), here


def _here(session: Session) -> str:
    journey = _journey(session)
    return place_of(session.project, journey, session.selection) if journey is not None else ""


def _journey(session: Session) -> Journey | None:
    return session.project.journeys.get(session.view.journey)


def _hanging(project: Project, groups: Sequence[Group], card: str) -> list[str]:
    """The notes, actions and messages that the map shows for a card, from top to bottom."""
    shown = sorted((group.y, group.x, group.owner) for group in groups if group.part in HUNG_PARTS)
    elements = {owner: find(project, owner) for _, _, owner in shown}
    return [owner for owner, one in elements.items() if one is not None and above_of(project, one) == card]
