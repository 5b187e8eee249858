"""Where the texts of a sketch's lanes go: fields of a card, notes, planned messages and actions."""

from collections.abc import Callable, Sequence
from typing import Any

from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.sketch import LaneText
from journeymapper.model import edits
from journeymapper.model.journey import PlannedMessage, StaffBehaviour
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Action, Note, Project

TEXTS = ("situation", "expectation", "doing", "thoughts", "backstage")
LINES = ("length", "function", "owner")
LISTS = ("pains", "delights", "systems")


def card_fields(texts: Sequence[LaneText]) -> dict[str, Any]:
    """The fields of a touchpoint that texts fill."""
    fields: dict[str, Any] = {}
    for one in texts:
        lines = [line for line in one.text.split("\n") if line.strip()]
        if one.lane in TEXTS:
            fields[one.lane] = "\n".join(lines)
        elif one.lane in LINES:
            fields[one.lane] = shortened(", ".join(lines))[0]
        elif one.lane in LISTS:
            fields[one.lane] = tuple(lines)
        elif one.lane == "staff":
            fields["staff"] = tuple(map(_behaviour, lines))
    return fields


def with_things(
    project: Project, journey_id: str, anchor: Anchor, texts: Sequence[LaneText], fresh: Callable[[str], str]
) -> Project:
    """The project with the notes, planned messages and actions that texts tell of; on a stage messages are notes."""
    for one in texts:
        if one.lane == "message" and anchor.kind == "touchpoint":
            for line in one.text.split("\n"):
                message = PlannedMessage(id=fresh("message"), touchpoint=anchor.id, text=line)
                project = edits.add_message(project, journey_id, message)
        elif one.lane in ("action", "opportunity"):
            for line in one.text.split("\n"):
                project = edits.add_action(project, _action(line, anchor, one.lane == "opportunity", fresh("action")))
        elif one.lane == "note" or (anchor.kind == "stage" and one.lane not in LINES):
            project = edits.add_note(project, Note(id=fresh("note"), text=one.text, anchor=anchor))
    return project


def _action(line: str, anchor: Anchor, opportunity: bool, action_id: str) -> Action:
    title, whole = shortened(line)
    return Action(id=action_id, title=title, detail=whole, anchor=anchor, opportunity=opportunity)


def _behaviour(line: str) -> StaffBehaviour:
    role, colon, text = line.partition(": ")
    return StaffBehaviour(role.strip(), text.strip()) if colon and len(role) <= 40 else StaffBehaviour("", line)
