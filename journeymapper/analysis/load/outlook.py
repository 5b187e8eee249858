"""What each point can expect: answers a year, weeks until its target can be judged, invitations for that; and costs."""

from collections.abc import Mapping
from math import ceil

import msgspec

from journeymapper.analysis.planning import (
    expected_answers,
    invitations,
    needed_for_change,
    needed_for_precision,
    needed_of_finite,
)
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import Project

WEEKS = 365 / 7


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """One point's year. `expected` answers, `needed` ones, `weeks` until they are there, `invited` for them.

    None where the plan does not say enough; `weeks` is None too where nothing ever comes.
    """

    point: str
    expected: float | None
    needed: int | None
    weeks: float | None
    invited: int | None


def outlook(point: MeasurementPoint) -> Outlook:
    """What a point can expect: volume × sampling × delivery × response (methods.md 2.6)."""
    expected = yearly_answers(point)
    needed = 0 if point.everybody else point.needed_n
    weeks = WEEKS * needed / expected if needed is not None and expected else None
    reach = _share(point.delivery) * _share(point.expected_response)
    asked = invitations(needed, _share(point.delivery), _share(point.expected_response)) if needed and reach else None
    return Outlook(point=point.id, expected=expected, needed=needed, weeks=weeks, invited=asked)


def yearly_answers(point: MeasurementPoint) -> float | None:
    """The answers a year that a point can expect; None where it does not say how many chances there are."""
    plain = expected_answers(point.expected_volume, point.sampling_share, point.expected_response)
    return None if plain is None else plain * _share(point.delivery)


def variance_of(metric: Metric, target: float | None = None) -> float | None:
    """The variance of one answer to plan with: .75 for NPS and nets, p(1 − p) of a share's target or its worst, .25.

    For a mean the variance of answers spread evenly over its scale; None for times and rates.
    """
    if metric.kind in ("nps", "net"):
        return 0.75
    if metric.kind in ("csat", "top", "share", "fcr"):
        share = 0.5 if target is None else target / 100
        return share * (1 - share)
    if metric.kind in ("csat-mean", "ces1", "ces2", "stars", "mean"):
        steps = abs(metric.best - metric.worst) + 1
        return (steps**2 - 1) / 12
    return None


def needed(metric: Metric, margin: float, *, variance: float | None = None, population: int = 0) -> int | None:
    """Answers for ± `margin` in the metric's unit (points, percentage points, scale steps), of a closed list if given.

    None where no variance is known.
    """
    known = variance_of(metric) if variance is None else variance
    if known is None or margin <= 0:
        return None
    unit = margin / 100 if metric.kind in ("nps", "net", "csat", "top", "share", "fcr") else margin
    answers = needed_for_precision(known, unit, adjusted_wald=metric.kind in ("nps", "net"))
    return needed_of_finite(answers, population) if population else answers


def needed_to_see(metric: Metric, change: float, *, variance: float | None = None) -> int | None:
    """Answers a wave to find a change with 80 % power, in the metric's unit; None where no variance is known."""
    known = variance_of(metric) if variance is None else variance
    if known is None or change <= 0:
        return None
    unit = change / 100 if metric.kind in ("nps", "net", "csat", "top", "share", "fcr") else change
    return needed_for_change(known, known, unit)


def costs_by_function(project: Project) -> dict[str, float]:
    """What the points cost a year by the function that pays: their own, else that of their place; "" for nobody's."""
    costs: dict[str, float] = {}
    for point in project.ordered_points():
        if point.cost and point.status in ("planned", "live"):
            name = function_of(project, point)
            costs[name] = costs.get(name, 0.0) + point.cost
    return dict(sorted(costs.items(), key=lambda item: -item[1]))


def function_of(project: Project, point: MeasurementPoint) -> str:
    """The function that a point belongs to: its own, else its touchpoint's, else its stage's."""
    journey = project.journey_of(point.anchor.id)
    if point.function or journey is None:
        return point.function
    key = point.anchor.id
    touchpoint = journey.touchpoints.get(key)
    stage = journey.holder_of(key) if touchpoint else journey.stages.get(key)
    return (touchpoint.function if touchpoint else "") or (stage.function if stage else "")


def answers_needed_in(weeks: Mapping[str, Outlook]) -> int:
    """The weeks, rounded up, until every point that can be judged at all is."""
    return max((ceil(one.weeks - 1e-9) for one in weeks.values() if one.weeks is not None), default=0)


def _share(share: float | None) -> float:
    return 1.0 if share is None else share
