"""What the answers of a question are called: the words on a scale from its worst to its best answer."""

from journeymapper.language.language import Language
from journeymapper.model.measurement import MeasurementPoint, Metric
from journeymapper.model.messages import Message
from journeymapper.model.questionnaire import AnswerWords

SATISFACTION = (
    Message("very dissatisfied"), Message("dissatisfied"), Message("neither satisfied nor dissatisfied"),
    Message("satisfied"), Message("very satisfied"),
)  # fmt: skip
AGREEMENT = (
    Message("strongly disagree"), Message("disagree"), Message("neither agree nor disagree"), Message("agree"),
    Message("strongly agree"),
)  # fmt: skip
FACES = (Message("very unhappy"), Message("unhappy"), Message("happy"), Message("very happy"))
ENDS: dict[AnswerWords, tuple[Message, Message]] = {
    "satisfaction": (SATISFACTION[0], SATISFACTION[-1]),
    "agreement": (AGREEMENT[0], AGREEMENT[-1]),
    "likelihood": (Message("not at all likely"), Message("extremely likely")),
    "effort": (Message("very high effort"), Message("very low effort")),
    "quality": (Message("very badly"), Message("very well")),
    "rating": (Message("very poor"), Message("excellent")),
    "faces": (FACES[0], FACES[-1]),
    "grade": (Message("fail"), Message("excellent")),
}
FULL: dict[tuple[AnswerWords, int], tuple[Message, ...]] = {
    ("satisfaction", 5): SATISFACTION, ("agreement", 5): AGREEMENT, ("faces", 4): FACES,
}  # fmt: skip
BY_METRIC: dict[str, AnswerWords] = {
    "nps": "likelihood", "csat": "satisfaction", "csat-mean": "satisfaction", "ces1": "effort", "ces2": "agreement",
    "stars": "rating", "smiley": "faces", "top": "satisfaction",
    "net": "satisfaction", "mean": "rating", "share": "yes-no", "fcr": "yes-no",
}  # fmt: skip
YES, PARTLY, NO = Message("yes"), Message("partly"), Message("no")
DOES_NOT_APPLY, DONT_KNOW = Message("does not apply"), Message("don't know")
FIRST_GRADE, LAST_GRADE = 4.0, 10.0


def answer_words(point: MeasurementPoint, metric: Metric) -> AnswerWords:
    """The words of a point's answers: those chosen for it, else those that its metric has; none for a number."""
    if point.answer_words:
        return point.answer_words
    if metric.kind == "mean" and {metric.worst, metric.best} == {FIRST_GRADE, LAST_GRADE}:
        return "grade"
    return BY_METRIC.get(metric.kind, "")


def end_labels(language: Language, words: AnswerWords) -> tuple[str, str]:
    """The words at the worst and at the best end of a scale; empty where there are none."""
    if words not in ENDS:
        return "", ""
    worst, best = ENDS[words]
    return language.message(worst), language.message(best)


def step_labels(language: Language, words: AnswerWords, steps: int, ends: tuple[str, str] = ("", "")) -> list[str]:
    """A word for each step from the worst to the best; where nobody has words for all of them the ends alone have one.

    `ends` are a team's own words, which leave the steps between them without any.
    """
    full = FULL.get((words, steps))
    if full and not any(ends):
        return [language.message(word) for word in full]
    worst, best = end_labels(language, words)
    return [ends[0] or worst, *[""] * (steps - 2), ends[1] or best]
