"""Scores of measurement points: document and tallies in, one score a point out, small groups already hidden."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.distribution import merged
from journeymapper.analysis.marginals import ScoreBook, score_book
from journeymapper.analysis.material import Material, material
from journeymapper.analysis.metrics import Figure, figure, reported_figure
from journeymapper.analysis.normalise import lower_is_better, score100
from journeymapper.analysis.score import Hidden, Score
from journeymapper.analysis.suppression import hidden_cells, threshold
from journeymapper.analysis.target_tests import judged_together, reported_p, target_p
from journeymapper.analysis.targets import target_for
from journeymapper.analysis.verdicts import gap, verdict
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

Tallies = Mapping[str, Tally]


def newest_wave(project: Project, tallies: Tallies) -> str:
    """The last wave in the project's order that has figures; "" without results."""
    used = {one.tally for one in project.result_sets.values() if not one.mapping.beliefs}
    found = {wave for key in used if key in tallies for wave in _waves(tallies[key])}
    ordered = [wave for wave in project.wave_order if wave in found]
    return ordered[-1] if ordered else max(found, default="")


def score_points(
    project: Project,
    tallies: Tallies,
    *,
    wave: str | None = None,
    segment: tuple[str, str] | None = None,
    book: ScoreBook | None = None,
) -> dict[str, Score]:
    """A score for each measurement point, in plan order, of one wave (the newest) and all or one segment.

    A segment's figures are hidden as among all its siblings, since a reader may ask for each in turn. `book` saves
    reading the tallies again.
    """
    chosen = newest_wave(project, tallies) if wave is None else wave
    if segment is not None:
        by_value = score_segments(project, tallies, wave=chosen, segment_name=segment[0], book=book)
        label = segment_label(*segment)
        return by_value.get(segment[1]) or {
            point.id: unmeasured(point, chosen, label) for point in project.ordered_points()
        }
    kept = book or score_book(project, tallies, ())
    found = [
        _whole(project, point, material(project, tallies, kept, point, wave=chosen), chosen)
        for point in project.ordered_points()
    ]
    return {score.point: score for score in judged_together(found)}


def score_segments(
    project: Project, tallies: Tallies, *, wave: str | None = None, segment_name: str, book: ScoreBook | None = None
) -> dict[str, dict[str, Score]]:
    """Scores by segment value and point; siblings are hidden too where the wave's total would give one away."""
    chosen = newest_wave(project, tallies) if wave is None else wave
    kept = book or score_book(project, tallies, (segment_name,))
    parts = {
        point.id: material(project, tallies, kept, point, wave=chosen, segment=segment_name)
        for point in project.ordered_points()
    }
    values = sorted({value for part in parts.values() for value in part.cells if value})
    rows = {
        point.id: _siblings(project, point, parts[point.id], chosen, segment_name, values)
        for point in project.ordered_points()
    }
    return {
        value: {score.point: score for score in judged_together(row[value] for row in rows.values())}
        for value in values
    }


def unmeasured(point: MeasurementPoint, wave: str = "", segment: str = "") -> Score:
    """The score of a point without answers."""
    target = target_for(point, wave, segment)
    return Score(point=point.id, wave=wave, segment=segment, target=target.value if target else None)


def segment_label(name: str, value: str) -> str:
    """How a score names its segment."""
    return f"{name}={value}"


def _whole(project: Project, point: MeasurementPoint, part: Material, wave: str) -> Score:
    """The score of all segments together."""
    if not part.n:
        return unmeasured(point, wave)
    hidden: Hidden = "too few" if part.n < threshold(project.settings, point) else ""
    return _score(project, point, part, wave, "", hidden)


def _siblings(
    project: Project, point: MeasurementPoint, part: Material, wave: str, name: str, values: Sequence[str]
) -> dict[str, Score]:
    """The scores of one point in all values of a segment; blank ones are never shown but count in the total."""
    sizes = {value: part.cells[value].n for value in values if value in part.cells}
    blank = part.cells[""].n if "" in part.cells else 0
    hidden = hidden_cells(sizes, threshold(project.settings, point), unshown=blank)
    return {
        value: _score(project, point, part.only(value), wave, segment_label(name, value), hidden[value])
        if sizes.get(value)
        else unmeasured(point, wave, segment_label(name, value))
        for value in values
    }


def _score(project: Project, point: MeasurementPoint, part: Material, wave: str, segment: str, hidden: Hidden) -> Score:
    if hidden:
        return Score(point=point.id, wave=wave, segment=segment, hidden=hidden, verdict="too few", sources=part.sources)
    if point.more_targets:
        point = msgspec.structs.replace(point, target=target_for(point, wave, segment))
    metric, p = project.metrics[point.metric], None
    target = point.target.value if point.target else None
    if part.reported:
        found = reported_figure(metric, part.reported)
        p = None if target is None else reported_p(found.value, found.interval.low, found.interval.high, target)
    else:
        answers = merged(part.cells.values())
        if answers.weight <= 0:
            return unmeasured(point, wave, segment)
        found = figure(metric, answers, part.all_days())
        p = None if target is None else target_p(metric, answers, part.all_days(), target)
    score = score_of(point, metric, found, indicative=part.n < project.settings.indicative_under)
    return msgspec.structs.replace(score, wave=wave, segment=segment, n=part.n, sources=part.sources, p=p)


def score_of(point: MeasurementPoint, metric: Metric, found: Figure, *, indicative: bool = False) -> Score:
    """A figure judged against its point's target and placed on 0–100."""
    target = point.target.value if point.target else None
    low, high, lower = found.interval.low, found.interval.high, lower_is_better(metric)
    ends = (high, low) if lower else (low, high)
    placed, clipped = score100(metric, found.value)
    return Score(
        point=point.id,
        value=found.value,
        low=low,
        high=high,
        target=target,
        gap=None if target is None else gap(found.value, target, lower_is_better=lower),
        verdict=verdict(low, high, target, lower_is_better=lower),
        score100=placed,
        low100=_placed(metric, ends[0]),
        high100=_placed(metric, ends[1]),
        target100=_placed(metric, target),
        clipped=clipped,
        indicative=indicative,
        shares=found.shares,
        interval_note=found.interval.note,
    )


def _placed(metric: Metric, value: float | None) -> float | None:
    return None if value is None else score100(metric, value)[0]


def _waves(tally: Tally) -> set[str]:
    answered = any(any(each is not None for each in answers) for answers in tally.answers.values())
    return (set(tally.waves) if answered else set()) | {each.wave for each in tally.reported}
