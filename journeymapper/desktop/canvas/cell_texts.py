"""What a lane's cell says, as a text that is edited in place."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from journeymapper.model import edits
from journeymapper.model.journey import Journey, StaffBehaviour, Touchpoint
from journeymapper.model.project import Project

Read = Callable[[Touchpoint], str]
Write = Callable[[str], dict[str, Any]]


class CellText(msgspec.Struct, frozen=True):
    """The text as it stands, and the project with another one; raises Refusal for what cannot be said there."""

    text: str
    write: Callable[[Project, str], Project]


def cell_text(project: Project, touchpoint_id: str, part: str) -> CellText | None:
    """The text of the cell that a lane shows of a touchpoint; None where the lane has none to be typed."""
    journey = project.journey_of(touchpoint_id)
    touchpoint = journey.touchpoints.get(touchpoint_id) if journey else None
    if journey is None or touchpoint is None:
        return None
    if part in journey.own_lanes:
        return _own(journey, touchpoint_id, part)
    if part not in FIELDS:
        return None
    read, fields = FIELDS[part]
    return CellText(read(touchpoint), lambda now, text: edits.change(now, touchpoint_id, **fields(text)))


def _own(journey: Journey, touchpoint: str, lane: str) -> CellText:
    value = journey.own_values.get(lane, {}).get(touchpoint, "")
    return CellText(value, lambda now, text: edits.set_own_value(now, lane, touchpoint, text))


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
    "backstage": _field("backstage"),
}
