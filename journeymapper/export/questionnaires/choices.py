"""The answers that a question offers: codes that its metric reads, words in each language."""

import re
from collections.abc import Sequence

import msgspec

from journeymapper.language.answer_labels import DOES_NOT_APPLY as DOES_NOT_APPLY_WORDS
from journeymapper.language.answer_labels import (
    DONT_KNOW,
    NO,
    PARTLY,
    YES,
    answer_words,
    step_labels,
)
from journeymapper.language.language import language as language_of
from journeymapper.language.metric_labels import YES as YES_WORDS
from journeymapper.language.question_texts import told_ends
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import STEPPED
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import DOES_NOT_APPLY, Questionnaire
from journeymapper.model.questionnaire import DONT_KNOW as DONT_KNOW_CODE

MOST_STEPS = 11
NO_WORDS = frozenset({"no", "ei", "nej", "false", "0"})
PARTLY_CODE = "part"
CODE = re.compile(r"[A-Za-z0-9]{1,5}")
"""What every tool takes for the code of an answer; LimeSurvey allows five letters."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """An answer: its code in the column, its words by language without the number, the number where it is one."""

    code: str
    texts: dict[str, str]
    value: int | None = None

    def label(self, language: str) -> str:
        """The number and the words: `5 very satisfied`, so that either of them tells the answer."""
        words = self.texts[language]
        return words if self.value is None else f"{self.value} {words}".rstrip()


def choices_of(
    project: Project, questionnaire: Questionnaire, point: MeasurementPoint, languages: Sequence[str]
) -> tuple[Choice, ...]:
    """The answers to a point's question; none where it is answered with a free number."""
    metric = project.metrics[point.metric]
    words = answer_words(point, metric)
    if metric.kind in ("share", "fcr"):
        choices = _words_to_choose(metric, partly=words == "yes-partly-no", languages=languages)
    else:
        choices = _scale(point, metric, languages)
    return (*choices, *_no_answers(questionnaire, point, languages)) if choices else ()


def why_codes(metric: Metric, choices: Sequence[Choice]) -> tuple[str, ...]:
    """The answers after which one asks why: those that a share does not count, on a scale those below its middle."""
    if metric.kind in ("share", "fcr"):
        good = "no" if NO_WORDS.intersection(text.casefold() for text in metric.counted) else "yes"
        return tuple(one.code for one in choices if one.code in {"yes", "no", PARTLY_CODE} - {good})
    middle = (metric.worst + metric.best) / 2
    worse = [one for one in choices if one.value is not None]
    return tuple(one.code for one in worse if (one.value or 0) * _sign(metric) < middle * _sign(metric))


def _sign(metric: Metric) -> int:
    return -1 if metric.lower_is_better else 1


def _scale(point: MeasurementPoint, metric: Metric, languages: Sequence[str]) -> tuple[Choice, ...]:
    """A step for each whole number from the lower end to the upper one."""
    low, high = sorted((metric.worst, metric.best))
    steps = int(high - low) + 1
    if metric.kind not in (*STEPPED, "mean") or not (low.is_integer() and high.is_integer()) or steps > MOST_STEPS:
        return ()
    labels = {code: _labels(point, metric, steps, code) for code in languages}
    return tuple(
        Choice(code=str(int(low) + step), value=int(low) + step, texts={code: labels[code][step] for code in languages})
        for step in range(steps)
    )


def _labels(point: MeasurementPoint, metric: Metric, steps: int, code: str) -> list[str]:
    """The words of the steps from the lowest number to the highest."""
    wording = point.wording(code)
    words = answer_words(point, metric)
    low, high = told_ends(point, code) if not point.answer_words else ("", "")
    worst, best = (high, low) if metric.lower_is_better else (low, high)
    labels = step_labels(language_of(code), words, steps, (wording.at_worst or worst, wording.at_best or best))
    return labels[::-1] if metric.lower_is_better else labels


def _words_to_choose(metric: Metric, *, partly: bool, languages: Sequence[str]) -> tuple[Choice, ...]:
    """Yes and no, with partly between them where it is offered; a share of other answers has these and no others."""
    if metric.counted and (YES_WORDS | NO_WORDS).isdisjoint(text.casefold() for text in metric.counted):
        return (*(_named(text, languages) for text in metric.counted), _worded("no", NO, languages))
    middle = (_worded(PARTLY_CODE, PARTLY, languages),) if partly else ()
    return (_worded("yes", YES, languages), *middle, _worded("no", NO, languages))


def _named(text: str, languages: Sequence[str]) -> Choice:
    """An answer by its own text; refuses one that no tool takes for a code."""
    if not CODE.fullmatch(text):
        raise Refusal("“{text}” cannot be the code of an answer: it has five letters and digits at most.", text=text)
    return Choice(code=text, texts=dict.fromkeys(languages, text))


def _no_answers(questionnaire: Questionnaire, point: MeasurementPoint, languages: Sequence[str]) -> tuple[Choice, ...]:
    offered = []
    if point.id in questionnaire.does_not_apply:
        offered.append(_worded(DOES_NOT_APPLY, DOES_NOT_APPLY_WORDS, languages))
    if point.id in questionnaire.dont_know:
        offered.append(_worded(DONT_KNOW_CODE, DONT_KNOW, languages))
    return tuple(offered)


def _worded(code: str, word: Message, languages: Sequence[str]) -> Choice:
    return Choice(code=code, texts={spoken: language_of(spoken).message(word) for spoken in languages})
