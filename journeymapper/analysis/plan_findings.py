"""All findings about a project: of its map, its paths and its plan, and those that only the data tell."""

from collections.abc import Iterator, Mapping
from datetime import date

from journeymapper.analysis.coverage import is_live
from journeymapper.analysis.graph import all_path_findings
from journeymapper.analysis.score import Score
from journeymapper.model.cadence import cadence_days
from journeymapper.model.checks import check, unwaived
from journeymapper.model.checks.points import point_name
from journeymapper.model.finding import Finding
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

LATE = 2
"""Cadences without data after which a point is stale (methods.md 5.2)."""


def plan_findings(project: Project, scores: Mapping[str, Score], *, paths: bool = True) -> list[Finding]:
    """All findings of map and plan that nobody has waived, errors first; of the paths too, but where they are left out.

    The library of graphs behind these takes its time to come.
    """
    walked = all_path_findings(project) if paths else []
    return unwaived(project, [*check(project), *walked, *data_findings(project, scores)])


def data_findings(project: Project, scores: Mapping[str, Score]) -> Iterator[Finding]:
    """Where status and data disagree, and points whose data are older than two readings; silent without results."""
    if not project.result_sets:
        return
    for point in project.ordered_points():
        finding = _mismatch(project, point, scores.get(point.id)) or _stale(project, point)
        if finding:
            yield finding


def last_data(project: Project, point_id: str) -> date | None:
    """The last day of which a point has data: the end of its last wave, or when its file was read before that."""
    days = []
    for result_set in project.result_sets.values():
        if result_set.account.used.get(point_id):
            ends = [project.waves[key].ends for key in result_set.waves if key in project.waves]
            known = [end for end in ends if end is not None]
            days.append(min([result_set.account.read_on, *([max(known)] if known else [])]))
    return max(days, default=None)


SAYS_LIVE = Message("{name}: its status says live, but the newest wave has no data.")
HAS_DATA = Message("{name}: has data, though its status does not say live.")


def _mismatch(project: Project, point: MeasurementPoint, score: Score | None) -> Finding | None:
    live, name = is_live(point, score), {"name": point_name(project, point)}
    if live and point.status != "live":
        return Finding("status does not say live", "warning", point.id, Message(HAS_DATA.text, {**name}))
    if point.status == "live" and not live and not _begins_later(project, point):
        return Finding("status says live", "warning", point.id, Message(SAYS_LIVE.text, {**name}))
    return None


def _begins_later(project: Project, point: MeasurementPoint) -> bool:
    """Whether a point has only begun: a pilot whose baseline runs is let run in peace."""
    if point.starts and project.dated and point.starts > project.dated:
        return True
    until = point.target.baseline_until if point.target and point.target.value is None else None
    return point.permanence == "pilot" and until is not None and project.dated is not None and until >= project.dated


def _stale(project: Project, point: MeasurementPoint) -> Finding | None:
    cadence, last = cadence_days(point.read), last_data(project, point.id)
    if point.status != "live" or cadence is None or last is None or project.dated is None:
        return None
    age = (project.dated - last).days
    if age <= LATE * cadence:
        return None
    values: dict[str, str | int | float] = {"name": point_name(project, point), "n": age}
    words = Message("{name}: its last data are {n} day old.", values, "{name}: its last data are {n} days old.")
    return Finding("data stale", "warning", point.id, words)
