"""Before and after an action, less what happened meanwhile where nothing was done (difference in differences)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import sqrt

import msgspec

from journeymapper.analysis.change.chart import answers_by_day
from journeymapper.analysis.change.judging import Moved
from journeymapper.analysis.distribution import Distribution, merged
from journeymapper.analysis.metrics import coded
from journeymapper.analysis.normalise import SHARE_KINDS, lower_is_better
from journeymapper.analysis.suppression import threshold
from journeymapper.analysis.tests_of_change import Comparison, student_comparison
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

Segment = tuple[str, Sequence[str]]


class ActionEffect(msgspec.Struct, frozen=True, kw_only=True):
    """The change of a point from before `done_on` to after the delay, in the metric's unit, with 95 % limits.

    `compared` says whether the change of a comparison group was taken off; without one the change may have other
    causes, as `note` says. `verdict` is certain by its own interval alone.
    """

    point: str
    done_on: date
    delay_days: int
    n_before: int = 0
    n_after: int = 0
    before: float | None = None
    after: float | None = None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    compared: bool = False
    comparison_before: float | None = None
    comparison_after: float | None = None
    verdict: Moved = "no test"
    note: Message = Message("")


def effect_of_action(
    project: Project,
    tallies: Mapping[str, Tally],
    point: MeasurementPoint,
    done_on: date,
    *,
    delay_days: int = 0,
    where: Segment | None = None,
    against: Segment | None = None,
) -> ActionEffect:
    """Answers of days before against those of days from `done_on` + delay on; days between count for nothing.

    `where` are the segment values in which the action was taken, `against` those of the comparison group.
    """
    metric = project.metrics[point.metric]
    scale = 100.0 if metric.kind == "nps" or metric.kind in SHARE_KINDS else 1.0
    sides = _sides(project, tallies, point, where, done_on, delay_days)
    others = _sides(project, tallies, point, against, done_on, delay_days) if against else []
    least = max(2, threshold(project.settings, point))
    bare = ActionEffect(point=point.id, done_on=done_on, delay_days=delay_days)
    if any(each.n < least for each in (*sides, *others)):
        return msgspec.structs.replace(bare, note=Message("Too few answers before or after to tell."))
    if metric.kind in ("median", "p90", "smiley"):
        return msgspec.structs.replace(bare, note=Message("There is no such test for this metric."))
    found = differences_compared(sides, others)
    better = (found.difference < 0) == lower_is_better(metric)
    sure = found.p <= 0.05
    verdict: Moved = "better" if better else "worse"
    if not sure:
        verdict = "seems better" if better else "seems worse"
    return msgspec.structs.replace(
        bare,
        n_before=sides[0].n,
        n_after=sides[1].n,
        before=sides[0].mean * scale,
        after=sides[1].mean * scale,
        difference=found.difference * scale,
        low=found.low * scale,
        high=found.high * scale,
        p=found.p,
        compared=bool(others),
        comparison_before=others[0].mean * scale if others else None,
        comparison_after=others[1].mean * scale if others else None,
        verdict=verdict if found.difference else "no difference",
        note=Message("") if others else Message("Without a comparison group the change may have other causes."),
    )


def differences_compared(group: Sequence[Distribution], others: Sequence[Distribution] = ()) -> Comparison:
    """(after − before) of a group less that of the others, Welch–Satterthwaite over all of the two or four means."""
    parts = [each.variance / (each.n - 1) for each in (*group, *others)]
    change = group[1].mean - group[0].mean - (others[1].mean - others[0].mean if others else 0.0)
    least = sum(part**2 / (each.n - 1) for part, each in zip(parts, (*group, *others), strict=True))
    freedom = sum(parts) ** 2 / least if least else float(sum(each.n for each in (*group, *others)) - 2)
    return student_comparison(change, sqrt(sum(parts)), freedom)


def _sides(
    project: Project,
    tallies: Mapping[str, Tally],
    point: MeasurementPoint,
    segment: Segment | None,
    done_on: date,
    delay_days: int,
) -> list[Distribution]:
    metric = project.metrics[point.metric]
    by_day = answers_by_day(project, tallies, point, segment)
    begin = done_on + timedelta(days=delay_days)
    before = [answers for day, answers in by_day.items() if day < done_on]
    after = [answers for day, answers in by_day.items() if day >= begin]
    return [coded(metric, merged(part)) if part else Distribution() for part in (before, after)]
