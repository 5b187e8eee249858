"""The same file imported twice would count every answer twice."""

from pathlib import Path

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ResultSet
from journeymapper.results.importing import Imported


def earlier_imports(project: Project, imported: Imported, *, replace: bool, file: Path) -> list[str]:
    """The ids of earlier imports of the same file, which this one replaces; a Refusal unless `replace`.

    The same content for other points is welcome: a file may be brought in column by column.
    """
    earlier = _earlier(project, imported)
    if earlier and not replace:
        raise Refusal(
            "{file} is in the project already, imported on {day} for {points}; --replace puts this import in its "
            "place.",
            file=str(file),
            day=str(earlier[0].account.read_on),
            points=", ".join(sorted(_points(earlier[0].account))) or "–",
        )
    return [old.id for old in earlier]


def _earlier(project: Project, imported: Imported) -> list[ResultSet]:
    new = imported.result_set
    return [
        old
        for old in project.result_sets.values()
        if old.id == imported.duplicate_of or (_same_content(old, new) and _points(old.account) & _points(new.account))
    ]


def _same_content(old: ResultSet, new: ResultSet) -> bool:
    same = (old.account.sha256, old.account.sheet) == (new.account.sha256, new.account.sheet)
    return same and old.mapping.beliefs == new.mapping.beliefs


def _points(account: Account) -> set[str]:
    return {*account.used, *(unused.point for unused in account.unused)}
