"""Rules that edits keep: ids given once, no reference to nothing, no goal that serves itself."""

from journeymapper.model.element import Element
from journeymapper.model.find import find, found, kind_of, name_of
from journeymapper.model.journey import HandOff, Journey, Link, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.places import IN_JOURNEY, PLACES
from journeymapper.model.project import Goal, Project
from journeymapper.model.references import Reference, named, references_of


def check_new_id(project: Project, element_id: str) -> None:
    """Refuses an id that something has already."""
    if find(project, element_id) is not None:
        raise Refusal("The id {id} is taken.", id=element_id)


def check_references(project: Project, element: Element, journey_id: str = "") -> None:
    """Refuses an element that names what is not there, is of the wrong kind or of another journey."""
    for reference in references_of(element):
        for key, kinds in named(element, reference):
            if reference.own:
                _check_own(project, element, key)
                continue
            _check_reference(project, reference, key, kinds)
            if PLACES[type(element)] in IN_JOURNEY and "touchpoint" in kinds:
                _check_same_journey(project, key, journey_id)
    _check_alone(project, element, journey_id)


def _check_alone(project: Project, element: Element, journey_id: str) -> None:
    """Rules of one kind of element each."""
    if isinstance(element, Link | HandOff):
        _check_ends(element)
    if isinstance(element, Goal):
        _check_circle(project, element)
    if isinstance(element, Journey) and element.id in (element.variant_of, element.same_as):
        raise Refusal("The journey “{name}” cannot be a variant of itself.", name=element.name)
    if isinstance(element, Touchpoint) and element.sub_journey:
        _check_nesting(project, element, journey_id)


def _check_reference(project: Project, reference: Reference, key: str, kinds: tuple[str, ...]) -> None:
    target = find(project, key)
    if target is None and reference.loose:
        return
    if target is None:
        raise Refusal("There is nothing with the id {id}.", id=key)
    if kinds and not reference.loose and kind_of(target) not in kinds:
        raise Refusal("“{name}” cannot be named here.", name=name_of(project, key))


def _check_own(project: Project, element: Element, key: str) -> None:
    if isinstance(element, Journey) and key not in element.stages:
        found(project, key)
        raise Refusal("“{name}” belongs to another journey.", name=name_of(project, key))


def _check_nesting(project: Project, touchpoint: Touchpoint, journey_id: str) -> None:
    """Refuses a journey that would open itself, if only by way of others."""
    ahead, seen = [touchpoint.sub_journey], set[str]()
    while ahead:
        key = ahead.pop()
        if key == journey_id:
            raise Refusal("“{name}” would open the journey that it is in.", name=touchpoint.name)
        if key not in seen:
            seen.add(key)
            ahead.extend(t.sub_journey for t in project.journeys[key].touchpoints.values() if t.sub_journey)


def _check_same_journey(project: Project, touchpoint_id: str, journey_id: str) -> None:
    if touchpoint_id not in project.journeys[journey_id].touchpoints:
        raise Refusal("“{name}” belongs to another journey.", name=name_of(project, touchpoint_id))


def _check_ends(element: Link | HandOff) -> None:
    if not element.source and not element.target:
        raise Refusal("A link needs a touchpoint at one end at least.")
    if isinstance(element, HandOff) and not (element.source and element.target):
        raise Refusal("A hand-off needs a touchpoint at both ends.")
    if element.source == element.target and getattr(element, "kind", "") != "loop":
        raise Refusal("A touchpoint cannot be linked to itself.")


def _check_circle(project: Project, goal: Goal) -> None:
    """Refuses a goal that serves itself, if only by way of others."""
    ahead, seen = list(goal.serves), set[str]()
    while ahead:
        key = ahead.pop()
        if key == goal.id:
            raise Refusal("The goal “{name}” would serve itself.", name=goal.text)
        if key not in seen:
            seen.add(key)
            ahead.extend(getattr(found(project, key), "serves", ()))
