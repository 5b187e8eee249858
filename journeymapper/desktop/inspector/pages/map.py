"""The pages of what stands on the map: touchpoint, stage, journey."""

from journeymapper.desktop.inspector import adding, choices, listings
from journeymapper.desktop.inspector.form import Field, Fold, Form
from journeymapper.language.language import Language
from journeymapper.language.plan_words import CHOICE_WORDS
from journeymapper.model.element import Element
from journeymapper.model.journey import Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

ONE_A_LINE = Message("One on each line.")
KINDS = choices.fixed(
    ("staffed", Message("With people")),
    ("physical", Message("A place or a thing")),
    ("digital", Message("Digital")),
    ("paper", Message("On paper")),
    ("others", Message("By others")),
)
FEELINGS = choices.fixed(
    (None, Message("Not said")),
    (2, Message("+2, delighted")),
    (1, Message("+1, content")),
    (0, Message("0, neutral")),
    (-1, Message("−1, uneasy")),
    (-2, Message("−2, angry or afraid")),
)
IMPORTANCES = choices.fixed(
    (None, Message("Not said")),
    (5, Message("5, decides")),
    (4, Message("4, high")),
    (3, Message("3, middling")),
    (2, Message("2, low")),
    (1, Message("1, hardly any")),
)


CHOICES = choices.fixed(*CHOICE_WORDS.items())
YES_NO = choices.fixed((None, Message("Not said")), (True, Message("Yes")), (False, Message("No")))


def _volume_unit(_project: Project, element: Element, language: Language) -> str:
    unit = element.volume_unit if isinstance(element, Touchpoint) else ""
    return language.text("{unit} a year", unit=unit or language.text("encounters"))


def _points_here(project: Project, element: Element) -> list[str]:
    return [point.id for point in project.points_on("touchpoint", element.id)]


TOUCHPOINT = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="kinds", label=Message("Kind"), kind="many", choices=KINDS),
        Field(name="channels", label=Message("Channels"), kind="many", choices=choices.of_kind("channel"),
              new=adding.NEW_CHANNEL),
        Field(name="moment_of_truth", label=Message("Moment of truth"), kind="switch"),
        Field(
            name="moment_reason", label=Message("Why it is a moment of truth"), kind="text", when="moment_of_truth",
        ),
        Field(name="conditional", label=Message("Only for some customers"), kind="switch"),
        Field(name="base", label=Message("For whom"), when="conditional"),
        Field(name="feeling", label=Message("Feeling expected"), kind="choice", choices=FEELINGS),
        Field(name="function", label=Message("Function behind it")),
        Field(name="owner", label=Message("Owner")),
    ),
    folds=(
        Fold(Message("The customer here"), (
            Field(name="expectation", label=Message("What the customer expects"), kind="text"),
            Field(name="situation", label=Message("Situation"), kind="text"),
            Field(name="doing", label=Message("What the customer does"), kind="text"),
            Field(name="thoughts", label=Message("What the customer thinks"), kind="text"),
            Field(name="pains", label=Message("Pains"), kind="lines", hint=ONE_A_LINE),
            Field(name="delights", label=Message("Delights"), kind="lines", hint=ONE_A_LINE),
            Field(name="length", label=Message("Usual length")),
            Field(name="personas", label=Message("Personas concerned"), kind="many",
                  choices=choices.of_kind("persona"), hint=Message("None ticked means all of them.")),
            Field(name="images", label=Message("Images"), kind="images"),
        )),
        Fold(Message("Behind it"), (
            Field(name="staff", label=Message("What is expected of staff"), kind="staff",
                  hint=Message("One on each line, as “Role: what is expected”.")),
            Field(name="backstage", label=Message("Backstage"), kind="text"),
            Field(name="systems", label=Message("Systems"), kind="lines", hint=ONE_A_LINE),
        )),
        Fold(Message("Importance and volume"), (
            Field(name="importance", label=Message("Importance, as stated"), kind="choice", choices=IMPORTANCES),
            Field(name="volume", label=Message("Volume"), kind="whole", unit=_volume_unit),
            Field(name="volume_unit", label=Message("What is counted")),
            Field(name="votes", label=Message("Votes of the workshop"), kind="whole", required=True),
            Field(name="sub_journey", label=Message("Journey that it opens"), kind="choice",
                  choices=choices.other_journeys()),
        )),
    ),
    listings=(listings.NOTES, listings.ACTIONS, listings.PROMISES_AT, listings.MESSAGES_AT, listings.LINKS,
              listings.HAND_OFFS, listings.EVIDENCE),
)  # fmt: skip

