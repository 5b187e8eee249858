"""What a picture needs to know of its project: looked up once, and kept while what it rests on stays the same."""

from collections.abc import Mapping
from typing import Any

import msgspec

from journeymapper.analysis.point_index import PointIndex, points_by_touchpoint
from journeymapper.analysis.rollups import JourneyRollup, roll_up, shown_score
from journeymapper.analysis.score import Score
from journeymapper.picture.evidence import Supports, supports_of
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.view import MapView


class Facts(msgspec.Struct, frozen=True):
    """The points, the evidence and the score shown large of each touchpoint, and the rollup."""

    points: PointIndex
    supports: Supports
    shown: Mapping[str, Score]
    rollup: JourneyRollup


def facts_of(view: MapView, cache: LayoutCache) -> Facts:
    """The facts of a view, through the cache."""
    project, journey = view.project, view.journey
    points = cache.kept(
        ("points", ""), (project.points, project.point_order), (), lambda: points_by_touchpoint(project)
    )  # fmt: skip
    supports = cache.kept(("supports", ""), (project.evidence,), (), lambda: supports_of(project.evidence))
    scores = {
        key: shown_score(project, journey.touchpoints[key], view.scores, points)
        for key in journey.touchpoints
        if key in points
    }  # fmt: skip
    shown = {key: score for key, score in scores.items() if score is not None}
    values = (project.points, project.point_order, project.metrics, *view.scores.values())
    rollup = cache.kept(
        ("rollup", journey.id), values, _counted(view), lambda: roll_up(project, journey, view.scores)
    )  # fmt: skip
    return Facts(points, supports, shown, rollup)


def _counted(view: MapView) -> tuple[Any, ...]:
    """All that a rollup looks at in the journey itself; names and texts are no part of it."""
    stages = tuple((stage.id, stage.touchpoints) for stage in view.journey.ordered_stages())
    touchpoints = tuple(
        (t.id, t.in_scope, t.moment_of_truth, t.not_measured_because, t.volume, t.volume_unit)
        for t in view.journey.ordered_touchpoints()
    )  # fmt: skip
    return tuple(view.scores), stages, touchpoints
