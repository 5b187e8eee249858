"""The measurement design: metrics, targets and the points where they are taken (fields of methods.md 5.2)."""

from datetime import date
from typing import Literal

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.questionnaire import AnswerWords, Wording

MetricKind = Literal[
    "nps", "csat", "csat-mean", "ces1", "ces2", "fcr", "share", "stars", "smiley", "median", "p90", "mean",
    "top", "net", "rate",
]  # fmt: skip
MetricClass = Literal[
    "encounter", "relationship", "operational", "tactical", "strategic", "leading", "lagging", "experience", "brand",
    "business",
]  # fmt: skip
Level = Literal["operational", "tactical", "strategic"]
Scope = Literal["encounter", "journey", "relationship", "operational", "qualitative", "staff"]
Permanence = Literal["permanent", "movable", "pilot"]
Status = Literal["idea", "planned", "live", "paused", "retired"]
TargetKind = Literal["experience", "standard"]
TargetLevel = Literal["minimum", "target", "stretch"]
Audience = Literal["prospect", "lost offer", "customer", "lapsed", "staff"]
AnchorKind = Literal["touchpoint", "hand-off", "stage", "journey", "relationship"]


class Metric(Element, frozen=True, kw_only=True, omit_defaults=True):
    """How answers become a figure. Its id is its short form, such as `csat:1..7` or `share:yes`.

    `worst` and `best` are the goalposts of the 0–100 scale, stored and never taken from data; a worst above the best
    means that lower is better. For nps, csat, csat-mean, ces1, ces2, stars and smiley they are also the ends of the
    answers that are valid. `counted` are the answers that a share counts (in lower case, compared without case).
    `top` is how many of the best answers a top share or a net index counts for, `bottom` how many of the worst a net
    index counts against; a rate is per `per` cases. A `common` metric is the one that all functions are to use.
    """

    kind: MetricKind
    worst: float
    best: float
    counted: tuple[str, ...] = ()
    top: int = 0
    bottom: int = 0
    per: int = 1000
    name: str = ""
    unit: str = ""
    common: bool = False
    classes: tuple[MetricClass, ...] = ()
    definition: str = ""
    wording: str = ""
    use_when: str = ""
    avoid_when: str = ""
    formula: str = ""
    source: str = ""

    @property
    def lower_is_better(self) -> bool:
        """Whether a smaller value is the better one."""
        return self.worst > self.best


class Target(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a point is judged against, in the metric's own unit; shares on 0–100.

    Without a `value` and with `baseline_until`, the baseline is being collected until that day. Further targets of a
    point are of another `level`, or for one `wave` or `segment` (written name=value) alone.
    """

    value: float | None = None
    kind: TargetKind = "experience"
    source: str = ""
    agreed_on: date | None = None
    baseline_until: date | None = None
    review_on: date | None = None
    level: TargetLevel = "target"
    wave: str = ""
    segment: str = ""


class Benchmark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What others have reached, in the metric's unit; never judged against, and never without its source."""

    value: float
    source: str
    dated: date | None = None


class Standing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a movable point stood: the place by its name at that time, which outlives the place."""

    place: str
    since: date | None = None
    until: date | None = None
    why: str = ""


class Anchor(msgspec.Struct, frozen=True):
    """What a point, action or note hangs on; the id is empty for the whole relationship."""

    kind: AnchorKind
    id: str = ""


class MeasurementPoint(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One metric taken in one place for one purpose. Its id (P1, P2, …) is also the column code in questionnaires.

    Shares (`sampling_share`, `expected_response`) are 0 to 1; `expected_volume` counts chances to ask in a year;
    `needed_n` is the number of answers at which the target can be judged, 0 where everybody is counted.
    `asked` is when the customer is asked or the figure taken, `read` how often somebody looks. `delivery` is the share
    of invitations that arrive, `journey_day` the usual day of the journey on which it is asked, `priority` which goes
    first in quarantine (1 before 2). `collector` is who hands out or makes the interview, `function` whose budget pays.
    """

    anchor: Anchor
    metric: str
    name: str = ""
    question: str = ""
    target: Target | None = None
    decision: str = ""
    levels: tuple[Level, ...] = ()
    scope: Scope | None = None
    leading: bool | None = None
    permanence: Permanence = "permanent"
    starts: date | None = None
    ends: date | None = None
    trigger: str = ""
    population: str = ""
    sampling_share: float | None = None
    expected_volume: int | None = None
    expected_response: float | None = None
    needed_n: int | None = None
    everybody: bool = False
    asked: str = ""
    read: str = ""
    method: str = ""
    instrument: str = ""
    system: str = ""
    owner: str = ""
    analyst: str = ""
    data_basis: str = ""
    retention: str = ""
    contact_class: str = ""
    closed_loop: str = ""
    cost: float | None = None
    status: Status = "planned"
    wording_version: int = 1
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    also_covers: tuple[str, ...] = ()
    asks_staff: bool = False
    more_targets: tuple[Target, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    asked_of: tuple[Audience, ...] = ()
    delivery: float | None = None
    journey_day: int | None = None
    priority: int | None = None
    other_method: str = ""
    collector: str = ""
    function: str = ""
    stood: tuple[Standing, ...] = ()
    answer_words: AnswerWords = ""
    wordings: tuple[Wording, ...] = ()

    def wording(self, language: str) -> Wording:
        """What it says in a language beside its own question; nothing where nobody wrote it."""
        return next((one for one in self.wordings if one.language == language), Wording(language=language))