STAGE = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="usual_length", label=Message("Usual length")),
        Field(name="function", label=Message("Function behind it")),
        Field(name="owner", label=Message("Owner")),
    ),
    listings=(listings.TOUCHPOINTS, listings.NOTES, listings.ACTIONS, listings.EVIDENCE),
)

JOURNEY = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="headline", label=Message("Headline"), kind="text",
              hint=Message("The finding that the printed page is titled with; left empty, it is made from the data.")),
        Field(name="state", label=Message("State"), kind="choice", choices=choices.fixed(
            ("assumed", Message("Assumed")), ("current", Message("Current")), ("future", Message("Future")))),
        Field(name="owner", label=Message("Owner")),
    ),
    folds=(
        Fold(Message("Purpose and scope"), (
            Field(name="scope", label=Message("Scope"), kind="text"),
            Field(name="customer_goal", label=Message("Customer's goal"), kind="text"),
            Field(name="business_goal", label=Message("Business goal"), kind="text"),
            Field(name="success_event", label=Message("Event that shows success")),
            Field(name="purchase", label=Message("Touchpoint where the customer buys"), kind="choice",
                  choices=choices.touchpoints_of(choices.NOTHING)),
            Field(name="recurs_to", label=Message("Stage that the last one returns to"), kind="choice",
                  choices=choices.stages_here(choices.NOTHING)),
        )),
        Fold(Message("Beside other journeys"), (
            Field(name="persona", label=Message("Persona"), kind="choice",
                  choices=choices.of_kind("persona", choices.NOTHING)),
            Field(name="variant_of", label=Message("Variant of"), kind="choice",
                  choices=choices.other_journeys()),
            Field(name="same_as", label=Message("The same journey in another state"), kind="choice",
                  choices=choices.other_journeys()),
            Field(name="mapped", label=Message("Mapped"), kind="switch",
                  hint=Message("A journey that is not mapped is only listed in the portfolio.")),
            Field(name="volume", label=Message("Customers in a year"), kind="whole"),
            Field(name="suspected_pain", label=Message("Pain suspected"), kind="text"),
        )),
    ),
    listings=(listings.STAGES, listings.PARKED, listings.OWN_LANES, listings.MESSAGES,
              listings.LINKS, listings.HAND_OFFS, listings.NOTES,
              listings.ACTIONS, listings.EVIDENCE),
)  # fmt: skip

MEASURE_TOUCHPOINT = Form(
    fields=(
        Field(name="in_scope", label=Message("To be measured"), kind="switch"),
        Field(name="choice", label=Message("What to do about it"), kind="choice", choices=CHOICES),
        Field(name="not_measured_because", label=Message("Why it is not measured"), kind="text"),
        Field(name="shown_point", label=Message("Point shown on the card"), kind="choice",
              choices=choices.points_at(_points_here, Message("The first one with answers"))),
    ),
    folds=(
        Fold(Message("Is it worth measuring?"), (
            Field(name="suspected_pain", label=Message("Pain suspected, 1 to 5"), kind="whole"),
            Field(name="can_act", label=Message("Can something be done about it?"), kind="choice", choices=YES_NO),
            Field(name="can_ask", label=Message("Can somebody be asked?"), kind="choice", choices=YES_NO),
        )),
    ),
    listings=(listings.POINTS_AT,),
)  # fmt: skip
MEASURE = Form(listings=(listings.POINTS_AT,))

OWN_LANE = Form(
    fields=(
        Field(name="name", label=Message("Name")),
        Field(name="kind", label=Message("What it holds"), kind="choice", choices=choices.fixed(
            ("text", Message("Text")), ("number", Message("Number")), ("rating", Message("Rating from 1 to 5")))),
    ),
)  # fmt: skip
