"""What each language must say: the shape of a sample's words, kept apart from its ids and numbers."""

from typing import NamedTuple

import msgspec


class PersonaWords(NamedTuple):
    """A persona in words."""

    name: str
    description: str
    quote: str


class StageWords(NamedTuple):
    """A stage in words."""

    name: str
    usual_length: str


class TouchpointWords(NamedTuple):
    """A touchpoint in words; `base` only where it is conditional, `moment_reason` only for a moment of truth."""

    name: str
    situation: str
    expectation: str
    volume_unit: str = ""
    base: str = ""
    moment_reason: str = ""
    not_measured_because: str = ""


class PointWords(NamedTuple):
    """A measurement point in words; `name` says what is taken where the metric alone does not."""

    name: str
    question: str
    asked: str
    method: str
    instrument: str
    system: str
    trigger: str
    population: str
    decision: str
    target_source: str = ""
    closed_loop: str = ""


class MessageWords(NamedTuple):
    """A row of the message plan in words."""

    trigger: str
    channel: str
    text: str
    responsible: str


class ActionWords(NamedTuple):
    """An action in words."""

    title: str
    detail: str
    effect: str
    proof: str


class EvidenceWords(NamedTuple):
    """A piece of evidence in words."""

    source: str
    quotation: str


class ExistingWords(NamedTuple):
    """A measurement that was there before the plan, in words."""

    name: str
    question: str
    scale: str
    cadence: str
    method: str
    last_result: str
    reason: str


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one language version says; the keys are those of `structure`."""

    language: str
    name: str
    disclaimer: str
    confidentiality: str
    scope: str
    customer_goal: str
    business_goal: str
    success_event: str
    headline: str
    personas: dict[str, PersonaWords]
    channels: dict[str, str]
    roles: dict[str, str]
    functions: dict[str, str]
    stages: dict[str, StageWords]
    touchpoints: dict[str, TouchpointWords]
    links: dict[str, str]
    points: dict[str, PointWords]
    metrics: dict[str, str]
    readings: dict[str, str]
    contact_classes: dict[str, str]
    data_bases: dict[str, str]
    retentions: dict[str, str]
    promises: dict[str, str]
    goals: dict[str, str]
    messages: dict[str, MessageWords]
    actions: dict[str, ActionWords]
    evidence: dict[str, EvidenceWords]
    notes: dict[str, str]
    inventory: dict[str, ExistingWords]
    roll_out: dict[str, str]
    contact_rule: str
