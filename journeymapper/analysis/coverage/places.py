"""What there is to cover: the touchpoints to be measured with their points, and all that is made of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from journeymapper.analysis.coverage.levels import is_waived
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project

JOIN = " × "
PointsOf = dict[str, list[MeasurementPoint]]


class Wanted(msgspec.Struct, frozen=True):
    """A touchpoint to be measured, where it is, and the points that hang on it or also cover it."""

    journey: Journey
    stage: Stage
    touchpoint: Touchpoint
    points: Sequence[MeasurementPoint]


class Ground(msgspec.Struct, frozen=True):
    """Everything to be covered in some journeys."""

    project: Project
    journeys: Sequence[Journey]
    wanted: Sequence[Wanted]
    waived: Sequence[str]
    covering: PointsOf


def ground_of(project: Project, journeys: Sequence[Journey]) -> Ground:
    """The ground that the points of a project are to cover; deliberately unmeasured touchpoints are no part of it."""
    covering = _covering(project)
    wanted: list[Wanted] = []
    waived: list[str] = []
    for journey in journeys:
        for stage in journey.ordered_stages():
            for touchpoint in (journey.touchpoints[key] for key in stage.touchpoints):
                points = covering.get(touchpoint.id, [])
                if touchpoint.in_scope and is_waived(touchpoint) and not points:
                    waived.append(touchpoint.id)
                elif touchpoint.in_scope:
                    wanted.append(Wanted(journey, stage, touchpoint, points))
    return Ground(project, journeys, wanted, waived, covering)


def _covering(project: Project) -> PointsOf:
    """The points that hang on an element or also cover it, by its id."""
    found: PointsOf = {}
    for point in project.ordered_points():
        for key in dict.fromkeys((point.anchor.id, *point.also_covers)):
            if key:
                found.setdefault(key, []).append(point)
    return found


def by_touchpoint(ground: Ground, keep: Callable[[Touchpoint], bool] = lambda _: True) -> PointsOf:
    """The points of each touchpoint to be measured that is kept."""
    return {one.touchpoint.id: list(one.points) for one in ground.wanted if keep(one.touchpoint)}


def by_stage(ground: Ground) -> PointsOf:
    """The points of each stage that has touchpoints to measure: on the stage itself or on one of them."""
    found: PointsOf = {}
    for one in ground.wanted:
        known = found.setdefault(one.stage.id, list(ground.covering.get(one.stage.id, [])))
        known.extend(one.points)
    return found


def by_kind(ground: Ground) -> PointsOf:
    """The points by kind of touchpoint."""
    return _grouped((kind, one.points) for one in ground.wanted for kind in one.touchpoint.kinds)


def by_channel(ground: Ground) -> PointsOf:
    """The points by channel; one without channels covers all of its touchpoint's."""
    return _grouped(
        (channel, _in_channel(one, channel)) for one in ground.wanted for channel in one.touchpoint.channels
    )


def by_cell(ground: Ground) -> PointsOf:
    """The points by stage and channel."""
    return _grouped(
        (one.stage.id + JOIN + channel, _in_channel(one, channel))
        for one in ground.wanted
        for channel in one.touchpoint.channels
    )


def by_persona(ground: Ground) -> PointsOf:
    """The points by persona, target customers first; those on stages and journeys count for everybody whom they ask."""
    personas = [ground.project.personas[key] for key in ground.project.persona_order]
    first = sorted(personas, key=lambda persona: not persona.target_customer)
    return {one.id: [*_asking(_met_by(ground, one.id), one.id), *_asking(_of_whole(ground), one.id)] for one in first}


def by_persona_cell(ground: Ground) -> PointsOf:
    """The points by stage and persona."""
    return _grouped(
        (one.stage.id + JOIN + key, _asking(one.points, key))
        for one in ground.wanted
        for key in ground.project.persona_order
        if _meets(one, key)
    )


def by_hand_off(ground: Ground) -> PointsOf:
    """The points of each hand-off."""
    return {key: ground.covering.get(key, []) for journey in ground.journeys for key in journey.hand_offs}


def by_promise(ground: Ground) -> PointsOf:
    """The points of each promise, public ones first."""
    project = ground.project
    first = sorted(project.promise_order, key=lambda key: not project.promises[key].public)
    return {
        key: [project.points[point] for point in project.promises[key].points if point in project.points]
        for key in first
    }


def _grouped(pairs: Iterable[tuple[str, Iterable[MeasurementPoint]]]) -> PointsOf:
    found: PointsOf = {}
    for key, points in pairs:
        found.setdefault(key, []).extend(points)
    return found


def _in_channel(one: Wanted, channel: str) -> list[MeasurementPoint]:
    return [point for point in one.points if not point.channels or channel in point.channels]


def _meets(one: Wanted, persona: str) -> bool:
    """Whether a persona comes to a touchpoint."""
    if one.journey.persona:
        return one.journey.persona == persona
    return not one.touchpoint.personas or persona in one.touchpoint.personas


def _met_by(ground: Ground, persona: str) -> Iterator[MeasurementPoint]:
    return (point for one in ground.wanted if _meets(one, persona) for point in one.points)


def _of_whole(ground: Ground) -> Iterator[MeasurementPoint]:
    return (point for point in ground.project.ordered_points() if point.anchor.kind not in ("touchpoint", "hand-off"))


def _asking(points: Iterable[MeasurementPoint], persona: str) -> list[MeasurementPoint]:
    staff = (point for point in points if not point.asks_staff and point.scope != "staff")
    return [point for point in staff if not point.personas or persona in point.personas]
