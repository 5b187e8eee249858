"""Every change of the document: pure functions from a project to the next one.

Each raises Refusal on a broken rule and returns the same object where nothing changes.
"""

from journeymapper.model.edits.acting import (
    add_belief_round,
    add_business_case,
    add_experiment,
    add_guesses,
    add_tag_rule,
    lock_beliefs,
    tag_comment,
)
from journeymapper.model.edits.addition import (
    add_action,
    add_channel,
    add_evidence,
    add_existing_measurement,
    add_goal,
    add_note,
    add_persona,
    add_promise,
    add_roll_out_step,
    move,
    take_snapshot,
    waive,
)
from journeymapper.model.edits.change import change
from journeymapper.model.edits.copying import copy_journey
from journeymapper.model.edits.fragments import duplicate, insert_fragment
from journeymapper.model.edits.from_path import journey_from_path
from journeymapper.model.edits.happy_path import followed
from journeymapper.model.edits.leading import lead_on
from journeymapper.model.edits.links import add_hand_off, add_link, add_message
from journeymapper.model.edits.measurement import add_metric, add_point, add_points, move_point, next_point_id
from journeymapper.model.edits.merging import merge_touchpoints
from journeymapper.model.edits.own_lanes import add_own_lane, choose_lanes, set_own_value
from journeymapper.model.edits.parking import add_parked, park, park_all, unpark
from journeymapper.model.edits.proposing import propose_questionnaires
from journeymapper.model.edits.questionnaires import add_questionnaire, next_questionnaire_id
from journeymapper.model.edits.removal import remove, remove_all
from journeymapper.model.edits.replacing import replace_text
from journeymapper.model.edits.results import add_result_set, remove_result_set
from journeymapper.model.edits.splitting import split_stage, split_touchpoint
from journeymapper.model.edits.stickies import copy_stickies, hang
from journeymapper.model.edits.structure import (
    add_journey,
    add_stage,
    add_touchpoint,
    move_journey,
    move_stage,
    move_touchpoint,
    move_touchpoints,
    with_touchpoint,
    with_touchpoints,
)
from journeymapper.model.edits.turning import stage_to_touchpoint, touchpoint_to_stage
from journeymapper.model.fragment import Fragment, decode_fragment, encode_fragment, fragment_of

__all__ = [
    "Fragment",
    "add_action",
    "add_belief_round",
    "add_business_case",
    "add_channel",
    "add_evidence",
    "add_existing_measurement",
    "add_experiment",
    "add_goal",
    "add_guesses",
    "add_hand_off",
    "add_journey",
    "add_link",
    "add_message",
    "add_metric",
    "add_note",
    "add_own_lane",
    "add_parked",
    "add_persona",
    "add_point",
    "add_points",
    "add_promise",
    "add_questionnaire",
    "add_result_set",
    "add_roll_out_step",
    "add_stage",
    "add_tag_rule",
    "add_touchpoint",
    "change",
    "choose_lanes",
    "copy_journey",
    "copy_stickies",
    "decode_fragment",
    "duplicate",
    "encode_fragment",
    "followed",
    "fragment_of",
    "hang",
    "insert_fragment",
    "journey_from_path",
    "lead_on",
    "lock_beliefs",
    "merge_touchpoints",
    "move",
    "move_journey",
    "move_point",
    "move_stage",
    "move_touchpoint",
    "move_touchpoints",
    "next_point_id",
    "next_questionnaire_id",
    "park",
    "park_all",
    "propose_questionnaires",
    "remove",
    "remove_all",
    "remove_result_set",
    "replace_text",
    "set_own_value",
    "split_stage",
    "split_touchpoint",
    "stage_to_touchpoint",
    "tag_comment",
    "take_snapshot",
    "touchpoint_to_stage",
    "unpark",
    "waive",
    "with_touchpoint",
    "with_touchpoints",
]
