"""What one click can put right: for some findings the edit that mends them, as pure as any other."""

from collections.abc import Callable
from datetime import date

import msgspec

from journeymapper.model import edits
from journeymapper.model.find import find, found
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.project import Project, Promise

Edit = Callable[[Project, Finding], Project]
FIRST_METRIC = "csat-mean"


class Mend(msgspec.Struct, frozen=True):
    """The words of a button and the edit behind it."""

    words: Message
    edit: Edit


def mend_of(project: Project, finding: Finding) -> Mend | None:
    """How a finding can be mended in one step; None where somebody has to think, or what it is about is gone."""
    mend = MENDS.get(finding.kind)
    if mend is None or (finding.element != project.id and find(project, finding.element) is None):
        return None
    try:
        return mend if mend.edit(project, finding) is not project else None
    except Refusal:
        return None


def _measured_here(project: Project, finding: Finding) -> Project:
    kind = {"hand-off not measured": "hand-off", "stage not measured": "stage"}.get(finding.kind, "touchpoint")
    return _with_point(project, Anchor(kind, finding.element))[0]  # type: ignore[arg-type]  # one of the kinds


def _promise_measured(project: Project, finding: Finding) -> Project:
    promise = found(project, finding.element)
    if not isinstance(promise, Promise) or not promise.touchpoints:
        return project
    project, key = _with_point(project, Anchor("touchpoint", promise.touchpoints[0]))
    return edits.change(project, promise.id, points=(*promise.points, key))


def _with_point(project: Project, anchor: Anchor) -> tuple[Project, str]:
    """The project with a planned point whose baseline is collected for a year."""
    key, metric = edits.next_point_id(project), parse_metric(FIRST_METRIC)
    if metric.id not in project.metrics:
        project = edits.add_metric(project, metric)
    point = MeasurementPoint(id=key, anchor=anchor, metric=metric.id, target=_baseline(project))
    return edits.add_point(project, point), key


def _baseline(project: Project) -> Target:
    return Target(baseline_until=_in_a_year(project.dated)) if project.dated else Target()


def _in_a_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, 28))


def _baseline_first(project: Project, finding: Finding) -> Project:
    old = _point(project, finding).target or Target()
    until = _in_a_year(project.dated) if project.dated else None
    return edits.change(project, finding.element, target=msgspec.structs.replace(old, baseline_until=until))


def _at_relationship(project: Project, finding: Finding) -> Project:
    return edits.change(project, finding.element, anchor=Anchor("relationship"), scope="relationship")


def _all_at_relationship(project: Project, _finding: Finding) -> Project:
    """The first recommendation question moves to the relationship, the others are retired."""
    nps = [p for p in project.ordered_points() if project.metrics[p.metric].kind == "nps" and p.status != "retired"]
    aside = [point for point in nps if point.anchor.kind == "touchpoint"]
    kept = any(point.anchor.kind == "relationship" for point in nps)
    for number, point in enumerate(aside):
        if number or kept:
            project = edits.change(project, point.id, status="retired")
        else:
            project = edits.change(project, point.id, anchor=Anchor("relationship"), scope="relationship")
    return project


def _next_version(project: Project, finding: Finding) -> Project:
    return edits.change(project, finding.element, wording_version=_point(project, finding).wording_version + 1)


def _ask_more(project: Project, finding: Finding) -> Project:
    """Everybody is asked instead of a sample, where that brings enough."""
    point = _point(project, finding)
    enough = max(point.needed_n or 0, project.settings.indicative_under)
    answering = (1.0 if point.expected_response is None else point.expected_response) * (point.delivery or 1.0)
    if point.sampling_share is None or (point.expected_volume or 0) * answering < enough:
        return project
    return edits.change(project, point.id, sampling_share=1.0)


def _review_in_a_year(project: Project, finding: Finding) -> Project:
    target = _point(project, finding).target
    if target is None or project.dated is None:
        return project
    later = msgspec.structs.replace(target, review_on=_in_a_year(project.dated))
    return edits.change(project, finding.element, target=later)


def _owner_of_journey(project: Project, finding: Finding) -> Project:
    journey = project.journey_of(finding.element)
    return edits.change(project, finding.element, owner=journey.owner) if journey and journey.owner else project


def _owner_of_place(project: Project, finding: Finding) -> Project:
    """The point's owner becomes that of its touchpoint, stage or journey, the nearest that has one."""
    point = _point(project, finding)
    journey = project.journey_of(point.anchor.id)
    if journey is None:
        return project
    key = point.anchor.id
    touchpoint = journey.touchpoints.get(key)
    stage = journey.holder_of(key) if touchpoint else journey.stages.get(key)
    owners = [each.owner for each in (touchpoint, stage, journey) if each is not None]
    return edits.change(project, point.id, owner=next((owner for owner in owners if owner), ""))


def _is_live(project: Project, finding: Finding) -> Project:
    return edits.change(project, finding.element, status="live")


def _is_planned(project: Project, finding: Finding) -> Project:
    return edits.change(project, finding.element, status="planned")


def _point(project: Project, finding: Finding) -> MeasurementPoint:
    return project.points[finding.element]


ADD_POINT = Message("Add a measurement point")
BASELINE = Message("Collect a baseline for a year")
MENDS: dict[str, Mend] = {
    "hand-off not measured": Mend(ADD_POINT, _measured_here),
    "stage not measured": Mend(ADD_POINT, _measured_here),
    "moment of truth not measured": Mend(ADD_POINT, _measured_here),
    "public promise not measured": Mend(ADD_POINT, _promise_measured),
    "no target": Mend(BASELINE, _baseline_first),
    "baseline ended": Mend(BASELINE, _baseline_first),
    "target not reviewed": Mend(Message("Look at it again in a year"), _review_in_a_year),
    "relationship question at an encounter": Mend(Message("Ask it of the whole relationship"), _at_relationship),
    "recommendation asked everywhere": Mend(Message("Ask it once, of the whole relationship"), _all_at_relationship),
    "changed without version": Mend(Message("Give the wording a new version"), _next_version),
    "too few answers planned": Mend(Message("Ask everybody"), _ask_more),
    "no owner": Mend(Message("Owner of its place"), _owner_of_place),
    "stage without owner": Mend(Message("Owner of the journey"), _owner_of_journey),
    "status says live": Mend(Message("Set to planned"), _is_planned),
    "status does not say live": Mend(Message("Set to live"), _is_live),
}
