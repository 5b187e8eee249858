"""The pages of the measurement design: point with its target, metric, wave."""

from typing import get_args

import msgspec

from journeymapper.desktop.inspector import adding, choices, listings
from journeymapper.desktop.inspector.form import Choices, Command, Field, Fold, Form, Offered
from journeymapper.desktop.inspector.pages.questionnaire import ANSWER_WORDS
from journeymapper.language.language import Language
from journeymapper.language.plan_words import METRIC_CLASS_WORDS
from journeymapper.language.units import SHARES, metric_label
from journeymapper.model import edits
from journeymapper.model.element import Element
from journeymapper.model.ids import new_id
from journeymapper.model.measurement import MeasurementPoint, MetricClass
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project

STANDARD_METRICS = (
    "nps", "csat", "csat-mean", "ces2", "ces1", "fcr", "share:yes", "stars", "smiley", "mean", "median", "p90",
)  # fmt: skip
KINDS_OF_METRIC = choices.fixed(
    ("nps", Message("NPS")),
    ("csat", Message("CSAT, share of the two best")),
    ("csat-mean", Message("CSAT, mean")),
    ("ces2", Message("CES 2.0, mean of agreement")),
    ("ces1", Message("CES 1.0, mean of effort")),
    ("fcr", Message("First-contact resolution")),
    ("share", Message("Share of chosen answers")),
    ("stars", Message("Stars, mean")),
    ("smiley", Message("Smileys, index 0–100")),
    ("mean", Message("Mean")),
    ("median", Message("Median")),
    ("p90", Message("90 % within")),
    ("top", Message("Share of the best answers")),
    ("net", Message("Net index: the best less the worst")),
    ("rate", Message("Events per so many cases")),
)


METRIC_CLASSES = choices.fixed(*((key, METRIC_CLASS_WORDS[key]) for key in get_args(MetricClass)))


def _offer_metrics(project: Project, _element: Element, language: Language) -> Offered:
    """The project's metrics, then the trade's that it does not have yet."""
    known = sorted((metric_label(language, metric).casefold(), key) for key, metric in project.metrics.items())
    fresh = [parse_metric(form) for form in STANDARD_METRICS]
    metrics = [project.metrics[key] for _, key in known]
    metrics += [metric for metric in fresh if metric.id not in project.metrics]
    return [(metric.id, metric_label(language, metric)) for metric in metrics]


def _change_metric(project: Project, point_id: str, value: object) -> Project:
    """The point with another metric, which comes into the project with it."""
    key = str(value)
    if key not in project.metrics:
        project = edits.add_metric(project, parse_metric(key))
    return edits.change(project, point_id, metric=key)


def _open_metric(project: Project, element: Element, _language: Language) -> tuple[Project, str]:
    return project, getattr(element, "metric", "")


def _own_metric(project: Project, element: Element, language: Language) -> tuple[Project, str]:
    """A copy of the point's metric for this point alone, to be given another scale."""
    if not isinstance(element, MeasurementPoint):
        raise Refusal("There is nothing with the id {id}.", id=element.id)
    old = project.metrics[element.metric]
    name = language.text("{name}, changed", name=metric_label(language, old))
    own = msgspec.structs.replace(old, id=new_id("metric"), name=name)
    return edits.change(edits.add_metric(project, own), element.id, metric=own.id), own.id


def _target_unit(project: Project, element: Element, _language: Language) -> str:
    metric = project.metrics.get(getattr(element, "metric", ""))
    return "" if metric is None else "%" if metric.kind in SHARES else metric.unit


def currency_a_year(project: Project, _element: Element, language: Language) -> str:
    """The unit of a yearly cost."""
    return language.text("{currency} a year", currency=project.currency)


def _metric_unit(_project: Project, element: Element, _language: Language) -> str:
    return str(getattr(element, "unit", ""))


TARGET_LEVELS = choices.fixed(
    ("target", Message("Target")),
    ("minimum", Message("Minimum")),
    ("stretch", Message("Stretch")),
)
AUDIENCES = choices.fixed(
    ("prospect", Message("Those who have not bought")),
    ("lost offer", Message("Those whose offer was lost")),
    ("customer", Message("Customers")),
    ("lapsed", Message("Those who have left")),
    ("staff", Message("Own staff")),
)
LEVELS = (
    ("operational", Message("Operational")), ("tactical", Message("Tactical")), ("strategic", Message("Strategic")),
)  # fmt: skip

