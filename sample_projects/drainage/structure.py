"""The drainage sample's ids, numbers and ties: what is the same in every language."""

from datetime import date
from typing import Literal, NamedTuple

from journeymapper.model.inventory import Fate
from journeymapper.model.journey import Kind
from journeymapper.model.measurement import Audience, Level, Permanence, Scope, Status, TargetKind
from journeymapper.model.project import ActionStatus, ActionTag, EvidenceKind

CLIENT = "Rinneoja Salaojitus Oy"
DATED = date(2026, 11, 22)
JOURNEY = "journey-drainage"


class PersonaRow(NamedTuple):
    """A persona's share of sites and its preferred channels."""

    key: str
    share: float
    channels: tuple[str, ...]


PERSONAS = (
    PersonaRow("ritva", 0.45, ("phone", "paper", "site")),
    PersonaRow("sara-mikko", 0.40, ("web", "text")),
    PersonaRow("jarmo", 0.15, ("web", "site")),
)

# Channel, its share of contacts, its role.
CHANNELS: tuple[tuple[str, float, Literal["main", "secondary", "new"]], ...] = (
    ("web", 0.30, "main"),
    ("phone", 0.20, "secondary"),
    ("site", 0.27, "main"),
    ("text", 0.08, "new"),
    ("paper", 0.05, "secondary"),
    ("reviews", 0.10, "secondary"),
)


class StageRow(NamedTuple):
    """A stage, its function, its owner and its touchpoints."""

    key: str
    function: str
    owner: str
    touchpoints: tuple[str, ...]


STAGES = (
    StageRow("need", "marketing", "marketing", ("search", "website", "fair")),
    StageRow("agree", "sales", "sales", ("contact", "visit", "offer", "contract")),
    StageRow("ready", "production", "operations", ("start", "walk")),
    StageRow("work", "production", "operations", ("digging", "dates", "extra")),
    StageRow("finish", "production-office", "operations", ("yard", "inspection", "invoice")),
    StageRow("after", "office-guarantee", "office", ("call", "spring", "guarantee")),
)


class TouchpointRow(NamedTuple):
    """A touchpoint's kinds, channels, volume a year, intended feeling, importance, function, owner, shown point."""

    key: str
    kinds: tuple[Kind, ...]
    channels: tuple[str, ...]
    volume: int | None
    feeling: int
    importance: int
    function: str
    owner: str
    shown_point: str = ""


TOUCHPOINTS = (
    TouchpointRow("search", ("others",), ("reviews", "web"), None, -1, 3, "marketing", "marketing"),
    TouchpointRow("website", ("digital",), ("web",), 18_500, 0, 3, "marketing", "marketing", "P2"),
    TouchpointRow("fair", ("staffed",), ("site",), 6, 1, 2, "marketing", "sales"),
    TouchpointRow("contact", ("staffed",), ("phone", "web"), 690, 0, 4, "office", "office", "P5"),
    TouchpointRow("visit", ("staffed",), ("site",), 430, 1, 4, "sales", "surveyor"),
    TouchpointRow("offer", ("digital", "paper"), ("web", "paper", "phone"), 410, 1, 5, "sales", "sales", "P7"),
    TouchpointRow("contract", ("digital", "paper"), ("web", "paper"), 142, 1, 4, "sales", "sales"),
    TouchpointRow("start", ("digital",), ("text", "phone"), 138, 0, 4, "production", "operations"),
    TouchpointRow("walk", ("staffed",), ("site",), 138, 1, 3, "production", "foreman"),
    TouchpointRow("digging", ("staffed", "digital"), ("site", "text"), 138, -1, 4, "production", "foreman"),
    TouchpointRow("dates", ("staffed", "digital"), ("phone", "text"), 47, -1, 5, "production", "operations", "P12"),
    TouchpointRow("extra", ("staffed",), ("site", "paper"), 52, -1, 4, "production", "foreman"),
    TouchpointRow("yard", ("physical",), ("site",), 134, 0, 4, "production", "finishing"),
    TouchpointRow("inspection", ("staffed", "paper"), ("site", "paper"), 134, 2, 5, "production", "operations"),
    TouchpointRow("invoice", ("digital", "paper"), ("web", "paper"), 134, 0, 3, "office", "office"),
    TouchpointRow("call", ("staffed",), ("phone",), 134, 2, 5, "office", "office"),
    TouchpointRow("spring", ("digital", "paper"), ("web", "paper"), 126, 2, 4, "office", "office"),
    TouchpointRow("guarantee", ("staffed",), ("phone", "web", "site"), 24, -1, 4, "guarantee", "guarantee"),
)

