"""Drivers of an outcome: association, not cause, with everything needed to doubt it (methods.md 4.3)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from journeymapper.analysis.drivers.answers import Cell, Together, outcome_cells, together, waves_with
from journeymapper.analysis.drivers.bootstrap import DRAWS, Progress, resample
from journeymapper.analysis.drivers.correlations import correlations
from journeymapper.analysis.drivers.relative_weights import (
    MOST_EXACT,
    betas,
    explained_by_all,
    johnson,
    lmg,
    variance_inflation,
)
from journeymapper.model.find import name_of
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

LEAST_A_DRIVER, USUAL_A_DRIVER = 8, 10
"""Under 8 answers a driver there is no result; the published reference data have 8 and 9.4. Ten are asked for."""
ALIKE = 1e-9


class Driver(msgspec.Struct, frozen=True, kw_only=True):
    """One driver: `lmg` and `johnson` are its parts of R² (lmg None above 15 drivers), `share` that of all, 0 to 1.

    `r` is its correlation with the outcome, `beta` its standardised coefficient; `low` and `high` are the 95 %
    bootstrap limits of `lmg`, or of `johnson` where there is no lmg, `share_low` and `share_high` those of `share`.
    A `suppressor` has a beta against its correlation and must not be read as a driver the other way round.
    """

    point: str
    touchpoint: str
    lmg: float | None
    johnson: float
    share: float
    r: float
    beta: float
    vif: float
    low: float | None = None
    high: float | None = None
    share_low: float | None = None
    share_high: float | None = None
    beats_chance: bool | None = None
    suppressor: bool = False


class DriverReport(msgspec.Struct, frozen=True, kw_only=True):
    """The drivers, the strongest first, of `outcome` among the `n` who answered everything; `lost` did not.

    `warnings` say what makes the result doubtful; `indicative` under 100 or 50 + 8 m answers.
    """

    outcome: str
    wave: str
    n: int
    lost: int
    r2: float
    adjusted_r2: float
    drivers: tuple[Driver, ...] = ()
    draws: int = 0
    indicative: bool = False
    warnings: tuple[Message, ...] = ()


def find_drivers(
    project: Project,
    tallies: Mapping[str, Tally],
    outcome: str,
    *,
    points: Sequence[str] = (),
    wave: str = "",
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> DriverReport:
    """The drivers of a point among `points`, or among all that were answered together with it in the wave.

    Without a wave, in the newest in which the outcome has answers. Raises Refusal by methods.md 4.3; `progress` is told
    the share of the bootstrap done and may raise `bootstrap.Stopped`. No draws, no intervals.
    """
    _check_joint(tallies, outcome)
    known = waves_with(project, tallies, outcome)
    chosen = wave or (known[-1] if known else "")
    cells = outcome_cells(project, tallies, outcome, chosen)
    asked = points or _answered_together(project, cells, outcome)
    if not asked:
        raise Refusal("No other point was answered together with {point}.", point=outcome)
    rows = together(cells, outcome, asked, chosen)
    return drivers_of(project, rows, draws=draws, progress=progress)


def drivers_of(
    project: Project, rows: Together, *, draws: int = DRAWS, progress: Progress | None = None
) -> DriverReport:
    """The drivers among complete rows."""
    _check_enough(project, rows)
    _check_varies(project, rows)
    found = correlations(rows.values, rows.weights)
    _check_distinct(project, rows, found)
    r2 = float(explained_by_all(found))
    n, count = rows.n, len(rows.points)
    drivers = _drivers(project, rows, found, r2)
    used = 0
    if draws:
        drawn = resample(rows, draws=draws, progress=progress)
        used = drawn.draws
        names = ("low", "high", "share_low", "share_high", "beats_chance")
        limits = zip(*(getattr(drawn, name) for name in names), strict=True)
        drivers = [
            msgspec.structs.replace(each, **dict(zip(names, found_of, strict=True)))
            for each, found_of in zip(drivers, limits, strict=True)
        ]
    return DriverReport(
        outcome=rows.outcome,
        wave=rows.wave,
        n=n,
        lost=rows.lost,
        r2=r2,
        adjusted_r2=1 - (1 - r2) * (n - 1) / (n - count - 1),
        drivers=tuple(sorted(drivers, key=lambda each: -each.share)),
        draws=used,
        indicative=n < needed_answers(count),
        warnings=tuple(_warnings(project, rows, found, drivers)),
    )


def needed_answers(drivers: int) -> int:
    """Answers at which drivers are more than indicative: 100 or 50 + 8 m, whichever is larger."""
    return max(100, 50 + 8 * drivers)


def _answered_together(project: Project, cells: Sequence[Cell], outcome: str) -> list[str]:
    answered = {point for cell in cells for point in cell.answers}
    return [p.id for p in project.ordered_points() if p.id in answered and p.id != outcome and not p.asks_staff]


def _drivers(project: Project, rows: Together, found: "NDArray[float64]", r2: float) -> list[Driver]:
    exact = lmg(found).tolist() if len(rows.points) <= MOST_EXACT else [None] * len(rows.points)
    columns = (exact, johnson(found), found[:-1, -1], betas(found), variance_inflation(found))
    listed = [list(column) for column in columns]
    drivers = []
    for place, point in enumerate(rows.points):
        whole, relative, r, beta, vif = (column[place] for column in listed)
        weight = relative if whole is None else whole
        drivers.append(
            Driver(
                point=point,
                touchpoint=_touchpoint(project, point),
                lmg=whole,
                johnson=float(relative),
                share=float(weight) / r2 if r2 > 0 else 0.0,
                r=float(r),
                beta=float(beta),
                vif=float(vif),
                suppressor=bool(r * beta < 0),
            )
        )
    return drivers


def _touchpoint(project: Project, point: str) -> str:
    anchor = project.points[point].anchor if point in project.points else None
    return name_of(project, anchor.id) if anchor and anchor.id else ""


def _named(project: Project, points: Sequence[str]) -> str:
    return ", ".join(f"{point} {_touchpoint(project, point)}".strip() for point in points)


def _check_joint(tallies: Mapping[str, Tally], outcome: str) -> None:
    if any(outcome in tally.answers and not tally.joint for tally in tallies.values()):
        raise Refusal(
            "The answers of {point} were too many to be kept together, so that drivers cannot be found.", point=outcome
        )


def _check_enough(project: Project, rows: Together) -> None:
    count = len(rows.points)
    if rows.n >= max(LEAST_A_DRIVER * count, count + 3):
        return
    rarest = min(rows.points, key=lambda point: rows.answered[point])
    raise Refusal(
        "Only {n} answered {outcome} and all {count} possible drivers; {needed} are needed. "
        "The fewest answers are those of {rarest}.",
        n=rows.n,
        outcome=rows.outcome,
        count=count,
        needed=max(USUAL_A_DRIVER * count, count + 3),
        rarest=_named(project, [rarest]),
    )


def _check_varies(project: Project, rows: Together) -> None:
    order = [*rows.points, rows.outcome]
    alike = [point for point, column in zip(order, rows.values.T, strict=True) if column.min() == column.max()]
    if alike:
        raise Refusal(
            "All answers are alike, so that nothing can be explained by them or of them: {points}.",
            points=_named(project, alike),
        )


def _check_distinct(project: Project, rows: Together, found: "NDArray[float64]") -> None:
    import numpy as np

    values, vectors = np.linalg.eigh(found[:-1, :-1])
    if values[0] > ALIKE:
        return
    bound = [point for point, part in zip(rows.points, vectors[:, 0], strict=True) if abs(part) > 1e-4]
    raise Refusal("These say the same and cannot be told apart: {points}.", points=_named(project, bound))


def _warnings(
    project: Project, rows: Together, found: "NDArray[float64]", drivers: Sequence[Driver]
) -> Iterator[Message]:
    import numpy as np

    count = len(rows.points)
    yield Message("Association, not cause: what hardly varies looks unimportant here even if it is vital.")
    if rows.n < USUAL_A_DRIVER * count:
        yield Message("{n} answers are fewer than ten a driver: too few to act on.", {"n": rows.n})
    if rows.n < needed_answers(count):
        yield Message("Indicative: {needed} answers are needed for a firm result.", {"needed": needed_answers(count)})
    if rows.lost:
        yield Message(
            "{n} answer was left out because it lacks one of the drivers.",
            {"n": rows.lost},
            "{n} answers were left out because they lack one of the drivers.",
        )
    if count > MOST_EXACT:
        yield Message("More than {most} drivers: Johnson's weights stand in for LMG.", {"most": MOST_EXACT})
    yield from _warnings_of_overlap(project, drivers)
    first = float(np.linalg.eigvalsh(found[:-1, :-1])[-1]) / count
    if count > 2 and first > 0.6:
        yield Message(
            "One common impression carries {share} % of all answers to the drivers (halo): their ranks are unstable.",
            {"share": round(100 * first)},
        )


def _warnings_of_overlap(project: Project, drivers: Sequence[Driver]) -> Iterator[Message]:
    group = [each.point for each in drivers if each.vif > 10]
    overlapping = [each.point for each in drivers if 5 < each.vif <= 10]
    turned = [each.point for each in drivers if each.suppressor]
    if group:
        yield Message(
            "Take these together as one driver, so much do they overlap: {points}.", {"points": _named(project, group)}
        )
    if overlapping:
        yield Message("These overlap much with the others: {points}.", {"points": _named(project, overlapping)})
    if turned:
        yield Message(
            "The sign turns beside the others; do not read these as negative drivers: {points}.",
            {"points": _named(project, turned)},
        )
