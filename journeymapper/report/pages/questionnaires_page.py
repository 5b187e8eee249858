"""What is asked together: each questionnaire word for word, with codes and answers, and whose data it keeps."""

from collections.abc import Iterator

from journeymapper.language.answer_labels import answer_words, end_labels
from journeymapper.language.question_texts import asked_text, told_ends
from journeymapper.language.sending_words import SENDING_WORDS
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.questionnaire_length import minutes, question_count
from journeymapper.report.content import Content, place_name
from journeymapper.report.flow import Flow
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

NOTHING = "—"


def questionnaire_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the questionnaires."""
    language, project = content.language, content.project
    every = project.ordered_questionnaires()
    title = language.plural(
        "{n} questionnaire asks what the plan measures", "{n} questionnaires ask what the plan measures", len(every)
    )
    heading = Heading(
        over=" · ".join((language.text("Questionnaires"), project.name)),
        title=title,
        sub=language.text("The codes are the columns in which the answers come back."),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Questionnaires"))
    flow.table(_questions(content, every, sheet))
    flow.space(2 * sheet.body)
    flow.table(_protection(content, every, sheet))
    return flow.leaves()


def _questions(content: Content, every: list[Questionnaire], sheet: Sheet) -> Table:
    text = content.language.text
    titles = (text("Questionnaire"), text("Code"), text("Question"), text("Answers"), text("Touchpoint"))
    rows = tuple(row for one in every for row in _rows(content, one))
    return Table(columns=tuple(map(Column, titles)), rows=rows, size=sheet.body, language=content.language.code)


def _rows(content: Content, one: Questionnaire) -> Iterator[Row]:
    project, own = content.project, content.project.language
    spoken = content.language.code if content.language.code in one.languages(own) else one.languages(own)[0]
    name = f"{one.id} {one.name}"
    for place, key in enumerate(one.points):
        point = project.points[key]
        question = asked_text(project, point, spoken)
        yield Row(
            (
                Cell(name if place == 0 else "", "semibold", language=own),
                Cell(key),
                Cell(question, language=spoken),
                Cell(_answers(content, point), language=content.language.code),
                Cell(place_name(content, point), language=own),
            ),
            key,
        )
    words = one.words_in(spoken)
    for code, text in ((one.code("open"), words.open_question), (one.code("consent"), words.consent)):
        if text:
            yield Row(
                (Cell(""), Cell(code), Cell(text, language=spoken), Cell(_in_words(content, code)), Cell("")), one.id
            )


def _answers(content: Content, point: MeasurementPoint) -> str:
    """`1 very dissatisfied … 5 very satisfied`, `yes / no`, or a number."""
    language, metric = content.language, content.metric(point)
    words = answer_words(point, metric)
    if metric.kind in ("share", "fcr"):
        middle = (language.text("partly"),) if words == "yes-partly-no" else ()
        return " / ".join((language.text("yes"), *middle, language.text("no")))
    wording = point.wording(language.code)
    low, high = told_ends(point, language.code) if not point.answer_words else ("", "")
    told = (high, low) if metric.lower_is_better else (low, high)
    worst, best = told if any(told) else end_labels(language, words)
    if not (worst or best):
        return language.text("a number")
    ends = sorted(((metric.worst, wording.at_worst or worst), (metric.best, wording.at_best or best)))
    return " … ".join(f"{language.number(value)} {label}" for value, label in ends)


def _in_words(content: Content, code: str) -> str:
    text = content.language.text
    return text("in words") if code.endswith("open") else f"{text('yes')} / {text('no')}"


def _protection(content: Content, every: list[Questionnaire], sheet: Sheet) -> Table:
    """Length, languages and way of sending; the ground for keeping the answers and how long."""
    language, own = content.language, content.project.language
    text = language.text
    titles = (text("Questionnaire"), text("Questions"), text("Minutes"), text("Languages"), text("Sent by"),
              text("Legal basis"), text("Kept for how long"))  # fmt: skip
    rows = tuple(
        Row(
            (
                Cell(f"{one.id} {one.name}", "semibold", language=own),
                Cell(language.number(question_count(content.project, one))),
                Cell(language.number(minutes(content.project, one), 1)),
                Cell(", ".join(one.languages(own))),
                Cell(", ".join(language.message(SENDING_WORDS[way]) for way in one.sent_by) or NOTHING),
                Cell(_basis(content, one), language=own),
                Cell(_shared(content, one, "retention") or NOTHING, language=own),
            ),
            one.id,
        )
        for one in every
    )
    return Table(columns=tuple(map(Column, titles)), rows=rows, size=sheet.body, language=language.code)


def _basis(content: Content, one: Questionnaire) -> str:
    if one.anonymous:
        return content.language.text("Anonymous")
    return _shared(content, one, "data_basis") or NOTHING


def _shared(content: Content, one: Questionnaire, field: str) -> str:
    """The questionnaire's own words, else those of its points."""
    points = (content.project.points[key] for key in one.points)
    return str(getattr(one, field)) or "; ".join(
        dict.fromkeys(str(getattr(p, field)) for p in points if getattr(p, field))
    )