HAPPY_PATH = (
    "search", "website", "contact", "visit", "offer", "contract", "start", "walk",
    "digging", "yard", "inspection", "invoice", "call", "spring",
)  # fmt: skip
ALTERNATIVES = (
    ("", "contact", "neighbour"),
    ("website", "fair", ""),
    ("fair", "contact", ""),
    ("contact", "", "no-visit"),
    ("offer", "", "lost"),
    ("digging", "dates", "moved"),
    ("dates", "yard", ""),
    ("digging", "extra", "met"),
    ("extra", "yard", ""),
    ("call", "guarantee", "fault"),
)
LOOPS = (("offer", "visit", "revised"), ("inspection", "yard", "revisit"))
HAND_OFFS = (
    ("contract", "start", "sales", "production"),
    ("inspection", "invoice", "production", "office"),
    ("call", "guarantee", "office", "guarantee"),
)


class PointRow(NamedTuple):
    """A measurement point's ties and numbers; `anchor` is a key of the map, empty for the relationship.

    `needed` is None where everybody is counted or nobody knows yet; `target` None where a baseline is collected.
    """

    key: str
    anchor: str
    metric: str
    target: float | None
    target_kind: TargetKind
    owner: str
    level: Level
    scope: Scope
    permanence: Permanence
    volume: int | None
    response: float | None
    needed: int | None
    everybody: bool
    reading: str
    basis: str
    starts: date
    channels: tuple[str, ...]
    leading: bool = False
    status: Status = "live"
    sampling: float | None = None
    ends: date | None = None
    also_covers: tuple[str, ...] = ()


APRIL, MAY, JULY, AUTUMN = date(2026, 4, 1), date(2026, 5, 1), date(2026, 7, 1), date(2026, 9, 1)
NEXT_YEAR = date(2027, 1, 1)
BASELINE_UNTIL = date(2027, 10, 1)

