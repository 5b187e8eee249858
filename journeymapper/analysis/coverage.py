"""How much of a journey is planned, live and evidenced by measurement (methods.md 5.3)."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

EVIDENCE_N = 30
Cell = tuple[str, str]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Items of one dimension in scope, and how many of them are covered at each level.

    Each level includes the next: an evidenced item is live, a live one planned. `uncovered` are the items (ids; a
    stage and channel joined by " × ") without even a plan, `waived` the touchpoints deliberately not measured.
    """

    in_scope: int
    planned: int
    live: int
    evidenced: int
    uncovered: tuple[str, ...] = ()
    unevidenced: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()

    def share(self, level: str) -> float | None:
        """The share, 0–100, covered at "planned", "live" or "evidenced"; None ("n/a") when nothing is in scope."""
        covered = {"planned": self.planned, "live": self.live, "evidenced": self.evidenced}[level]
        return 100 * covered / self.in_scope if self.in_scope else None


class JourneyCoverage(msgspec.Struct, frozen=True, kw_only=True):
    """The coverage of a journey in each dimension; show moments of truth first. Coverage is not quality.

    `volume_evidenced` is the share, 0–100, of the encounters that are at evidenced touchpoints, None where volumes
    are missing or counted in different units.
    """

    moments: Coverage
    touchpoints: Coverage
    stages: Coverage
    channels: Coverage
    hand_offs: Coverage
    cells: Coverage
    volume_evidenced: float | None = None


def coverage(project: Project, journey: Journey, scores: Mapping[str, Score]) -> JourneyCoverage:
    """The coverage of a journey by the points of the plan, given the scores of the last period."""
    inside = [each for each in journey.ordered_touchpoints() if each.in_scope]
    waived = [each.id for each in inside if each.not_measured_because and not _points(project, each)]
    wanted = [each for each in inside if each.id not in waived]
    points = {each.id: _points(project, each) for each in wanted}
    moments = {each.id: points[each.id] for each in wanted if each.moment_of_truth}
    hand_offs = {key: _covering(project, "hand-off", key) for key in journey.hand_offs}
    return JourneyCoverage(
        moments=_coverage(moments, scores),
        touchpoints=msgspec.structs.replace(_coverage(points, scores), waived=tuple(waived)),
        stages=_coverage(_by_stage(project, journey, points), scores),
        channels=_coverage(_by_cell(journey, wanted, points, lambda _, channel: channel), scores),
        hand_offs=_coverage(hand_offs, scores),
        cells=_coverage(_by_cell(journey, wanted, points, lambda stage, channel: f"{stage} × {channel}"), scores),
        volume_evidenced=_volume_evidenced(wanted, points, scores),
    )


def is_planned(point: MeasurementPoint) -> bool:
    """Whether a point is more than an idea and not yet retired."""
    return point.status in ("planned", "live", "paused")


def is_live(point: MeasurementPoint, score: Score | None) -> bool:
    """Whether a point is being taken: it says so, or it has answers."""
    return is_planned(point) and (point.status == "live" or (score is not None and score.verdict != "not measured"))


def is_evidenced(point: MeasurementPoint, score: Score | None) -> bool:
    """Whether a live point has 30 answers or more in the last period."""
    return is_live(point, score) and score is not None and score.n is not None and score.n >= EVIDENCE_N


def share_of_volume(evidenced: Iterable[float], volumes: Iterable[float]) -> float | None:
    """The share, 0–100, of the volume that is evidenced; None where there is no volume."""
    total = sum(volumes)
    return 100 * sum(evidenced) / total if total else None


def _points(project: Project, touchpoint: Touchpoint) -> list[MeasurementPoint]:
    return _covering(project, "touchpoint", touchpoint.id)


def _covering(project: Project, kind: str, element_id: str) -> list[MeasurementPoint]:
    """The planned points that hang on an element or also cover it."""
    own = list(project.points_on(kind, element_id))
    others = [point for point in project.ordered_points() if element_id in point.also_covers and point not in own]
    return [point for point in own + others if is_planned(point)]


def _by_stage(
    project: Project, journey: Journey, points: Mapping[str, list[MeasurementPoint]]
) -> dict[str, list[MeasurementPoint]]:
    """The points of each stage that has touchpoints to measure: on the stage itself or on one of them."""
    found: dict[str, list[MeasurementPoint]] = {}
    for stage in journey.ordered_stages():
        wanted = [key for key in stage.touchpoints if key in points]
        if wanted:
            found[stage.id] = _covering(project, "stage", stage.id) + [p for key in wanted for p in points[key]]
    return found


def _by_cell(
    journey: Journey,
    touchpoints: Iterable[Touchpoint],
    points: Mapping[str, list[MeasurementPoint]],
    name: Callable[[str, str], str],
) -> dict[str, list[MeasurementPoint]]:
    """The points by what `name` makes of stage and channel; a point without channels covers its touchpoint's."""
    found: dict[str, list[MeasurementPoint]] = {}
    for touchpoint in touchpoints:
        stage = journey.stage_of(touchpoint.id).id
        for channel in touchpoint.channels:
            covering = [p for p in points[touchpoint.id] if not p.channels or channel in p.channels]
            found.setdefault(name(stage, channel), []).extend(covering)
    return found


def _coverage(points: Mapping[str, list[MeasurementPoint]], scores: Mapping[str, Score]) -> Coverage:
    planned = [key for key, each in points.items() if each]
    live = [key for key, each in points.items() if any(is_live(p, scores.get(p.id)) for p in each)]
    evidenced = [key for key, each in points.items() if any(is_evidenced(p, scores.get(p.id)) for p in each)]
    return Coverage(
        in_scope=len(points),
        planned=len(planned),
        live=len(live),
        evidenced=len(evidenced),
        uncovered=tuple(key for key in points if key not in planned),
        unevidenced=tuple(key for key in points if key not in evidenced),
    )


def _volume_evidenced(
    touchpoints: Iterable[Touchpoint], points: Mapping[str, list[MeasurementPoint]], scores: Mapping[str, Score]
) -> float | None:
    counted = list(touchpoints)
    if any(each.volume is None for each in counted) or len({each.volume_unit for each in counted}) > 1:
        return None
    sure = [each for each in counted if any(is_evidenced(p, scores.get(p.id)) for p in points[each.id])]
    return share_of_volume([each.volume or 0 for each in sure], [each.volume or 0 for each in counted])
