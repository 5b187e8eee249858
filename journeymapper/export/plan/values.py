"""From a field to what stands in its cell: a real number, day or text in the language of the sheet."""

from datetime import date
from typing import Any

from journeymapper.export.plan.columns import Column
from journeymapper.export.plan.places import place_words
from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_label
from journeymapper.model.element import Element
from journeymapper.model.find import find, name_of
from journeymapper.model.measurement import Anchor
from journeymapper.model.project import Project

Value = str | float | int | bool | date | None
BETWEEN = "; "


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
    return None if value == "" else value


def _word(column: Column, value: object, language: Language) -> str:
    return next((language.message(word) for known, word in column.words if known == value), "")


def _name(project: Project, column: Column, key: str) -> str:
    if column.of == "point" or find(project, key) is None:
        return key
    return name_of(project, key)
