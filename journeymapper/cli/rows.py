"""Structs as rows for scripts, with the touchpoint's name beside each point."""

import msgspec

from journeymapper.model.find import name_of
from journeymapper.model.project import Project


def with_names(project: Project, report: msgspec.Struct, field: str) -> dict[str, object]:
    """A report's fields, the rows of one of them named."""
    found: dict[str, object] = {name: getattr(report, name) for name in report.__struct_fields__}
    found[field] = [named_row(project, row) for row in getattr(report, field)]
    return found


def named_row(project: Project, row: msgspec.Struct) -> dict[str, object]:
    """A struct with a `point`, the names of its touchpoint and metric in front."""
    point = project.points[getattr(row, "point", "")]
    anchor = point.anchor.id
    facts = {name: getattr(row, name) for name in row.__struct_fields__}
    return {
        **{"point": point.id, "touchpoint": name_of(project, anchor) if anchor else "", "metric": point.metric},
        **{name: value for name, value in facts.items() if name not in ("point", "touchpoint")},
    }
