"""New elements as the pages add them: each gives the project with it and its id."""

from collections.abc import Callable
from typing import TypeVar

from journeymapper.desktop.inspector.form import NewValue
from journeymapper.language.language import Language
from journeymapper.model import edits
from journeymapper.model.acting import BusinessCase, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.element import Element
from journeymapper.model.find import found, holding_journey, kind_of
from journeymapper.model.ids import new_id
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage, Stage, Touchpoint
from journeymapper.model.measurement import Anchor, AnchorKind, MeasurementPoint
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import RollOutStep
from journeymapper.model.project import Action, Channel, Evidence, Goal, Note, Persona, Project, Promise
from journeymapper.model.questionnaire import Questionnaire

Added = tuple[Project, str]
Adding = Callable[[Project, Element, Language], Added]
E = TypeVar("E", bound=Element)
ANCHOR_KINDS: dict[str, AnchorKind] = {
    "touchpoint": "touchpoint",
    "hand-off": "hand-off",
    "stage": "stage",
    "journey": "journey",
}
FIRST_METRIC = "csat-mean"


def anchor_on(element: Element) -> Anchor:
    """The anchor on an element; on the whole relationship where nothing can hang on it."""
    kind = ANCHOR_KINDS.get(kind_of(element))
    return Anchor(kind, element.id) if kind else Anchor("relationship")


def add_point(project: Project, element: Element, _language: Language) -> Added:
    """A measurement point on the element, with the commonest metric."""
    metric = parse_metric(FIRST_METRIC)
    known = project if metric.id in project.metrics else edits.add_metric(project, metric)
    key = edits.next_point_id(known)
    return edits.add_point(known, MeasurementPoint(id=key, anchor=anchor_on(element), metric=metric.id)), key


def add_note(project: Project, element: Element, language: Language) -> Added:
    """A note on the element."""
    note = Note(id=new_id("note"), text=language.text("New note"), anchor=anchor_on(element))
    return edits.add_note(project, note), note.id


def add_action(project: Project, element: Element, language: Language) -> Added:
    """An action on the element; one of the project concerns the whole company."""
    anchor = None if isinstance(element, Project) else anchor_on(element)
    action = Action(id=new_id("action"), title=language.text("New action"), anchor=anchor)
    return edits.add_action(project, action), action.id


def add_evidence(project: Project, element: Element, _language: Language) -> Added:
    """A piece of evidence about the element."""
    evidence = Evidence(id=new_id("evidence"), subject=element.id)
    return edits.add_evidence(project, evidence), evidence.id


def add_message(project: Project, element: Element, language: Language) -> Added:
    """A row of the message plan at the touchpoint, or at the first one of the journey."""
    journey = _journey(project, element)
    at = element.id if element.id in journey.touchpoints else _ends(journey)[0]
    message = PlannedMessage(id=new_id("message"), touchpoint=at, text=language.text("New message"))
    return edits.add_message(project, journey.id, message), message.id


def add_link(project: Project, element: Element, _language: Language) -> Added:
    """A way from the touchpoint to the next one."""
    journey = _journey(project, element)
    source, target = _ends(journey, element.id)
    link = Link(id=new_id("link"), source=source, target=target, kind="alternative")
    return edits.add_link(project, journey.id, link), link.id


def add_hand_off(project: Project, element: Element, _language: Language) -> Added:
    """A hand-off from the touchpoint to the next one."""
    journey = _journey(project, element)
    source, target = _ends(journey, element.id)
    if not target:
        raise Refusal("A hand-off needs a touchpoint at both ends.")
    hand_off = HandOff(id=new_id("hand-off"), source=source, target=target)
    return edits.add_hand_off(project, journey.id, hand_off), hand_off.id


def add_touchpoint(project: Project, element: Element, language: Language) -> Added:
    """A touchpoint at the end of the stage."""
    touchpoint = Touchpoint(id=new_id("touchpoint"), name=language.text("New touchpoint"))
    return edits.add_touchpoint(project, element.id, touchpoint), touchpoint.id


