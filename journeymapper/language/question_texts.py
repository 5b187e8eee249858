"""A point's question word for word: its own, a translation, or the usual wording of its metric until there is one."""

import re

from journeymapper.model.find import name_of
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.metric_library import metric_library
from journeymapper.model.project import Project

SCALE = re.compile(r"\s*\([^()]*\)\s*$")
ENDS = re.compile(r"\(\s*([0-9]+)\s+([^()]*?)\s*(?:…|\.\.\.)\s*([0-9]+)\s+([^()]*?)\s*\)\s*$")
TOLD_SCALE = re.compile(
    r"\s*\((?:[0-9]+\s*[–-]\s*[0-9]+|[0-9]+\s[^()]*(?:…|\.\.\.)\s*[0-9]+\s[^()]*|(?:yes|kyllä)\s*/[^()]*)\)\s*$",
    re.IGNORECASE,
)


def told_ends(point: MeasurementPoint, language: str) -> tuple[str, str]:
    """The words at the lower and the upper end that a question tells itself: `(1 dirty … 5 clean)`; else empty."""
    found = ENDS.search(point.wording(language).question or point.question)
    return (found[2], found[4]) if found and int(found[1]) < int(found[3]) else ("", "")


def asked_text(project: Project, point: MeasurementPoint, language: str) -> str:
    """The question in a language; its own where nobody has translated it, at last the point's name or id.

    A scale in brackets at its end is left out: the answers tell it.
    """
    written = point.wording(language).question or point.question
    return TOLD_SCALE.sub("", written) or usual_text(project, point, language) or point.name or point.id


def usual_text(project: Project, point: MeasurementPoint, language: str) -> str:
    """The metric's usual wording after the name of the place, without its scale; empty where it has none."""
    metric = project.metrics[point.metric]
    known = next((one.wording.in_language(language) for one in metric_library() if metric.id in (one.id, one.form)), "")
    wording = SCALE.sub("", known or metric.wording)
    return f"{name_of(project, point.anchor.id)}: {wording}" if wording and point.anchor.id else wording
