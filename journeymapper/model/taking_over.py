"""Taking chosen differences over from one version of a project into another."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from journeymapper.model.difference import Difference
from journeymapper.model.edits.rules import check_references
from journeymapper.model.element import Element
from journeymapper.model.flat import Flat, assembled, flat, flat_journey, under
from journeymapper.model.integrity import broken_references, verify
from journeymapper.model.journey import Touchpoint
from journeymapper.model.matching import same_elements
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.references import goes_with, let_go, named, references_of


def take_over(target: Project, source: Project, differences: Iterable[Difference]) -> Project:
    """The target with some of the differences that `compare(target, source)` told; itself where there are none.

    What is added comes without what is not there and was not chosen; a metric or wave that is needed comes along or
    stays. A touchpoint whose stage is gone is parked, what hangs on something that is gone goes. Refuses what no edit
    allows. Tallies and attachments that come in so must be put beside the project by the caller.
    """
    chosen = list(differences)
    if not chosen:
        return target
    wanted = flat(source)
    same = same_elements(flat(target), wanted, {source.id: target.id})
    taken = _taken(target, under(wanted, same), same, chosen)
    number = max(target.next_point, source.next_point)
    return _checked(msgspec.structs.replace(taken, next_point=number))


def take_over_journey(
    project: Project, here: str, there: str, differences: Iterable[Difference], fresh: Callable[[str], str]
) -> Project:
    """The project in which one journey has taken over some of the differences to another one.

    They are those that `compare_journeys(project, here, there)` told; the other journey stays as it is. What is added
    comes under ids that `fresh` makes of its kind, without the other's measurement points. Refuses as `take_over`.
    """
    chosen = list(differences)
    for key in (here, there):
        if key not in project.journeys:
            raise Refusal("{id} is not a journey.", id=key)
    if not chosen:
        return project
    wanted = flat_journey(project.journeys[there])
    same = same_elements(flat_journey(project.journeys[here]), wanted, {there: here})
    same |= {key: fresh(wanted.kind(key)) for key in wanted.elements if key not in same}
    for key, element in wanted.elements.items():
        if isinstance(element, Touchpoint):
            wanted.elements[key] = msgspec.structs.replace(element, shown_point="", votes=0)
    return _checked(_taken(project, under(wanted, same), same, chosen))


def _taken(target: Project, wanted: Flat, same: Mapping[str, str], chosen: Iterable[Difference]) -> Project:
    """The target with differences to a version whose elements go by the target's ids."""
    result = flat(target)
    journeys = {
        key: parts.homes[key] for parts in (wanted, result) for key in parts.homes if parts.kind(key) == "stage"
    }
    _remove(result, chosen)
    placing = _add(result, wanted, chosen, same)
    _change(result, wanted, chosen, same)
    _place(result, wanted, placing)
    _prune(result, (wanted, flat(target)), journeys)
    return assembled(result, target)


def _remove(result: Flat, chosen: Iterable[Difference]) -> None:
    for one in chosen:
        if one.kind == "removed":
            _drop(result, one.element)


def _drop(result: Flat, key: str) -> None:
    result.elements.pop(key, None)
    result.homes.pop(key, None)
    for order in result.lists.values():
        if key in order:
            order.remove(key)


def _add(result: Flat, wanted: Flat, chosen: Iterable[Difference], same: Mapping[str, str]) -> set[str]:
    """Adds elements; the ids of all that is to be put in its place, what has moved among them."""
    placing = set[str]()
    for one in chosen:
        key = same.get(one.element, one.element)
        if key not in wanted.elements or one.kind not in ("added", "moved"):
            continue
        placing.add(key)
        if one.kind == "added":
            _drop(result, key)
            result.elements[key] = wanted.elements[key]
            result.homes[key] = wanted.homes.get(key, "")
            result.origins |= {key: wanted.origins[key]} if key in wanted.origins else {}
            result.values |= {ids: text for ids, text in wanted.values.items() if key in ids}
    return placing


def _change(result: Flat, wanted: Flat, chosen: Iterable[Difference], same: Mapping[str, str]) -> None:
    for one in chosen:
        key = same.get(one.element, one.element)
        if one.kind != "changed" or key not in wanted.elements or key not in result.elements:
            continue
        field, _, lane = one.field.partition("/")
        if lane:
            text = wanted.values.get((lane, key), "")
            result.values[lane, key] = text
        else:
            value = getattr(wanted.elements[key], field)
            result.elements[key] = msgspec.structs.replace(result.elements[key], **{field: value})


def _place(result: Flat, wanted: Flat, placing: set[str]) -> None:
    """Puts elements after the one that they follow in the wanted version, as far as it is there."""
    for (home, kind), keys in wanted.lists.items():
        before = ""
        for key in keys:
            if key in placing and key in result.elements:
                _put(result, key, (home, kind), before)
            if key in result.lists.get((home, kind), ()):
                before = key


def _put(result: Flat, key: str, place: tuple[str, str], before: str) -> None:
    home, kind = place
    if home and home not in result.elements:
        return
    old = result.lists.get((result.homes.get(key, ""), kind), [])
    if key in old:
        old.remove(key)
    order = result.lists.setdefault(place, [])
    order.insert(order.index(before) + 1 if before else 0, key)
    result.homes[key] = home


def _prune(result: Flat, versions: Iterable[Flat], journeys: Mapping[str, str]) -> None:
    """Leaves out what hangs on nothing, lets go of what is not there, brings in what is needed."""
    for version in versions:
        _bring_in(result, version)
    while True:
        _park_homeless(result, journeys)
        gone = {key for key, home in result.homes.items() if home and home not in result.elements}
        gone |= {one.id for one in result.elements.values() if goes_with(one, _missing(result, one))}
        if not gone:
            break
        for key in gone:
            _drop(result, key)
    for key, element in result.elements.items():
        result.elements[key] = let_go(element, _missing(result, element))
    result.values = {(a, b): v for (a, b), v in result.values.items() if v and {a, b} <= result.elements.keys()}


def _missing(result: Flat, element: Element) -> set[str]:
    """What an element names by id and is not there; words that are no ids may stand in loose fields."""
    references = [one for one in references_of(element) if not one.loose]
    return {key for one in references for key, _ in named(element, one)} - result.elements.keys()


def _bring_in(result: Flat, version: Flat) -> None:
    """The metrics and waves that points and imports cannot do without, from a version that has them."""
    for element in list(result.elements.values()):
        for reference in references_of(element):
            if reference.when != "holds":
                continue
            for key, (kind, *_) in named(element, reference):
                if key not in result.elements and key in version.elements:
                    result.elements[key], result.homes[key] = version.elements[key], ""
                    if ("", kind) in version.lists:
                        result.lists.setdefault(("", kind), []).append(key)


def _park_homeless(result: Flat, journeys: Mapping[str, str]) -> None:
    """Parks touchpoints whose stage is gone in the journey that they were in."""
    for key, home in result.homes.items():
        if result.kind(key) == "touchpoint" and result.kind(home) not in ("stage", "journey"):
            journey = journeys.get(home, "")
            if result.kind(journey) == "journey":
                result.homes[key] = journey
                result.lists.setdefault((journey, "touchpoint"), []).append(key)


def _checked(project: Project) -> Project:
    """Refuses a project that no edits could have made."""
    verify(project)
    for finding in broken_references(project):
        raise Refusal(finding.message.text, **finding.message.values)
    for goal in project.goals.values():
        check_references(project, goal)
    for journey in project.journeys.values():
        check_references(project, journey)
        for touchpoint in journey.touchpoints.values():
            check_references(project, touchpoint, journey.id)
    return project
