"""From a field to what stands in its cell: a real number, day or text in the language of the sheet."""

from datetime import date
from typing import Any

from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.places import place_words
from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_label
from journeymapper.language.units import format_target
from journeymapper.model.element import Element
from journeymapper.model.find import find, name_of
from journeymapper.model.measurement import Anchor, Benchmark, Target, TargetLevel
from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Value = str | float | int | bool | date | None
BETWEEN = "; "
TARGET_LEVELS: dict[TargetLevel, Message] = {
    "minimum": Message("Minimum"), "target": Message("Target"), "stretch": Message("Stretch"),
}  # fmt: skip


def value_in(element: object, field: str) -> Any:
    """A field of an element, or of one of its parts by a dotted name; None where the part is missing."""
    value: Any = element
    for name in field.split("."):
        value = getattr(value, name, None)
    return value


def cell_value(project: Project, element: Element, column: Column, language: Language) -> Value:
    """What a cell shows."""
    value = value_in(element, column.field)
    if column.kind in ("choice", "switch"):
        return _word(column, value, language) if value is not None or column.field != "target.kind" else None
    if column.kind == "many":
        return BETWEEN.join(_word(column, one, language) for one in value)
    if column.kind == "names":
        return BETWEEN.join(_name(project, column, key) for key in value)
    if column.kind == "place" or isinstance(value, Anchor):
        return place_words(project, value, language)
    if column.kind == "shown" and column.field == "metric":
        return metric_label(language, project.metrics[value])
    if column.field in ("more_targets", "benchmarks"):
        return BETWEEN.join(_beside(project, element, one, language) for one in value)
    return None if value == "" else value


def _beside(project: Project, element: Element, one: Target | Benchmark, language: Language) -> str:
    """A further target with its level and for whom it holds, or a benchmark with its source: `42 (others, 2025)`."""
    metric = project.metrics[str(value_in(element, "metric"))]
    said = "–" if one.value is None else format_target(language, metric, one.value)
    about: tuple[str, ...]
    if isinstance(one, Benchmark):
        about = (one.source, language.date(one.dated) if one.dated else "")
    else:
        about = (language.message(TARGET_LEVELS[one.level]), one.wave, one.segment, one.source)
    return f"{said} ({', '.join(filter(None, about))})"


def _word(column: Column, value: object, language: Language) -> str:
    return next((language.message(word) for known, word in column.words if known == value), "")


def _name(project: Project, column: Column, key: str) -> str:
    if column.of == "point" or find(project, key) is None:
        return key
    return name_of(project, key)
