"""Which touchpoint an event log means by a label: the one of that name, capitals, spaces and hyphens aside."""

import re
from collections.abc import Iterable

from journeymapper.model.project import Project


def labelled_touchpoints(project: Project, labels: Iterable[str]) -> dict[str, str]:
    """Label → id of the first touchpoint of that name in the order of the journeys; labels without one are left out."""
    known: dict[str, str] = {}
    for journey in project.ordered_journeys():
        stages = (journey.stages[key] for key in journey.stage_order)
        for key in (*(key for stage in stages for key in stage.touchpoints), *journey.parked):
            known.setdefault(_tidy(journey.touchpoints[key].name), key)
    return {label: known[_tidy(label)] for label in dict.fromkeys(labels) if _tidy(label) in known}


def _tidy(text: str) -> str:
    return " ".join(re.sub(r"[\N{SOFT HYPHEN}]", "", re.sub(r"[\W_]+", " ", text)).split()).casefold()
