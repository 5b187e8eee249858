"""Checks of the questionnaires: short enough, worded in each language, honest about whose data they keep."""

from collections import Counter
from collections.abc import Iterator

from journeymapper.model.checks.points import point_name
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire
from journeymapper.model.questionnaire_length import minutes, question_count

MOST_QUESTIONS, MOST_MINUTES = 12, 5.0
Values = dict[str, str | int | float]


def questionnaires_short(project: Project) -> Iterator[Finding]:
    """A questionnaire asks at most twelve questions and takes at most five minutes; one text message asks one."""
    for one in project.ordered_questionnaires():
        count, time = question_count(project, one), minutes(project, one)
        values: Values = {"name": _name(one), "count": count, "minutes": round(time, 1)}
        if not one.points:
            yield Finding("asks nothing", "advice", one.id, Message("{name}: it asks nothing yet.", values))
        elif count > MOST_QUESTIONS or time > MOST_MINUTES:
            said = Message("{name}: {count} questions take about {minutes} minutes; many will not finish.", values)
            yield Finding("too long", "warning", one.id, said)
        elif one.sent_by == ("text message",) and len(one.points) > 1:
            said = Message("{name}: {count} questions in a text message; it can ask one.", values)
            yield Finding("too much for a text message", "advice", one.id, said)


def questionnaires_worded(project: Project) -> Iterator[Finding]:
    """Each question stands in each language of its questionnaire; said once for a language that lacks several."""
    for one in project.ordered_questionnaires():
        for language in one.languages(project.language):
            lacking = [key for key in one.points if not _worded(project, project.points[key], language)]
            if lacking:
                values: Values = {"name": _name(one), "language": language, "points": ", ".join(lacking)}
                said = Message("{name}: no question in the language {language} for {points}.", values)
                yield Finding("not worded", "warning", one.id, said)


def questions_asked_once(project: Project) -> Iterator[Finding]:
    """A point is asked by one questionnaire, or by several of which nobody gets two."""
    asked = Counter(key for one in project.ordered_questionnaires() for key in one.points)
    for key in (key for key, times in asked.items() if times > 1):
        asking = [one for one in project.ordered_questionnaires() if key in one.points]
        if not all(_apart(first, second) for first in asking for second in asking if first is not second):
            names = ", ".join(one.id for one in asking)
            values: Values = {"name": point_name(project, project.points[key]), "names": names}
            said = Message("{name}: asked by several questionnaires: {names}.", values)
            yield Finding("asked twice", "advice", key, said)


def data_protected(project: Project) -> Iterator[Finding]:
    """Answers tied to a person have a ground for keeping them and an end; the questionnaire's, or each point's."""
    for one in project.ordered_questionnaires():
        points = [project.points[key] for key in one.points]
        basis = one.data_basis or (all(point.data_basis for point in points) and points)
        end = one.retention or (all(point.retention for point in points) and points)
        if points and not one.anonymous and not (basis and end):
            said = Message(
                "{name}: personal data without a ground for keeping them or without an end.", {"name": _name(one)}
            )
            yield Finding("personal data unprotected", "warning", one.id, said)


def questionnaire_findings(project: Project, key: str) -> list[Finding]:
    """What these checks say of one questionnaire, waived or not."""
    every = (questionnaires_short, questionnaires_worded, data_protected)
    return [found for one_check in every for found in one_check(project) if found.element == key]


def _worded(project: Project, point: MeasurementPoint, language: str) -> bool:
    return bool(point.wording(language).question or (language == project.language and point.question))


def _apart(first: Questionnaire, second: Questionnaire) -> bool:
    return second.id in first.never_with or first.id in second.never_with


def _name(one: Questionnaire) -> str:
    return f"{one.id} {one.name}"
