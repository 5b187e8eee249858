"""Journeys beside each other: which under-performs, and where the potential is."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.rollups import roll_up
from journeymapper.analysis.score import Score
from journeymapper.model.project import Project


class JourneyInPortfolio(msgspec.Struct, frozen=True, kw_only=True):
    """One journey beside the others: what was measured of it as a whole, its worst, and where the potential is.

    `certain_gaps` counts touchpoints certainly worse than target, `volume_below` the share, 0–100, of encounters at
    them; `potential` is volume × that share, the encounters a year that a repair would reach.
    """

    journey: str
    name: str
    state: str
    mapped: bool
    volume: int | None = None
    suspected_pain: int | None = None
    scores: tuple[Score, ...] = ()
    touchpoints: int = 0
    measured: int = 0
    certain_gaps: int = 0
    worst: str | None = None
    volume_below: float | None = None
    potential: float | None = None
    nested: tuple[str, ...] = ()


def portfolio(project: Project, scores: Mapping[str, Score]) -> list[JourneyInPortfolio]:
    """The journeys in their order; nested ones are named at the journey that opens them."""
    rows = []
    for journey in project.ordered_journeys():
        rollup = roll_up(project, journey, scores)
        below = rollup.share_of_volume_below
        nested = [t.sub_journey for t in journey.ordered_touchpoints() if t.sub_journey]
        rows.append(
            JourneyInPortfolio(
                journey=journey.id,
                name=journey.name,
                state=journey.state,
                mapped=journey.mapped,
                volume=journey.volume,
                suspected_pain=_pain(journey.suspected_pain),
                scores=rollup.journey_scores,
                touchpoints=len(journey.ordered_touchpoints()),
                measured=rollup.measured,
                certain_gaps=rollup.worse,
                worst=rollup.worst,
                volume_below=below,
                potential=None if journey.volume is None or below is None else journey.volume * below / 100,
                nested=tuple(nested),
            )
        )
    return rows


def _pain(value: object) -> int | None:
    return value if isinstance(value, int) else None
