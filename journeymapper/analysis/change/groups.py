"""Answers of a point in waves and segments, hidden where they are too few, and who is in both of two groups."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from journeymapper.analysis.distribution import Distribution, merged
from journeymapper.analysis.marginals import ScoreBook
from journeymapper.analysis.material import Material, material
from journeymapper.analysis.normalise import ANSWER_SCALES, is_valid
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


def added_up(parts: Sequence[Material]) -> Material:
    """The answers of several waves together; a reported figure cannot be added to anything and stands alone."""
    present = [part for part in parts if part.n]
    if len(present) <= 1 or any(part.reported for part in present):
        return present[-1] if present else Material()
    cells, days = {}, {}
    for value in dict.fromkeys(value for part in present for value in part.cells):
        cells[value] = merged(part.cells[value] for part in present if value in part.cells)
        of_value = [part.days.get(value, {}) for part in present]
        names = sorted({day for each in of_value for day in each})
        days[value] = {day: merged(each[day] for each in of_value if day in each) for day in names}
    return Material(tuple(source for part in present for source in part.sources), None, cells, days)


def in_waves(
    project: Project,
    tallies: Mapping[str, Tally],
    book: ScoreBook,
    point: MeasurementPoint,
    waves: Sequence[str],
    segment: str = "",
) -> Material:
    """A point's answers in some waves, by a segment's values where one is named."""
    return added_up([material(project, tallies, book, point, wave=wave, segment=segment) for wave in waves])


def paired_answers(
    project: Project, tallies: Mapping[str, Tally], point: MeasurementPoint, waves: tuple[str, str]
) -> dict[str, tuple[float, float]]:
    """Respondent's key to the answers in both waves; empty where no file carries keys."""
    sides: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for wave, key, answer in _keyed(project, tallies, point):
        for side, wanted in zip(sides, waves, strict=True):
            if wave == wanted:
                side[key] = answer
    return {key: (sides[0][key], sides[1][key]) for key in sides[0] if key in sides[1]}


def shared_answers(
    project: Project, tallies: Mapping[str, Tally], book: ScoreBook, point: MeasurementPoint, waves: tuple[str, str]
) -> dict[str, tuple[float, float]]:
    """The answers that two rolling windows have in common, each as a pair with itself; empty for waves apart."""
    parts = [project.waves[wave].parts or (wave,) if wave in project.waves else (wave,) for wave in waves]
    common = [wave for wave in parts[0] if wave in parts[1]]
    if not common:
        return {}
    cells = in_waves(project, tallies, book, point, common).cells
    answers = merged(cells.values()) if cells else Distribution()
    each = (value for value, count in zip(answers.values, answers.counts, strict=True) for _ in range(count))
    return {f"shared {number}": (value, value) for number, value in enumerate(each)}


def _keyed(project: Project, tallies: Mapping[str, Tally], point: MeasurementPoint) -> Iterator[tuple[str, str, float]]:
    metric = project.metrics[point.metric]
    for result_set in (project.result_sets[key] for key in project.result_order):
        tally = tallies.get(result_set.tally)
        if tally is None or result_set.mapping.beliefs:
            continue
        for place, key in enumerate(tally.respondents):
            answer = tally.answers.get(point.id, [None] * len(tally.respondents))[place]
            if key and answer is not None and (metric.kind not in ANSWER_SCALES or is_valid(metric, answer)):
                yield tally.waves[place], key, answer


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a comparison as it may be shown: n and value, None where there are none or they are hidden."""

    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hidden: str = ""
    indicative: bool = False
