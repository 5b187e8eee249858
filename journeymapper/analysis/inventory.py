"""What an inventory shows: places measured twice, scales and wordings that differ, gaps, own ways of common metrics."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

from journeymapper.analysis.load.outlook import function_of
from journeymapper.model.find import name_of
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.project import Project

ALIKE = 0.75
"""From this likeness on, two wordings are taken to ask the same."""


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """Two measurements of one place or of one question; whether their scales or wordings differ."""

    first: str
    second: str
    place: str = ""
    scales_differ: bool = False
    wordings_differ: bool = False


class InventoryReview(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be seen in an inventory.

    `gaps` are touchpoints in scope where neither the inventory nor the plan measures; `unplaced` measurements are on no
    map; `departures` are, by function, the points and measurements that ask a common question on a scale of their own.
    """

    overlaps: tuple[Overlap, ...] = ()
    gaps: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    departures: dict[str, tuple[str, ...]] = {}
    cost: float = 0.0


def review_inventory(project: Project) -> InventoryReview:
    """The review of a project's inventory against its map and plan."""
    listed = [project.inventory[key] for key in project.inventory_order]
    placed = {one.anchor.id for one in listed if one.anchor}
    planned = {key for point in project.ordered_points() for key in (point.anchor.id, *point.also_covers)}
    return InventoryReview(
        overlaps=tuple(_overlaps(project, listed)),
        gaps=tuple(
            touchpoint.id
            for journey in project.ordered_journeys()
            for touchpoint in journey.ordered_touchpoints()
            if touchpoint.in_scope and touchpoint.id not in placed | planned and not touchpoint.not_measured_because
        ),
        unplaced=tuple(one.id for one in listed if one.anchor is None),
        undecided=tuple(one.id for one in listed if not one.fate),
        departures=departures(project),
        cost=sum(one.cost or 0.0 for one in listed),
    )


def departures(project: Project) -> dict[str, tuple[str, ...]]:
    """By function, the points that measure what a common metric measures in another way: same kind, other scale."""
    common = {metric.kind.removesuffix("-mean"): metric for metric in project.metrics.values() if metric.common}
    found: dict[str, list[str]] = {}
    for point in project.ordered_points():
        metric = project.metrics[point.metric]
        rule = common.get(metric.kind.removesuffix("-mean"))
        if rule is not None and rule.id != metric.id and point.status != "retired":
            found.setdefault(function_of(project, point), []).append(point.id)
    return {function: tuple(keys) for function, keys in found.items()}


def _overlaps(project: Project, listed: list[ExistingMeasurement]) -> Iterable[Overlap]:
    for number, first in enumerate(listed):
        for second in listed[number + 1 :]:
            same_place = first.anchor is not None and first.anchor == second.anchor
            same_question = _alike(first.question, second.question)
            if same_place or same_question:
                yield Overlap(
                    first=first.id,
                    second=second.id,
                    place=name_of(project, first.anchor.id) if same_place and first.anchor and first.anchor.id else "",
                    scales_differ=_differ(first.scale, second.scale),
                    wordings_differ=_differ(first.question, second.question),
                )


def _alike(first: str, second: str) -> bool:
    if not first or not second:
        return False
    return SequenceMatcher(None, _tidy(first), _tidy(second)).ratio() >= ALIKE


def _differ(first: str, second: str) -> bool:
    return bool(first and second) and _tidy(first) != _tidy(second)


def _tidy(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("–", "-")).strip().casefold()