# fmt: off
POINTS = (
    PointRow("P1", "search", "stars:1..5", 4.2, "experience", "marketing", "operational", "qualitative", "permanent",
             37, 1.0, 30, False, "monthly", "public", APRIL, ("reviews",)),
    PointRow("P2", "website", "share:yes", 75, "experience", "marketing", "operational", "encounter", "movable",
             18_500, 0.18, 289, False, "monthly", "anonymous", APRIL, ("web",), True, sampling=0.1),
    PointRow("P3", "website", "share:yes:0..5", 2.5, "experience", "marketing", "operational", "operational",
             "permanent", 18_500, None, None, True, "monthly", "anonymous", APRIL, ("web",), True),
    PointRow("P4", "fair", "smiley:1..4", 75, "experience", "sales", "operational", "encounter", "movable",
             None, None, None, False, "event", "anonymous", AUTUMN, ("site",)),
    PointRow("P5", "contact", "share:yes", 95, "standard", "office", "operational", "operational", "permanent",
             690, None, None, True, "weekly", "contract", MAY, ("phone", "web"), True),
    PointRow("P6", "visit", "csat-mean:1..5", 4.3, "experience", "surveyor", "operational", "encounter", "permanent",
             410, 0.27, 62, False, "monthly", "household", JULY, ("site",)),
    PointRow("P7", "offer", "ces2:1..7", 5.5, "experience", "sales", "operational", "encounter", "permanent",
             410, 0.27, 96, False, "monthly", "household", JULY, ("web",)),
    PointRow("P8", "offer", "share:yes", 35, "experience", "sales", "tactical", "operational", "permanent",
             410, None, None, True, "monthly", "contract", APRIL, ("web", "paper")),
    PointRow("P9", "start", "csat:1..5", 85, "experience", "operations", "operational", "encounter", "permanent",
             91, 0.64, 73, False, "monthly", "household", JULY, ("text",), also_covers=("contract-start",)),
    PointRow("P10", "walk", "share:yes", 95, "standard", "foreman", "operational", "operational", "pilot",
             138, None, None, True, "weekly", "contract", APRIL, ("site",), True, ends=date(2027, 9, 30)),
    PointRow("P11", "digging", "csat-mean:1..5", 4.2, "experience", "foreman", "operational", "encounter", "permanent",
             134, 0.45, 44, False, "monthly", "household", MAY, ("site",)),
    PointRow("P12", "dates", "share:yes", 90, "standard", "operations", "operational", "operational", "permanent",
             47, None, None, True, "weekly", "contract", MAY, ("phone", "text"), True),
    PointRow("P13", "dates", "mean:1..5", None, "experience", "operations", "operational", "encounter", "movable",
             47, 0.45, 30, False, "monthly", "household", JULY, ("phone", "text")),
    PointRow("P14", "extra", "share:yes", 90, "standard", "foreman", "operational", "operational", "permanent",
             52, None, None, True, "monthly", "contract", APRIL, ("site", "paper"), True),
    PointRow("P15", "yard", "csat-mean:1..5", 4.2, "experience", "finishing", "operational", "encounter", "permanent",
             134, 0.45, 60, False, "monthly", "household", MAY, ("site",)),
    PointRow("P16", "inspection", "share:yes", 90, "experience", "operations", "tactical", "encounter", "permanent",
             134, 0.45, 52, False, "monthly", "household", MAY, ("site",)),
    PointRow("P17", "invoice", "share:yes:30..0", 8, "experience", "office", "operational", "operational", "permanent",
             134, None, None, True, "monthly", "contract", APRIL, ("web", "paper"),
             also_covers=("inspection-invoice",)),
    PointRow("P18", "call", "share:yes", 90, "standard", "office", "operational", "operational", "permanent",
             134, None, None, True, "monthly", "contract", APRIL, ("phone",), True),
    PointRow("P19", "guarantee", "fcr:0..100", 80, "experience", "guarantee", "operational", "operational", "permanent",
             24, 1.0, 63, False, "yearly", "contract", APRIL, ("phone", "web", "site")),
    PointRow("P20", "journey", "mean:4..10", 8.5, "experience", "director", "tactical", "journey", "permanent",
             134, 0.45, 43, False, "monthly", "household", MAY, ()),
    PointRow("P21", "", "nps:0..10", 50, "experience", "director", "strategic", "relationship", "permanent",
             126, 0.38, 45, False, "yearly", "household", MAY, ()),
    PointRow("P22", "journey", "csat:1..5", 90, "experience", "director", "strategic", "journey", "permanent",
             126, 0.38, 35, False, "yearly", "household", MAY, ()),
    PointRow("P23", "ready", "mean:1..5", None, "experience", "operations", "tactical", "staff", "pilot",
             22, None, None, False, "monthly", "staff", MAY, (), True, ends=date(2027, 9, 30),
             also_covers=("work", "finish")),
    PointRow("P24", "contact", "share:yes", None, "experience", "director", "operational", "qualitative", "permanent",
             8, None, None, False, "quarterly", "staff", NEXT_YEAR, ("phone", "web"), status="idea",
             also_covers=("offer",)),
)
# fmt: on

# Promise, the touchpoints where it is kept, the points that prove it.
PROMISES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("new-date", ("start", "dates"), ("P9", "P12")),
    ("written-yes", ("extra",), ("P14",)),
    ("we-call", ("call",), ("P18",)),
)

# Goal, its level, the goals that it serves, the points that measure it. P4 and P10 serve none, on purpose.
GOALS: tuple[tuple[str, Level, tuple[str, ...], tuple[str, ...]], ...] = (
    ("recommended", "strategic", (), ("P21", "P22")),
    ("promise-holds", "tactical", ("recommended",), ("P12", "P9", "P16", "P20")),
    ("offers-understood", "tactical", ("recommended",), ("P7", "P8")),
    ("easy-to-find", "operational", ("recommended",), ("P1", "P2", "P3")),
    ("quick-and-expert", "operational", ("offers-understood",), ("P5", "P6", "P24")),
    ("yard-in-order", "operational", ("promise-holds",), ("P11", "P13", "P14", "P15", "P23")),
    ("no-loose-ends", "operational", ("promise-holds",), ("P17", "P18", "P19")),
)

MESSAGES = ("contact", "offer", "start", "digging", "dates", "extra", "inspection", "call", "spring")

# Existing measurement, its function, cost a year, what becomes of it, where it stands, the points that carry it on.
INVENTORY: tuple[tuple[str, str, float | None, Fate, str, tuple[str, ...]], ...] = (
    ("yearly-survey", "office", 2400, "stop", "journey", ("P20",)),
    ("won-lost", "sales", None, "change", "offer", ("P6", "P7")),
    ("photo-folder", "production", None, "change", "walk", ("P10",)),
    ("image-study", "marketing", 9500, "keep", "", ()),
)

