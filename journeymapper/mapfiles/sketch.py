"""A map before it is in a project: names alone, no ids. What every reader gives and `apply_sketch` takes."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

import msgspec

from journeymapper.model.journey import LinkKind
from journeymapper.model.measurement import Metric
from journeymapper.model.messages import Message, Refusal

Lane: TypeAlias = Literal[
    "situation", "expectation", "doing", "thoughts", "pains", "delights", "length", "staff", "backstage", "systems",
    "function", "owner", "message", "action", "opportunity", "note",
]  # fmt: skip
MOST_LINES = 5_000
MOST_CHARACTERS = 2_000_000


class LaneText(msgspec.Struct, frozen=True):
    """What one lane says; several things stand on lines of their own."""

    lane: Lane
    text: str


class SketchedPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A metric to be taken at a touchpoint."""

    metric: Metric
    target: float | None = None
    question: str = ""
    owner: str = ""


class SketchedTouchpoint(msgspec.Struct, frozen=True, kw_only=True):
    """A touchpoint by its name, its channels and personas by theirs; a feeling runs from −2 to 2."""

    name: str
    channels: tuple[str, ...] = ()
    moment_of_truth: bool = False
    moment_reason: str = ""
    conditional: bool = False
    base: str = ""
    feeling: int | None = None
    personas: tuple[str, ...] = ()
    texts: tuple[LaneText, ...] = ()
    points: tuple[SketchedPoint, ...] = ()


class SketchedStage(msgspec.Struct, frozen=True, kw_only=True):
    """A stage and its touchpoints; without a name, the stage in which one is."""

    name: str = ""
    touchpoints: tuple[SketchedTouchpoint, ...] = ()
    texts: tuple[LaneText, ...] = ()


class SketchedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A way between two touchpoints, each by its place among all of the sketch, from 0."""

    source: int
    target: int
    kind: LinkKind = "happy"
    label: str = ""


class SketchedPersona(msgspec.Struct, frozen=True, kw_only=True):
    """A persona with what a file says of it."""

    name: str
    description: str = ""


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """One journey: its stages from left to right."""

    name: str = ""
    description: str = ""
    stages: tuple[SketchedStage, ...] = ()
    links: tuple[SketchedLink, ...] = ()
    personas: tuple[SketchedPersona, ...] = ()

    @property
    def touchpoints(self) -> list[SketchedTouchpoint]:
        """The touchpoints of all stages in their order."""
        return [touchpoint for stage in self.stages for touchpoint in stage.touchpoints]


class Reading(msgspec.Struct, frozen=True):
    """What was read: a sketch per journey, and the account of what was not understood or kept otherwise."""

    sketches: tuple[Sketch, ...]
    account: tuple[Message, ...] = ()

    @property
    def sketch(self) -> Sketch:
        """The first journey, an empty one where there is none."""
        return self.sketches[0] if self.sketches else Sketch()


def merged_texts(texts: Iterable[LaneText]) -> tuple[LaneText, ...]:
    """One text per lane, in the order of their first lines."""
    found: dict[Lane, list[str]] = {}
    for one in texts:
        if one.text:
            found.setdefault(one.lane, []).append(one.text)
    return tuple(LaneText(lane, "\n".join(lines)) for lane, lines in found.items())


def split_lines(text: str, file: str) -> list[str]:
    """The lines of a text; refuses more than can be drawn. `file` names where the text is from."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    if len(lines) > MOST_LINES:
        raise Refusal(
            "{file}: {n} lines are too many; at most {most} can be read at once.",
            file=file,
            n=len(lines),
            most=MOST_LINES,
        )
    if len(text) > MOST_CHARACTERS:
        raise Refusal(
            "{file}: the text is too long; at most {most} characters can be read at once.",
            file=file,
            most=MOST_CHARACTERS,
        )
    return lines
