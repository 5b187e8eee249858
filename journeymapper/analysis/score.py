"""A score: what the answers at one measurement point say, with everything needed to trust or doubt it."""

from typing import Literal

import msgspec

Verdict = Literal["worse", "better", "uncertain", "no interval", "no target", "too few", "not measured"]
Hidden = Literal["", "too few", "complementary"]


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A class of answers (promoters, very happy, 4) with its count and its share, 0 to 100, of the weights."""

    label: str
    count: int
    share: float


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement point × wave × segment.

    `value`, `low`, `high` are in the metric's unit: shares on 0–100, NPS on −100–100; the interval is 95 %.
    `gap` is value − target with its sign turned where lower is better, so that negative is worse.
    `score100` places the value on the metric's stored goalposts, clipped (`clipped`) to 0–100; `low100`, `high100`
    likewise and ordered low ≤ high. A hidden score has its reason in `hidden` and no figures, `n` included.
    `sources` are the ids of the result sets it rests on, `interval_note` why there is no interval. `verdict` is that of
    the interval alone, `p` of the test behind it; `certain` whether the verdict holds after Benjamini and Hochberg over
    all scores that are shown together, None where there is nothing to test.
    """

    point: str
    wave: str = ""
    segment: str = ""
    n: int | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None
    gap: float | None = None
    verdict: Verdict = "not measured"
    score100: float | None = None
    low100: float | None = None
    high100: float | None = None
    target100: float | None = None
    clipped: bool = False
    indicative: bool = False
    hidden: Hidden = ""
    shares: tuple[Share, ...] = ()
    sources: tuple[str, ...] = ()
    interval_note: str = ""
    p: float | None = None
    adjusted_p: float | None = None
    certain: bool | None = None

    @property
    def shown(self) -> bool:
        """Whether there is a figure to show."""
        return self.value is not None and not self.hidden
