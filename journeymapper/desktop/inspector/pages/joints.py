"""The pages of what joins and accompanies touchpoints: links, hand-offs, planned messages."""

from journeymapper.desktop.inspector import choices, listings
from journeymapper.desktop.inspector.form import Field, Form
from journeymapper.model.messages import Message

LINK = Form(
    fields=(
        Field(
            name="source",
            label=Message("From"),
            kind="choice",
            choices=choices.touchpoints_here(Message("Outside: the customer enters here")),
        ),
        Field(
            name="target",
            label=Message("To"),
            kind="choice",
            choices=choices.touchpoints_here(Message("Outside: the customer leaves here")),
        ),
        Field(
            name="kind",
            label=Message("Kind of way"),
            kind="choice",
            choices=choices.fixed(
                ("happy", Message("Happy path")),
                ("alternative", Message("Another way")),
                ("loop", Message("Back again")),
                ("skip", Message("Skips what is between")),
            ),
        ),
        Field(name="label", label=Message("Label")),
    ),
)

HAND_OFF = Form(
    fields=(
        Field(name="source", label=Message("From"), kind="choice", choices=choices.touchpoints_here()),
        Field(name="target", label=Message("To"), kind="choice", choices=choices.touchpoints_here()),
        Field(name="from_function", label=Message("Function that hands over")),
        Field(name="to_function", label=Message("Function that takes over")),
    ),
    listings=(listings.NOTES, listings.ACTIONS),
)

PLANNED_MESSAGE = Form(
    fields=(
        Field(name="text", label=Message("What is told"), kind="text"),
        Field(name="trigger", label=Message("When")),
        Field(name="channel", label=Message("By which channel"), kind="loose", choices=choices.of_kind("channel")),
        Field(name="responsible", label=Message("Who tells it")),
        Field(name="touchpoint", label=Message("Touchpoint"), kind="choice", choices=choices.touchpoints_here()),
    ),
)
