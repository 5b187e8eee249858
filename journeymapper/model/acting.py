"""What is done about the results: why, with what effect, at what price, and how one will know."""

from datetime import date
from typing import Literal

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.measurement import Anchor

Cause = Literal["", "process", "system", "people", "promise", "policy"]
CaseKind = Literal["revenue at risk", "lost offers", "revisits", "referrals", "extra sales", "other"]
ExperimentStatus = Literal["idea", "running", "done", "stopped"]


class Amount(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A figure of the user's own: the likely one, and how low and how high it could be where that is known."""

    likely: float
    low: float | None = None
    high: float | None = None


class CaseLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of a business case: `count` a year (revisits, offers won back) times what one of them is worth.

    `assumption` is printed beside it: where count and worth come from.
    """

    kind: CaseKind = "other"
    name: str
    count: Amount
    worth: Amount
    assumption: str = ""


class RiskLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Revenue at risk: customers × share of detractors at `point` × revenue × (their churn − the others' churn).

    Churn rates are 0 to 1 and observed in the company's own data over `months`; without them nothing is computed.
    `converted` is the share, 0 to 1, of detractors whom an improvement would turn, if the user gives one.
    """

    name: str
    point: str
    customers: int
    revenue: float
    churn: float | None = None
    reference_churn: float | None = None
    months: int = 12
    converted: float | None = None
    margin: bool = False
    assumption: str = ""


class BusinessCase(Element, frozen=True, kw_only=True, omit_defaults=True):
    """What some actions are worth, from the user's own figures alone. `cost` is paid once, `yearly_cost` every year."""

    name: str
    actions: tuple[str, ...] = ()
    lines: tuple[CaseLine, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    cost: float | None = None
    yearly_cost: float | None = None
    assumptions: str = ""


class Arm(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A variant of an experiment, and the segment value by which its answers are known."""

    name: str
    value: str


class Experiment(Element, frozen=True, kw_only=True, omit_defaults=True):
    """An A/B test or a pilot: what is believed, what is tried on whom, and when it ends.

    `point` measures it, `segment` tells the variants apart, the first of `arms` being what there was before.
    `least_effect` is the smallest effect worth finding, in the metric's unit (shares in percentage points).
    """

    name: str
    hypothesis: str = ""
    anchor: Anchor | None = None
    point: str = ""
    segment: str = ""
    arms: tuple[Arm, ...] = ()
    least_effect: float | None = None
    stop_rule: str = ""
    starts: date | None = None
    ends: date | None = None
    status: ExperimentStatus = "idea"
    owner: str = ""
    learned: str = ""


class TagRule(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A tag that comments get when a word of theirs begins with one of the stems, in any language, or by hand.

    `by_hand` are the marks (`comment_mark`) of the comments that somebody gave it to.
    """

    name: str
    stems: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
