"""Changing fields of any element."""

from typing import Any

import msgspec

from journeymapper.model.edits.placing import replaced
from journeymapper.model.edits.rules import check_references
from journeymapper.model.find import found, holding_journey
from journeymapper.model.limits import check_together, clean_fields, structure_fields
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project


def change(project: Project, element_id: str, **fields: Any) -> Project:
    """The project with fields of one element changed, the project's own by its id.

    Values are cleaned first (NFC, no control characters, lines trimmed). Refuses wrong types, ranges left, blank
    names, references to nothing, ids, and the maps and orders that other edits keep.
    """
    element = found(project, element_id)
    locked = structure_fields(type(element)).union(fields.keys() - set(element.__struct_fields__)) & fields.keys()
    if locked:
        raise Refusal("The field {field} cannot be changed here.", field=min(locked))
    values = clean_fields(type(element), fields)
    differing = {name: value for name, value in values.items() if value != getattr(element, name)}
    if not differing:
        return project
    new = msgspec.structs.replace(element, **differing)
    check_together(new)
    if isinstance(new, Project):
        return new
    journey = holding_journey(project, element_id)
    check_references(project, new, journey.id if journey else "")
    return replaced(project, new)
