"""The pages of what follows from the results: business cases, experiments, tags of comments, rounds of belief."""

from journeymapper.desktop.inspector import choices
from journeymapper.desktop.inspector.form import Field, Form
from journeymapper.model.messages import Message

BUSINESS_CASE = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(
            name="actions", label=Message("Actions that it pays for"), kind="many", choices=choices.of_kind("action")
        ),
        Field(name="cost", label=Message("Cost once"), kind="number"),
        Field(name="yearly_cost", label=Message("Cost a year"), kind="number"),
        Field(name="assumptions", label=Message("Assumptions, printed beside the figures"), kind="text"),
    ),
)

EXPERIMENT = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="hypothesis", label=Message("What is believed"), kind="text"),
        Field(name="status", label=Message("Status"), kind="choice", choices=choices.fixed(
            ("idea", Message("Idea")), ("running", Message("Running")), ("done", Message("Done")),
            ("stopped", Message("Stopped")))),
        Field(name="anchor", label=Message("Concerns"), kind="choice",
              choices=choices.anchors(Message("The whole company"))),
        Field(name="point", label=Message("Point that measures it"), kind="choice",
              choices=choices.of_kind("point", choices.NOTHING)),
        Field(name="segment", label=Message("Segment that tells the variants apart")),
        Field(name="least_effect", label=Message("Smallest effect worth finding"), kind="number"),
        Field(name="stop_rule", label=Message("When it ends"), kind="text"),
        Field(name="starts", label=Message("Starts"), kind="date"),
        Field(name="ends", label=Message("Ends"), kind="date"),
        Field(name="owner", label=Message("Owner")),
        Field(name="learned", label=Message("What was learned"), kind="text"),
    ),
)  # fmt: skip

TAG_RULE = Form(
    fields=(
        Field(name="name", label=Message("Tag")),
        Field(name="stems", label=Message("Word stems, one a line"), kind="lines"),
    ),
)

BELIEF_ROUND = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="asked_on", label=Message("Asked on"), kind="date"),
        Field(
            name="sources", label=Message("Files with its guesses"), kind="many", choices=choices.of_kind("result set")
        ),
    ),
)
