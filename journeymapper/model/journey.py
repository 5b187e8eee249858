"""The map: journeys of stages of touchpoints, and what joins them."""

from typing import Literal

import msgspec

from journeymapper.model.element import Element

Kind = Literal["staffed", "physical", "digital", "paper", "others"]
State = Literal["assumed", "current", "future"]
LinkKind = Literal["happy", "alternative", "loop", "skip"]
Choice = Literal["", "measure", "listen", "leave"]
OwnLaneKind = Literal["text", "number", "rating"]


class StaffBehaviour(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is expected of somebody of the staff at a touchpoint."""

    role: str = ""
    text: str = ""


class LaneChoice(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a lane of a journey's map is shown: the id of a lane of the map or of an own lane, another name, hidden."""

    id: str
    name: str = ""
    hidden: bool = False
    collapsed: bool = False


class Touchpoint(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One place where customer and company meet.

    `feeling` runs from −2 to +2 and is the one that the team expects or intends; `importance` is stated, 1 to 5;
    `volume` counts encounters a year, each of them a `volume_unit` (visits, calls, sites). `doing` and `thoughts` are
    the customer's, `length` is how long it usually takes, `sub_journey` the journey that it opens. `images` are names
    of attachments, `<sha256>.png` or `.jpg`. Whether it is worth measuring: `suspected_pain` from 1 to 5, `can_act` on
    what is found, `can_ask` somebody; `choice` is what was decided, with `not_measured_because` where it is left.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    channels: tuple[str, ...] = ()
    moment_of_truth: bool = False
    moment_reason: str = ""
    conditional: bool = False
    base: str = ""
    importance: int | None = None
    volume: int | None = None
    volume_unit: str = ""
    feeling: int | None = None
    expectation: str = ""
    situation: str = ""
    function: str = ""
    owner: str = ""
    in_scope: bool = True
    not_measured_because: str = ""
    shown_point: str = ""
    personas: tuple[str, ...] = ()
    doing: str = ""
    thoughts: str = ""
    pains: tuple[str, ...] = ()
    delights: tuple[str, ...] = ()
    length: str = ""
    staff: tuple[StaffBehaviour, ...] = ()
    backstage: str = ""
    systems: tuple[str, ...] = ()
    sub_journey: str = ""
    images: tuple[str, ...] = ()
    votes: int = 0
    suspected_pain: int | None = None
    can_act: bool | None = None
    can_ask: bool | None = None
    choice: Choice = ""


class Stage(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of the journey; its touchpoints in the order of the happy path."""

    name: str
    usual_length: str = ""
    function: str = ""
    owner: str = ""
    touchpoints: tuple[str, ...] = ()


class Link(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A way from one touchpoint to another; an empty end is an entry or an exit of the journey."""

    source: str
    target: str
    kind: LinkKind = "happy"
    label: str = ""


class HandOff(Element, frozen=True, kw_only=True, omit_defaults=True):
    """Responsibility passing from one function to another between two touchpoints."""

    source: str
    target: str
    from_function: str = ""
    to_function: str = ""


class PlannedMessage(Element, frozen=True, kw_only=True, omit_defaults=True):
    """What is to be told to the customer at a touchpoint: a row of the message plan."""

    touchpoint: str
    trigger: str = ""
    channel: str = ""
    text: str = ""
    responsible: str = ""


class OwnLane(Element, frozen=True, kw_only=True, omit_defaults=True):
    """A lane that the team adds: a text, a number or a rating from 1 to 5 at each touchpoint."""

    name: str
    kind: OwnLaneKind = "text"


class Journey(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One journey map. Flat maps from id to element; order is kept in tuples of ids.

    `parked` are the touchpoints that are in no stage yet. `lanes` are the order of the lanes and the choices about
    them, empty where nothing was chosen; `own_values` go from own lane to touchpoint to value (a number with a point).
    `persona` and `variant_of` make it one persona's variant of a journey, `same_as` names the journey that it shows in
    another state; in a copy `origins` go from an element to what it was first copied from, by their ids, whether or not
    that is still there. `recurs_to` is the stage that its last stage returns to, `purchase` the
    touchpoint where the customer buys. One that is not `mapped` is only listed in the
    portfolio, with customers a year (`volume`) and `suspected_pain`.
    """

    name: str
    state: State = "current"
    scope: str = ""
    customer_goal: str = ""
    business_goal: str = ""
    success_event: str = ""
    headline: str = ""
    owner: str = ""
    stage_order: tuple[str, ...] = ()
    stages: dict[str, Stage] = {}
    touchpoints: dict[str, Touchpoint] = {}
    links: dict[str, Link] = {}
    hand_offs: dict[str, HandOff] = {}
    messages: dict[str, PlannedMessage] = {}
    message_order: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    lanes: tuple[LaneChoice, ...] = ()
    own_lanes: dict[str, OwnLane] = {}
    own_values: dict[str, dict[str, str]] = {}
    persona: str = ""
    variant_of: str = ""
    same_as: str = ""
    origins: dict[str, str] = {}
    mapped: bool = True
    volume: int | None = None
    suspected_pain: str = ""
    recurs_to: str = ""
    purchase: str = ""

    def ordered_stages(self) -> list[Stage]:
        """The stages from left to right."""
        return [self.stages[key] for key in self.stage_order]

    def ordered_touchpoints(self) -> list[Touchpoint]:
        """The touchpoints of all stages from left to right; parked ones are not among them."""
        return [self.touchpoints[key] for stage in self.ordered_stages() for key in stage.touchpoints]

    def parked_touchpoints(self) -> list[Touchpoint]:
        """The touchpoints of the parking lot, in its order."""
        return [self.touchpoints[key] for key in self.parked]

    def stage_of(self, touchpoint_id: str) -> Stage:
        """The stage that holds a touchpoint; raises KeyError for an id that none holds, as a parked one's."""
        stage = self.holder_of(touchpoint_id)
        if stage is None:
            raise KeyError(touchpoint_id)
        return stage

    def holder_of(self, touchpoint_id: str) -> Stage | None:
        """The stage that holds a touchpoint; None for a parked one."""
        return next((stage for stage in self.stages.values() if touchpoint_id in stage.touchpoints), None)
