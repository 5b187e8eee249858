"""Mappings: which column feeds which measurement point, by names that people use; saved for the next wave's file."""

import re
from collections.abc import Iterable
from pathlib import Path

import msgspec

from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.storage.atomic import write_atomically

LARGEST = 10_000_000


def resolve_point(project: Project, text: str) -> str:
    """The id of the point that the text names; raises Refusal, with the choices, where that is none or several.

    A point's id, its own name, its touchpoint's name, or touchpoint/metric; capitals and spaces do not matter.
    """
    found = points_named(project, text)
    if len(found) == 1:
        return found[0].id
    if found:
        raise Refusal("{point} could be any of {choices}.", point=text, choices=choices(project, found))
    if not project.points:
        raise Refusal("There is no measurement point {point}: the project has none yet.", point=text)
    nearest = choices(project, nearest_points(project, text))
    raise Refusal("There is no measurement point {point}; there are {choices}.", point=text, choices=nearest)


def points_named(project: Project, text: str) -> list[MeasurementPoint]:
    """The points that the text can mean: none, the one, or several."""
    wanted = _tidy(text)
    ways = (_by_id, _by_name, _by_touchpoint_and_metric, _by_question)
    return next((found for way in ways if (found := way(project, wanted))), [])


def save_mapping(path: Path, mapping: Mapping) -> None:
    """Write a mapping as JSON that a person can read and change."""
    write_atomically(path, msgspec.json.format(msgspec.json.encode(mapping), indent=2) + b"\n")


def load_mapping(path: Path) -> Mapping:
    """The mapping in a JSON file; raises Refusal naming the file and what is wrong in it."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except FileNotFoundError:
        raise Refusal("{file} does not exist.", file=path.name) from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise Refusal("{file} cannot be opened: {reason}.", file=path.name, reason=reason) from None
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Mapping)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise Refusal("{file} is not a saved mapping: {reason}.", file=path.name, reason=str(problem)) from None


def _by_id(project: Project, wanted: str) -> list[MeasurementPoint]:
    return [point for point in project.ordered_points() if _tidy(point.id) == wanted]


def _by_name(project: Project, wanted: str) -> list[MeasurementPoint]:
    return [
        point
        for point in project.ordered_points()
        if wanted in {_tidy(point.name), *map(_tidy, _place_names(project, point))} - {""}
    ]


def _by_question(project: Project, wanted: str) -> list[MeasurementPoint]:
    return [point for point in project.ordered_points() if point.question and _tidy(point.question) == wanted]


def _by_touchpoint_and_metric(project: Project, wanted: str) -> list[MeasurementPoint]:
    """Points for touchpoint/metric; the metric's short form, or its kind alone where that is enough."""
    place, slash, metric = wanted.rpartition("/")
    if not slash:
        return []
    there = [p for p in project.ordered_points() if place.strip() in map(_tidy, _place_names(project, p))]
    exact = [point for point in there if _tidy(point.metric) == metric.strip()]
    return exact or [point for point in there if metric.strip() in _metric_names(project, point)]


def _metric_names(project: Project, point: MeasurementPoint) -> set[str]:
    metric = project.metrics.get(point.metric)
    return {_tidy(metric.kind), _tidy(metric.name)} - {""} if metric else set()


def _place_names(project: Project, point: MeasurementPoint) -> list[str]:
    """The name of the touchpoint, stage or journey that the point hangs on, at most one."""
    anchor = point.anchor
    journey = project.journey_of(anchor.id)
    if journey is None:
        return []
    if anchor.kind == "journey":
        return [journey.name]
    place: Touchpoint | None = journey.touchpoints.get(anchor.id)
    if place is not None:
        return [place.name]
    return [journey.stages[anchor.id].name] if anchor.id in journey.stages else []


def choices(project: Project, points: Iterable[MeasurementPoint]) -> str:
    """The points as a person would name them, in one line."""
    return ", ".join(f"{point.id} ({'/'.join([*_place_names(project, point), point.metric])})" for point in points)


def nearest_points(project: Project, text: str) -> list[MeasurementPoint]:
    """Up to eight points, the likest names first."""
    from difflib import SequenceMatcher

    wanted = _tidy(text)

    def unlikeness(point: MeasurementPoint) -> float:
        names = [point.id, point.name, *_place_names(project, point)]
        return -max(SequenceMatcher(None, wanted, _tidy(name)).ratio() for name in names)

    return sorted(project.ordered_points(), key=unlikeness)[:8]


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
