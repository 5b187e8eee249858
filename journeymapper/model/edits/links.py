"""What joins or accompanies the touchpoints of a journey: links, hand-offs, planned messages."""

from journeymapper.model.edits.placing import with_new
from journeymapper.model.find import found
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project


def add_link(project: Project, journey_id: str, link: Link) -> Project:
    """The project with a way between two touchpoints of a journey, or into or out of it."""
    return _with_part(project, journey_id, link)


def add_hand_off(project: Project, journey_id: str, hand_off: HandOff) -> Project:
    """The project with a hand-off between two touchpoints of a journey."""
    return _with_part(project, journey_id, hand_off)


def add_message(project: Project, journey_id: str, message: PlannedMessage, index: int | None = None) -> Project:
    """The project with a row in the message plan of a journey."""
    return _with_part(project, journey_id, message, index)


def _with_part(
    project: Project, journey_id: str, part: Link | HandOff | PlannedMessage, index: int | None = None
) -> Project:
    if not isinstance(found(project, journey_id), Journey):
        raise Refusal("{id} is not a journey.", id=journey_id)
    return with_new(project, part, index, journey_id=journey_id)
