"""CJML (SINTEF): phases are stages, communication points and actions touchpoints, experience ratings feelings.

Real files refer to what is not there; they are read as far as they go.
"""

from typing import TYPE_CHECKING

import msgspec

from journeymapper.mapfiles.card_lines import fitted
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.file_bytes import name_of
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import (
    LaneText,
    Reading,
    Sketch,
    SketchedStage,
    SketchedTouchpoint,
    merged_texts,
)
from journeymapper.model.messages import Message, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

JOURNEYS = ("plannedJourney", "actualJourney")
POINTS = ("plannedCommunicationPoint", "actualCommunicationPoint", "plannedAction", "actualAction")
MOST_POINTS = 5_000


class Phase(msgspec.Struct):
    """A phase being filled."""

    name: str
    cards: list[SketchedTouchpoint] = msgspec.field(default_factory=list)


def is_cjml(root: "Element") -> bool:
    """Whether an XML file is CJML."""
    return name_of(root) in (*JOURNEYS, "CJML") or any(name_of(element) in JOURNEYS for element in root)


def read_cjml(root: "Element", *, source: str) -> Reading:
    """A journey per planned or actual journey; refuses a file without touchpoints."""
    account: list[Message] = []
    sketches = [_journey(element, account, source) for element in root.iter() if name_of(element) in JOURNEYS]
    kept = tuple(sketch for sketch in sketches if sketch.touchpoints)
    if not kept:
        raise Refusal("{file}: the CJML journey has no touchpoints.", file=source)
    return Reading(kept, tuple(account))


def _journey(journey: "Element", account: list[Message], source: str) -> Sketch:
    phases = {key: Phase(name) for key, name in _phases(journey)}
    people = dict(_actors(journey))
    points = [element for element in journey.iter() if name_of(element) in POINTS]
    if len(points) > MOST_POINTS:
        raise Refusal("{file} has too many parts to be a map.", file=source)
    for point in points:
        belongs = _first(point, "belongsTo")
        key = plain(belongs.get("phaseIDref", "")) if belongs is not None else ""
        if key and key not in phases:
            account.append(Message("The phase {id} is not described; its id is its name.", {"id": key[:80]}))
        phases.setdefault(key, Phase(key)).cards.append(_card(point, people, account))
    stages = tuple(SketchedStage(name=shortened(one.name)[0], touchpoints=tuple(one.cards)) for one in phases.values())
    name = _text(journey, "journeyName") or _text(journey, "journeyID")
    return Sketch(name=shortened(name)[0], description=_text(journey, "journeyShortSummary"), stages=stages)


def _phases(journey: "Element") -> "Iterator[tuple[str, str]]":
    for phase in journey.iter():
        if name_of(phase) == "journeyPhase" and phase.get("phaseID"):
            key = plain(phase.get("phaseID", ""))
            yield key, _text(phase, "phaseName") or key


def _actors(journey: "Element") -> "Iterator[tuple[str, str]]":
    """End users by their ids; the firm's own actors are no personas."""
    for actor in journey.iter():
        key = plain(actor.get("actorID") or actor.get("actorIDref") or "")
        if name_of(actor) == "endUser" and key:
            yield key, _text(actor, "actorName") or _text(actor, "endUserName") or key


def _card(point: "Element", people: dict[str, str], account: list[Message]) -> SketchedTouchpoint:
    initiator, receiver = _side(point, "initiator"), _side(point, "receiver")
    names = [label for label in (initiator[1], receiver[1]) if label]
    number = _text(point, "touchpointID")
    channel = _text(point, "channelName") or _text(point, "channel")
    texts = [LaneText("doing", names[1])] if len(names) > 1 and names[1] != names[0] else []
    if comment := _text(point, "comment"):
        texts.append(LaneText("note", comment))
    return fitted(
        SketchedTouchpoint(
            name=names[0] if names else number or "…",
            channels=(channel,) if channel else (),
            personas=tuple(dict.fromkeys(people[key] for key, _ in (initiator, receiver) if key in people)),
            feeling=_feeling(point, number, account),
            texts=merged_texts(texts),
        )
    )


def _side(point: "Element", side: str) -> tuple[str, str]:
    """Who initiates or receives, and what the point is called there."""
    element = _first(point, side)
    if element is None:
        return "", ""
    refers = _first(element, "refersTo")
    return plain(refers.get("actorIDref", "")) if refers is not None else "", _text(element, f"{side}Label")


def _feeling(point: "Element", number: str, account: list[Message]) -> int | None:
    rating = _text(point, "experienceRating")
    if not rating:
        return None
    if rating in ("1", "2", "3", "4", "5"):
        return int(rating) - 3
    values: dict[str, str | int | float] = {"id": number[:40], "rating": rating[:40]}
    account.append(Message("Touchpoint {id}: the experience rating {rating} is none from 1 to 5.", values))
    return None


def _first(element: "Element", name: str) -> "Element | None":
    return next((one for one in element.iter() if name_of(one) == name), None)


def _text(element: "Element", name: str) -> str:
    found = _first(element, name)
    return plain("".join(found.itertext())) if found is not None else ""