POINT = Form(
    fields=(
        Field(name="metric", label=Message("Metric"), kind="choice", edit=_change_metric,
              choices=Choices(_offer_metrics, ("metrics",))),
        Field(name="question", label=Message("Question, word for word"), kind="text"),
        Field(name="target.value", label=Message("Target"), kind="number", unit=_target_unit),
        Field(name="owner", label=Message("Owner")),
        Field(name="asked", label=Message("When it is asked")),
        Field(name="status", label=Message("Status"), kind="choice", choices=choices.fixed(
            ("idea", Message("Idea")), ("planned", Message("Planned")), ("live", Message("Live")),
            ("paused", Message("Paused")), ("retired", Message("Retired")))),
    ),
    folds=(
        Fold(Message("Name, reading, permanence"), (
            Field(name="name", label=Message("Name")),
            Field(name="read", label=Message("How often it is read")),
            Field(name="permanence", label=Message("How lasting"), kind="choice", choices=choices.fixed(
                ("permanent", Message("Permanent")), ("movable", Message("Movable")), ("pilot", Message("Pilot")))),
        )),
        Fold(Message("About the target"), (
            Field(name="target.kind", label=Message("Kind of target"), kind="choice", choices=choices.fixed(
                ("experience", Message("Experience target")), ("standard", Message("Service standard")))),
            Field(name="target.source", label=Message("Where the target comes from")),
            Field(name="target.agreed_on", label=Message("Agreed on"), kind="date"),
            Field(name="target.baseline_until", label=Message("Baseline collected until"), kind="date"),
            Field(name="target.review_on", label=Message("Looked at again on"), kind="date"),
            Field(name="target.level", label=Message("Level of the target"), kind="choice", choices=TARGET_LEVELS),
            Field(name="more_targets", label=Message("Further targets"), kind="targets",
                  hint=Message("One on each line: minimum 4, stretch 4.6, 4.2 @2027, 4.0 [dates=moved].")),
            Field(name="benchmarks", label=Message("Values of others"), kind="benchmarks",
                  hint=Message("One on each line: the value, a dash, and where it comes from.")),
        )),
        Fold(Message("What it is for"), (
            Field(name="decision", label=Message("Decision that it informs"), kind="text"),
            Field(name="levels", label=Message("Levels"), kind="many", choices=choices.fixed(*LEVELS)),
            Field(name="scope", label=Message("Scope"), kind="choice", choices=choices.fixed(
                (None, Message("Not said")), ("encounter", Message("Encounter")), ("journey", Message("Journey")),
                ("relationship", Message("Relationship")), ("operational", Message("Operational")),
                ("qualitative", Message("Qualitative")), ("staff", Message("Staff")))),
            Field(name="leading", label=Message("Leading or lagging"), kind="choice", choices=choices.fixed(
                (None, Message("Not said")), (True, Message("Leading")), (False, Message("Lagging")))),
        )),
        Fold(Message("Whom it asks, and when"), (
            Field(name="trigger", label=Message("Trigger")),
            Field(name="population", label=Message("Population"), kind="text"),
            Field(name="asked_of", label=Message("Who is asked"), kind="many", choices=AUDIENCES),
            Field(name="journey_day", label=Message("Day of the journey on which it is asked"), kind="whole"),
            Field(name="priority", label=Message("Place in the queue for asking"), kind="whole",
                  hint=Message("1 goes first where a customer may be asked only once.")),
            Field(name="personas", label=Message("Personas asked"), kind="many", choices=choices.of_kind("persona")),
            Field(name="asks_staff", label=Message("Asks own staff"), kind="switch"),
            Field(name="starts", label=Message("Starts"), kind="date"),
            Field(name="ends", label=Message("Ends"), kind="date"),
        )),
        Fold(Message("How many answers"), (
            Field(name="everybody", label=Message("Everybody is counted"), kind="switch"),
            Field(name="sampling_share", label=Message("Share that is asked"), kind="share"),
            Field(name="expected_volume", label=Message("Chances to ask in a year"), kind="whole"),
            Field(name="delivery", label=Message("Invitations that arrive"), kind="share"),
            Field(name="expected_response", label=Message("Response expected"), kind="share"),
            Field(name="needed_n", label=Message("Answers needed to judge the target"), kind="whole"),
        )),
        Fold(Message("How it is done"), (
            Field(name="method", label=Message("Method")),
            Field(name="other_method", label=Message("Method for those whom it misses")),
            Field(name="collector", label=Message("Who hands it out or asks")),
            Field(name="instrument", label=Message("Instrument")),
            Field(name="channels", label=Message("Channels"), kind="many",
                  choices=choices.of_kind("channel"), new=adding.NEW_CHANNEL),
            Field(name="system", label=Message("System that the data come from")),
            Field(name="answer_words", label=Message("Words of the answers"), kind="choice", choices=ANSWER_WORDS),
            Field(name="wording_version", label=Message("Version of the wording"), kind="whole", required=True),
            Field(name="cost", label=Message("Cost"), kind="number", unit=currency_a_year),
            Field(name="function", label=Message("Function that pays")),
        )),
        Fold(Message("Who works with it"), (
            Field(name="analyst", label=Message("Analyst")),
            Field(name="closed_loop", label=Message("What follows a bad answer"), kind="text"),
        )),
        Fold(Message("Data protection"), (
            Field(name="data_basis", label=Message("Legal basis")),
            Field(name="retention", label=Message("Kept for how long")),
            Field(name="contact_class", label=Message("Rule for contacting")),
        )),
        Fold(Message("Where it is measured"), (
            Field(name="anchor", label=Message("Measured at"), kind="choice", choices=choices.anchors()),
            Field(name="also_covers", label=Message("Also covers"), kind="many", choices=choices.places()),
        )),
    ),
    commands=(
        Command(name="open-metric", words=Message("Open the metric"), run=_open_metric),
        Command(name="own-metric", words=Message("Change the scale for this point…"), run=_own_metric),
    ),
    listings=(listings.EVIDENCE,),
)  # fmt: skip

