"""The drainage sample's questionnaires, the same in both projects: the project's own language comes first."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.questionnaire import AnswerWords, Questionnaire, Sending, Wording
from sample_projects.drainage.content_en_points import POINTS as ENGLISH
from sample_projects.drainage.content_fi_points import POINTS as FINNISH
from sample_projects.drainage.content_questionnaires import DATA_BASIS, NAMES, RETENTION, WHY, WORDS

QUESTIONS = {"en": ENGLISH, "fi": FINNISH}
ANSWERS: Mapping[str, AnswerWords] = {
    "P2": "yes-partly-no", "P9": "agreement", "P13": "quality", "P22": "agreement", "P23": "agreement",
}  # fmt: skip


class Row(NamedTuple):
    """A questionnaire's points and how it is sent; `never_with` is the one that a household gets in its place."""

    points: tuple[str, ...]
    sent_by: tuple[Sending, ...]
    does_not_apply: tuple[str, ...] = ()
    dont_know: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()


ROWS = {
    "K1": Row(("P6", "P7"), ("e-mail",), dont_know=("P7",)),
    "K2": Row(("P9",), ("text message",), never_with=("K2b",)),
    "K2b": Row(("P13",), ("text message",), never_with=("K2",)),
    "K3": Row(("P11", "P15", "P16", "P20"), ("e-mail", "letter"), dont_know=("P16",)),
    "K4": Row(("P21", "P22"), ("e-mail", "letter"), does_not_apply=("P22",)),
}


def questionnaires(language: str) -> Iterable[Questionnaire]:
    """The questionnaires of the project of a language."""
    for key, row in ROWS.items():
        yield Questionnaire(
            id=key,
            name=NAMES[language][key],
            points=row.points,
            does_not_apply=row.does_not_apply,
            dont_know=row.dont_know,
            words=tuple(WORDS[code][key] for code in _languages(language)),
            sent_by=row.sent_by,
            never_with=row.never_with,
            data_basis=DATA_BASIS[language],
            retention=RETENTION[language],
        )


def worded(point: MeasurementPoint, language: str) -> MeasurementPoint:
    """A point with the words of its answers, and its question in the other language where a customer is asked."""
    asked = any(point.id in row.points for row in ROWS.values())
    wordings = [_wording(point.id, code, language) for code in _languages(language)] if asked else []
    return msgspec.structs.replace(
        point,
        answer_words=ANSWERS.get(point.id, ""),
        wordings=tuple(one for one in wordings if one.question or one.why),
    )


def _wording(key: str, code: str, language: str) -> Wording:
    question = "" if code == language else QUESTIONS[code][key].question
    return Wording(language=code, question=question, why=WHY[code].get(key, ""))


def _languages(language: str) -> tuple[str, ...]:
    return (language, *(code for code in QUESTIONS if code != language))
