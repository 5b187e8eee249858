"""What is wrong or missing in the map and the measurement plan: few findings, each saying what and where."""

from collections.abc import Callable, Iterable

from journeymapper.model.checks.balance import (
    goals_measured,
    leading_too,
    moments_few,
    seen_from_two_sides,
    stages_owned,
)
from journeymapper.model.checks.collecting import collected_by_others, everybody_reached, personal_data_founded
from journeymapper.model.checks.coverage import (
    hand_offs_measured,
    promises_measured,
    touchpoints_measured,
)
from journeymapper.model.checks.map import bases_given, journeys_owned, reasons_given, stages_filled
from journeymapper.model.checks.messages import told_alike, told_as_preferred
from journeymapper.model.checks.plan import (
    answers_reachable,
    decisions_named,
    goals_served,
    points_owned,
    targets_reviewed,
    targets_set,
)
from journeymapper.model.checks.questionnaires import (
    data_protected,
    questionnaires_short,
    questionnaires_worded,
    questions_asked_once,
)
from journeymapper.model.checks.wording import asked_once, one_direction, relationship_asked_aside, versions_kept
from journeymapper.model.finding import Finding, Severity
from journeymapper.model.integrity import broken_references
from journeymapper.model.project import Project

__all__ = ["CHECKS", "Finding", "Severity", "check", "unwaived"]

CHECKS: tuple[Callable[[Project], Iterable[Finding]], ...] = (
    broken_references,
    touchpoints_measured,
    hand_offs_measured,
    promises_measured,
    points_owned,
    targets_set,
    answers_reachable,
    goals_served,
    journeys_owned,
    stages_filled,
    reasons_given,
    bases_given,
    told_alike,
    told_as_preferred,
    questionnaires_short,
    questionnaires_worded,
    questions_asked_once,
    data_protected,
    decisions_named,
    targets_reviewed,
    relationship_asked_aside,
    one_direction,
    versions_kept,
    asked_once,
    collected_by_others,
    everybody_reached,
    personal_data_founded,
    leading_too,
    seen_from_two_sides,
    moments_few,
    stages_owned,
    goals_measured,
)
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


def check(project: Project) -> list[Finding]:
    """The findings that nobody has waived, errors first; then in the order of the checks, then of the map or plan."""
    return unwaived(project, (finding for one_check in CHECKS for finding in one_check(project)))


def unwaived(project: Project, findings: Iterable[Finding]) -> list[Finding]:
    """Those of some findings that nobody has waived, errors first. An error cannot be waived."""
    accepted = {(waiver.check, waiver.subject) for waiver in project.waivers.values()}
    left = [one for one in findings if one.severity == "error" or (one.kind, one.element) not in accepted]
    return sorted(left, key=lambda finding: SEVERITIES.index(finding.severity))
