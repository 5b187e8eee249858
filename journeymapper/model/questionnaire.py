"""Questionnaires: which measurement points are asked together, in which languages and with which words around them."""

from typing import Literal

import msgspec

from journeymapper.model.element import Element

AnswerWords = Literal[
    "", "satisfaction", "agreement", "likelihood", "effort", "quality", "rating", "faces", "grade",
    "yes-no", "yes-partly-no",
]  # fmt: skip
"""What the answers of a question are called; empty where the metric tells."""
Sending = Literal["e-mail", "text message", "letter", "web", "on the spot", "phone"]

DOES_NOT_APPLY = "na"
DONT_KNOW = "dk"
NO_ANSWER_CODES = (DOES_NOT_APPLY, DONT_KNOW)
OPEN, CONSENT, CONTACT, WHY = "open", "consent", "contact", "why"
"""Endings of the codes of questions that measure nothing: `K3open`, `K3consent`, `K3contact`, `P16why`."""


class Wording(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A point's question in a further language, its words at the ends of the scale, what is asked after a bad answer.

    An empty `question` is the point's own, in the language of the project; empty `at_worst` and `at_best` are the words
    that the answers usually have.
    """

    language: str
    question: str = ""
    at_worst: str = ""
    at_best: str = ""
    why: str = ""


class QuestionnaireWords(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands around the questions in one language. Empty texts are left out of the questionnaire.

    `privacy` says who keeps the answers, why and how long; `consent` asks whether somebody may call, `contact` for the
    number; `open_question` is answered in words.
    """

    language: str
    title: str = ""
    intro: str = ""
    privacy: str = ""
    open_question: str = ""
    consent: str = ""
    contact: str = ""
    thanks: str = ""


class Questionnaire(Element, frozen=True, kw_only=True, omit_defaults=True):
    """Points that are asked together, in this order. Its id (K1, K2, …) begins the codes of its other questions.

    `does_not_apply` and `dont_know` are the points that offer such an answer; a household that gets one of `never_with`
    does not get this one for the same occasion. An `anonymous` one is tied to nobody who answers.
    """

    name: str
    points: tuple[str, ...] = ()
    does_not_apply: tuple[str, ...] = ()
    dont_know: tuple[str, ...] = ()
    words: tuple[QuestionnaireWords, ...] = ()
    sent_by: tuple[Sending, ...] = ()
    never_with: tuple[str, ...] = ()
    anonymous: bool = False
    data_basis: str = ""
    retention: str = ""

    def words_in(self, language: str) -> QuestionnaireWords:
        """The words in a language, none where it has none."""
        return next((one for one in self.words if one.language == language), QuestionnaireWords(language=language))

    def languages(self, own: str) -> tuple[str, ...]:
        """Its languages in their order; the project's `own` where it has no words yet."""
        return tuple(dict.fromkeys(one.language for one in self.words)) or (own,)

    def code(self, ending: str) -> str:
        """The column code of one of its own questions, letters and digits alone: `K2bopen`."""
        return "".join(letter for letter in self.id if letter.isascii() and letter.isalnum()) + ending
