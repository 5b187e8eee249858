"""The columns of the plan's sheets: which field each shows, how its values are written, and which of them come back."""

from typing import Literal

import msgspec

from journeymapper.model.messages import Message

Kind = Literal["id", "shown", "text", "number", "share", "whole", "date", "switch", "choice", "many", "names", "metric",
               "place"]  # fmt: skip
"""How a value is written. Of `id` and `shown` nothing comes back; `many` are words, `names` those of elements."""
Words = tuple[tuple[object, Message], ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column; `field` is a field of the element, dotted for one of its parts. `of` is the kind of what names name."""

    field: str
    title: Message
    kind: Kind = "text"
    words: Words = ()
    of: str = ""
    width: int = 18


STATUS: Words = (
    ("idea", Message("idea")), ("planned", Message("planned")), ("live", Message("live")),
    ("paused", Message("paused")), ("retired", Message("retired")),
)  # fmt: skip
PERMANENCE: Words = (
    ("permanent", Message("Permanent")), ("movable", Message("Movable")), ("pilot", Message("Pilot")),
)  # fmt: skip
LEVELS: Words = (
    ("operational", Message("Operational")), ("tactical", Message("Tactical")), ("strategic", Message("Strategic")),
)  # fmt: skip
SCOPE: Words = (
    (None, Message("Not said")), ("encounter", Message("Encounter")), ("journey", Message("Journey")),
    ("relationship", Message("Relationship")), ("operational", Message("Operational")),
    ("qualitative", Message("Qualitative")), ("staff", Message("Staff")),
)  # fmt: skip
LEADING: Words = ((None, Message("Not said")), (True, Message("Leading")), (False, Message("Lagging")))
TARGET_KIND: Words = (("experience", Message("Experience target")), ("standard", Message("Service standard")))
YES_NO: Words = ((True, Message("yes")), (False, Message("no")))

ID = Column(field="id", title=Message("id"), kind="id", width=7)
PLACE = Column(field="anchor", title=Message("Touchpoint"), kind="place", width=26)
METRIC_SHOWN = Column(field="metric", title=Message("Metric"), kind="shown", width=24)

POINTS = (
    ID,
    PLACE,
    Column(field="metric", title=Message("Metric"), kind="metric", width=16),
    Column(field="name", title=Message("Name"), width=24),
    Column(field="owner", title=Message("Owner"), width=22),
    Column(field="status", title=Message("Status"), kind="choice", words=STATUS, width=11),
    Column(field="permanence", title=Message("How lasting"), kind="choice", words=PERMANENCE, width=12),
    Column(field="asked", title=Message("When it is asked"), width=30),
    Column(field="read", title=Message("How often it is read"), width=16),
    Column(field="needed_n", title=Message("Answers needed to judge the target"), kind="whole", width=12),
    Column(field="expected_volume", title=Message("Chances to ask in a year"), kind="whole", width=12),
    Column(field="sampling_share", title=Message("Share that is asked"), kind="share", width=11),
    Column(field="expected_response", title=Message("Response expected"), kind="share", width=11),
    Column(field="everybody", title=Message("Everybody is counted"), kind="switch", words=YES_NO, width=11),
    Column(field="decision", title=Message("Decision that it informs"), width=32),
    Column(field="levels", title=Message("Levels"), kind="many", words=LEVELS, width=16),
    Column(field="scope", title=Message("Scope"), kind="choice", words=SCOPE, width=14),
    Column(field="leading", title=Message("Leading or lagging"), kind="choice", words=LEADING, width=12),
    Column(field="starts", title=Message("Starts"), kind="date", width=12),
    Column(field="ends", title=Message("Ends"), kind="date", width=12),
    Column(field="trigger", title=Message("Trigger"), width=24),
    Column(field="population", title=Message("Population"), width=30),
    Column(field="personas", title=Message("Personas asked"), kind="names", of="persona", width=24),
    Column(field="channels", title=Message("Channels"), kind="names", of="channel", width=18),
    Column(field="method", title=Message("Method"), width=18),
    Column(field="instrument", title=Message("Instrument"), width=24),
    Column(field="system", title=Message("System that the data come from"), width=24),
    Column(field="analyst", title=Message("Analyst"), width=22),
    Column(field="closed_loop", title=Message("What follows a bad answer"), width=32),
    Column(field="data_basis", title=Message("Legal basis"), width=28),
    Column(field="retention", title=Message("Kept for how long"), width=24),
    Column(field="contact_class", title=Message("Rule for contacting"), width=22),
    Column(field="cost", title=Message("Cost"), kind="number", width=10),
    Column(field="wording_version", title=Message("Version of the wording"), kind="whole", width=10),
)

TARGETS = (
    ID,
    Column(field="anchor", title=Message("Touchpoint"), kind="shown", width=26),
    METRIC_SHOWN,
    Column(field="target.value", title=Message("Target"), kind="number", width=10),
    Column(field="target.kind", title=Message("Kind of target"), kind="choice", words=TARGET_KIND, width=18),
    Column(field="target.source", title=Message("Where the target comes from"), width=32),
    Column(field="target.agreed_on", title=Message("Agreed on"), kind="date", width=12),
    Column(field="target.baseline_until", title=Message("Baseline collected until"), kind="date", width=14),
    Column(field="target.review_on", title=Message("Reviewed on"), kind="date", width=12),
    Column(field="more_targets", title=Message("Further targets"), kind="shown", width=40),
    Column(field="benchmarks", title=Message("Benchmark values"), kind="shown", width=40),
)

QUESTIONS = (
    ID,
    Column(field="language", title=Message("Language"), kind="id", width=10),
    Column(field="questionnaires", title=Message("Questionnaires"), kind="shown", width=14),
    Column(field="question", title=Message("Question, word for word"), width=70),
    Column(field="answers", title=Message("Answers"), kind="shown", width=50),
    Column(field="at_worst", title=Message("Words at the worst answer"), width=24),
    Column(field="at_best", title=Message("Words at the best answer"), width=24),
    Column(field="why", title=Message("Question after a bad answer"), width=40),
)

ROLL_OUT = (
    Column(field="id", title=Message("id"), kind="id", width=18),
    Column(field="name", title=Message("Step"), width=40),
    Column(field="starts", title=Message("Starts"), kind="date", width=12),
    Column(field="points", title=Message("Points"), kind="names", of="point", width=30),
    Column(field="done", title=Message("Done"), kind="switch", words=YES_NO, width=8),
    Column(field="note", title=Message("Note"), width=50),
)
