"""Every change of the document: pure functions from a project to the next one.

Each raises Refusal on a broken rule and returns the same object where nothing changes.
"""

from journeymapper.model.edits.addition import (
    add_action,
    add_channel,
    add_evidence,
    add_goal,
    add_note,
    add_persona,
    add_promise,
    move,
)
from journeymapper.model.edits.change import change
from journeymapper.model.edits.links import add_hand_off, add_link, add_message
from journeymapper.model.edits.measurement import add_metric, add_point, next_point_id
from journeymapper.model.edits.removal import remove
from journeymapper.model.edits.results import add_result_set, remove_result_set
from journeymapper.model.edits.structure import (
    add_journey,
    add_stage,
    add_touchpoint,
    move_journey,
    move_stage,
    move_touchpoint,
)

__all__ = [
    "add_action",
    "add_channel",
    "add_evidence",
    "add_goal",
    "add_hand_off",
    "add_journey",
    "add_link",
    "add_message",
    "add_metric",
    "add_note",
    "add_persona",
    "add_point",
    "add_promise",
    "add_result_set",
    "add_stage",
    "add_touchpoint",
    "change",
    "move",
    "move_journey",
    "move_stage",
    "move_touchpoint",
    "next_point_id",
    "remove",
    "remove_result_set",
]
