"""Checks of how answers are collected: by whom, from whom not, and on what legal basis."""

from collections.abc import Iterator

from journeymapper.model.checks.points import measuring_points, point_name
from journeymapper.model.collection import methods_of
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Persona, Project

MOST_WITHOUT_EMAIL = 0.2


def collected_by_others(project: Project) -> Iterator[Finding]:
    """Whoever is judged neither chooses who answers nor asks."""
    for point in measuring_points(project):
        judged = {name.casefold() for name in _judged(project, point) if name}
        if point.collector.casefold() in judged and any(method.by == "staff" for method in methods_of(point)):
            values: dict[str, str | int | float] = {"name": point_name(project, point), "who": point.collector}
            message = Message("{name}: {who} collects the answers that judge {who}.", values)
            yield Finding("judged collects", "warning", point.id, message)


def everybody_reached(project: Project) -> Iterator[Finding]:
    """Those without e-mail are asked in another way where they are many."""
    for point in measuring_points(project):
        methods = methods_of(point)
        if not methods or any(method.contact != "e-mail" for method in methods):
            continue
        missed = _without_email(_asked(project, point))
        if missed > MOST_WITHOUT_EMAIL:
            values: dict[str, str | int | float] = {"name": point_name(project, point), "share": round(100 * missed)}
            message = Message("{name}: e-mail misses {share} % of those who should be asked.", values)
            yield Finding("method misses many", "warning", point.id, message)


def personal_data_founded(project: Project) -> Iterator[Finding]:
    """Where somebody's address or number is used, the plan says on what basis and for how long.

    Points of a questionnaire are seen to with the questionnaire.
    """
    asked = {key for one in project.questionnaires.values() for key in one.points}
    for point in (point for point in measuring_points(project) if point.id not in asked):
        personal = any(method.contact for method in methods_of(point))
        if personal and not (point.data_basis and point.retention):
            message = Message(
                "{name}: personal data without a legal basis or a time for which they are kept.",
                {"name": point_name(project, point)},
            )
            yield Finding("personal data without basis", "warning", point.id, message)


def _judged(project: Project, point: MeasurementPoint) -> tuple[str, ...]:
    journey = project.journey_of(point.anchor.id)
    touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
    return (point.owner, touchpoint.owner if touchpoint else "")


def _asked(project: Project, point: MeasurementPoint) -> list[Persona]:
    keys = point.personas or project.persona_order
    return [project.personas[key] for key in keys if key in project.personas]


def _without_email(personas: list[Persona]) -> float:
    """The share, 0 to 1, of these personas that has no e-mail, weighed by their shares; 0 where nobody said."""
    known = [(one.share or 1.0, 1 - one.email_share) for one in personas if one.email_share is not None]
    total = sum(share for share, _ in known)
    return sum(share * without for share, without in known) / total if total else 0.0