# Step of the roll-out, its first day, its points, whether it is done.
ROLL_OUT: tuple[tuple[str, date, tuple[str, ...], bool], ...] = (
    ("completion", MAY, ("P11", "P15", "P16", "P20", "P5", "P12"), True),
    ("offer-and-site", JULY, ("P6", "P7", "P9", "P13"), True),
    ("before-purchase", AUTUMN, ("P1", "P2", "P3", "P4"), True),
    ("mystery", NEXT_YEAR, ("P24",), False),
)

# The usual day of the journey on which a survey asks, and which goes first in quarantine.
ASKED_ON: dict[str, tuple[int, int]] = {
    "P6": (30, 2), "P7": (30, 2), "P9": (120, 2), "P13": (122, 2),
    "P11": (145, 1), "P15": (145, 1), "P16": (145, 1), "P20": (145, 1), "P21": (330, 3), "P22": (330, 3),
}  # fmt: skip
# Whom a survey asks beside customers.
ALSO_ASKED: dict[str, tuple[Audience, ...]] = {
    "P2": ("prospect",), "P4": ("prospect",), "P6": ("customer", "lost offer"), "P7": ("customer", "lost offer"),
    "P23": ("staff",),
}  # fmt: skip
SURVEYS_OF_CUSTOMERS = ("P9", "P11", "P13", "P15", "P16", "P20", "P21", "P22")
# What the team suspected before there were figures, whether it can act on it, whether somebody can be asked.
SUSPECTED: dict[str, tuple[int, bool, bool]] = {
    "search": (2, False, False), "website": (2, True, True), "fair": (1, True, True), "contact": (3, True, True),
    "visit": (2, True, True), "offer": (4, True, True), "contract": (2, True, False), "start": (4, True, True),
    "walk": (2, True, True), "digging": (3, True, True), "dates": (5, True, True), "extra": (4, True, True),
    "yard": (4, True, True), "inspection": (4, True, True), "invoice": (3, True, True), "call": (2, True, True),
    "spring": (2, True, True), "guarantee": (3, True, True),
}  # fmt: skip
MOVABLE_CAPACITY = 4
COSTS: dict[str, float] = {
    "P1": 300, "P2": 600, "P4": 900, "P6": 350, "P7": 350, "P9": 240, "P11": 400, "P13": 120, "P15": 400, "P16": 400,
    "P20": 400, "P21": 250, "P22": 250, "P23": 300,
}  # fmt: skip

# Action, the touchpoint it hangs on (empty: the whole company), owner, status, tag, due.
ACTIONS: tuple[tuple[str, str, str, ActionStatus, ActionTag, date], ...] = (
    ("two-page-offer", "offer", "sales", "decided", "", date(2027, 2, 26)),
    ("call-list", "dates", "operations", "doing", "quick win", date(2026, 12, 18)),
    ("lawn-date", "yard", "finishing", "decided", "", date(2027, 4, 30)),
    ("list-the-day-before", "inspection", "operations", "decided", "", date(2027, 4, 12)),
    ("calendar-rule", "call", "office", "doing", "quick win", date(2026, 12, 11)),
    ("neighbour-card", "search", "marketing", "idea", "", date(2027, 5, 14)),
    ("change-agents", "", "director", "idea", "big bet", date(2027, 3, 31)),
)

# Evidence, the touchpoint it supports, the claim's field, its kind, when it was collected, among how many.
EVIDENCE: tuple[tuple[str, str, str, EvidenceKind, date, int], ...] = (
    ("search-interviews", "search", "feeling", "interview", date(2026, 4, 22), 9),
    ("offer-interviews", "offer", "expectation", "interview", date(2026, 4, 23), 9),
    ("offer-table", "offer", "moment_of_truth", "observation", date(2026, 5, 6), 6),
    ("digging-diaries", "digging", "feeling", "diary", date(2026, 6, 18), 5),
    ("dates-interviews", "dates", "expectation", "interview", date(2026, 8, 27), 7),
    ("dates-grades", "dates", "moment_of_truth", "measurement", date(2026, 11, 20), 119),
    ("inspection-walks", "inspection", "expectation", "observation", date(2026, 9, 9), 4),
    ("call-interviews", "call", "moment_of_truth", "interview", date(2026, 10, 14), 8),
)

# Note, what it hangs on.
NOTES = (
    ("inventory", "journey"),
    ("roll-out", "journey"),
    ("business-case", "journey"),
    ("contact-rule", "journey"),
    ("winter", "ready"),
    ("lawn", "yard"),
    ("silence", "dates"),
)
