"""Whether a project holds together: what a decoder of structs cannot see.

`verify` refuses what no map can be shown of; `broken_references` lists what can be shown but is not right.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from journeymapper.model.element import Element
from journeymapper.model.find import kind_of, name_of
from journeymapper.model.finding import Finding
from journeymapper.model.journey import Journey
from journeymapper.model.limits import TEXT_LENGTH, check
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.orders import repeated
from journeymapper.model.own_values import own_texts, strangers
from journeymapper.model.places import every_element, holders
from journeymapper.model.project import Project
from journeymapper.model.references import Reference, named, references_of
from journeymapper.model.sources import ResultSet

WHITE_SPACE = "\n\r\t"


def verify(project: Project) -> None:
    """Refuses a project with ids given twice, orders of what is not there, numbers out of range, and the like."""
    _check_ids(project)
    for holder, places in holders(project):
        for place in places:
            if place.order:
                _check_order(holder, place.ordered(holder), place.elements(holder))
    for journey in project.journeys.values():
        _check_stages(journey)
    for point in project.points.values():
        if point.metric not in project.metrics:
            raise Refusal("{id} has the metric {metric}, which is not there.", id=point.id, metric=point.metric)
    for element in (project, *every_element(project)):
        check_values(element)


def check_values(element: Element) -> None:
    """Refuses an element with a value that edits would refuse, or with control characters."""
    try:
        check(element)
    except Refusal as error:
        raise Refusal("{id} cannot be read: {reason}", id=element.id[:200], reason=str(error)) from error
    if not isinstance(element, ResultSet) and any(map(_has_control, _strings(element))):
        raise Refusal("{id} has control characters in a text.", id=element.id)
    if isinstance(element, Journey) and any(len(text) > TEXT_LENGTH for text in own_texts(element.own_values)):
        raise Refusal("{id} has a text that is too long: at most {n} characters.", id=element.id, n=TEXT_LENGTH)


def check_structure(project: Project, journey: Journey) -> None:
    """Refuses a journey, already in its project, whose ids, orders or stages do not fit."""
    _check_ids(project)
    _check_order(journey, journey.stage_order, journey.stages)
    _check_order(journey, journey.message_order, journey.messages)
    _check_stages(journey)
    for finding in broken_references(project):
        raise Refusal(finding.message.text, **finding.message.values)


def broken_references(project: Project) -> list[Finding]:
    """References to what is not there or is of another kind, and elements that no order holds."""
    return [*_dangling(project), *_lost(project)]


def _dangling(project: Project) -> Iterator[Finding]:
    known = {project.id: "project"} | {element.id: kind_of(element) for element in every_element(project)}
    for element in every_element(project):
        keys = [
            key
            for reference in references_of(element)
            for key, kinds in named(element, reference)
            if not reference.loose and not _leads_somewhere(known, element, reference, key, kinds)
        ]
        for key in keys + (strangers(element) if isinstance(element, Journey) else []):
            values: dict[str, str | int | float] = {"name": name_of(project, element.id), "id": key}
            message = Message("{name} refers to {id}, which is not there.", values)
            yield Finding("dangling reference", "error", element.id, message)


def _leads_somewhere(
    known: Mapping[str, str], element: Element, reference: Reference, key: str, kinds: tuple[str, ...]
) -> bool:
    if reference.own and isinstance(element, Journey):
        return key in element.stages
    return key in known and (not kinds or known[key] in kinds)


def _lost(project: Project) -> Iterator[Finding]:
    """Elements in a map but in no order, and so on no page."""
    for holder, places in holders(project):
        for place in places:
            for key in sorted(place.elements(holder).keys() - set(place.ordered(holder))):
                yield _in_no_order(project, key)
    for journey in project.journeys.values():
        for key in sorted(journey.touchpoints.keys() - set(_touchpoints(journey))):
            yield _in_no_order(project, key)


def _in_no_order(project: Project, key: str) -> Finding:
    return Finding(
        "not shown", "error", key, Message("{name} is kept but shown nowhere.", {"name": name_of(project, key)})
    )


def _check_ids(project: Project) -> None:
    for holder, places in holders(project):
        for place in places:
            for key, element in place.elements(holder).items():
                if key != element.id:
                    raise Refusal("{key} is kept under another id: {id}.", key=key, id=element.id)
    double = repeated([project.id, *(element.id for element in every_element(project))])
    if double:
        raise Refusal("The id {id} is given twice.", id=double)


def _check_order(holder: Element, order: tuple[str, ...], elements: Iterable[str]) -> None:
    known = set(elements)
    for key in order:
        if key not in known:
            raise Refusal("An order of {holder} names {id}, which is not there.", holder=holder.id, id=key)
    double = repeated(order)
    if double:
        raise Refusal("An order of {holder} names {id} twice.", holder=holder.id, id=double)


def _check_stages(journey: Journey) -> None:
    _check_order(journey, journey.parked, journey.touchpoints)
    for stage in journey.stages.values():
        _check_order(stage, stage.touchpoints, journey.touchpoints)
    double = repeated(_touchpoints(journey))
    if double:
        raise Refusal("The touchpoint {id} is in two stages.", id=double)


def _touchpoints(journey: Journey) -> list[str]:
    """The ids of all that a stage or the parking lot holds."""
    return [*(key for stage in journey.stages.values() for key in stage.touchpoints), *journey.parked]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Journey):
        yield from own_texts(value.own_values)
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, msgspec.Struct):
        yield from _strings(tuple(getattr(value, name) for name in value.__struct_fields__))


def _has_control(text: str) -> bool:
    return not text.isprintable() and any(unicodedata.category(c) == "Cc" and c not in WHITE_SPACE for c in text)
