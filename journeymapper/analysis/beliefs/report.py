"""Belief against reality: gap and class of each point, bias and error over the map, agreement of ranks."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Literal

import msgspec

from journeymapper.analysis.beliefs.guesses import PointGuesses, guesses_at, locked_at
from journeymapper.analysis.intervals import Z
from journeymapper.analysis.normalise import goalposts, score100
from journeymapper.analysis.score import Score
from journeymapper.analysis.scoring import score_points
from journeymapper.analysis.suppression import STAFF_FLOOR, hidden_cells
from journeymapper.analysis.tests_of_change import student_comparison
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

ALIGNED_WITHIN = 10.0
GapClass = Literal["overestimate", "aligned", "underestimate", "unclear", "too few staff", "no results"]


class Belief(msgspec.Struct, frozen=True, kw_only=True):
    """One point: the staff's mean guess and the customers' figure, in the metric's unit and on 0–100.

    `gap` is staff − customers on 0–100 with 95 % limits (Welch): positive overestimates and may be a blind spot,
    negative is a hidden strength. `groups` are the mean guesses, in the unit, of groups of five or more.
    """

    point: str
    staff_n: int | None = None
    staff: float | None = None
    spread: float | None = None
    customers_n: int | None = None
    customers: float | None = None
    staff100: float | None = None
    customers100: float | None = None
    gap: float | None = None
    low: float | None = None
    high: float | None = None
    gap_class: GapClass = "unclear"
    groups: dict[str, float] = {}


class BeliefReport(msgspec.Struct, frozen=True, kw_only=True):
    """All points, and over those with both sides: mean gap, mean and root mean square error, rank agreement.

    Correlations are None with fewer than three such points or where one side does not vary. `locked_at` is "" while a
    round is still open: then nothing may be shown to those who guess.
    """

    wave: str
    locked_at: str
    beliefs: tuple[Belief, ...] = ()
    points: int = 0
    bias: float | None = None
    mae: float | None = None
    rmse: float | None = None
    spearman: float | None = None
    pearson: float | None = None


def belief_report(
    project: Project, tallies: Mapping[str, Tally], *, wave: str | None = None, round_id: str = ""
) -> BeliefReport:
    """The report against the customers' figures of a wave, the newest if none is named."""
    scores = score_points(project, tallies, wave=wave)
    found = guesses_at(project, tallies, round_id)
    metrics = {point: project.metrics[project.points[point].metric] for point in found}
    beliefs = tuple(belief_of(metrics[point], scores[point], guesses) for point, guesses in found.items())
    both = [(b.staff100, b.customers100) for b in beliefs if b.staff100 is not None and b.customers100 is not None]
    figures = map_figures([staff for staff, _ in both], [customers for _, customers in both])
    used = next(iter(scores.values())).wave if scores else ""
    return BeliefReport(wave=used, locked_at=locked_at(project, round_id), beliefs=beliefs, points=len(both), **figures)


def belief_of(metric: Metric, score: Score, guesses: PointGuesses) -> Belief:
    """One point's guesses against its score; fewer than five members of staff are never shown."""
    values = guesses.values
    if len(values) < STAFF_FLOOR:
        return Belief(point=score.point, gap_class="too few staff", customers=score.value, customers_n=score.n)
    mean = sum(values) / len(values)
    spread = sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    told = Belief(
        point=score.point,
        staff_n=len(values),
        staff=mean,
        spread=spread,
        staff100=score100(metric, mean)[0],
        customers_n=score.n,
        customers=score.value if score.shown else None,
        customers100=score.score100 if score.shown else None,
        groups=_groups(guesses),
        gap_class="unclear" if score.shown else "no results",
    )
    return _judged(metric, score, told) if score.shown and score.value is not None else told


def map_figures(staff: Sequence[float], customers: Sequence[float]) -> dict[str, float | None]:
    """bias, mae, rmse, spearman and pearson of two rows of figures on 0–100; None where there are too few."""
    gaps = [own - other for own, other in zip(staff, customers, strict=True)]
    if not gaps:
        return dict.fromkeys(("bias", "mae", "rmse", "spearman", "pearson"))
    n = len(gaps)
    return {
        "bias": sum(gaps) / n,
        "mae": sum(map(abs, gaps)) / n,
        "rmse": sqrt(sum(gap**2 for gap in gaps) / n),
        "spearman": _correlation(_ranks(staff), _ranks(customers)),
        "pearson": _correlation(staff, customers),
    }


def _judged(metric: Metric, score: Score, told: Belief) -> Belief:
    """The gap with Welch's limits: the staff's spread, and the customers' error as their interval tells it."""
    gap = (told.staff100 or 0.0) - (told.customers100 or 0.0)
    if score.low100 is None or score.high100 is None or told.staff_n is None or told.spread is None:
        return msgspec.structs.replace(told, gap=gap)
    scale = _per_unit(metric)
    own, n = (told.spread * scale) ** 2 / told.staff_n, score.n or 2
    theirs = ((_span(metric, score)) / (2 * Z)) ** 2
    least = own**2 / (told.staff_n - 1) + theirs**2 / max(1, n - 1)
    freedom = (own + theirs) ** 2 / least if least else float(told.staff_n + n - 2)
    found = student_comparison(gap, sqrt(own + theirs), freedom)
    half = (found.high - found.low) / 2
    gap_class: GapClass = "overestimate" if found.low > 0 else "underestimate" if found.high < 0 else "unclear"
    if gap_class == "unclear" and half <= ALIGNED_WITHIN:
        gap_class = "aligned"
    return msgspec.structs.replace(told, gap=gap, low=found.low, high=found.high, gap_class=gap_class)


def _per_unit(metric: Metric) -> float:
    """How much of 0–100 one unit of the figure is."""
    worst, best = goalposts(metric)
    return 100 / abs(best - worst)


def _span(metric: Metric, score: Score) -> float:
    """The unclipped width of the customers' interval on 0–100."""
    return abs((score.high or 0.0) - (score.low or 0.0)) * _per_unit(metric)


def _groups(guesses: PointGuesses) -> dict[str, float]:
    """Mean guesses of groups of five or more, unless the rest would be told by them."""
    sizes = {group: len(values) for group, values in guesses.groups.items()}
    unshown = len(guesses.values) - sum(sizes.values())
    hidden = hidden_cells(sizes, STAFF_FLOOR, unshown=unshown)
    return {group: sum(values) / len(values) for group, values in guesses.groups.items() if not hidden[group]}


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, equals sharing their mean rank."""
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2 for value in values
    ]


def _correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    n = len(x)
    if n < 3:
        return None
    mean_x, mean_y = sum(x) / n, sum(y) / n
    spread = sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y)
    together = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return together / sqrt(spread) if spread > 0 else None
