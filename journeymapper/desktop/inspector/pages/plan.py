"""The pages of what the plan has beside its points: existing measurements, steps of the roll-out, waivers."""

from journeymapper.desktop.inspector import choices
from journeymapper.desktop.inspector.form import Field, Form
from journeymapper.desktop.inspector.pages.measurement import currency_a_year
from journeymapper.model.messages import Message

EXISTING = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="function", label=Message("Function")),
        Field(name="question", label=Message("Question, word for word"), kind="text"),
        Field(name="scale", label=Message("Scale")),
        Field(name="cadence", label=Message("How often")),
        Field(name="method", label=Message("Method")),
        Field(name="cost", label=Message("Cost"), kind="number", unit=currency_a_year),
        Field(name="last_result", label=Message("Last result")),
        Field(name="anchor", label=Message("Where it stands"), kind="choice",
              choices=choices.anchors(Message("Not placed"))),
        Field(name="fate", label=Message("What becomes of it"), kind="choice", choices=choices.fixed(
            ("", Message("Not decided")), ("keep", Message("Keep")), ("change", Message("Change it")),
            ("merge", Message("Merge")), ("stop", Message("Stop")))),
        Field(name="fate_reason", label=Message("Why"), kind="text"),
        Field(name="became", label=Message("Points that carry it on"), kind="many", choices=choices.of_kind("point")),
    ),
)  # fmt: skip

ROLL_OUT_STEP = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="starts", label=Message("Starts"), kind="date"),
        Field(name="points", label=Message("Points that are live after it"), kind="many",
              choices=choices.of_kind("point")),
        Field(name="done", label=Message("Done"), kind="switch"),
        Field(name="note", label=Message("Note"), kind="text"),
    ),
)  # fmt: skip

WAIVER = Form(
    fields=(
        Field(name="reason", label=Message("Why it is accepted"), kind="text"),
        Field(name="by", label=Message("Accepted by")),
        Field(name="given_on", label=Message("Accepted on"), kind="date"),
    ),
)
