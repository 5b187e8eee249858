"""What there is to score: a point's answers in one wave, gathered from all result sets."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.distribution import Distribution, merged
from journeymapper.analysis.marginals import Marginals, ScoreBook
from journeymapper.analysis.normalise import ANSWER_SCALES, is_valid
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.project import Project
from journeymapper.model.tally import Reported, Tally


class Material(msgspec.Struct, frozen=True):
    """Either a reported figure, or distributions by segment value: `cells`, and `days` of each by ISO date.

    The segment value is "" for blank ones, and for all answers where no segment was asked for.
    """

    sources: tuple[str, ...] = ()
    reported: Reported | None = None
    cells: dict[str, Distribution] = {}
    days: dict[str, dict[str, Distribution]] = {}

    @property
    def n(self) -> int:
        """All usable answers of the wave."""
        return self.reported.n if self.reported else sum(cell.n for cell in self.cells.values())

    def only(self, value: str) -> "Material":
        """The part of one segment value."""
        return Material(self.sources, None, {value: self.cells[value]}, {value: self.days.get(value, {})})

    def all_days(self) -> dict[str, Distribution]:
        """The distributions by day, segments added up."""
        names = sorted({day for days in self.days.values() for day in days})
        return {day: merged(days[day] for days in self.days.values() if day in days) for day in names}


def material(
    project: Project,
    tallies: Mapping[str, Tally],
    book: ScoreBook,
    point: MeasurementPoint,
    *,
    wave: str,
    segment: str = "",
) -> Material:
    """The answers of a point in a wave, added up over result sets.

    A reported figure cannot be added to anything: whichever came last, figure or answers, stands alone. A rolling
    window is the sum of its parts; what members of staff believe is no answer.
    """
    metric = project.metrics.get(point.metric)
    if metric is None:
        return Material()
    rolling = project.waves[wave].parts if wave in project.waves else ()
    waves = frozenset(rolling or (wave,))
    parts: list[Material] = []
    for key in project.result_order:
        tally = project.result_sets[key].tally
        if tally in tallies and not project.result_sets[key].mapping.beliefs:
            part = book.of(tally, segment)
            answers = _answers(part, metric, point.id, waves)
            if answers.cells:
                parts.append(Material((key,), None, answers.cells, answers.days))
            if (point.id, wave) in part.reported:
                parts.append(Material((key,), part.reported[point.id, wave]))
    if not parts or parts[-1].reported:
        return parts[-1] if parts else Material()
    return _added([part for part in parts if not part.reported])


def _answers(part: Marginals, metric: Metric, point: str, waves: frozenset[str]) -> Material:
    """One tally's answers to a point in some waves; those off the metric's present scale are left out."""

    def usable(cell: Distribution) -> Distribution:
        return cell.kept(lambda answer: is_valid(metric, answer)) if metric.kind in ANSWER_SCALES else cell

    cells: dict[str, list[Distribution]] = {}
    for (at, value), cell in part.cells.get(point, {}).items():
        if at in waves and (kept := usable(cell)).n:
            cells.setdefault(value, []).append(kept)
    days: dict[str, dict[str, list[Distribution]]] = {}
    for (at, value, day), cell in part.days.get(point, {}).items():
        if at in waves:
            days.setdefault(value, {}).setdefault(day, []).append(usable(cell))
    return Material(
        cells={value: _one(found) for value, found in cells.items()},
        days={value: {day: _one(found) for day, found in by_day.items()} for value, by_day in days.items()},
    )


def _one(found: list[Distribution]) -> Distribution:
    return found[0] if len(found) == 1 else merged(found)


def _added(parts: list[Material]) -> Material:
    values = sorted({value for part in parts for value in part.cells})
    cells = {value: merged(part.cells[value] for part in parts if value in part.cells) for value in values}
    days: dict[str, dict[str, Distribution]] = {}
    for value in values:
        every = [part.days.get(value, {}) for part in parts]
        names = sorted({day for each in every for day in each})
        days[value] = {day: merged(each[day] for each in every if day in each) for day in names}
    return Material(tuple(source for part in parts for source in part.sources), None, cells, days)
