"""Elements by their ids."""

from journeymapper.model.element import Element
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage
from journeymapper.model.messages import Refusal
from journeymapper.model.places import PLACES, every_map, maps_of
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Action, Evidence, Goal, Note, Project, Promise
from journeymapper.model.sources import ResultSet


def find(project: Project, element_id: str) -> Element | None:
    """The element of that id wherever it is kept, the project itself included; None where there is none."""
    if element_id == project.id:
        return project
    for elements in every_map(project):
        element = elements.get(element_id)
        if element is not None:
            return element
    return None


def found(project: Project, element_id: str) -> Element:
    """The element of that id; refuses an id that nothing has."""
    element = find(project, element_id)
    if element is None:
        raise Refusal("There is nothing with the id {id}.", id=element_id)
    return element


def kind_of(element: Element) -> str:
    """The field's word for an element: journey, stage, touchpoint, link, hand-off, message, point, …"""
    return "project" if isinstance(element, Project) else PLACES[type(element)].kind


def holding_journey(project: Project, element_id: str) -> Journey | None:
    """The journey that holds the stage, touchpoint, link, hand-off, message or own lane of that id."""
    for journey in project.journeys.values():
        if any(element_id in elements for elements in maps_of(journey)):
            return journey
    return None


def name_of(project: Project, element_id: str) -> str:
    """What to call an element in a sentence: its name, else what it joins or hangs on, else its id."""
    element = find(project, element_id)
    if element is None:
        return element_id
    if isinstance(element, Action):
        return element.title
    if isinstance(element, Promise | Goal | Note | PlannedMessage):
        return element.text or element_id
    if isinstance(element, Waiver):
        return element.reason or element_id
    if isinstance(element, ResultSet):
        return element.account.file
    if isinstance(element, Evidence):
        return element.source or element.id
    return _name_of_joint(project, element) or str(getattr(element, "name", "")) or element_id


def _name_of_joint(project: Project, element: Element) -> str:
    """`Offer → Contract` for a link or hand-off, the functions where it names them; empty for anything else."""
    if not isinstance(element, Link | HandOff):
        return ""
    source = getattr(element, "from_function", "") or name_of_end(project, getattr(element, "source", ""))
    target = getattr(element, "to_function", "") or name_of_end(project, getattr(element, "target", ""))
    return f"{source} → {target}" if source or target else ""


def name_of_end(project: Project, touchpoint_id: str) -> str:
    """The name at one end of a link; empty for an entry or exit."""
    return name_of(project, touchpoint_id) if touchpoint_id else ""


def channel_names(project: Project, channels: tuple[str, ...]) -> tuple[str, ...]:
    """Names of channels, each given by its id or, where it is none of the project's, in words of one's own."""
    return tuple(project.channels[key].name if key in project.channels else key for key in channels)
