"""The coverage of one journey, and that of all journeys that take place."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.coverage import balance, places
from journeymapper.analysis.coverage.dimension import Coverage, Weighted, covered, weighted
from journeymapper.analysis.coverage.places import Ground, ground_of
from journeymapper.analysis.coverage.plan import PlanCoverage
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Journey
from journeymapper.model.project import Project

Scores = Mapping[str, Score]


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


def coverage(project: Project, journey: Journey, scores: Scores) -> JourneyCoverage:
    """The coverage of a journey by the points of the plan, given the scores of the newest wave."""
    ground = ground_of(project, [journey])
    touchpoints = covered(places.by_touchpoint(ground), scores, ground.waived)
    return JourneyCoverage(
        moments=covered(places.by_touchpoint(ground, lambda each: each.moment_of_truth), scores),
        touchpoints=touchpoints,
        stages=covered(places.by_stage(ground), scores),
        channels=covered(places.by_channel(ground), scores),
        hand_offs=covered(places.by_hand_off(ground), scores),
        cells=covered(places.by_cell(ground), scores),
        volume_evidenced=_volume_evidenced(ground, touchpoints),
    )


def plan_coverage(project: Project, scores: Scores, journeys: Sequence[Journey] | None = None) -> PlanCoverage:
    """The coverage of the whole plan, or of some journeys; nobody can measure one that is only drawn for the future."""
    present = [one for one in project.ordered_journeys() if one.state != "future"]
    ground = ground_of(project, present if journeys is None else journeys)
    points = project.ordered_points()
    touchpoints = covered(places.by_touchpoint(ground), scores, ground.waived)
    stages, channels = covered(places.by_stage(ground), scores), covered(places.by_channel(ground), scores)
    personas, audiences = covered(places.by_persona(ground), scores), balance.audience_coverage(points, scores)
    blind = tuple(key for key, step in stages.items.items() if step in ("", "planned"))
    return PlanCoverage(
        moments_of_truth=covered(places.by_touchpoint(ground, lambda each: each.moment_of_truth), scores),
        touchpoints=touchpoints,
        stages=stages,
        kinds=covered(places.by_kind(ground), scores),
        channels=channels,
        personas=personas,
        stage_channel=covered(places.by_cell(ground), scores),
        stage_persona=covered(places.by_persona_cell(ground), scores),
        hand_offs=covered(places.by_hand_off(ground), scores),
        promises=covered(places.by_promise(ground), scores),
        metric_types=balance.type_coverage(points, scores),
        metric_classes=balance.class_coverage(project, points, scores),
        levels=balance.level_coverage(points, scores),
        audiences=audiences,
        by_volume=_by_volume(ground, touchpoints),
        by_importance=weighted(touchpoints, {one.touchpoint.id: one.touchpoint.importance for one in ground.wanted}),
        by_channel_share=weighted(channels, {key: one.share for key, one in project.channels.items()}),
        by_persona_share=weighted(personas, {key: one.share for key, one in project.personas.items()}),
        blind_stages=blind,
        blind_before_purchase=tuple(key for key in blind if key in _before_purchase(ground)),
        new_channels=tuple(
            key for key in channels.items if key in project.channels and project.channels[key].role == "new"
        ),
        never_asked=audiences.uncovered,
    )


def _by_volume(ground: Ground, touchpoints: Coverage) -> dict[str, Weighted]:
    """Encounters at touchpoints of each step, for each unit apart: visits and sites cannot be added."""
    units = dict.fromkeys(one.touchpoint.volume_unit for one in ground.wanted if one.touchpoint.volume is not None)
    return {unit: _in_unit(ground, touchpoints, unit) for unit in units}


def _in_unit(ground: Ground, touchpoints: Coverage, unit: str) -> Weighted:
    here = [one.touchpoint for one in ground.wanted if one.touchpoint.volume_unit == unit]
    part = Coverage(items={each.id: touchpoints.items[each.id] for each in here})
    return weighted(part, {each.id: each.volume for each in here})


def _volume_evidenced(ground: Ground, touchpoints: Coverage) -> float | None:
    every = [one.touchpoint for one in ground.wanted]
    if any(each.volume is None for each in every) or len({each.volume_unit for each in every}) > 1:
        return None
    return weighted(touchpoints, {each.id: each.volume for each in every}).share("evidenced")


def _before_purchase(ground: Ground) -> set[str]:
    """The stages that end before the touchpoint at which the customer buys, where the journey names it."""
    found: set[str] = set()
    for journey in ground.journeys:
        holder = journey.holder_of(journey.purchase) if journey.purchase else None
        if holder is not None:
            found |= set(journey.stage_order[: journey.stage_order.index(holder.id)])
            first = holder.touchpoints[:1] != (journey.purchase,)
            found |= {holder.id} if first else set()
    return found
