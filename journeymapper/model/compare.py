"""Two versions of a project, or two journeys of one, held together: what was added, removed, changed and moved."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from journeymapper.model.difference import Difference, DifferenceKind
from journeymapper.model.element import Element
from journeymapper.model.flat import Flat, flat, flat_journey, under
from journeymapper.model.limits import structure_fields
from journeymapper.model.matching import same_elements
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.references import references_of
from journeymapper.model.taking_over import take_over, take_over_journey

__all__ = ["Difference", "DifferenceKind", "compare", "compare_journeys", "take_over", "take_over_journey", "turned"]

OPPOSITE: Mapping[DifferenceKind, DifferenceKind] = {"added": "removed", "removed": "added"}

SELF: Mapping[str, frozenset[str]] = {
    "journey": frozenset({"name", "state", "same_as", "variant_of", "persona", "headline"}),
    "touchpoint": frozenset({"shown_point"}),
}
"""Fields, by kind of element, in which two journeys differ because they are two."""


class Pair(msgspec.Struct, frozen=True):
    """Two versions under the ids of the old one, the ids of the new one by these, the own lanes that are in both."""

    old: Flat
    new: Flat
    called: Mapping[str, str]
    left: Mapping[str, frozenset[str]] = {}
    lanes: tuple[str, ...] = ()

    def both(self, key: str) -> bool:
        """Whether an element is in both versions, and of the same kind."""
        return key in self.old.elements and self.old.kind(key) == self.new.kind(key)

    def difference(
        self, kind: DifferenceKind, key: str, field: str = "", before: str = "", after: str = ""
    ) -> Difference:
        """One difference at the element of an id."""
        side = self.old if kind == "removed" else self.new
        return Difference(
            kind=kind,
            element=key if kind == "removed" else self.called.get(key, key),
            element_kind=side.kind(key),
            name=told_name(side, key),
            field=field,
            before=before,
            after=after,
            old_element="" if kind == "added" else key,
        )


def compare(old: Project, new: Project) -> list[Difference]:
    """All differences in the order of the new version's map and lists, what was removed at the end.

    Elements are the same by id, else by stage and name. Snapshots and the number of the next point are not compared.
    """
    before, after = flat(old), flat(new)
    same = same_elements(before, after, {new.id: old.id})
    return _differences(_pair(before, after, same))


def compare_journeys(project: Project, old_id: str, new_id: str) -> list[Difference]:
    """The differences between the maps of two journeys: states of one journey, or a persona's variant.

    Their own names and states, and which point a card shows, are none.
    """
    journeys = [project.journeys.get(key) for key in (old_id, new_id)]
    for key, journey in zip((old_id, new_id), journeys, strict=True):
        if journey is None:
            raise Refusal("{id} is not a journey.", id=key)
    before, after = (flat_journey(journey) for journey in journeys if journey is not None)
    same = same_elements(before, after, {new_id: old_id})
    return _differences(_pair(before, after, same, SELF))


def turned(differences: Iterable[Difference], old: Project) -> list[Difference]:
    """The same differences from an `old` version told the other way round, in the same order."""
    parts = flat(old)
    return [
        Difference(
            kind=OPPOSITE.get(one.kind, one.kind),
            element=one.old_element or one.element,
            element_kind=one.element_kind,
            name=told_name(parts, one.old_element) if one.kind in ("changed", "moved") else one.name,
            field=one.field,
            before=one.after,
            after=one.before,
            old_element="" if one.kind == "removed" else one.element,
        )
        for one in differences
    ]


def _pair(old: Flat, new: Flat, same: Mapping[str, str], left: Mapping[str, frozenset[str]] = {}) -> Pair:
    lanes = tuple(key for key in same.values() if old.kind(key) == "own lane")
    return Pair(old, under(new, same), {key: name for name, key in same.items()}, left, lanes)


def _differences(pair: Pair) -> list[Difference]:
    moved = {key for (home, _), keys in pair.new.lists.items() for key in _moved_within(pair, home, keys)}
    found: list[Difference] = []
    for key in pair.new.elements:
        if not pair.both(key):
            found.append(pair.difference("added", key))
            continue
        found += _changes(pair, key)
        if key in moved or pair.old.homes.get(key, "") != pair.new.homes.get(key, ""):
            found.append(_move(pair, key))
    return [*found, *(pair.difference("removed", key) for key in pair.old.elements if not pair.both(key))]


def _changes(pair: Pair, key: str) -> Iterator[Difference]:
    old, new = pair.old.elements[key], pair.new.elements[key]
    if old is not new:
        for field in compared_fields(new, pair.left.get(pair.new.kind(key), ())):
            before, after = getattr(old, field), getattr(new, field)
            if before != after:
                names = _names_there(new, field)
                values = told(pair.old, before, names=names), told(pair.new, after, names=names)
                yield pair.difference("changed", key, field, *values)
    yield from _own_changes(pair, key)


def compared_fields(element: Element, left: Collection[str] = ()) -> list[str]:
    """The fields of an element that say something by themselves."""
    no_fields = {*structure_fields(type(element)), *left, "id"}
    return [name for name in element.__struct_fields__ if name not in no_fields]


def _own_changes(pair: Pair, key: str) -> Iterator[Difference]:
    for lane in pair.lanes if pair.new.kind(key) == "touchpoint" else ():
        before, after = pair.old.values.get((lane, key), ""), pair.new.values.get((lane, key), "")
        if before != after:
            yield pair.difference("changed", key, f"own_values/{lane}", before, after)


def _moved_within(pair: Pair, home: str, keys: Sequence[str]) -> set[str]:
    """The fewest elements of a list that, put elsewhere in it, make the old order the new one."""
    kind = pair.new.kind(keys[0]) if keys else ""
    places = {key: place for place, key in enumerate(pair.old.lists.get((home, kind), ()))}
    common = [key for key in keys if key in places and pair.both(key)]
    return {*common} - {common[place] for place in _longest_rising([places[key] for key in common])}


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising subsequence, by patience sorting."""
    tops, ends, before = list[int](), list[int](), list[int]()
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [place]
        before.append(ends[pile - 1] if pile else -1)
    chain, place = list[int](), ends[-1] if ends else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain


