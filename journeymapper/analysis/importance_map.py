"""Importance against performance, judged against targets, with the honest "undetermined" (methods.md 4.4)."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.project import Project

Quadrant = Literal["concentrate here", "keep up", "low priority", "possible overkill", "undetermined"]


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """One point on the map: performance on 0–100 with its interval, importance 0 to 1, and where that is."""

    point: str
    touchpoint: str
    performance: float
    low: float | None
    high: float | None
    target: float
    importance: float
    quadrant: Quadrant


class ImportanceMap(msgspec.Struct, frozen=True):
    """The points, where the line of importance lies, and whether importance is stated or derived."""

    points: tuple[Placed, ...]
    importance_line: float
    derived: bool


def importance_map(project: Project, scores: Mapping[str, Score], derived: Mapping[str, float] = {}) -> ImportanceMap:
    """The map of the points with target and figure; performance is split at each point's own target.

    Importance is split at 1/m for `derived` shares (by point), at the mean for stated ones (1–5 as fifths).
    """
    rows = []
    for point in project.ordered_points():
        journey = project.journey_of(point.anchor.id) if point.anchor.kind == "touchpoint" else None
        score = scores.get(point.id)
        if journey is None or score is None or not score.shown or score.target100 is None:
            continue
        stated = journey.touchpoints[point.anchor.id].importance
        weight = derived.get(point.id) if derived else None if stated is None else stated / 5
        if weight is not None:
            rows.append((point.id, point.anchor.id, score, weight))
    line = (1 / len(rows) if derived else sum(row[3] for row in rows) / len(rows)) if rows else 0.0
    return ImportanceMap(tuple(_placed(*row, line) for row in rows), line, bool(derived))


def _placed(point: str, touchpoint: str, score: Score, weight: float, line: float) -> Placed:
    return Placed(
        point=point,
        touchpoint=touchpoint,
        performance=score.score100 or 0.0,
        low=score.low100,
        high=score.high100,
        target=score.target100 or 0.0,
        importance=weight,
        quadrant=_quadrant(score, important=weight >= line),
    )


def _quadrant(score: Score, *, important: bool) -> Quadrant:
    if score.verdict == "worse":
        return "concentrate here" if important else "low priority"
    if score.verdict == "better":
        return "keep up" if important else "possible overkill"
    return "undetermined"
