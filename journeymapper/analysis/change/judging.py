"""Verdicts over all comparisons that are shown together: certain after Benjamini and Hochberg at 5 %."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from journeymapper.analysis.change.difference import Difference
from journeymapper.analysis.intervals import Z
from journeymapper.analysis.planning import Z_POWER
from journeymapper.analysis.tests_of_change import adjusted_p

LEVEL = 0.05
Moved = Literal["better", "worse", "seems better", "seems worse", "no difference", "no test", "hidden", "one side only"]


class Judged(msgspec.Struct, frozen=True):
    """What may be said of a difference: its p adjusted for all that is shown, and whether it `really` moved."""

    verdict: Moved
    adjusted_p: float | None = None


def judge(differences: Sequence[Difference | None], lower_is_better: Sequence[bool]) -> list[Judged]:
    """A verdict for each difference shown in one view; None stands for a hidden one."""
    p_values = [each.p for each in differences if each is not None and each.p is not None]
    adjusted = iter(adjusted_p(p_values))
    return [
        _judged(each, next(adjusted) if each is not None and each.p is not None else None, lower)
        for each, lower in zip(differences, lower_is_better, strict=True)
    ]


def _judged(found: Difference | None, p: float | None, lower: bool) -> Judged:
    if found is None:
        return Judged("hidden")
    if p is None:
        return Judged("no test")
    if found.difference == 0:
        return Judged("no difference", p)
    better = (found.difference < 0) == lower
    if p <= LEVEL:
        return Judged("better" if better else "worse", p)
    return Judged("seems better" if better else "seems worse", p)


def detectable(found: Difference) -> float | None:
    """The smallest change that groups of these sizes would find with 80 % power; None without a test."""
    return None if found.se is None else (Z + Z_POWER) * found.se
