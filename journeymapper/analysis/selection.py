"""What is worth measuring: importance, volume, suspected pain, can we act, can we ask."""

from typing import Literal

import msgspec

from journeymapper.model.collection import listens
from journeymapper.model.journey import Choice, Journey, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

MATTERS = 4
HURTS = 4
Proposal = Literal["measure", "listen", "leave"]


class Selected(msgspec.Struct, frozen=True, kw_only=True):
    """A touchpoint with what speaks for measuring it, what is proposed and why, and what was decided.

    `volume_share` is its share, 0–100, of the encounters counted in the same unit.
    """

    touchpoint: str
    importance: int | None
    volume_share: float | None
    suspected_pain: int | None
    can_act: bool | None
    can_ask: bool | None
    proposal: Proposal
    reason: Message
    choice: Choice
    points: tuple[str, ...] = ()


def selection(project: Project, journey: Journey) -> list[Selected]:
    """The touchpoints in scope, those that matter most first; covering everything is not the aim."""
    rows = [_selected(project, journey, one) for one in journey.ordered_touchpoints() if one.in_scope]
    return sorted(rows, key=lambda row: -_weight(journey.touchpoints[row.touchpoint]))


def _selected(project: Project, journey: Journey, touchpoint: Touchpoint) -> Selected:
    points = [point for point in project.ordered_points() if point.anchor.id == touchpoint.id]
    proposal, reason = proposed(touchpoint)
    return Selected(
        touchpoint=touchpoint.id,
        importance=touchpoint.importance,
        volume_share=_volume_share(journey, touchpoint),
        suspected_pain=touchpoint.suspected_pain,
        can_act=touchpoint.can_act,
        can_ask=touchpoint.can_ask,
        proposal=proposal,
        reason=reason,
        choice=decided(project, touchpoint),
        points=tuple(point.id for point in points),
    )


def proposed(touchpoint: Touchpoint) -> tuple[Proposal, Message]:
    """What the facts propose: what cannot be acted on is left, what cannot be asked is listened to."""
    matters = touchpoint.moment_of_truth or (touchpoint.importance or 0) >= MATTERS
    hurts = (touchpoint.suspected_pain or 0) >= HURTS
    if touchpoint.can_act is False and not touchpoint.moment_of_truth:
        return "leave", Message("Nothing could be done about what is found.")
    if not (matters or hurts) and (touchpoint.importance is not None or touchpoint.suspected_pain is not None):
        return "listen", Message("It neither matters much nor hurts: listening is enough.")
    if touchpoint.can_ask is False:
        return "listen", Message("Nobody can be asked there: listen, or count what a register knows.")
    if touchpoint.moment_of_truth:
        return "measure", Message("A moment of truth: guessing is dearest here.")
    return "measure", Message("It matters to customers.") if matters else Message("It is suspected to hurt.")


def decided(project: Project, touchpoint: Touchpoint) -> Choice:
    """What was decided: in so many words, or by a reason or points that are there."""
    listening = [listens(point) for point in project.points_on("touchpoint", touchpoint.id)]
    if touchpoint.choice:
        return touchpoint.choice
    if touchpoint.not_measured_because:
        return "leave"
    if not listening:
        return ""
    return "listen" if all(listening) else "measure"


def _weight(touchpoint: Touchpoint) -> float:
    pain = touchpoint.suspected_pain or 0
    return 10 * touchpoint.moment_of_truth + 2 * (touchpoint.importance or 0) + pain


def _volume_share(journey: Journey, touchpoint: Touchpoint) -> float | None:
    if touchpoint.volume is None:
        return None
    alike = [one.volume or 0 for one in journey.ordered_touchpoints() if one.volume_unit == touchpoint.volume_unit]
    return 100 * touchpoint.volume / sum(alike) if sum(alike) else None
