"""Questionnaires that a plan suggests: what is asked of the same people on the same occasion is asked together."""

from collections.abc import Iterator

from journeymapper.model.collection import methods_of
from journeymapper.model.edits.questionnaires import add_questionnaire, next_questionnaire_id
from journeymapper.model.find import name_of
from journeymapper.model.limits import LINE_LENGTH, clean_line
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.questionnaire import Questionnaire, Sending

ASKED = frozenset(("nps", "csat", "csat-mean", "ces1", "ces2", "stars", "mean", "top", "net"))
COUNTED = frozenset(("operational", "qualitative"))
SENT: dict[str, Sending] = {"e-mail": "e-mail", "mobile": "text message", "address": "letter", "phone": "phone"}
"""From the contact that a way of collecting needs to how its questionnaire is sent."""
LATER = {"journey": 1, "relationship": 2}
"""One encounter is asked about first, then the journey, at last the relationship."""


def propose_questionnaires(project: Project) -> Project:
    """The project with questionnaires for the points that ask people and stand in none yet; as it was without any.

    Points of one instrument go together, else those of one occasion, else those of one stage; staff by themselves.
    """
    groups: dict[tuple[str, bool], list[MeasurementPoint]] = {}
    for point in _asking(project):
        groups.setdefault((_occasion(project, point), point.asks_staff), []).append(point)
    for (occasion, _), points in groups.items():
        ordered = sorted(points, key=lambda point: LATER.get(point.scope or point.anchor.kind, 0))
        one = Questionnaire(
            id=next_questionnaire_id(project),
            name=clean_line(occasion)[:LINE_LENGTH] or project.name,
            points=tuple(point.id for point in ordered),
            sent_by=tuple(dict.fromkeys(way for point in ordered for way in _sent(point))),
        )
        project = add_questionnaire(project, one)
    return project


def _asking(project: Project) -> Iterator[MeasurementPoint]:
    """The points, in plan order, whose figures are answers of people and not counts of a system."""
    asked = {key for one in project.questionnaires.values() for key in one.points}
    for point in project.ordered_points():
        counted = point.everybody or point.scope in COUNTED or point.status in ("idea", "retired")
        kind = project.metrics[point.metric].kind
        known = methods_of(point)
        by_answer = not known or any(method.asks for method in known)
        if (
            point.id not in asked
            and not counted
            and by_answer
            and (kind in ASKED or (kind == "share" and point.question))
        ):
            yield point


def _occasion(project: Project, point: MeasurementPoint) -> str:
    if point.instrument or point.asked or point.trigger:
        return point.instrument or point.asked or point.trigger
    if point.anchor.kind == "relationship":
        return project.name
    journey = project.journey_of(point.anchor.id)
    holder = journey.holder_of(point.anchor.id) if journey and point.anchor.kind == "touchpoint" else None
    return name_of(project, holder.id if holder else point.anchor.id)


def _sent(point: MeasurementPoint) -> Iterator[Sending]:
    for method in methods_of(point):
        if method.contact in SENT:
            yield SENT[method.contact]
