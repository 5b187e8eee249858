"""What is added by writing into the lanes of cards: messages, notes, actions, promises at a touchpoint."""

from collections.abc import Callable

from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.journey import PlannedMessage, Touchpoint
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Action, Note, Project, Promise

Add = Callable[[Project, Touchpoint, str], Project]
LONGEST_TRIGGER = 60


def _message(project: Project, touchpoint: Touchpoint, text: str) -> Project:
    """A message; what stands before its first colon is its trigger, the touchpoint's first channel its channel."""
    journey = project.journey_of(touchpoint.id)
    if journey is None or not text:
        return project
    trigger, colon, told = (part.strip() for part in text.partition(":"))
    if not colon or not told or len(trigger) > LONGEST_TRIGGER:
        trigger, told = "", text
    message = PlannedMessage(
        id=new_id("message"), touchpoint=touchpoint.id, trigger=trigger, text=told,
        channel=next(iter(touchpoint.channels), ""),
    )  # fmt: skip
    return edits.add_message(project, journey.id, message)


def _note(project: Project, touchpoint: Touchpoint, text: str) -> Project:
    note = Note(id=new_id("note"), text=text, anchor=Anchor("touchpoint", touchpoint.id))
    return edits.add_note(project, note) if text else project


def _action(project: Project, touchpoint: Touchpoint, text: str) -> Project:
    action = Action(id=new_id("action"), title=" ".join(text.split()), anchor=Anchor("touchpoint", touchpoint.id))
    return edits.add_action(project, action) if text else project


def _promise(project: Project, touchpoint: Touchpoint, text: str) -> Project:
    promise = Promise(id=new_id("promise"), text=" ".join(text.split()), touchpoints=(touchpoint.id,))
    return edits.add_promise(project, promise) if text else project


ADDITIONS: dict[str, Add] = {"messages": _message, "notes": _note, "actions": _action, "promises": _promise}
