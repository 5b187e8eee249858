"""How far one point has come: planned, live, evidenced. What the data say goes before what a status field says."""

from typing import Literal

from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint

EVIDENCE_N = 30
Step = Literal["", "planned", "live", "evidenced"]
STEPS: tuple[Step, ...] = ("", "planned", "live", "evidenced")
"""From nothing to everything; each includes the ones before."""


def is_planned(point: MeasurementPoint) -> bool:
    """Whether a point is more than an idea and not yet retired."""
    return point.status in ("planned", "live", "paused")


def is_live(point: MeasurementPoint, score: Score | None) -> bool:  # noqa: ARG001  # whatever the status says
    """Whether a point has data in the newest wave, whatever its status says; hidden ones are data too."""
    return score is not None and score.verdict != "not measured"


def is_evidenced(point: MeasurementPoint, score: Score | None) -> bool:
    """Whether a live point counts everybody, or has the answers that it needs, 30 where nobody said how many."""
    if score is None or not is_live(point, score):
        return False
    return point.everybody or (score.n is not None and score.n >= (point.needed_n or EVIDENCE_N))


def step_of(point: MeasurementPoint, score: Score | None) -> Step:
    """How far a point has come; nothing for an idea or a retired point without data."""
    if is_evidenced(point, score):
        return "evidenced"
    if is_live(point, score):
        return "live"
    return "planned" if is_planned(point) else ""


def is_waived(touchpoint: Touchpoint) -> bool:
    """Whether somebody decided not to measure a touchpoint."""
    return bool(touchpoint.not_measured_because) or touchpoint.choice == "leave"