def add_stage(project: Project, element: Element, language: Language) -> Added:
    """A stage at the end of the journey."""
    stage = Stage(id=new_id("stage"), name=language.text("New stage"))
    return edits.add_stage(project, element.id, stage), stage.id


def add_journey(project: Project, _element: Element, language: Language) -> Added:
    """A journey with one stage."""
    stage = Stage(id=new_id("stage"), name=language.text("New stage"))
    journey = Journey(id=new_id("journey"), name=language.text("New journey"))
    return edits.add_stage(edits.add_journey(project, journey), journey.id, stage), journey.id


def add_promise(project: Project, element: Element, language: Language) -> Added:
    """A promise to the customer, at the touchpoint where it is added from one."""
    at = (element.id,) if isinstance(element, Touchpoint) else ()
    promise = Promise(id=new_id("promise"), text=language.text("New promise"), touchpoints=at)
    return edits.add_promise(project, promise), promise.id


def add_questionnaire(project: Project, _element: Element, language: Language) -> Added:
    """A questionnaire that asks nothing yet."""
    questionnaire = Questionnaire(id=edits.next_questionnaire_id(project), name=language.text("New questionnaire"))
    return edits.add_questionnaire(project, questionnaire), questionnaire.id


def add_tag_rule(project: Project, _element: Element, language: Language) -> Added:
    """A tag that looks for its own name."""
    name = language.text("New tag")
    rule = TagRule(id=new_id("tag"), name=name, stems=(name.casefold(),))
    return edits.add_tag_rule(project, rule), rule.id


def _journey(project: Project, element: Element) -> Journey:
    journey = element if isinstance(element, Journey) else holding_journey(project, element.id)
    if not isinstance(journey, Journey):
        found(project, element.id)
        raise Refusal("Add a touchpoint first.")
    return journey


def _ends(journey: Journey, touchpoint_id: str = "") -> tuple[str, str]:
    """A touchpoint, the first one where none is named, and the one after it, empty for the last."""
    order = [touchpoint.id for touchpoint in journey.ordered_touchpoints()]
    if not order:
        raise Refusal("Add a touchpoint first.")
    index = order.index(touchpoint_id) if touchpoint_id in order else 0
    return order[index], order[index + 1] if index + 1 < len(order) else ""


def _only_named(
    words: Message, kind: str, make: Callable[..., E], add: Callable[[Project, E], Project], field: str = "name"
) -> Adding:
    """Adds an element of the whole project that has nothing but its name yet."""

    def added(project: Project, _element: Element, language: Language) -> Added:
        made = make(id=new_id(kind), **{field: language.message(words)})
        return add(project, made), made.id

    return added


add_persona = _only_named(Message("New persona"), "persona", Persona, edits.add_persona)
add_channel = _only_named(Message("New channel"), "channel", Channel, edits.add_channel)
add_goal = _only_named(Message("New goal"), "goal", Goal, edits.add_goal, "text")
add_existing = _only_named(
    Message("Existing measurement"), "existing", ExistingMeasurement, edits.add_existing_measurement
)
add_roll_out_step = _only_named(Message("New step"), "step", RollOutStep, edits.add_roll_out_step)
add_business_case = _only_named(Message("New business case"), "case", BusinessCase, edits.add_business_case)
add_experiment = _only_named(Message("New experiment"), "experiment", Experiment, edits.add_experiment)
add_belief_round = _only_named(Message("New round"), "beliefs", BeliefRound, edits.add_belief_round)


def channel_named(project: Project, name: str) -> Added:
    """A channel of that name, the one that there is where there is one."""
    alike = (one.id for one in project.channels.values() if one.name.casefold() == name.casefold())
    if there := next(alike, ""):
        return project, there
    channel = Channel(id=new_id("channel"), name=name)
    return edits.add_channel(project, channel), channel.id


NEW_CHANNEL = NewValue(step=Message("Add channel"), words=Message("Add a channel…"), add=channel_named)
