"""What the event logs of a project say of its journeys, as far as their plans can be seen in them."""

from collections.abc import Mapping

from journeymapper.analysis.paths.report import PathReport, actual_paths
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.parts import event_logs


def path_reports(project: Project, attachments: Mapping[str, bytes]) -> dict[str, PathReport]:
    """Journey id to what its logs say; nothing for a journey that they say nothing of, or where they are damaged."""
    try:
        logs = list(event_logs(project, attachments).values())
    except Refusal:
        return {}
    if not logs:
        return {}
    found = {journey.id: actual_paths(journey, logs, seen_only=True) for journey in project.ordered_journeys()}
    return {key: report for key, report in found.items() if report.plan.steps}
