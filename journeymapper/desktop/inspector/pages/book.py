"""The page of each kind of element, found by `kind_of`."""

from journeymapper.desktop.inspector.form import Form
from journeymapper.desktop.inspector.pages.acting import BELIEF_ROUND, BUSINESS_CASE, EXPERIMENT, TAG_RULE
from journeymapper.desktop.inspector.pages.company import (
    ACTION,
    CHANNEL,
    EVIDENCE,
    GOAL,
    NOTE,
    PERSONA,
    PROJECT,
    PROMISE,
    SNAPSHOT,
)
from journeymapper.desktop.inspector.pages.joints import HAND_OFF, LINK, PLANNED_MESSAGE
from journeymapper.desktop.inspector.pages.map import JOURNEY, MEASURE, MEASURE_TOUCHPOINT, OWN_LANE, STAGE, TOUCHPOINT
from journeymapper.desktop.inspector.pages.measurement import METRIC, POINT, WAVE
from journeymapper.desktop.inspector.pages.plan import EXISTING, ROLL_OUT_STEP, WAIVER
from journeymapper.desktop.inspector.pages.questionnaire import QUESTIONNAIRE

FORMS: dict[str, Form] = {
    "project": PROJECT,
    "journey": JOURNEY,
    "stage": STAGE,
    "touchpoint": TOUCHPOINT,
    "link": LINK,
    "hand-off": HAND_OFF,
    "message": PLANNED_MESSAGE,
    "point": POINT,
    "metric": METRIC,
    "persona": PERSONA,
    "channel": CHANNEL,
    "promise": PROMISE,
    "evidence": EVIDENCE,
    "action": ACTION,
    "note": NOTE,
    "goal": GOAL,
    "wave": WAVE,
    "result set": Form(),
    "snapshot": SNAPSHOT,
    "own lane": OWN_LANE,
    "existing measurement": EXISTING,
    "roll-out step": ROLL_OUT_STEP,
    "waiver": WAIVER,
    "business case": BUSINESS_CASE,
    "experiment": EXPERIMENT,
    "tag rule": TAG_RULE,
    "belief round": BELIEF_ROUND,
    "questionnaire": QUESTIONNAIRE,
}

MEASURE_FORMS: dict[str, Form] = {
    "touchpoint": MEASURE_TOUCHPOINT,
    "stage": MEASURE,
    "journey": MEASURE,
    "hand-off": MEASURE,
}
