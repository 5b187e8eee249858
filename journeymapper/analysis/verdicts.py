"""Verdicts against target: from the interval alone, unrounded, whichever direction is good (methods.md 2.4)."""

from typing import Literal

from journeymapper.analysis.score import Verdict

Side = Literal["below", "above", "not distinguishable"]


def side_of(low: float | None, high: float | None, target: float) -> Side:
    """Where the whole interval lies; one that touches the target is not distinguishable. A missing limit is open."""
    if low is not None and low > target:
        return "above"
    return "below" if high is not None and high < target else "not distinguishable"


def verdict(low: float | None, high: float | None, target: float | None, *, lower_is_better: bool) -> Verdict:
    """The verdict on a shown figure; without target or interval it says so."""
    if target is None:
        return "no target"
    if low is None and high is None:
        return "no interval"
    side = side_of(low, high, target)
    if side == "not distinguishable":
        return "uncertain"
    return "better" if (side == "below") == lower_is_better else "worse"


def gap(value: float, target: float, *, lower_is_better: bool) -> float:
    """Value − target in own units, its sign turned where lower is better, so that negative is worse."""
    return (target - value if lower_is_better else value - target) + 0.0
