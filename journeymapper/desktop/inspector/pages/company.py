"""The pages of what the whole project knows: itself, personas, channels, promises, goals, actions, notes, evidence."""

from journeymapper.desktop.inspector import adding, choices, listings
from journeymapper.desktop.inspector.form import Field, Fold, Form
from journeymapper.desktop.inspector.pages.measurement import LEVELS
from journeymapper.desktop.note_colours import NOTE_COLOURS
from journeymapper.model.messages import Message

VOTES = Field(name="votes", label=Message("Votes of the workshop"), kind="whole", required=True)

PROJECT = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="client", label=Message("Client")),
        Field(name="dated", label=Message("Date"), kind="date"),
    ),
    folds=(
        Fold(Message("What the report says of itself"), (
            Field(name="confidentiality", label=Message("Confidentiality")),
            Field(name="disclaimer", label=Message("Disclaimer"), kind="text"),
        )),
        Fold(Message("Workshop"), (
            Field(name="votes_shown", label=Message("Show votes"), kind="switch"),
        )),
        Fold(Message("How often one customer may be asked"), (
            Field(name="contact_rules.encounter_days", label=Message("Days between encounter surveys"), kind="whole",
                  required=True),
            Field(name="contact_rules.relationship_days", label=Message("Days between relationship surveys"),
                  kind="whole", required=True),
            Field(name="contact_rules.all_days", label=Message("Days between any two surveys"), kind="whole",
                  required=True),
            Field(name="contact_rules.most_a_year", label=Message("At most in a year"), kind="whole", required=True),
            Field(name="contact_rules.encounters_first", label=Message("Encounter surveys go first"), kind="switch"),
            Field(name="contact_rules.note", label=Message("The rule in words"), kind="text"),
            Field(name="movable_capacity", label=Message("Movable points at a time"), kind="whole"),
        )),
        Fold(Message("Settings"), (
            Field(name="language", label=Message("Language of the content"), kind="choice",
                  choices=choices.fixed(("en", Message("English")), ("fi", Message("Finnish")))),
            Field(name="currency", label=Message("Currency")),
            Field(name="settings.suppress_under", label=Message("Hide groups under"), kind="whole", required=True,
                  hint=Message("Groups of fewer answers are not shown; staff never under 5.")),
            Field(name="settings.indicative_under", label=Message("Indicative under"), kind="whole", required=True,
                  hint=Message("Scores of fewer answers are marked as indicative.")),
            Field(name="settings.page", label=Message("Page size"), kind="choice",
                  choices=choices.fixed(("A3", Message("A3")), ("A4", Message("A4")))),
        )),
    ),
    listings=(listings.JOURNEYS, listings.PERSONAS, listings.CHANNELS, listings.PROMISES, listings.GOALS,
              listings.QUESTIONNAIRES,
              listings.ALL_POINTS, listings.METRICS, listings.WAVES, listings.RESULTS, listings.ALL_ACTIONS,
              listings.ALL_NOTES, listings.ALL_EVIDENCE, listings.SNAPSHOTS, listings.INVENTORY, listings.ROLL_OUT,
              listings.WAIVERS, listings.BUSINESS_CASES, listings.EXPERIMENTS, listings.TAG_RULES,
              listings.BELIEF_ROUNDS),
)  # fmt: skip

PERSONA = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="description", label=Message("Description"), kind="text"),
        Field(name="quote", label=Message("In their own words"), kind="text"),
        Field(name="share", label=Message("Share of customers"), kind="share"),
        Field(name="target_customer", label=Message("Target customer"), kind="switch"),
    ),
    folds=(
        Fold(Message("Channels"), (
            Field(name="preferred_channels", label=Message("Preferred channels"), kind="many",
                  choices=choices.of_kind("channel"), new=adding.NEW_CHANNEL),
            Field(name="email_share", label=Message("Share that has e-mail"), kind="share"),
        )),
    ),
    listings=(listings.EVIDENCE,),
)  # fmt: skip

CHANNEL = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="share", label=Message("Share of contacts"), kind="share"),
        Field(name="role", label=Message("Role"), kind="choice", choices=choices.fixed(
            ("main", Message("Main channel")), ("secondary", Message("Secondary")), ("new", Message("New")))),
    ),
    listings=(listings.EVIDENCE,),
)  # fmt: skip

