"""How long a questionnaire is: its questions, and the minutes that answering takes."""

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire

READ_A_MINUTE = 200
"""Words that people read in a minute; an assumption, like the seconds below: it is printed with the minutes."""
TICK, WRITE = 5.0, 25.0
"""Seconds to find and tick an answer, and to write a short one."""


def question_count(project: Project, questionnaire: Questionnaire) -> int:
    """The questions that everybody who gets it may have to answer, without those after some answers only."""
    words = questionnaire.words_in(questionnaire.languages(project.language)[0])
    return len(questionnaire.points) + bool(words.open_question) + bool(words.consent)


def minutes(project: Project, questionnaire: Questionnaire, language: str = "") -> float:
    """Minutes to read and answer it in a language, its first one if none is named; follow-up questions are left out.

    (words / 200) + 5 s a question to tick + 25 s a question to write.
    """
    code = language or questionnaire.languages(project.language)[0]
    words = questionnaire.words_in(code)
    asked = [_text(project.points[key], code) for key in questionnaire.points]
    texts = [words.title, words.intro, words.privacy, words.open_question, words.consent, words.thanks, *asked]
    seconds = TICK * (len(asked) + bool(words.consent)) + WRITE * bool(words.open_question)
    return sum(len(text.split()) for text in texts) / READ_A_MINUTE + seconds / 60


def _text(point: MeasurementPoint, language: str) -> str:
    return point.wording(language).question or point.question or point.name
