"""What refers to what: the one table behind refusals of dangling ids, removal and the check of a file."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, TypeVar

import msgspec

from journeymapper.model.acting import BusinessCase, Experiment
from journeymapper.model.beliefs import BeliefRound
from journeymapper.model.element import Element
from journeymapper.model.inventory import ExistingMeasurement
from journeymapper.model.journey import HandOff, Journey, Link, PlannedMessage, Touchpoint
from journeymapper.model.measurement import Anchor, AnchorKind, MeasurementPoint
from journeymapper.model.plan import RollOutStep, Waiver
from journeymapper.model.project import Action, Evidence, Goal, Note, Persona, Promise
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.sources import ResultSet, Wave

E = TypeVar("E", bound=Element)
When = Literal["hangs", "lets go", "holds"]


class Reference(msgspec.Struct, frozen=True):
    """A field that names other elements by id, and what happens when they are removed.

    What hangs goes with them, what lets go loses the reference, what holds keeps them from being removed.
    `kinds` is empty where any element may be named; a loose field may also hold words that are no id, and one that
    names `own` parts names what the element itself holds.
    """

    field: str
    kinds: tuple[str, ...] = ()
    when: When = "lets go"
    loose: bool = False
    own: bool = False


PLACES_OF_POINTS = ("touchpoint", "hand-off", "stage", "journey")
PERSONAS = Reference("personas", ("persona",))
CHANNELS = Reference("channels", ("channel",), loose=True)
ENDS = (Reference("source", ("touchpoint",), "hangs"), Reference("target", ("touchpoint",), "hangs"))
REFERENCES: dict[type[msgspec.Struct], tuple[Reference, ...]] = {
    Touchpoint: (Reference("shown_point", ("point",)), PERSONAS, CHANNELS, Reference("sub_journey", ("journey",))),
    Link: ENDS,
    HandOff: ENDS,
    PlannedMessage: (
        Reference("touchpoint", ("touchpoint",), "hangs"),
        Reference("channel", ("channel",), loose=True),
    ),
    MeasurementPoint: (
        Reference("anchor", (), "hangs"),
        Reference("metric", ("metric",), "holds"),
        Reference("also_covers", PLACES_OF_POINTS),
        PERSONAS,
        CHANNELS,
    ),
    Persona: (Reference("preferred_channels", ("channel",), loose=True),),
    Journey: (
        Reference("persona", ("persona",)),
        Reference("variant_of", ("journey",)),
        Reference("same_as", ("journey",)),
        Reference("recurs_to", ("stage",), own=True),
        Reference("purchase", ("touchpoint",)),
    ),
    Promise: (Reference("touchpoints", ("touchpoint",)), Reference("points", ("point",))),
    Evidence: (Reference("subject", (), "hangs"),),
    Action: (Reference("anchor"), Reference("proof", ("point",), loose=True)),
    Note: (Reference("anchor", (), "hangs"),),
    Goal: (
        Reference("serves", ("goal",)),
        Reference("points", ("point",)),
        Reference("contradicts", ("goal",)),
    ),
    ExistingMeasurement: (Reference("anchor"), Reference("became", ("point",))),
    RollOutStep: (Reference("points", ("point",)),),
    Waiver: (Reference("subject", (), "hangs"),),
    BusinessCase: (Reference("actions", ("action",)),),
    Experiment: (Reference("anchor"), Reference("point", ("point",))),
    BeliefRound: (Reference("sources", ("result set",)),),
    Questionnaire: (
        Reference("points", ("point",)),
        Reference("does_not_apply", ("point",)),
        Reference("dont_know", ("point",)),
        Reference("never_with", ("questionnaire",)),
    ),
    ResultSet: (Reference("waves", ("wave",), "holds"),),
    Wave: (Reference("parts", ("wave",)),),
}


def references_of(element: msgspec.Struct) -> tuple[Reference, ...]:
    """The fields of an element that name others; none for what is no element."""
    return REFERENCES.get(type(element), ())


def named(element: Element, reference: Reference) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The ids that a field names, each with the kinds that it may be of; empty ids name nothing."""
    value = getattr(element, reference.field)
    if isinstance(value, Anchor):
        if value.kind != "relationship":
            yield value.id, (value.kind,)
    elif isinstance(value, str):
        if value:
            yield value, reference.kinds
    else:
        for key in value or ():
            yield key, reference.kinds


def goes_with(element: Element, gone: Collection[str]) -> bool:
    """Whether an element hangs on something that is gone."""
    hanging = (reference for reference in references_of(element) if reference.when == "hangs")
    return any(key in gone for reference in hanging for key, _ in named(element, reference))


def held_by(element: Element, gone: Collection[str]) -> str:
    """The id that an element cannot do without among those that are gone, empty where there is none."""
    holding = (reference for reference in references_of(element) if reference.when == "holds")
    return next((key for reference in holding for key, _ in named(element, reference) if key in gone), "")


def let_go(element: Element, gone: Collection[str]) -> Element:
    """The element without its references to what is gone; the same object where it had none."""
    changed: dict[str, Any] = {}
    for reference in references_of(element):
        if reference.when == "lets go" and any(key in gone for key, _ in named(element, reference)):
            changed[reference.field] = _without(getattr(element, reference.field), gone)
    return msgspec.structs.replace(element, **changed) if changed else element


def renamed(element: E, names: Mapping[str, str], kinds: Mapping[str, AnchorKind] = {}) -> E:
    """The element with what it names under new ids, each once; the same object where it names none of the old ones.

    `kinds` are those of new ids that are of another kind than the old ones.
    """
    changed: dict[str, Any] = {}
    for reference in references_of(element):
        if any(key in names for key, _ in named(element, reference)):
            changed[reference.field] = _renamed(getattr(element, reference.field), names, kinds)
    return msgspec.structs.replace(element, **changed) if changed else element


def _renamed(value: object, names: Mapping[str, str], kinds: Mapping[str, AnchorKind]) -> object:
    if isinstance(value, Anchor):
        new = names[value.id]
        return Anchor(kinds.get(new, value.kind), new)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(names.get(key, key) for key in value))
    return names[str(value)]


def _without(value: object, gone: Collection[str]) -> object:
    if isinstance(value, tuple):
        return tuple(key for key in value if key not in gone)
    return "" if isinstance(value, str) else None