def _move(pair: Pair, key: str) -> Difference:
    homes = [side.homes.get(key, "") for side in (pair.old, pair.new)]
    if homes[0] != homes[1]:
        sides = zip((pair.old, pair.new), homes, strict=True)
        names = [told_name(side, home) if side.kind(home) == "stage" else "" for side, home in sides]
        return pair.difference("moved", key, "stage", *names)
    kind = pair.new.kind(key)
    places = [str(side.lists[homes[0], kind].index(key) + 1) for side in (pair.old, pair.new)]
    return pair.difference("moved", key, "place", *places)


def _names_there(element: Element, field: str) -> bool:
    return any(reference.field == field for reference in references_of(element))


def told_name(parts: Flat, key: str) -> str:
    """What to call an element in a list of differences."""
    element = parts.elements.get(key)
    fields = ("name", "title", "text", "source", "label")
    said = next((getattr(element, field) for field in fields if getattr(element, field, "")), "")
    if hasattr(element, "target") and hasattr(element, "source"):
        ends = (getattr(element, "source", ""), getattr(element, "target", ""))
        return " → ".join(told_name(parts, end) if end else "" for end in ends).strip()
    return str(said) or key


def told(parts: Flat, value: Any, *, names: bool = False) -> str:
    """A value as a plain text; where ids stand for elements, their names."""
    if value is None or value == "":
        return ""
    if isinstance(value, Anchor):
        return told_name(parts, value.id) if value.id else ""
    if isinstance(value, tuple):
        return ", ".join(told(parts, item, names=names) for item in value)
    if isinstance(value, msgspec.Struct):
        said = ((name, told(parts, getattr(value, name))) for name in value.__struct_fields__)
        return "; ".join(f"{name}: {text}" for name, text in said if text)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return told_name(parts, value) if names else str(value)
