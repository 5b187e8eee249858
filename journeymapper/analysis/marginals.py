"""Marginals of joint tallies: each point's distribution by wave, segment and day, built once and kept by callers."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.distribution import Distribution
from journeymapper.model.project import Project
from journeymapper.model.tally import Reported, Tally

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

Cells = dict[tuple[str, ...], Distribution]


class Marginals(msgspec.Struct, frozen=True):
    """One tally's distributions by one segment column, and its reported figures by point and wave.

    `cells[point]` maps (wave, segment value) to a distribution, `days[point]` (wave, segment value, day). The
    segment value is "" where the column is blank, or missing from the file, or no column was asked for.
    """

    cells: dict[str, Cells]
    days: dict[str, Cells]
    reported: dict[tuple[str, str], Reported] = {}


class ScoreBook(msgspec.Struct, frozen=True):
    """All marginals of a project's tallies, so that switching wave or segment reads no tally again.

    `parts` maps (tally hash, segment column or "") to marginals. Make a new one when result sets or metrics change.
    """

    parts: dict[tuple[str, str], Marginals]

    def of(self, tally: str, segment: str) -> Marginals:
        """The marginals of a tally by a segment column, by none where it lacks that column."""
        return self.parts.get((tally, segment)) or self.parts[tally, ""]


def score_book(project: Project, tallies: Mapping[str, Tally], segments: Collection[str] | None = None) -> ScoreBook:
    """The marginals by each segment column, or by those in `segments` alone; day by day for smiley points."""
    smileys = smiley_points(project)
    parts: dict[tuple[str, str], Marginals] = {}
    for key in dict.fromkeys(project.result_sets[each].tally for each in project.result_order):
        tally = tallies.get(key)
        if tally is not None:
            columns = [name for name in tally.segments if segments is None or name in segments]
            for segment in ["", *columns]:
                parts[key, segment] = marginals(tally, segment, daily=smileys)
    return ScoreBook(parts)


def smiley_points(project: Project) -> tuple[str, ...]:
    """The points whose answers count day by day; of all that a plan says a score book rests on these alone."""
    kiosks = {metric.id for metric in project.metrics.values() if metric.kind == "smiley"}
    return tuple(point.id for point in project.ordered_points() if point.metric in kiosks) if kiosks else ()


def marginals(tally: Tally, segment: str = "", *, daily: Collection[str] = ()) -> Marginals:
    """Each point's distributions by wave and one segment column, those of the points in `daily` by day as well."""
    import numpy as np

    blank = [""] * len(tally.waves)
    column = tally.segments.get(segment, blank)
    sums = tuple(np.asarray(each, dtype=float) for each in (tally.counts, tally.weights, tally.squares))
    groups = _groups(list(zip(tally.waves, column, strict=True)))
    cells = {point: _cells(answers, groups, sums) for point, answers in tally.answers.items()}
    reported = {(each.point, each.wave): each for each in tally.reported}
    wanted = [point for point in daily if point in tally.answers]
    if not wanted:
        return Marginals(cells, {}, reported)
    by_day = _groups(list(zip(tally.waves, column, tally.days or blank, strict=True)))
    return Marginals(cells, {point: _cells(tally.answers[point], by_day, sums) for point in wanted}, reported)


class _Groups(msgspec.Struct, frozen=True):
    """The distinct labels of rows, and which of them each row bears."""

    labels: list[tuple[str, ...]]
    codes: "NDArray[int64]"


def _groups(rows: Sequence[tuple[str, ...]]) -> _Groups:
    import numpy as np

    numbers: dict[tuple[str, ...], int] = {}
    codes = [numbers.setdefault(row, len(numbers)) for row in rows]
    return _Groups(list(numbers), np.array(codes, dtype=np.int64))


def _cells(answers: Sequence[float | None], groups: _Groups, sums: tuple["NDArray[float64]", ...]) -> Cells:
    import numpy as np

    numbers = np.array(answers, dtype=float)
    present = ~np.isnan(numbers)
    values, codes = _coded(numbers[present])
    if not len(values):
        return {}
    keys, places = _places(groups.codes[present] * len(values) + codes, len(groups.labels) * len(values))
    totals = [np.bincount(places, weights=each[present]) for each in sums]
    ends = np.searchsorted(keys // len(values), np.arange(len(groups.labels) + 1)).tolist()
    columns = [values[keys % len(values)].tolist(), totals[0].round().astype(int).tolist()]
    columns += [each.tolist() for each in totals[1:]]
    return {
        label: Distribution(*(tuple(column[start:end]) for column in columns))
        for label, start, end in zip(groups.labels, ends, ends[1:], strict=False)
        if end > start
    }


def _places(keys: "NDArray[int64]", possible: int) -> tuple["NDArray[int64]", "NDArray[int64]"]:
    """The distinct keys in rising order and the place of each row's among them; few possible ones need no sorting."""
    import numpy as np

    if possible > 2 * len(keys) + 1000:
        found, places = np.unique(keys, return_inverse=True)
        return found, places.astype(np.int64)
    present = np.bincount(keys, minlength=possible) > 0
    return np.flatnonzero(present), (np.cumsum(present) - 1)[keys]


def _coded(numbers: "NDArray[float64]") -> tuple["NDArray[float64]", "NDArray[int64]"]:
    """The values and, for each number, the place of its value; small whole numbers need no sorting."""
    import numpy as np

    if len(numbers) and numbers.min() >= 0 and numbers.max() < 1000 and bool((numbers == np.floor(numbers)).all()):
        return np.arange(numbers.max() + 1), numbers.astype(np.int64)
    values, codes = np.unique(numbers, return_inverse=True)
    return values, codes.astype(np.int64)
