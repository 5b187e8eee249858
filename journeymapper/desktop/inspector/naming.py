"""What elements are called on a page: their kinds, their names in lists, and the lines below the title."""

from journeymapper.language.language import Language
from journeymapper.language.units import metric_label
from journeymapper.model.element import Element
from journeymapper.model.find import find, holding_journey, kind_of, name_of
from journeymapper.model.journey import HandOff, Link, PlannedMessage, Touchpoint
from journeymapper.model.measurement import Anchor, MeasurementPoint, Metric
from journeymapper.model.messages import Message
from journeymapper.model.project import Action, Evidence, Goal, Note, Project, Promise
from journeymapper.model.sources import Wave

LONGEST = 120
KIND_WORDS = {
    "project": Message("Project"),
    "journey": Message("Journey"),
    "stage": Message("Stage"),
    "touchpoint": Message("Touchpoint"),
    "link": Message("Link"),
    "hand-off": Message("Hand-off"),
    "message": Message("Planned message"),
    "point": Message("Measurement point"),
    "metric": Message("Metric"),
    "persona": Message("Persona"),
    "channel": Message("Channel"),
    "promise": Message("Promise"),
    "evidence": Message("Evidence"),
    "action": Message("Action"),
    "note": Message("Note"),
    "goal": Message("Goal"),
    "wave": Message("Wave"),
    "result set": Message("Result file"),
    "snapshot": Message("Snapshot"),
    "existing measurement": Message("Existing measurement"),
    "roll-out step": Message("Roll-out step"),
    "waiver": Message("Waiver"),
    "business case": Message("Business case"),
    "experiment": Message("Experiment"),
    "tag rule": Message("Tag rule"),
    "belief round": Message("Round of beliefs"),
    "own lane": Message("Own lane"),
    "questionnaire": Message("Questionnaire"),
}


def words_of(project: Project, element_id: str, language: Language) -> str:
    """An element's name in a list; a point with its id, a metric in words."""
    element = find(project, element_id)
    if isinstance(element, MeasurementPoint):
        return f"{element.id} · {measure_words(project, element, language)}"
    if isinstance(element, Metric):
        return metric_label(language, element)
    if isinstance(element, PlannedMessage) and not element.text:
        return element.trigger or language.text("New message")
    if isinstance(element, Link):
        ends = (_end(project, key, language) for key in (element.source, element.target))
        return " → ".join(ends)
    return shortened(name_of(project, element_id).split("\n")[0])


def shortened(words: str) -> str:
    """Words for a title or a row: as much as one reads at a glance."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def _end(project: Project, touchpoint_id: str, language: Language) -> str:
    return name_of(project, touchpoint_id) if touchpoint_id else language.text("outside")


def measure_words(project: Project, point: MeasurementPoint, language: Language) -> str:
    """What is measured: the point's own name, else its metric."""
    return point.name or metric_label(language, project.metrics[point.metric])


def title_of(project: Project, element: Element, language: Language) -> str:
    """The title of an element's page."""
    if isinstance(element, Touchpoint) and element.moment_of_truth:
        return f"{element.name}\N{NO-BREAK SPACE}★"
    if isinstance(element, MeasurementPoint):
        return measure_words(project, element, language)
    if isinstance(element, PlannedMessage):
        return name_of(project, element.touchpoint)
    if isinstance(element, Wave):
        return element.id
    if isinstance(element, Promise | Goal | Note):
        return shortened(element.text)
    return words_of(project, element.id, language)


def subline_of(project: Project, element: Element, language: Language) -> str:
    """The line below the title: the kind, where it is, and what is special about it."""
    parts = [language.message(KIND_WORDS[kind_of(element)])]
    if isinstance(element, MeasurementPoint):
        parts.append(element.id)
    above = above_of(project, element)
    if above and above != project.id:
        parts.append(words_of(project, above, language).strip())
    elif isinstance(element, MeasurementPoint):
        parts.append(language.text("Whole relationship"))
    if getattr(element, "conditional", False):
        parts.append(language.text("only for some"))
    return " · ".join(parts)


def above_of(project: Project, element: Element) -> str:
    """The id of what an element hangs on or lies in; empty for the project."""
    if isinstance(element, Project):
        return ""
    anchor = getattr(element, "anchor", None)
    if isinstance(element, MeasurementPoint | Action | Note) and isinstance(anchor, Anchor) and anchor.id:
        return anchor.id
    if isinstance(element, PlannedMessage | Evidence):
        return element.touchpoint if isinstance(element, PlannedMessage) else element.subject
    journey = holding_journey(project, element.id)
    if journey is None:
        return project.id
    if isinstance(element, Link | HandOff):
        return element.source or element.target
    if isinstance(element, Touchpoint):
        holders = (stage.id for stage in journey.stages.values() if element.id in stage.touchpoints)
        return next(holders, journey.id)
    return journey.id
