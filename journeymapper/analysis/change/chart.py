"""A control chart of one point over its waves, or over the months or weeks of its answers' days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from journeymapper.analysis.change.groups import in_waves
from journeymapper.analysis.distribution import Distribution, merged
from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.metrics import coded
from journeymapper.analysis.normalise import SHARE_KINDS
from journeymapper.analysis.suppression import threshold
from journeymapper.analysis.tests_of_change import control_limits
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

Period = Literal["wave", "week", "month", "quarter"]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One period: its value and the limits mean ± 3 √(v̄/n) that chance alone stays within; hidden ones have none."""

    period: str
    starts: date | None = None
    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    outside: bool = False


class Event(msgspec.Struct, frozen=True):
    """Something on the time axis: an action's due day, a wave's start."""

    day: date
    name: str
    element: str


class ControlChart(msgspec.Struct, frozen=True, kw_only=True):
    """The readings in the order of time around their common mean, all in the metric's unit, with target and events."""

    point: str
    mean: float | None = None
    target: float | None = None
    readings: tuple[Reading, ...] = ()
    events: tuple[Event, ...] = ()


def control_chart(
    project: Project, tallies: Mapping[str, Tally], point: MeasurementPoint, period: Period = "wave"
) -> ControlChart:
    """The chart of a point; medians and p90 have readings without limits. Reported figures are not charted."""
    metric = project.metrics[point.metric]
    groups = {
        name: (starts, coded(metric, answers))
        for name, (starts, answers) in _groups(project, tallies, point, period).items()
        if answers.weight > 0
    }
    least = threshold(project.settings, point)
    shown = {name: group for name, (_, group) in groups.items() if group.n >= least}
    target = point.target.value if point.target else None
    if not shown:
        return ControlChart(point=point.id, target=target, events=events_of(project))
    scale = 100.0 if metric.kind == "nps" or metric.kind in SHARE_KINDS else 1.0
    weight = sum(group.weight for group in shown.values())
    mean = sum(group.weight * group.mean for group in shown.values()) / weight
    spread = _spread(list(shown.values()), mean, binary=metric.kind in SHARE_KINDS)
    limited = metric.kind not in ("median", "p90")
    readings = [
        _reading(name, starts, group, (mean, spread), scale, limited and name in shown, metric.kind)
        if name in shown
        else Reading(period=name, starts=starts)
        for name, (starts, group) in groups.items()
    ]
    return ControlChart(
        point=point.id,
        mean=mean * scale if limited else None,
        target=target,
        readings=tuple(readings),
        events=events_of(project),
    )


def events_of(project: Project) -> tuple[Event, ...]:
    """The due days of actions that are being done, are done or shown to work."""
    dated = [a for a in project.actions.values() if a.due and a.status in ("doing", "done", "shown")]
    return tuple(sorted((Event(a.due, a.title, a.id) for a in dated if a.due), key=lambda event: event.day))


def _spread(groups: Sequence[Distribution], mean: float, *, binary: bool) -> float:
    """v̄: the variance of one answer, p(1 − p) for shares, else the mean of the variances within periods."""
    if binary:
        return mean * (1 - mean)
    weight = sum(group.weight for group in groups)
    return sum(group.weight * group.variance for group in groups) / weight


def _reading(
    name: str,
    starts: date | None,
    group: Distribution,
    centre: tuple[float, float],
    scale: float,
    limited: bool,
    kind: str,
) -> Reading:
    if not limited:
        return Reading(period=name, starts=starts, n=group.n, value=group.quantile(0.5 if kind == "median" else 0.9))
    low, high = control_limits(centre[0], centre[1], max(1, int(group.effective_n())))
    return Reading(
        period=name,
        starts=starts,
        n=group.n,
        value=group.mean * scale,
        low=low * scale,
        high=high * scale,
        outside=not low <= group.mean <= high,
    )


def _groups(
    project: Project, tallies: Mapping[str, Tally], point: MeasurementPoint, period: Period
) -> dict[str, tuple[date | None, Distribution]]:
    if period == "wave":
        book = score_book(project, tallies, ())
        apart = [wave for wave in project.wave_order if not project.waves[wave].parts]
        parts = {wave: in_waves(project, tallies, book, point, [wave]) for wave in apart}
        return {
            wave: (project.waves[wave].starts, merged(part.cells.values()))
            for wave, part in parts.items()
            if part.cells
        }
    by_day = answers_by_day(project, tallies, point)
    found: dict[str, list[Distribution]] = {}
    starts: dict[str, date] = {}
    for day in sorted(by_day):
        begin = _begin(day, period)
        name = begin.isoformat() if period == "week" else _name(begin, period)
        starts[name] = begin
        found.setdefault(name, []).append(by_day[day])
    return {name: (starts[name], merged(parts)) for name, parts in found.items()}


def answers_by_day(
    project: Project,
    tallies: Mapping[str, Tally],
    point: MeasurementPoint,
    segment: tuple[str, Sequence[str]] | None = None,
) -> dict[date, Distribution]:
    """The point's answers by day, of all or of some values of a segment; answers without a date are left out."""
    cells: dict[date, dict[float, tuple[int, float, float]]] = {}
    for result_set in (project.result_sets[key] for key in project.result_order):
        tally = tallies.get(result_set.tally)
        if tally is None or point.id not in tally.answers or result_set.mapping.beliefs:
            continue
        kept = tally.segments.get(segment[0], [""] * len(tally.counts)) if segment else None
        for place, answer in enumerate(tally.answers[point.id]):
            if answer is None or not tally.days or not tally.days[place]:
                continue
            if kept is not None and segment and kept[place] not in segment[1]:
                continue
            day = cells.setdefault(date.fromisoformat(tally.days[place]), {})
            count, weight, square = day.get(answer, (0, 0.0, 0.0))
            day[answer] = (count + tally.counts[place], weight + tally.weights[place], square + tally.squares[place])
    return {day: _distribution(found) for day, found in cells.items()}


def _distribution(cells: Mapping[float, tuple[int, float, float]]) -> Distribution:
    rows = sorted((float(value), *cell) for value, cell in cells.items())
    values, counts, weights, squares = zip(*rows, strict=True)
    return Distribution(tuple(values), tuple(counts), tuple(weights), tuple(squares))


def _begin(day: date, period: Period) -> date:
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1, month=day.month if period == "month" else 3 * ((day.month - 1) // 3) + 1)


def _name(begin: date, period: Period) -> str:
    return f"{begin:%Y-%m}" if period == "month" else f"{begin.year}-Q{(begin.month + 2) // 3}"
