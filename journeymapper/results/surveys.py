"""The file before of the same survey, and what is otherwise in the new one."""

from collections.abc import Iterator

from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet

MOST_NAMED = 8
LIKELY = 0.5


def file_before(project: Project, new: ResultSet) -> ResultSet | None:
    """The latest import that took most of the same columns to the same points; None where no survey was before.

    A survey that only shares a question is another one: most of all columns, used or not, must be the same.
    """
    fed = _fed(new)
    for old in (project.result_sets[key] for key in reversed(project.result_order)):
        before = _fed(old)
        same_points = len(fed & before) > LIKELY * max(len(fed), len(before), 1)
        if same_points and _same_columns(old, new) and old.mapping.beliefs == new.mapping.beliefs:
            return old
    return None


def _fed(result_set: ResultSet) -> set[tuple[str, str]]:
    return {(use.column.casefold(), use.point) for use in result_set.mapping.columns}


def _same_columns(one: ResultSet, other: ResultSet) -> bool:
    a, b = ({column.casefold() for column in columns_of(each)} for each in (one, other))
    return len(a & b) > LIKELY * len(a | b)


def changes_since(old: ResultSet, new: ResultSet) -> Iterator[Message]:
    """Sentences on columns that came, went, or begin to hold what cannot be used."""
    names = {"file": old.account.file}
    before, now = columns_of(old), columns_of(new)
    if came := [column for column in now if column not in before]:
        yield Message("New since {file}: the columns {columns}.", {**names, "columns": _listed(came)})
    if gone := [column for column in before if column not in now]:
        yield Message("No longer there since {file}: the columns {columns}.", {**names, "columns": _listed(gone)})
    known = {(unused.point, unused.reason) for unused in old.account.unused}
    for unused in new.account.unused:
        if unused.reason in ("off the scale", "not a number") and (unused.point, unused.reason) not in known:
            yield Message(
                "{column} holds answers that it did not hold in {file}: {examples}.",
                {**names, "column": unused.column, "examples": ", ".join(f"“{one}”" for one in unused.examples) or "–"},
            )


def columns_of(result_set: ResultSet) -> list[str]:
    """Every column of an imported file, the used ones first."""
    mapping = result_set.mapping
    mapped = [use.column for use in mapping.columns] + [use.column for use in mapping.comments]
    mapped += [band.column for band in mapping.bands]
    mapped += [*mapping.segments, mapping.weight, mapping.wave_column, mapping.respondent]
    mapped += [mapping.persona, mapping.account, mapping.role]
    return list(dict.fromkeys(column for column in (*mapped, *result_set.account.columns_left) if column))


def _listed(columns: list[str]) -> str:
    return ", ".join(columns[:MOST_NAMED]) + (", …" if len(columns) > MOST_NAMED else "")
