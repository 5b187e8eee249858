"""What an element is called, and calling it something else: in a field of its kind, for a link in its label."""

from journeymapper.model import edits
from journeymapper.model.find import find
from journeymapper.model.project import Project

LABEL = "label"
FIELDS = ("name", "title", "text", LABEL)


def name_field(project: Project, element_id: str) -> str | None:
    """The field that holds an element's name; None for elements that have none."""
    element = find(project, element_id)
    return next((field for field in FIELDS if hasattr(element, field)), None)


def name_of(project: Project, element_id: str) -> str | None:
    """The element's name; None for elements that have none, empty for a link without a label."""
    field = name_field(project, element_id)
    return str(getattr(find(project, element_id), field)) if field else None


def renamed(project: Project, element_id: str, name: str) -> Project:
    """The project with an element of another name; raises Refusal for a name that cannot be."""
    field = name_field(project, element_id)
    return edits.change(project, element_id, **{field: name}) if field else project
