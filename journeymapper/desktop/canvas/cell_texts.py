"""What a lane's cell says, as a text that is edited in place."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from journeymapper.desktop.canvas.cell_additions import ADDITIONS
from journeymapper.desktop.canvas.cell_names import channel_names, with_channels
from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.journey import Journey, StaffBehaviour, Stage, Touchpoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Read = Callable[[Touchpoint], str]
Write = Callable[[str], dict[str, Any]]
LENGTH = "length"
SYSTEMS = "#"


class CellText(msgspec.Struct, frozen=True):
    """The text as it stands, and the project with another one; raises Refusal for what cannot be said there.

    `hint` tells, while nothing is written yet, how it is to be written.
    """

    text: str
    write: Callable[[Project, str], Project]
    hint: Message | None = None


def cell_text(project: Project, element_id: str, part: str) -> CellText | None:
    """The text of the cell that a lane shows of a touchpoint or stage; None where the lane has none to be typed."""
    element = find(project, element_id)
    if isinstance(element, Stage):
        return _length(element) if part == LENGTH else None
    journey = project.journey_of(element_id)
    if journey is None or not isinstance(element, Touchpoint):
        return None
    return _told(project, journey, element, part)


def _told(project: Project, journey: Journey, touchpoint: Touchpoint, part: str) -> CellText | None:
    if part in journey.own_lanes:
        return _own(journey, touchpoint.id, part)
    if part == "channels":
        names = channel_names(project, touchpoint)
        return CellText(names, lambda now, text: with_channels(now, touchpoint.id, text), HINTS[part])
    if part in ADDITIONS:
        add = ADDITIONS[part]
        return CellText("", lambda now, text: add(now, touchpoint, text), HINTS[part])
    if part not in FIELDS:
        return None
    read, fields = FIELDS[part]
    return CellText(
        read(touchpoint), lambda now, text: edits.change(now, touchpoint.id, **fields(text)), HINTS.get(part)
    )


def _own(journey: Journey, touchpoint: str, lane: str) -> CellText:
    value = journey.own_values.get(lane, {}).get(touchpoint, "")
    hint = Message("1 to 5") if journey.own_lanes[lane].kind == "rating" else None
    return CellText(value, lambda now, text: edits.set_own_value(now, lane, touchpoint, text), hint)


def _length(stage: Stage) -> CellText:
    return CellText(
        stage.usual_length, lambda now, text: edits.change(now, stage.id, usual_length=" ".join(text.split())),
        Message("how long this stage usually takes"),
    )  # fmt: skip


def _field(name: str) -> tuple[Read, Write]:
    return lambda touchpoint: str(getattr(touchpoint, name)), lambda text: {name: text}


def _staff(touchpoint: Touchpoint) -> str:
    return "\n".join(f"{one.role}: {one.text}" if one.role else one.text for one in touchpoint.staff)


def _staff_of(text: str) -> dict[str, Any]:
    parts = [line.partition(":") for line in _lines(text)]
    told = (
        StaffBehaviour(role.strip(), rest.strip()) if colon else StaffBehaviour("", role) for role, colon, rest in parts
    )
    return {"staff": tuple(told)}


def _pains(touchpoint: Touchpoint) -> str:
    return "\n".join((*(f"− {one}" for one in touchpoint.pains), *(f"+ {one}" for one in touchpoint.delights)))


def _pains_of(text: str) -> dict[str, Any]:
    """A plus begins a delight, anything else is a pain."""
    lines = _lines(text)
    delights = tuple(line.removeprefix("+").strip() for line in lines if line.startswith("+"))
    pains = tuple(line.lstrip("−–-").strip() for line in lines if not line.startswith("+"))
    return {"pains": _said(pains), "delights": _said(delights)}


def _backstage(touchpoint: Touchpoint) -> str:
    return "\n".join(filter(None, (touchpoint.backstage, *(f"{SYSTEMS} {one}" for one in touchpoint.systems))))


def _backstage_of(text: str) -> dict[str, Any]:
    """A line that begins with # names systems, several of them with commas between; the rest is what is done."""
    lines = text.split("\n")
    named = ",".join(line.strip().removeprefix(SYSTEMS) for line in lines if line.strip().startswith(SYSTEMS))
    done = "\n".join(line for line in lines if not line.strip().startswith(SYSTEMS))
    return {"backstage": done.strip(), "systems": _said([name.strip() for name in named.split(",")])}


def _said(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


FIELDS: dict[str, tuple[Read, Write]] = {
    "situation": _field("situation"),
    "expectation": _field("expectation"),
    "doing": _field("doing"),
    "thoughts": _field("thoughts"),
    "time": (lambda touchpoint: touchpoint.length, lambda text: {"length": " ".join(text.split())}),
    "pains": (_pains, _pains_of),
    "staff": (_staff, _staff_of),
    "backstage": (_backstage, _backstage_of),
}
HINTS: dict[str, Message] = {
    "situation": Message("what is going on when the customer comes here"),
    "expectation": Message("what the customer expects"),
    "doing": Message("what the customer does"),
    "thoughts": Message("what the customer thinks"),
    "time": Message("how long it usually takes"),
    "pains": Message("− what hurts\n+ what delights"),
    "staff": Message("Role: what is expected"),
    "backstage": Message("what is done behind\n# systems"),
    "channels": Message("names of channels, with commas"),
    "messages": Message("what sets it off: what is told"),
    "notes": Message("a note"),
    "actions": Message("what will be done"),
    "promises": Message("what is promised and must come true here"),
}
