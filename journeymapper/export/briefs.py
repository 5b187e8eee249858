"""The message plan as briefs for whatever system sends the messages: CSV and JSON."""

import json

from journeymapper.export.csv_table import csv_table
from journeymapper.model.find import channel_names
from journeymapper.model.journey import Journey, PlannedMessage
from journeymapper.model.project import Project

KEYS = ("id", "journey", "stage", "touchpoint", "trigger", "audience", "channel", "text", "owner", "moment_of_truth")


def brief_rows(project: Project) -> list[dict[str, object]]:
    """A row for each planned message, in the order of the journeys and of their message plans."""
    return [
        _row(project, journey, journey.messages[key])
        for journey in project.ordered_journeys()
        for key in journey.message_order
    ]


def briefs_json(project: Project) -> str:
    """A JSON list of the rows."""
    return json.dumps(brief_rows(project), ensure_ascii=False, indent=2, allow_nan=False)


def briefs_csv(project: Project) -> str:
    """CSV with a line of the keys; no cell becomes a formula."""
    return csv_table(KEYS, [[row[key] for key in KEYS] for row in brief_rows(project)])


def _row(project: Project, journey: Journey, message: PlannedMessage) -> dict[str, object]:
    touchpoint = journey.touchpoints[message.touchpoint]
    holder = journey.holder_of(touchpoint.id)
    people = [project.personas[key].name for key in touchpoint.personas if key in project.personas]
    audience = ", ".join(filter(None, [", ".join(people), touchpoint.base]))
    return {
        "id": message.id,
        "journey": journey.name,
        "stage": holder.name if holder else "",
        "touchpoint": touchpoint.name,
        "trigger": message.trigger,
        "audience": audience,
        "channel": ", ".join(channel_names(project, (message.channel,))) if message.channel else "",
        "text": message.text,
        "owner": message.responsible or touchpoint.owner,
        "moment_of_truth": touchpoint.moment_of_truth,
    }
