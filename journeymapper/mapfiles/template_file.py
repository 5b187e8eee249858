"""A template as it is kept: a TOML file whose texts stand in English and Finnish side by side."""

from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from journeymapper.model.journey import Kind
from journeymapper.model.measurement import Level, Scope, Status
from journeymapper.model.messages import Refusal

FOLDER = Path(__file__).parents[2] / "resources" / "templates"
CHANNELS = "_channels.toml"
LANGUAGES = ("en", "fi")

Both: TypeAlias = tuple[str, str]
"""A text in English and in Finnish."""
Id: TypeAlias = str
NOTHING: Both = ("", "")


class PersonaPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A persona; its channels by their keys."""

    name: Both
    description: Both
    quote: Both = NOTHING
    channels: tuple[Id, ...] = ()


class TouchpointPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A touchpoint; `moment` says why it is a moment of truth, `only` for whom it is where it is not for all."""

    id: Id
    name: Both
    channels: tuple[Id, ...]
    kinds: tuple[Kind, ...]
    feeling: int
    expect: Both
    moment: Both = NOTHING
    only: Both = NOTHING


class StagePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stage with its touchpoints."""

    id: Id
    name: Both
    length: Both
    function: Both = NOTHING
    touchpoints: tuple[TouchpointPart, ...]


class ExperiencePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a touchpoint is like: the customer's side, then `role` and `behaviour` of the staff and the backstage."""

    doing: Both = NOTHING
    thoughts: Both = NOTHING
    pain: Both = NOTHING
    delight: Both = NOTHING
    role: Both = NOTHING
    behaviour: Both = NOTHING
    backstage: Both = NOTHING


class HandOffPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Responsibility passing between two touchpoints; the functions as pairs, from and to, per language."""

    source: Id
    target: Id
    functions: tuple[Both, Both]


class PointPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A suggested measurement point at a touchpoint, `*` the whole journey, nothing for the relationship.

    `covers` are hand-offs, `source>target`, that it measures besides.
    """

    at: Id
    metric: str
    name: Both
    question: Both = NOTHING
    asked: Both
    population: Both = NOTHING
    level: Level = "operational"
    scope: Scope | Literal[""] = ""
    status: Status = "planned"
    everybody: bool = False
    covers: tuple[str, ...] = ()


class MessagePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the message plan."""

    at: Id
    trigger: Both
    channel: Id
    text: Both


class TemplateFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One journey with its plan; the experiences by the ids of their touchpoints."""

    name: Both
    description: Both
    customer_goal: Both
    business_goal: Both
    success: Both
    recurs_to: Id = ""
    personas: dict[Id, PersonaPart]
    stages: tuple[StagePart, ...]
    experiences: dict[Id, ExperiencePart] = {}
    hand_offs: tuple[HandOffPart, ...] = ()
    points: tuple[PointPart, ...]
    messages: tuple[MessagePart, ...]


def load_template(path: Path) -> TemplateFile:
    """The template in a file; refuses a damaged one, naming it."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=TemplateFile)
    except (msgspec.DecodeError, OSError) as error:
        raise Refusal("{file} is damaged.", file=str(path)) from error


def load_channels() -> dict[Id, Both]:
    """The channels that templates name, by their keys."""
    return msgspec.toml.decode((FOLDER / CHANNELS).read_bytes(), type=dict[Id, Both])
