"""The map: journeys of stages of touchpoints, and what joins them."""

from typing import Literal

from journeymapper.model.element import Element

Kind = Literal["staffed", "physical", "digital", "paper", "others"]
State = Literal["assumed", "current", "future"]
LinkKind = Literal["happy", "alternative", "loop"]


class Touchpoint(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One place where customer and company meet.

    `feeling` runs from −2 to +2 and is the one that the team expects or intends; `importance` is stated, 1 to 5;
    `volume` counts encounters a year, each of them a `volume_unit` (visits, calls, sites).
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


class Journey(Element, frozen=True, kw_only=True, omit_defaults=True):
    """One journey map. Flat maps from id to element; order is kept in tuples of ids."""

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

    def ordered_stages(self) -> list[Stage]:
        """The stages from left to right."""
        return [self.stages[key] for key in self.stage_order]

    def ordered_touchpoints(self) -> list[Touchpoint]:
        """The touchpoints of all stages from left to right."""
        return [self.touchpoints[key] for stage in self.ordered_stages() for key in stage.touchpoints]

    def stage_of(self, touchpoint_id: str) -> Stage:
        """The stage that holds a touchpoint; raises KeyError for an id that none holds."""
        for stage in self.stages.values():
            if touchpoint_id in stage.touchpoints:
                return stage
        raise KeyError(touchpoint_id)
