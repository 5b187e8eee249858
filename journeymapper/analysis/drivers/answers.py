"""Who answered what together: the complete rows of an outcome and its possible drivers."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

Row = dict[str, float]


class Together(msgspec.Struct, frozen=True, kw_only=True):
    """Combinations of answers without a gap: `values` (m, p + 1) with the outcome last, `counts` and `weights` (m,).

    `lost` rows answered the outcome but not all drivers; `answered` counts, by driver, the outcome's rows that have it.
    """

    outcome: str
    points: tuple[str, ...]
    wave: str
    values: "NDArray[float64]"
    counts: "NDArray[float64]"
    weights: "NDArray[float64]"
    lost: int = 0
    answered: dict[str, int] = {}

    @property
    def n(self) -> int:
        """The number of complete rows."""
        return int(self.counts.sum())


class Cell(msgspec.Struct, frozen=True):
    """One combination: its answers, how many gave it and what they weigh together."""

    answers: Row
    count: int
    weight: float


def outcome_cells(project: Project, tallies: Mapping[str, Tally], outcome: str, wave: str) -> list[Cell]:
    """The combinations of a wave in which the outcome is answered; raises Refusal where there are none.

    Where files carry respondents' keys, the answers of one person in several files are put together.
    """
    sets = [project.result_sets[key] for key in project.result_order]
    used = [
        tallies[key] for key in dict.fromkeys(one.tally for one in sets if not one.mapping.beliefs) if key in tallies
    ]
    people: dict[str, list[Cell]] = {}
    cells: list[Cell] = []
    for tally in used:
        for key, own in _by_person(tally, wave).items():
            if key:
                people[key] = _joined(people.get(key, []), own)
            else:
                cells += own
    every = [*cells, *(cell for own in people.values() for cell in own)]
    found = [cell for cell in every if outcome in cell.answers]
    if not found:
        _refuse_without_answers(used, outcome, wave)
    return found


def _by_person(tally: Tally, wave: str) -> dict[str, list[Cell]]:
    """The wave's combinations by respondent's key, those without a key under ""."""
    found: dict[str, list[Cell]] = {}
    for place, at in enumerate(tally.waves):
        if at == wave:
            key = tally.respondents[place] if tally.respondents else ""
            found.setdefault(key, []).append(_cell(tally, place))
    return found


def _joined(had: list[Cell], own: list[Cell]) -> list[Cell]:
    """One person's answers of two files as one row, where each has them once; else all rows by themselves."""
    if len(had) == len(own) == 1:
        return [Cell({**had[0].answers, **own[0].answers}, 1, had[0].weight)]
    return had + own


def _cell(tally: Tally, place: int) -> Cell:
    answers = {point: column[place] for point, column in tally.answers.items()}
    given = {point: answer for point, answer in answers.items() if answer is not None}
    return Cell(given, tally.counts[place], tally.weights[place])


def _refuse_without_answers(tallies: Sequence[Tally], outcome: str, wave: str) -> None:
    if any(each.point == outcome for tally in tallies for each in tally.reported):
        raise Refusal("Drivers need single answers; of {point} only figures are known.", point=outcome)
    if wave:
        raise Refusal("{point} has no answers in the wave {wave}.", point=outcome, wave=wave)
    raise Refusal("{point} has no answers.", point=outcome)


def waves_with(project: Project, tallies: Mapping[str, Tally], point: str) -> list[str]:
    """The waves in which a point has single answers, in the project's order."""
    found: set[str] = set()
    for tally in tallies.values():
        column = tally.answers.get(point, [])
        found |= {wave for wave, answer in zip(tally.waves, column, strict=False) if answer is not None}
    return [wave for wave in project.wave_order if wave in found] + sorted(found - set(project.wave_order))


def together(cells: Sequence[Cell], outcome: str, points: Sequence[str], wave: str = "") -> Together:
    """The complete rows (listwise deletion, counted)."""
    import numpy as np

    order = [*points, outcome]
    whole = [cell for cell in cells if all(point in cell.answers for point in order)]
    return Together(
        outcome=outcome,
        points=tuple(points),
        wave=wave,
        values=np.array([[cell.answers[point] for point in order] for cell in whole], dtype=float).reshape(
            -1, len(order)
        ),
        counts=np.array([cell.count for cell in whole], dtype=float),
        weights=np.array([cell.weight for cell in whole], dtype=float),
        lost=sum(cell.count for cell in cells) - sum(cell.count for cell in whole),
        answered={point: sum(cell.count for cell in cells if point in cell.answers) for point in points},
    )
