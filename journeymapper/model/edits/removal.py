"""Removing an element, and with it all that hangs on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from journeymapper.model.edits.happy_path import bypassed, followed, has_path
from journeymapper.model.edits.placing import put_back
from journeymapper.model.element import Element
from journeymapper.model.find import find, found, holding_journey, name_of
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.messages import Refusal
from journeymapper.model.own_values import without_own_values
from journeymapper.model.places import IN_JOURNEY, IN_PROJECT, Place, every_element
from journeymapper.model.project import Project
from journeymapper.model.references import goes_with, held_by, let_go

H = TypeVar("H", Project, Journey)


def remove(project: Project, element_id: str) -> Project:
    """The project without an element and what hangs on it; references to it in promises, goals, actions are let go.

    The happy path leads past what is gone. Refuses the project itself, and a metric or wave that is still used.
    """
    return _removed(project, [found(project, element_id)])


def remove_all(project: Project, ids: Iterable[str]) -> Project:
    """The project without several elements, as `remove` does it with each; ids that nothing has are passed over."""
    return _removed(project, [element for key in ids if (element := find(project, key)) is not None])


def _removed(project: Project, elements: Sequence[Element]) -> Project:
    if any(isinstance(element, Project) for element in elements):
        raise Refusal("The project itself cannot be removed.")
    if not elements:
        return project
    gone = _all_gone(project, {key for element in elements for key in (element.id, *_contents(element))})
    _check_unused(project, gone)
    after = _without_all(project, gone)
    if len(elements) == 1:
        return _past(project, after, elements[0])
    for key, journey in after.journeys.items():
        if has_path(project.journeys[key]):
            led = _past_all(project, journey, elements, gone)
            after = after if led is journey else put_back(after, led)
    return after


def _without_all(project: Project, gone: set[str]) -> Project:
    journeys = {key: _without(journey, IN_JOURNEY, gone) for key, journey in project.journeys.items()}
    if any(journeys[key] is not journey for key, journey in project.journeys.items()):
        project = msgspec.structs.replace(project, journeys=journeys)
    return _without(project, IN_PROJECT, gone)


def _past(before: Project, after: Project, element: Element) -> Project:
    """The project after the removal of a touchpoint or stage with the happy path led past it."""
    if not isinstance(element, Touchpoint | Stage):
        return after
    journey = holding_journey(before, element.id)
    keys = {element.id, *_contents(element)}
    return followed(before, after, journey.id, keys) if journey else after


def _past_all(before: Project, journey: Journey, elements: Sequence[Element], gone: set[str]) -> Journey:
    """What is left of a journey with its happy path led past one after another of the elements that are gone."""
    drawn, led = before.journeys[journey.id].links, before
    for element in elements:
        if element.id in before.journeys[journey.id].touchpoints or element.id in before.journeys[journey.id].stages:
            led = bypassed(led, journey.id, element.id, *_contents(element))
    links = {
        key: link
        for key, link in led.journeys[journey.id].links.items()
        if gone.isdisjoint((link.source, link.target)) and (key not in gone or link is not drawn.get(key))
    }  # fmt: skip
    return journey if links == journey.links else msgspec.structs.replace(journey, links=links)


def _contents(element: Element) -> Iterable[str]:
    """The ids of what an element holds."""
    if isinstance(element, Stage):
        return element.touchpoints
    if isinstance(element, Journey):
        return [key for place in IN_JOURNEY for key in place.elements(element)]
    return ()


def _all_gone(project: Project, gone: set[str]) -> set[str]:
    """The ids that go when those go: what hangs on them, what hangs on that, and so on."""
    elements = list(every_element(project))
    while True:
        more = {element.id for element in elements if element.id not in gone and goes_with(element, gone)}
        if not more:
            return gone
        gone |= more


def _check_unused(project: Project, gone: set[str]) -> None:
    for element in every_element(project):
        held = "" if element.id in gone else held_by(element, gone)
        if held:
            user, name = name_of(project, element.id), name_of(project, held)
            raise Refusal("“{name}” is still used by “{user}”.", name=name, user=user)


def _without(holder: H, places: tuple[Place, ...], gone: set[str]) -> H:
    """A project or journey without what is gone; the same object where it had nothing to do with it."""
    changed: dict[str, Any] = {}
    for place in places:
        old = place.elements(holder)
        kept = {key: _let_go(element, gone) for key, element in old.items() if key not in gone}
        if not _same(kept, old):
            changed[place.map] = kept
        if place.order and any(key in gone for key in place.ordered(holder)):
            changed[place.order] = tuple(key for key in place.ordered(holder) if key not in gone)
    return msgspec.structs.replace(holder, **changed) if changed else holder


def _let_go(element: Element, gone: set[str]) -> Element:
    if isinstance(element, Journey):
        element = _journey_without(element, gone)
    if isinstance(element, Stage) and any(key in gone for key in element.touchpoints):
        return msgspec.structs.replace(element, touchpoints=tuple(k for k in element.touchpoints if k not in gone))
    return let_go(element, gone)


def _journey_without(journey: Journey, gone: set[str]) -> Journey:
    """The journey without parked touchpoints, own values, lane choices and origins of what is gone."""
    parked = tuple(key for key in journey.parked if key not in gone)
    lanes = tuple(lane for lane in journey.lanes if lane.id not in gone)
    values = without_own_values(journey.own_values, gone)
    origins = {key: origin for key, origin in journey.origins.items() if key not in gone}
    before = (journey.parked, journey.lanes, journey.origins)
    if (parked, lanes, origins) == before and values is journey.own_values:
        return journey
    return msgspec.structs.replace(journey, parked=parked, lanes=lanes, own_values=values, origins=origins)


def _same(new: Mapping[str, Element], old: Mapping[str, Element]) -> bool:
    return len(new) == len(old) and all(new[key] is element for key, element in old.items())
