"""A questionnaire made ready to be asked: its items in their order, with codes, answers and texts in each language."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from journeymapper.export.questionnaires.choices import Choice, choices_of, why_codes
from journeymapper.language.language import language as language_of
from journeymapper.language.question_texts import asked_text
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import CONSENT, CONTACT, OPEN, WHY, Questionnaire, QuestionnaireWords

Texts = dict[str, str]
"""From the code of a language to a text in it."""


class Shown(msgspec.Struct, frozen=True):
    """An item is asked only where an earlier one was answered with one of these codes."""

    code: str
    answers: tuple[str, ...]


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One question: one answer of several, or in words. `point` is empty where it measures nothing."""

    code: str
    kind: Literal["one", "number", "words"]
    texts: Texts
    choices: tuple[Choice, ...] = ()
    point: str = ""
    shown: Shown | None = None


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A questionnaire in the languages that are asked for, the first of them its main one."""

    id: str
    name: str
    languages: tuple[str, ...]
    words: dict[str, QuestionnaireWords]
    items: tuple[Item, ...]

    @property
    def main(self) -> str:
        """The language that comes first."""
        return self.languages[0]

    def title(self, language: str) -> str:
        """What those who answer see above it."""
        return self.words[language].title or self.name

    def texts(self, field: str) -> Texts:
        """One of the texts around the questions, in each language."""
        return {language: str(getattr(self.words[language], field)) for language in self.languages}


def form_of(project: Project, questionnaire: Questionnaire, languages: Sequence[str] = ()) -> Form:
    """The form of a questionnaire in all of its languages, or in these; refuses one that asks nothing."""
    if not questionnaire.points:
        raise Refusal("{name} asks nothing yet: it has no measurement points.", name=questionnaire.id)
    spoken = tuple(languages) or questionnaire.languages(project.language)
    items: list[Item] = []
    for key in questionnaire.points:
        items += _point_items(project, questionnaire, project.points[key], spoken)
    items += _own_items(questionnaire, spoken)
    return Form(
        id=questionnaire.code("") or "K",
        name=questionnaire.name,
        languages=spoken,
        words={code: questionnaire.words_in(code) for code in spoken},
        items=tuple(items),
    )


def _point_items(
    project: Project, questionnaire: Questionnaire, point: MeasurementPoint, languages: Sequence[str]
) -> list[Item]:
    choices = choices_of(project, questionnaire, point, languages)
    item = Item(
        code=point.id,
        kind="one" if choices else "number",
        texts={code: asked_text(project, point, code) for code in languages},
        choices=choices,
        point=point.id,
    )
    why = {code: point.wording(code).why for code in languages}
    if not any(why.values()):
        return [item]
    bad = why_codes(project.metrics[point.metric], choices)
    return [item, Item(code=point.id + WHY, kind="words", texts=_filled(why), shown=Shown(point.id, bad))]


def _own_items(questionnaire: Questionnaire, languages: Sequence[str]) -> list[Item]:
    """The open question, and the consent to be called with the number that it asks for."""
    texts = {
        field: {code: str(getattr(questionnaire.words_in(code), field)) for code in languages}
        for field in ("open_question", "consent", "contact")
    }
    items: list[Item] = []
    if any(texts["open_question"].values()):
        items.append(Item(code=questionnaire.code(OPEN), kind="words", texts=_filled(texts["open_question"])))
    if any(texts["consent"].values()):
        consent = questionnaire.code(CONSENT)
        choices = tuple(Choice(code=code, texts=_yes_no(code, languages)) for code in ("yes", "no"))
        items.append(Item(code=consent, kind="one", texts=_filled(texts["consent"]), choices=choices))
        if any(texts["contact"].values()):
            shown = Shown(consent, ("yes",))
            code = questionnaire.code(CONTACT)
            items.append(Item(code=code, kind="words", texts=_filled(texts["contact"]), shown=shown))
    return items


def _yes_no(code: str, languages: Sequence[str]) -> Texts:
    from journeymapper.language.answer_labels import NO, YES

    word = YES if code == "yes" else NO
    return {spoken: language_of(spoken).message(word) for spoken in languages}


def _filled(texts: Texts) -> Texts:
    """The texts, with that of another language where one has none."""
    known = next(text for text in texts.values() if text)
    return {code: text or known for code, text in texts.items()}
