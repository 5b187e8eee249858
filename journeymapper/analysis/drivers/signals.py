"""Early signals: which early score tells how the journey will end, each by itself and with its interval."""

from collections.abc import Mapping, Sequence
from math import atanh, sqrt, tanh

import msgspec

from journeymapper.analysis.drivers.answers import outcome_cells, together, waves_with
from journeymapper.analysis.drivers.correlations import correlations
from journeymapper.analysis.intervals import Z
from journeymapper.analysis.tests_of_change import adjusted_p
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

LEAST_N = 10
LEVEL = 0.05


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """The correlation of one earlier point with the outcome, its Fisher limits, and its own n; `place` on the map.

    `certain` after Benjamini and Hochberg over all signals shown. Association, not cause.
    """

    point: str
    place: int
    n: int
    r: float
    low: float
    high: float
    p: float
    certain: bool = False


def early_signals(project: Project, tallies: Mapping[str, Tally], outcome: str, *, wave: str = "") -> list[Signal]:
    """The points answered together with the outcome that come before it on the map, the strongest first.

    A point on the journey or the relationship comes after all touchpoints. Points with fewer than ten common answers
    are left out. Raises Refusal where the outcome has no answers.
    """
    known = waves_with(project, tallies, outcome)
    chosen = wave or (known[-1] if known else "")
    cells = outcome_cells(project, tallies, outcome, chosen)
    places = _places(project)
    found = []
    for point in project.ordered_points():
        if point.id == outcome or point.asks_staff or places[point.id] >= places[outcome]:
            continue
        rows = together(cells, outcome, [point.id], chosen)
        if rows.n >= LEAST_N and all(column.min() < column.max() for column in rows.values.T):
            r = float(correlations(rows.values, rows.weights)[0, 1])
            found.append(_signal(point.id, places[point.id], rows.n, r))
    return _judged(sorted(found, key=lambda signal: -abs(signal.r)))


def _signal(point: str, place: int, n: int, r: float) -> Signal:
    from scipy.special import stdtr

    inside = min(max(r, -1 + 1e-15), 1 - 1e-15)
    half = Z / sqrt(n - 3)
    t = inside * sqrt((n - 2) / (1 - inside**2))
    p = float(2 * stdtr(n - 2, -abs(t)))
    return Signal(
        point=point, place=place, n=n, r=r, low=tanh(atanh(inside) - half), high=tanh(atanh(inside) + half), p=p
    )


def _judged(signals: Sequence[Signal]) -> list[Signal]:
    adjusted = adjusted_p([signal.p for signal in signals])
    return [msgspec.structs.replace(signal, certain=p <= LEVEL) for signal, p in zip(signals, adjusted, strict=True)]


def _places(project: Project) -> dict[str, int]:
    """Where each point stands on its journey's map, counted in touchpoints; what is not on one comes last."""
    order = {
        touchpoint.id: place
        for journey in project.ordered_journeys()
        for place, touchpoint in enumerate(journey.ordered_touchpoints())
    }
    for journey in project.ordered_journeys():
        for stage in journey.ordered_stages():
            order[stage.id] = max((order[key] for key in stage.touchpoints), default=0)
        for hand_off in journey.hand_offs.values():
            order[hand_off.id] = order.get(hand_off.source, 0)
    last = max(order.values(), default=0) + 1
    return {point.id: order.get(point.anchor.id, last) for point in project.ordered_points()}