METRIC = Form(
    fields=(
        Field(name="name", label=Message("Name"), hint=Message("Left empty, it is called after its kind and scale.")),
        Field(name="kind", label=Message("Kind of metric"), kind="choice", choices=KINDS_OF_METRIC),
        Field(name="worst", label=Message("Worst value"), kind="number", unit=_metric_unit, required=True),
        Field(name="best", label=Message("Best value"), kind="number", unit=_metric_unit, required=True,
              hint=Message("With a best value below the worst, less is better.")),
        Field(name="unit", label=Message("Unit")),
        Field(name="counted", label=Message("Answers that count"), kind="lines", hint=Message("One on each line.")),
        Field(name="common", label=Message("Common to all functions"), kind="switch"),
    ),
    folds=(
        Fold(Message("How it is counted"), (
            Field(name="top", label=Message("Best answers counted"), kind="whole", required=True),
            Field(name="bottom", label=Message("Worst answers counted against"), kind="whole", required=True),
            Field(name="per", label=Message("Events per so many cases"), kind="whole", required=True),
        )),
        Fold(Message("In the metric library"), (
            Field(name="definition", label=Message("Definition"), kind="text"),
            Field(name="wording", label=Message("Wording of the question"), kind="text"),
            Field(name="classes", label=Message("Classes"), kind="many", choices=METRIC_CLASSES),
            Field(name="use_when", label=Message("When to use it"), kind="text"),
            Field(name="avoid_when", label=Message("When not to use it"), kind="text"),
            Field(name="formula", label=Message("Formula"), kind="text"),
            Field(name="source", label=Message("Source"), kind="text"),
        )),
    ),
    listings=(listings.POINTS_OF_METRIC,),
)  # fmt: skip

WAVE = Form(
    fields=(
        Field(name="starts", label=Message("Starts"), kind="date"),
        Field(name="ends", label=Message("Ends"), kind="date"),
    ),
    listings=(listings.RESULTS_OF_WAVE,),
)
