"""What a picture needs to know of its project: looked up once, and kept while what it rests on stays the same."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.point_index import PointIndex, points_by_touchpoint
from journeymapper.analysis.rollups import shown_score, what_counts
from journeymapper.analysis.score import Score
from journeymapper.picture.evidence import Supports, supports_of
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.view import MapView


class Facts(msgspec.Struct, frozen=True):
    """The points, the evidence and the score shown large of each touchpoint.

    `counts` is the same object while all is the same that counts in a rollup or for the coverage.
    """

    points: PointIndex
    supports: Supports
    shown: Mapping[str, Score]
    counts: object


def facts_of(view: MapView, cache: LayoutCache) -> Facts:
    """The facts of a view, through the cache."""
    project, journey = view.project, view.journey
    points = cache.kept(
        ("points", ""), (project.points, project.point_order), (), lambda: points_by_touchpoint(project)
    )  # fmt: skip
    supports = cache.kept(("supports", ""), (project.evidence,), (), lambda: supports_of(project.evidence))
    measured = {key: one for key, one in journey.touchpoints.items() if key in points} if view.scores else {}
    shown = cache.kept_each(
        ("shown", journey.id), (points, *view.scores.values()), measured,
        lambda touchpoint: shown_score(project, touchpoint, view.scores, points),
    )  # fmt: skip
    values = (project.points, project.point_order, project.metrics, *view.scores.values())
    counts = cache.kept(("counts", journey.id), values, (tuple(view.scores), *what_counts(journey)), object)
    return Facts(points, supports, {key: score for key, score in shown.items() if score is not None}, counts)
