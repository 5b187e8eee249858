"""Evidence gap × importance × reach ÷ effort, with how often each item stays at the top when its inputs move."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Literal

import msgspec

from journeymapper.analysis.intervals import Z
from journeymapper.analysis.normalise import goalposts, lower_is_better
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Action, Project

if TYPE_CHECKING:
    from numpy import float64
    from numpy.random import Generator
    from numpy.typing import NDArray

USUAL_LEVEL = 3
DRAWS, SEED, TOP = 1000, 20_260_407, 3
Kind = Literal["quick win", "big bet", "fill-in", "no certain gap"]


class Priority(msgspec.Struct, frozen=True, kw_only=True):
    """A measured gap and what it would be to close it.

    `gap` and `evidence_gap` are in the metric's unit and never negative: to the target from the figure, and from the
    better end of its interval ("certainly at least this much"); `…100` on 0–100. `importance` and `reach` are 0 to 1,
    `effort` 1 to 5; what was `assumed` among them was not given. `priority` orders, no more. `top3` is the share,
    0 to 1, of draws in which the item is among the first three. `must_work` are basics: a public promise or a service
    standard; they come before enrichments.
    """

    point: str
    touchpoint: str
    gap: float
    evidence_gap: float
    gap100: float
    evidence_gap100: float
    importance: float
    reach: float
    effort: int
    priority: float
    point_priority: float
    top3: float = 0.0
    kind: Kind = "no certain gap"
    must_work: bool = False
    assumed: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


def priorities(
    project: Project,
    scores: Mapping[str, Score],
    *,
    importance: Mapping[str, float] = {},
    draws: int = DRAWS,
    seed: int = SEED,
) -> list[Priority]:
    """The points with a figure and a target on touchpoints, basics with a certain gap first, then by priority.

    `importance` by touchpoint id, 0 to 1 (a driver's share), stands in for the stated one.
    """
    rows = []
    for point in project.ordered_points():
        journey = project.journey_of(point.anchor.id) if point.anchor.kind == "touchpoint" else None
        score = scores.get(point.id)
        touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
        if touchpoint and score and score.shown and score.target is not None:
            rows.append(_row(project, point, touchpoint, score, importance))
    return _sorted(_with_kinds(_with_sensitivity(project, rows, scores, draws, seed)))


def evidence_gap(score: Score, *, lower: bool) -> float:
    """How far even the better end of the interval is from the target, in the metric's unit; 0 without an interval."""
    limit = score.low if lower else score.high
    if limit is None or score.target is None:
        return 0.0
    return max(0.0, limit - score.target if lower else score.target - limit)


def product(gap100: float, importance: float, reach: float, effort: float) -> float:
    """gap100 · importance · reach / effort (methods.md 7)."""
    return gap100 * importance * reach / effort


def _row(
    project: Project,
    point: MeasurementPoint,
    touchpoint: Touchpoint,
    score: Score,
    importance: Mapping[str, float],
) -> Priority:
    lower = lower_is_better(project.metrics[point.metric])
    sure = evidence_gap(score, lower=lower)
    plain = max(0.0, -(score.gap or 0.0))
    scale = _per_unit(project, point)
    weight, reach, effort, assumed = _inputs(project, touchpoint, importance)
    return Priority(
        point=point.id,
        touchpoint=touchpoint.id,
        gap=plain,
        evidence_gap=sure,
        gap100=plain * scale,
        evidence_gap100=sure * scale,
        importance=weight,
        reach=reach,
        effort=effort,
        priority=product(sure * scale, weight, reach, effort),
        point_priority=product(plain * scale, weight, reach, effort),
        must_work=is_basic(project, point, touchpoint),
        assumed=assumed,
        goals=goals_of(project, point.id),
        actions=tuple(action.id for action in actions_on(project, point, touchpoint)),
    )


def _per_unit(project: Project, point: MeasurementPoint) -> float:
    worst, best = goalposts(project.metrics[point.metric])
    return 100 / abs(best - worst)


def _inputs(
    project: Project, touchpoint: Touchpoint, importance: Mapping[str, float]
) -> tuple[float, float, int, tuple[str, ...]]:
    assumed = []
    weight = importance.get(touchpoint.id)
    if weight is None:
        if touchpoint.importance is None:
            assumed.append("importance")
        weight = (touchpoint.importance or USUAL_LEVEL) / 5
    reach = reach_of(project, touchpoint)
    if reach is None:
        assumed.append("reach")
    efforts = [a.effort for a in project.actions.values() if a.anchor and a.anchor.id == touchpoint.id and a.effort]
    if not efforts:
        assumed.append("effort")
    return weight, 1.0 if reach is None else reach, min(efforts, default=USUAL_LEVEL), tuple(assumed)


def reach_of(project: Project, touchpoint: Touchpoint) -> float | None:
    """The touchpoint's volume as a share, 0 to 1, of its journey's largest in the same unit; None without a volume."""
    journey = project.journey_of(touchpoint.id)
    if journey is None or touchpoint.volume is None:
        return None
    same = [t.volume for t in journey.touchpoints.values() if t.volume and t.volume_unit == touchpoint.volume_unit]
    return touchpoint.volume / max(same) if same else None


def is_basic(project: Project, point: MeasurementPoint, touchpoint: Touchpoint) -> bool:
    """Whether a public promise or a service standard says that it must work."""
    promised = any(
        promise.public and (point.id in promise.points or touchpoint.id in promise.touchpoints)
        for promise in project.promises.values()
    )
    return promised or (point.target is not None and point.target.kind == "standard")


def goals_of(project: Project, point: str) -> tuple[str, ...]:
    """The goals that a point measures and those that these serve, the nearest first; empty: it serves none."""
    ahead = [key for key in project.goal_order if point in project.goals[key].points]
    found: dict[str, None] = {}
    while ahead:
        key = ahead.pop(0)
        if key not in found and key in project.goals:
            found[key] = None
            ahead += project.goals[key].serves
    return tuple(found)


def actions_on(project: Project, point: MeasurementPoint, touchpoint: Touchpoint) -> list[Action]:
    """The actions on a touchpoint or proved by the point, in the order of the board."""
    return [
        action
        for action in (project.actions[key] for key in project.action_order)
        if (action.anchor and action.anchor.id == touchpoint.id) or action.proof == point.id
    ]


def _with_sensitivity(
    project: Project, rows: Sequence[Priority], scores: Mapping[str, Score], draws: int, seed: int
) -> list[Priority]:
    """Levels move by −1, 0 or +1, the figure within its interval; who is among the first three, how often."""
    import numpy as np

    if not rows or not draws:
        return list(rows)
    rng = np.random.default_rng(seed)
    drawn = np.column_stack([_drawn(project, row, scores[row.point], rng, draws) for row in rows])
    places = (-drawn).argsort(axis=1, kind="stable").argsort(axis=1)
    stays = ((places < TOP) & (drawn > 0)).mean(axis=0).tolist()
    return [msgspec.structs.replace(row, top3=share) for row, share in zip(rows, stays, strict=True)]


def _drawn(project: Project, row: Priority, score: Score, rng: "Generator", draws: int) -> "NDArray[float64]":
    import numpy as np

    lower = lower_is_better(project.metrics[project.points[row.point].metric])
    error = (score.high - score.low) / (2 * Z) if score.high is not None and score.low is not None else 0.0
    moved = rng.normal(score.value or 0.0, error, size=draws) if error > 0 else np.full(draws, score.value or 0.0)
    behind = (moved - (score.target or 0.0)) * (1 if lower else -1)
    gaps = np.maximum(0.0, behind) * _per_unit(project, project.points[row.point])
    importance = np.clip(row.importance + rng.integers(-1, 2, size=draws) / 5, 0.2, 1.0)
    reach = np.clip(row.reach + rng.integers(-1, 2, size=draws) / 5, 0.0, 1.0)
    effort = np.clip(row.effort + rng.integers(-1, 2, size=draws), 1, 5)
    return np.asarray(gaps * importance * reach / effort)


def _with_kinds(rows: Sequence[Priority]) -> list[Priority]:
    middle = median([row.priority for row in rows]) if rows else 0.0
    return [msgspec.structs.replace(row, kind=_kind(row, middle)) for row in rows]


def _kind(row: Priority, middle: float) -> Kind:
    if row.evidence_gap <= 0:
        return "no certain gap"
    if row.effort >= 4:
        return "big bet"
    return "quick win" if row.effort <= 2 and row.priority >= middle else "fill-in"


def _sorted(rows: Sequence[Priority]) -> list[Priority]:
    def order(row: Priority) -> tuple[bool, float, float]:
        return not (row.must_work and row.evidence_gap > 0), -row.priority, -row.point_priority

    return sorted(rows, key=order)
