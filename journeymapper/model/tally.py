"""The joint tally of one file: each distinct combination of answers, segments, wave and day, counted once.

Columns of equal length rather than rows, so that a million combinations stay small and marginals are quick.
"""

import msgspec


class Reported(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A figure that an agency computed, in the metric's own unit; its distribution is not known."""

    point: str
    wave: str
    n: int
    value: float
    low: float | None = None
    high: float | None = None


class Moments(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Weighted sums over the rows of a wave in which two points are both answered, x the first and y the second.

    With these a correlation is exact where the combinations are too many to be kept.
    """

    x: str
    y: str
    wave: str
    n: int
    weight: float
    sum_x: float
    sum_y: float
    sum_xx: float
    sum_yy: float
    sum_xy: float


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of combinations. All lists have the same length; row i is one combination.

    `answers[point][i]` is the answer as a number (a share's answer is 1.0 or 0.0), None where there is no usable one;
    `segments[name][i]` the segment's value, empty where blank; `waves[i]` the wave's id; `days[i]` an ISO date, empty
    where no date column was mapped; `counts` the number of answers, `weights` and `squares` the sums of the weights
    and of their squares (equal to the counts where there are none). `respondents[i]` is the salted key of the
    respondent, empty where the cell was blank; the list is empty where no column of respondents was mapped. `joint`
    is false where the combinations were too many: each row then holds a single point's answer and `moments` what
    pairs of points have in common.
    """

    answers: dict[str, list[float | None]] = {}
    segments: dict[str, list[str]] = {}
    waves: list[str] = []
    days: list[str] = []
    counts: list[int] = []
    weights: list[float] = []
    squares: list[float] = []
    weighted: bool = False
    reported: list[Reported] = []
    respondents: list[str] = []
    joint: bool = True
    moments: list[Moments] = []
