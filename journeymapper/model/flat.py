"""A project taken apart: every element by itself, where it is kept and in which order; for holding two together."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.find import kind_of
from journeymapper.model.journey import Journey, Stage, Touchpoint
from journeymapper.model.limits import structure_fields
from journeymapper.model.own_values import OwnValues, with_own_value
from journeymapper.model.places import IN_JOURNEY, IN_PROJECT, PLACES, Place
from journeymapper.model.project import Project, Snapshot
from journeymapper.model.references import renamed

E = TypeVar("E", bound=Element)
List = tuple[str, str]
"""The home of a list and the kind that it orders; a home is empty for the project's own lists."""


class Flat(msgspec.Struct):
    """Elements by id without what they hold; the ids that hold them; lists by home and kind; values of own lanes; what
    copies were copied from.

    A touchpoint's home is its stage, or its journey where it is parked.
    """

    elements: dict[str, Element]
    homes: dict[str, str]
    lists: dict[List, list[str]]
    values: dict[tuple[str, str], str]
    origins: dict[str, str] = {}

    def kind(self, key: str) -> str:
        """The kind of the element of an id, empty where there is none."""
        return kind_of(self.elements[key]) if key in self.elements else ""

    def origin(self, key: str) -> str:
        """The id of what an element was first copied from, else its own."""
        return self.origins.get(key, key)

    def journey_of(self, key: str) -> str:
        """The id of the journey in which an element is kept at last; empty for the project's own."""
        home = self.homes.get(key, "")
        return self.journey_of(home) if self.kind(home) == "stage" else home


def flat(project: Project) -> Flat:
    """The project in parts, itself among them, its journeys before its lists; its snapshots are left out."""
    parts = Flat({project.id: bare(project)}, {}, {}, {})
    for journey in project.ordered_journeys():
        _flatten(parts, journey)
    for place in IN_PROJECT:
        if place.type not in (Snapshot, Journey):
            _put(parts, "", place, project)
    parts.lists["", "journey"] = list(project.journey_order)
    return parts


def flat_journey(journey: Journey) -> Flat:
    """One journey in parts, itself among them."""
    parts = Flat({}, {}, {}, {})
    _flatten(parts, journey)
    return parts


def _flatten(parts: Flat, journey: Journey) -> None:
    parts.elements[journey.id] = bare(journey)
    parts.homes[journey.id] = ""
    for stage in journey.ordered_stages():
        parts.elements[stage.id] = bare(stage)
        parts.homes[stage.id] = journey.id
        _put_touchpoints(parts, journey, stage.id, stage.touchpoints)
    _put_touchpoints(parts, journey, journey.id, journey.parked)
    parts.lists[journey.id, "stage"] = list(journey.stage_order)
    for place in IN_JOURNEY:
        if place.type not in (Stage, Touchpoint):
            _put(parts, journey.id, place, journey)
    parts.origins |= journey.origins
    parts.values |= {(lane, key): text for lane, row in journey.own_values.items() for key, text in row.items()}


def _put_touchpoints(parts: Flat, journey: Journey, home: str, keys: tuple[str, ...]) -> None:
    parts.lists[home, "touchpoint"] = list(keys)
    for key in keys:
        parts.elements[key] = journey.touchpoints[key]
        parts.homes[key] = home


def _put(parts: Flat, home: str, place: Place, holder: Element) -> None:
    elements = place.elements(holder)
    ordered = [elements[key] for key in place.ordered(holder)] if place.order else elements.values()
    for element in ordered:
        parts.elements[element.id] = element
        parts.homes[element.id] = home
    if place.order:
        parts.lists[home, place.kind] = list(place.ordered(holder))


def bare(element: E) -> E:
    """The element without what it holds; the same object where it holds nothing."""
    held = {name: value for name, value in _empty(type(element)).items() if getattr(element, name) != value}
    return msgspec.structs.replace(element, **held) if held else element


@cache
def _empty(kind: type[Element]) -> Mapping[str, Any]:
    """The fields of structure of a kind, each with its empty value."""
    fields = msgspec.structs.fields(kind)
    names = structure_fields(kind) - {"id", "next_point"}
    return {
        one.name: one.default if one.default is not msgspec.NODEFAULT else cast(Any, one.default_factory)()
        for one in fields
        if one.name in names
    }


def under(parts: Flat, names: Mapping[str, str]) -> Flat:
    """The parts under other ids."""

    def new(key: str) -> str:
        return names.get(key, key)

    return Flat(
        {new(key): _under(element, names) for key, element in parts.elements.items()},
        {new(key): new(home) for key, home in parts.homes.items()},
        {(new(home), kind): [new(key) for key in keys] for (home, kind), keys in parts.lists.items()},
        {(new(lane), new(key)): text for (lane, key), text in parts.values.items()},
        {new(key): parts.origin(key) for key in parts.elements if parts.origin(key) != new(key)},
    )


def _under(element: Element, names: Mapping[str, str]) -> Element:
    element = renamed(element, names)
    if element.id in names:
        element = msgspec.structs.replace(element, id=names[element.id])
    if isinstance(element, Journey) and any(lane.id in names for lane in element.lanes):
        lanes = (msgspec.structs.replace(lane, id=names.get(lane.id, lane.id)) for lane in element.lanes)
        element = msgspec.structs.replace(element, lanes=tuple(lanes))
    return element


def assembled(parts: Flat, base: Project) -> Project:
    """The project of these parts, with the snapshots of the base."""
    project = parts.elements[base.id]
    fields = {name: getattr(base, name) for name in ("snapshots", "snapshot_order", "next_point")}
    for place in IN_PROJECT:
        if place.type is not Snapshot:
            fields |= _held(parts, "", place)
    fields["journeys"] = {key: _journey(parts, key) for key in parts.lists.get(("", "journey"), [])}
    return cast(Project, msgspec.structs.replace(project, **fields))


def _journey(parts: Flat, journey_id: str) -> Journey:
    fields: dict[str, Any] = {"parked": tuple(parts.lists.get((journey_id, "touchpoint"), []))}
    for place in IN_JOURNEY:
        fields |= _held(parts, journey_id, place)
    fields["own_values"] = _values(parts, fields["own_lanes"])
    held = [key for place in IN_JOURNEY for key in fields[place.map]]
    fields["origins"] = {key: parts.origins[key] for key in held if key in parts.origins}
    return cast(Journey, msgspec.structs.replace(parts.elements[journey_id], **fields))


def _held(parts: Flat, home: str, place: Place) -> dict[str, Any]:
    """The map of a place and its order."""
    keys = list(_keys(parts, home, place))
    held: dict[str, Any] = {place.map: {key: _whole(parts, key) for key in keys}}
    if place.order:
        held[place.order] = tuple(keys)
    return held


def _keys(parts: Flat, home: str, place: Place) -> Iterator[str]:
    if place.order:
        yield from parts.lists.get((home, place.kind), [])
        return
    for key, element in parts.elements.items():
        if PLACES.get(type(element)) is place:
            inside = parts.journey_of(key) if isinstance(element, Touchpoint) else parts.homes[key]
            if inside == home:
                yield key


def _whole(parts: Flat, key: str) -> Element:
    element = parts.elements[key]
    if not isinstance(element, Stage):
        return element
    return msgspec.structs.replace(element, touchpoints=tuple(parts.lists.get((key, "touchpoint"), [])))


def _values(parts: Flat, lanes: Mapping[str, Element]) -> OwnValues:
    values: OwnValues = {}
    for (lane, key), text in parts.values.items():
        if lane in lanes:
            values = with_own_value(values, lane, key, text)
    return values
