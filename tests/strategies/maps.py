"""Journeys with their stages, touchpoints and what joins them."""

from typing import get_args

import msgspec
from hypothesis import strategies as st

from journeymapper.model.journey import (
    Choice,
    HandOff,
    Journey,
    Kind,
    LaneChoice,
    Link,
    LinkKind,
    OwnLane,
    PlannedMessage,
    StaffBehaviour,
    Stage,
    State,
    Touchpoint,
)
from journeymapper.model.measurement import Anchor
from tests.strategies.words import counts, names, several, some, texts


@st.composite
def journeys(draw: st.DrawFn, number: int = 0, most_stages: int = 4, most_touchpoints: int = 4) -> Journey:
    """A journey with stages, touchpoints and what joins them; its number keeps its ids apart from other journeys'."""
    stages: dict[str, Stage] = {}
    parts: dict[str, Touchpoint] = {}
    for s in range(draw(st.integers(0, most_stages))):
        keys = tuple(f"touchpoint-{number}-{s}-{t}" for t in range(draw(st.integers(0, most_touchpoints))))
        parts |= {key: draw(touchpoints(key)) for key in keys}
        stages[f"stage-{number}-{s}"] = Stage(id=f"stage-{number}-{s}", name=draw(names()), touchpoints=keys)
    messages = several(draw, f"message-{number}", lambda key: _messages(key, list(parts))) if parts else {}
    parked = tuple(f"parked-{number}-{n}" for n in range(draw(st.integers(0, 2))))
    parts |= {key: draw(touchpoints(key)) for key in parked}
    lanes = several(draw, f"lane-{number}", _own_lanes, 2)
    return Journey(
        id=f"journey-{number}",
        name=draw(names()),
        state=draw(st.sampled_from(get_args(State))),
        customer_goal=draw(texts()),
        stages=stages,
        stage_order=tuple(draw(st.permutations(list(stages)))),
        touchpoints=parts,
        links=several(draw, f"link-{number}", lambda key: _links(key, list(parts))) if len(parts) > 1 else {},
        hand_offs=several(draw, f"hand-off-{number}", lambda key: _hand_offs(key, list(parts)))
        if len(parts) > 1
        else {},
        messages=messages,
        message_order=tuple(draw(st.permutations(list(messages)))),
        parked=parked,
        own_lanes=lanes,
        own_values={key: {one: draw(st.sampled_from("12345")) for one in parts} for key in lanes if parts},
        lanes=tuple(LaneChoice(key, hidden=draw(st.booleans())) for key in (*lanes, "feeling")),
        volume=draw(counts()),
        suspected_pain=draw(texts()),
        recurs_to=draw(st.sampled_from(["", *stages])),
        origins=draw(st.dictionaries(st.sampled_from([*stages, *parts]), st.sampled_from(("a", "b")), max_size=2))
        if stages or parts
        else {},
    )


def touchpoints(element_id: str) -> st.SearchStrategy[Touchpoint]:
    """A touchpoint of that id that refers to nothing."""
    workshop = st.none() | st.tuples(texts(), names(), st.integers(0, 9))
    return st.tuples(_plain_touchpoints(element_id), workshop).map(lambda pair: _with_workshop(*pair))


def _with_workshop(touchpoint: Touchpoint, said: tuple[str, str, int] | None) -> Touchpoint:
    """The touchpoint with what a workshop says of it."""
    if said is None:
        return touchpoint
    text, name, votes = said
    return msgspec.structs.replace(
        touchpoint, doing=text, pains=(name,), staff=(StaffBehaviour(name, text),), systems=(name,), votes=votes
    )


def _plain_touchpoints(element_id: str) -> st.SearchStrategy[Touchpoint]:
    return st.builds(
        Touchpoint,
        id=st.just(element_id),
        name=names(),
        kinds=some(get_args(Kind)),
        moment_of_truth=st.booleans(),
        moment_reason=texts(),
        conditional=st.booleans(),
        importance=st.none() | st.integers(1, 5),
        volume=counts(),
        feeling=st.none() | st.integers(-2, 2),
        expectation=texts(),
        owner=st.just("") | names(),
        in_scope=st.booleans(),
        not_measured_because=texts(),
        suspected_pain=st.none() | st.integers(1, 5),
        can_act=st.none() | st.booleans(),
        choice=st.sampled_from(get_args(Choice)),
    )


def _own_lanes(element_id: str) -> st.SearchStrategy[OwnLane]:
    return st.builds(OwnLane, id=st.just(element_id), name=names(), kind=st.sampled_from(("text", "number", "rating")))


def _links(element_id: str, ends: list[str]) -> st.SearchStrategy[Link]:
    pairs = st.tuples(st.sampled_from([*ends, ""]), st.sampled_from([*ends, ""])).filter(
        lambda pair: pair[0] != pair[1]
    )
    kinds = st.sampled_from(get_args(LinkKind))
    return st.builds(
        lambda pair, kind, label: Link(id=element_id, source=pair[0], target=pair[1], kind=kind, label=label),
        pairs,
        kinds,
        st.just("") | names(),
    )


def _hand_offs(element_id: str, ends: list[str]) -> st.SearchStrategy[HandOff]:
    pairs = st.permutations(ends).map(lambda order: order[:2])
    return st.builds(
        lambda pair, function: HandOff(id=element_id, source=pair[0], target=pair[1], from_function=function),
        pairs,
        st.just("") | names(),
    )


def _messages(element_id: str, ends: list[str]) -> st.SearchStrategy[PlannedMessage]:
    return st.builds(PlannedMessage, id=st.just(element_id), touchpoint=st.sampled_from(ends), text=texts())


def anchors(of: list[Journey]) -> st.SearchStrategy[Anchor]:
    """Where a point, action or note can hang in these journeys."""
    places = [Anchor("relationship")]
    for journey in of:
        places.append(Anchor("journey", journey.id))
        places += [Anchor("stage", key) for key in journey.stages]
        places += [Anchor("touchpoint", key) for key in journey.touchpoints]
        places += [Anchor("hand-off", key) for key in journey.hand_offs]
    return st.sampled_from(places)
