"""Which element of one version is which of another: the same id, else copied from it, else the same place and name."""

from collections.abc import Callable, Hashable, Mapping

from journeymapper.model.element import Element
from journeymapper.model.flat import Flat
from journeymapper.model.journey import HandOff, Link, PlannedMessage
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.plan import Waiver
from journeymapper.model.project import Evidence, Note
from journeymapper.model.references import renamed
from journeymapper.model.sources import ResultSet

Likeness = Callable[[Flat, str], Hashable]
"""What two elements of a kind that are the same have in common."""


def same_elements(old: Flat, new: Flat, known: Mapping[str, str] = {}) -> dict[str, str]:
    """New id → old id of what is in both: by id, then by what it was copied from, then by stage and name, then by name
    within the journey.

    `known` are pairs that are the same whatever they are called.
    """
    same = {key: key for key in new.elements if key in old.elements and old.kind(key) == new.kind(key)} | dict(known)
    for kind, like in PASSES:
        _match(old, new, same, kind, like)
    return same


def _match(old: Flat, new: Flat, same: dict[str, str], kind: str, like: Likeness) -> None:
    """Adds pairs of a kind that are alike, the first with the first where several are."""
    taken = {*same.values(), *new.elements}
    free: dict[Hashable, list[str]] = {}
    for key in old.elements:
        if old.kind(key) == kind and key not in taken:
            free.setdefault(like(old, key), []).append(key)
    for key in new.elements:
        if free and new.kind(key) == kind and key not in same:
            alike = free.get(like(_seen(new, key, same), key))
            if alike:
                same[key] = alike.pop(0)


def _seen(new: Flat, key: str, same: Mapping[str, str]) -> Flat:
    """One element of the new version as the old one would call what it names and where it is."""
    home, journey = new.homes.get(key, ""), new.journey_of(key)
    element = renamed(new.elements[key], same)
    homes = {key: same.get(home, home)}
    if home != journey:
        homes[homes[key]] = same.get(journey, journey)
    held: dict[str, Element] = {key: element}
    if home != journey and home in new.elements:
        held[homes[key]] = new.elements[home]
    return Flat(held, homes, {}, {}, {key: new.origin(key)})


def _origin(parts: Flat, key: str) -> Hashable:
    return parts.journey_of(key), parts.origin(key)


def _name(parts: Flat, key: str) -> Hashable:
    element = parts.elements[key]
    return next((getattr(element, field) for field in ("name", "title", "text") if getattr(element, field, "")), "")


def _name_at_home(parts: Flat, key: str) -> Hashable:
    return parts.homes.get(key, ""), _name(parts, key)


def _name_in_journey(parts: Flat, key: str) -> Hashable:
    return parts.journey_of(key), _name(parts, key)


def _joint(parts: Flat, key: str) -> Hashable:
    match parts.elements[key]:
        case Link() as link:
            return link.source, link.target, link.kind
        case HandOff() as hand_off:
            return hand_off.source, hand_off.target
        case PlannedMessage() as message:
            return message.touchpoint, message.channel, message.text
        case MeasurementPoint() as point:
            return point.anchor, point.metric
        case Note() as note:
            return note.anchor, note.text
        case Evidence() as evidence:
            return evidence.subject, evidence.field, evidence.source
        case ResultSet() as result_set:
            return result_set.account.sha256, result_set.tally
        case element:
            return element.id


def _waived(parts: Flat, key: str) -> Hashable:
    waiver = parts.elements[key]
    return (waiver.check, waiver.subject) if isinstance(waiver, Waiver) else key


PASSES: tuple[tuple[str, Likeness], ...] = (
    *((kind, _name) for kind in ("channel", "persona", "journey")),
    *((kind, _origin) for kind in ("stage", "touchpoint", "link", "hand-off", "message", "own lane")),
    *((kind, _name_at_home) for kind in ("stage", "touchpoint", "own lane")),
    ("touchpoint", _name_in_journey),
    *((kind, _joint) for kind in ("link", "hand-off", "message", "point", "note", "result set")),
    *((kind, _name) for kind in ("promise", "goal", "action", "existing measurement", "roll-out step")),
    ("waiver", _waived),
    ("evidence", _joint),
)