PROMISE = Form(
    fields=(
        Field(name="text", label=Message("What is promised"), kind="text"),
        Field(name="public", label=Message("Made in public"), kind="switch"),
        Field(name="touchpoints", label=Message("Touchpoints that must keep it"), kind="many",
              choices=choices.touchpoints()),
        Field(name="points", label=Message("Points that prove it"), kind="many", choices=choices.of_kind("point")),
    ),
    listings=(listings.EVIDENCE,),
)  # fmt: skip

GOAL = Form(
    fields=(
        Field(name="text", label=Message("Goal"), kind="text"),
        Field(name="level", label=Message("Level"), kind="choice", choices=choices.fixed(*LEVELS)),
        Field(name="serves", label=Message("Goals that it serves"), kind="many", choices=choices.of_kind("goal")),
        Field(name="points", label=Message("Points that measure it"), kind="many", choices=choices.of_kind("point")),
        Field(name="function", label=Message("Function")),
        Field(name="contradicts", label=Message("Goals that it contradicts"), kind="many",
              choices=choices.of_kind("goal")),
    ),
    listings=(listings.EVIDENCE,),
)  # fmt: skip

ACTION = Form(
    fields=(
        Field(name="title", label=Message("Title")),
        Field(name="detail", label=Message("Detail"), kind="text"),
        Field(name="owner", label=Message("Owner")),
        Field(name="due", label=Message("Due"), kind="date"),
        Field(name="status", label=Message("Status"), kind="choice", choices=choices.fixed(
            ("idea", Message("Idea")), ("decided", Message("Decided")), ("doing", Message("Being done")),
            ("done", Message("Done")), ("shown", Message("Shown to work")))),
        Field(name="tag", label=Message("Tag"), kind="choice", choices=choices.fixed(
            ("", Message("None")), ("quick win", Message("Quick win")), ("big bet", Message("Big bet")))),
        Field(name="anchor", label=Message("Concerns"), kind="choice",
              choices=choices.anchors(Message("The whole company"))),
    ),
    folds=(
        Fold(Message("What it should do"), (
            Field(name="effect", label=Message("Effect expected"), kind="text"),
            Field(name="proof", label=Message("Point that will prove it"), kind="loose",
                  choices=choices.of_kind("point", choices.NOTHING)),
            Field(name="expected", label=Message("Change expected there, in its unit"), kind="number"),
            Field(name="delay_days", label=Message("Days until it can show"), kind="whole"),
            Field(name="done_on", label=Message("Done on"), kind="date"),
            Field(name="cause", label=Message("Cause of the gap"), kind="choice", choices=choices.fixed(
                ("", Message("Not known")), ("process", Message("Process")), ("system", Message("System")),
                ("people", Message("People")), ("promise", Message("Promise")), ("policy", Message("Policy")))),
            Field(name="effort", label=Message("Effort, 1 to 5"), kind="whole"),
            Field(name="opportunity", label=Message("Only an opportunity so far"), kind="switch"),
            VOTES,
        )),
    ),
)  # fmt: skip

NOTE = Form(
    fields=(
        Field(name="text", label=Message("Text"), kind="text"),
        Field(name="anchor", label=Message("On"), kind="choice", choices=choices.anchors()),
        Field(name="colour", label=Message("Colour"), kind="loose", choices=choices.fixed(*NOTE_COLOURS.items()),
            hint=Message("A colour of your own for the edge is written as #RRGGBB.")),
        VOTES,
    ),
)  # fmt: skip

EVIDENCE = Form(
    fields=(
        Field(name="quotation", label=Message("What was said or seen"), kind="text"),
        Field(name="source", label=Message("Source")),
        Field(name="kind", label=Message("Kind of evidence"), kind="choice", choices=choices.fixed(
            ("interview", Message("Interview")), ("observation", Message("Observation")), ("diary", Message("Diary")),
            ("measurement", Message("Measurement")))),
        Field(name="collected_on", label=Message("Collected on"), kind="date"),
        Field(name="n", label=Message("How many people or cases"), kind="whole"),
        Field(name="subject", label=Message("About"), kind="choice", choices=choices.subjects()),
        Field(name="field", label=Message("Which claim of it"), kind="loose", choices=choices.claims()),
    ),
)  # fmt: skip

SNAPSHOT = Form(fields=(Field(name="name", label=Message("Name")),))
