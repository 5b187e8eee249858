"""Questionnaires of the plan."""

import re

from journeymapper.model.edits.placing import with_new
from journeymapper.model.find import find
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

QUESTIONNAIRE_ID = re.compile(r"K[1-9][0-9]{0,5}[a-z]?")


def next_questionnaire_id(project: Project) -> str:
    """The id of the next questionnaire, K1 and so on; no other that there is begins with its number."""
    number = 1
    while any(find(project, f"K{number}{letter}") is not None for letter in ("", *"abcdefghijklmnopqrstuvwxyz")):
        number += 1
    return f"K{number}"


def add_questionnaire(project: Project, questionnaire: Questionnaire, index: int | None = None) -> Project:
    """The project with a questionnaire; its points must be there. Its id begins the codes of its own columns."""
    if not QUESTIONNAIRE_ID.fullmatch(questionnaire.id):
        raise Refusal("A questionnaire is called K1, K2, K2b and so on, not {id}.", id=questionnaire.id)
    return with_new(project, questionnaire, index)
