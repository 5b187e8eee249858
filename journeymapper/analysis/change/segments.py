"""Segments held against each other: every pair of a segment's values, over one wave or several added up."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from journeymapper.analysis.change.difference import Difference, difference
from journeymapper.analysis.change.groups import Side, in_waves
from journeymapper.analysis.change.judging import judge
from journeymapper.analysis.change.waves import Change, changes
from journeymapper.analysis.distribution import merged
from journeymapper.analysis.marginals import score_book
from journeymapper.analysis.material import Material
from journeymapper.analysis.metrics import figure
from journeymapper.analysis.normalise import lower_is_better
from journeymapper.analysis.suppression import hidden_cells, threshold
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


def compare_segments(
    project: Project,
    tallies: Mapping[str, Tally],
    segment: str,
    waves: Sequence[str],
    *,
    points: Sequence[str] = (),
) -> list[Change]:
    """Each pair of the segment's values at each point, judged together; groups too small are hidden, and siblings
    that would give them away."""
    book = score_book(project, tallies, (segment,))
    rows: list[tuple[MeasurementPoint, tuple[str, str], tuple[Side, Side], Difference | None]] = []
    for point in project.ordered_points():
        if (points and point.id not in points) or point.metric not in project.metrics:
            continue
        part = in_waves(project, tallies, book, point, waves, segment)
        values = [value for value in part.cells if value]
        sides = _sides(project, point, part, values)
        for first, second in combinations(values, 2):
            shown = not (sides[first].hidden or sides[second].hidden)
            metric = project.metrics[point.metric]
            found = difference(metric, part.only(first), part.only(second)) if shown else None
            rows.append((point, (first, second), (sides[first], sides[second]), found))
    return _judged(project, rows)


def _judged(
    project: Project, rows: Sequence[tuple[MeasurementPoint, tuple[str, str], tuple[Side, Side], Difference | None]]
) -> list[Change]:
    """The rows with verdicts over all of them together."""
    judged = judge([row[3] for row in rows], [lower_is_better(project.metrics[row[0].metric]) for row in rows])
    alone = [changes(project, [point], names, [sides], [found])[0] for point, names, sides, found in rows]
    return [
        msgspec.structs.replace(change, verdict=verdict.verdict, adjusted_p=verdict.adjusted_p)
        for change, verdict in zip(alone, judged, strict=True)
    ]


def _sides(project: Project, point: MeasurementPoint, part: Material, values: Sequence[str]) -> dict[str, Side]:
    sizes = {value: part.cells[value].n for value in values}
    blank = part.cells[""].n if "" in part.cells else 0
    hidden = hidden_cells(sizes, threshold(project.settings, point), unshown=blank)
    return {value: _side(project, point, part.only(value), hidden[value]) for value in values}


def _side(project: Project, point: MeasurementPoint, part: Material, hidden: str) -> Side:
    answers = merged(part.cells.values())
    if hidden or answers.weight <= 0:
        return Side(hidden=hidden or "too few")
    found = figure(project.metrics[point.metric], answers, part.all_days())
    return Side(
        n=answers.n,
        value=found.value,
        low=found.interval.low,
        high=found.interval.high,
        indicative=answers.n < project.settings.indicative_under,
    )
