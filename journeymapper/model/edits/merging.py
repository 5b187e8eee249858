"""Several touchpoints into one, with all that hangs on them."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from journeymapper.model.edits.happy_path import bypassed, is_on_path
from journeymapper.model.edits.placing import put_back, replaced, with_each
from journeymapper.model.edits.structure import taken_out, the_touchpoint
from journeymapper.model.element import Element
from journeymapper.model.joining import Words, joined
from journeymapper.model.journey import HandOff, Journey, Link, Touchpoint
from journeymapper.model.limits import clean
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.own_values import OwnValues, with_own_value, without_own_values
from journeymapper.model.places import PLACES
from journeymapper.model.project import Project
from journeymapper.model.references import renamed


def merge_touchpoints(
    project: Project, ids: Sequence[str], name: str | None = None, words: Words = Message.english
) -> Project:
    """The project with several touchpoints of a journey as one, in the place of the first of the ids.

    `joined` says what becomes of their fields, and in `words` what the one cannot hold. Links, hand-offs, points,
    notes, messages, actions, evidence, promises of the others are the first's then; what joined two of them goes, what
    it said is kept with what the customer does. Where the happy path comes through the first, it leads past where the
    others were.
    """
    ids = tuple(dict.fromkeys(ids))
    if len(ids) < 2:
        return project
    journey, merged = _in_one_journey(project, ids)
    if is_on_path(journey, ids[0]):
        for key in ids[1:]:
            project = bypassed(project, journey.id, key)
        journey = project.journeys[journey.id]
    inner = [joint for joint in _joints(journey) if {joint.source, joint.target} <= {*ids} and not _is_loop(joint)]
    said = [*_left_in_lanes(journey, merged), *(text for joint in inner for text in _said(joint))]
    one = clean(joined(merged, name, said, words))
    names = dict.fromkeys([*ids[1:], *(joint.id for joint in inner)], one.id)
    project = put_back(project, _without(journey, ids, inner))
    project = with_each(project, lambda element: renamed(element, names, {one.id: "touchpoint"}))
    return _without_doubles(replaced(project, one), journey.id)


def _in_one_journey(project: Project, ids: Iterable[str]) -> tuple[Journey, list[Touchpoint]]:
    both = [the_touchpoint(project, key) for key in ids]
    if len({journey.id for journey, _ in both}) > 1:
        raise Refusal("Only touchpoints of one journey can be made one.")
    return both[0][0], [touchpoint for _, touchpoint in both]


def _joints(journey: Journey) -> list[Link | HandOff]:
    return [*journey.links.values(), *journey.hand_offs.values()]


def _is_loop(joint: Link | HandOff) -> bool:
    return isinstance(joint, Link) and joint.kind == "loop"


def _said(joint: Link | HandOff) -> tuple[str, ...]:
    if isinstance(joint, Link):
        return (joint.label,)
    return (" → ".join(text for text in (joint.from_function, joint.to_function) if text),)


def _without(journey: Journey, ids: tuple[str, ...], inner: Iterable[Link | HandOff]) -> Journey:
    """The journey without all touchpoints but the first, without what joins them, their own values with the first."""
    values = _values_of_one(journey, ids)
    journey = taken_out(journey, ids[1:])
    gone = {*ids[1:], *(joint.id for joint in inner)}
    return msgspec.structs.replace(
        journey,
        touchpoints={key: one for key, one in journey.touchpoints.items() if key not in gone},
        links={key: one for key, one in journey.links.items() if key not in gone},
        hand_offs={key: one for key, one in journey.hand_offs.items() if key not in gone},
        own_values=values,
    )


def _left_in_lanes(journey: Journey, merged: Sequence[Touchpoint]) -> Iterator[str]:
    """The figures of own lanes that are not the first given."""
    for lane, row in journey.own_values.items():
        given = [(one.name, row[one.id]) for one in merged if one.id in row]
        if lane in journey.own_lanes and journey.own_lanes[lane].kind != "text":
            yield from (
                f"{name}: {journey.own_lanes[lane].name} {value}" for name, value in given if value != given[0][1]
            )


def _values_of_one(journey: Journey, ids: tuple[str, ...]) -> OwnValues:
    """The own values with those of all the touchpoints at the first: texts joined, of numbers the first given."""
    values = without_own_values(journey.own_values, ids)
    for lane, row in journey.own_values.items():
        given = list(dict.fromkeys(row[key] for key in ids if key in row))
        text = lane in journey.own_lanes and journey.own_lanes[lane].kind == "text"
        value = "\n".join(given) if text else "".join(given[:1])
        values = with_own_value(values, lane, ids[0], value) if value else values
    return values


def _without_doubles(project: Project, journey_id: str) -> Project:
    """The project without links that now say the same as an earlier one; evidence for them is for that one."""
    journey, first = project.journeys[journey_id], dict[tuple[str, ...], str]()
    for link in journey.links.values():
        first.setdefault(_said_by(link), link.id)
    names = {link.id: first[_said_by(link)] for link in journey.links.values() if first[_said_by(link)] != link.id}
    if not names:
        return project
    kept: dict[str, Element] = {key: link for key, link in journey.links.items() if key not in names}
    project = put_back(project, msgspec.structs.replace(journey, **{PLACES[Link].map: kept}))
    return with_each(project, lambda element: renamed(element, names))


def _said_by(link: Link) -> tuple[str, ...]:
    return (link.source, link.target, link.kind, link.label)
