"""Putting elements into the document: the only hand that copies its maps."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import msgspec

from journeymapper.model.edits.rules import check_new_id, check_references
from journeymapper.model.element import Element
from journeymapper.model.find import holding_journey
from journeymapper.model.limits import clean
from journeymapper.model.messages import Refusal
from journeymapper.model.orders import inserted, moved, repeated
from journeymapper.model.places import IN_JOURNEY, IN_PROJECT, PLACES, Place
from journeymapper.model.project import Project

H = TypeVar("H", bound=Element)


def with_new(project: Project, element: Element, index: int | None = None, *, journey_id: str = "") -> Project:
    """The project with a new element in it, or in one of its journeys; refuses what does not fit."""
    element = clean(element)
    check_new_id(project, element.id)
    check_references(project, element, journey_id)
    holder = project.journeys[journey_id] if journey_id else project
    return put_back(project, _added(holder, (element,), index))


def with_all_new(project: Project, elements: Sequence[Element], *, journey_id: str = "") -> Project:
    """As `with_new` with each of several elements of one kind, one after another; they may name each other."""
    if not elements:
        return project
    added = [clean(element) for element in elements]
    for element in added:
        check_new_id(project, element.id)
    if double := repeated(element.id for element in added):
        raise Refusal("The id {id} is taken.", id=double)
    holder = project.journeys[journey_id] if journey_id else project
    project = put_back(project, _added(holder, added))
    for element in added:
        check_references(project, element, journey_id)
    return project


def replaced(project: Project, element: Element) -> Project:
    """The project with an element in the place of the one with the same id."""
    place = PLACES[type(element)]
    holder = project if place in IN_PROJECT else holding_journey(project, element.id)
    return put_back(project, with_map(holder or project, place, element))


def put_back(project: Project, holder: Element) -> Project:
    """The project with one of its journeys replaced, or the new project itself."""
    if isinstance(holder, Project):
        return holder
    return with_map(project, PLACES[type(holder)], holder)


def with_map(holder: H, place: Place, *elements: Element) -> H:
    """A project or journey with elements in its map, under their ids."""
    grown: Mapping[str, Element] = {**place.elements(holder), **{element.id: element for element in elements}}
    return msgspec.structs.replace(holder, **{place.map: grown})


def with_each(project: Project, change: Callable[[Element], Element]) -> Project:
    """The project with every element but itself as `change` gives it; the same objects where it gives the same."""
    journeys = {key: _each(journey, IN_JOURNEY, change) for key, journey in project.journeys.items()}
    if any(journeys[key] is not journey for key, journey in project.journeys.items()):
        project = msgspec.structs.replace(project, journeys=journeys)
    return _each(project, IN_PROJECT, change)


def _each(holder: H, places: tuple[Place, ...], change: Callable[[Element], Element]) -> H:
    changed: dict[str, Mapping[str, Element]] = {}
    for place in places:
        old = place.elements(holder)
        new = {key: change(element) for key, element in old.items()}
        if any(new[key] is not element for key, element in old.items()):
            changed[place.map] = new
    return msgspec.structs.replace(holder, **changed) if changed else holder


def reordered(holder: H, place: Place, element_id: str, index: int) -> H:
    """A project or journey with an id elsewhere in its order, the same object where it is there already."""
    old = place.ordered(holder)
    new = moved(old, element_id, index)
    return holder if new is old else msgspec.structs.replace(holder, **{place.order: new})


def _added(holder: H, elements: Sequence[Element], index: int | None = None) -> H:
    place = PLACES[type(elements[0])]
    grown = with_map(holder, place, *elements)
    if not place.order:
        return grown
    order = inserted(place.ordered(holder), index, *(element.id for element in elements))
    return msgspec.structs.replace(grown, **{place.order: order})
