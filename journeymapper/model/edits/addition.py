"""What hangs on the project itself: personas, channels, promises, evidence, actions, notes, goals, the plan's parts."""

from journeymapper.model.edits.placing import put_back, reordered, with_new
from journeymapper.model.find import found, holding_journey
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.limits import is_blank
from journeymapper.model.messages import Refusal
from journeymapper.model.places import PLACES
from journeymapper.model.plan import RollOutStep, Waiver
from journeymapper.model.project import Action, Channel, Evidence, Goal, Note, Persona, Project, Promise, Snapshot


def add_persona(project: Project, persona: Persona, index: int | None = None) -> Project:
    """The project with a persona."""
    return with_new(project, persona, index)


def add_channel(project: Project, channel: Channel, index: int | None = None) -> Project:
    """The project with a channel."""
    return with_new(project, channel, index)


def add_promise(project: Project, promise: Promise, index: int | None = None) -> Project:
    """The project with a promise to the customer."""
    return with_new(project, promise, index)


def add_evidence(project: Project, evidence: Evidence) -> Project:
    """The project with a piece of evidence for a claim of the map."""
    return with_new(project, evidence)


def add_action(project: Project, action: Action, index: int | None = None) -> Project:
    """The project with an action."""
    return with_new(project, action, index)


def add_note(project: Project, note: Note, index: int | None = None) -> Project:
    """The project with a sticky note."""
    return with_new(project, note, index)


def add_goal(project: Project, goal: Goal, index: int | None = None) -> Project:
    """The project with a goal; refuses one that would serve itself."""
    return with_new(project, goal, index)


def take_snapshot(project: Project, snapshot: Snapshot) -> Project:
    """The project with a snapshot; the document that it names goes into the attachments beside it."""
    return with_new(project, snapshot)


def add_existing_measurement(project: Project, found_one: ExistingMeasurement, index: int | None = None) -> Project:
    """The project with a measurement that was there before the plan."""
    return with_new(project, found_one, index)


def add_roll_out_step(project: Project, step: RollOutStep, index: int | None = None) -> Project:
    """The project with a step of the roll-out."""
    return with_new(project, step, index)


def waive(project: Project, waiver: Waiver) -> Project:
    """The project with a finding accepted for a reason; refuses one without a reason or accepted already."""
    if is_blank(waiver.reason):
        raise Refusal("A finding is waived with a reason.")
    if any((one.check, one.subject) == (waiver.check, waiver.subject) for one in project.waivers.values()):
        raise Refusal("That finding is waived already.")
    return with_new(project, waiver)


def move(project: Project, element_id: str, index: int) -> Project:
    """The project with an element at another place of its list: any that has an order but touchpoints."""
    element = found(project, element_id)
    place = PLACES.get(type(element))
    if place is None or not place.order:
        raise Refusal("{id} has no order to be moved in.", id=element_id)
    holder = holding_journey(project, element_id) or project
    moved_holder = reordered(holder, place, element_id, index)
    return project if moved_holder is holder else put_back(project, moved_holder)
