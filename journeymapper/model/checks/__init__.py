"""What is wrong or missing in the map and the measurement plan: few findings, each saying what and where."""

from collections.abc import Callable, Iterable

from journeymapper.model.checks.coverage import (
    hand_offs_measured,
    promises_measured,
    touchpoints_measured,
)
from journeymapper.model.checks.map import bases_given, journeys_owned, reasons_given, stages_filled
from journeymapper.model.checks.messages import told_alike, told_as_preferred
from journeymapper.model.checks.plan import answers_reachable, goals_served, points_owned, targets_set
from journeymapper.model.checks.questionnaires import (
    data_protected,
    questionnaires_short,
    questionnaires_worded,
    questions_asked_once,
)
from journeymapper.model.finding import Finding, Severity
from journeymapper.model.integrity import broken_references
from journeymapper.model.project import Project

__all__ = ["CHECKS", "Finding", "Severity", "check"]

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
)
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


def check(project: Project) -> list[Finding]:
    """All findings, errors first; within a severity in the order of the checks, then of the map or plan."""
    findings = [finding for one_check in CHECKS for finding in one_check(project)]
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
