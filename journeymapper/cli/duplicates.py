"""The same file imported twice would count every answer twice."""

from pathlib import Path

from journeymapper.model import edits
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ResultSet
from journeymapper.results.importing import Imported


def without_earlier(project: Project, imported: Imported, *, replace: bool, file: Path) -> Project:
    """The project ready for the import: without earlier imports of the same file, or a Refusal unless `replace`.

    The same content for other points is welcome: a file may be brought in column by column.
    """
    for old in _earlier(project, imported):
        if not replace:
            raise Refusal(
                "{file} is in the project already, imported on {day} for {points}; --replace puts this import in its "
                "place.",
                file=str(file),
                day=str(old.account.read_on),
                points=", ".join(sorted(_points(old.account))),
            )
        project = edits.remove_result_set(project, old.id)
    return project


def _earlier(project: Project, imported: Imported) -> list[ResultSet]:
    new = imported.result_set
    return [
        old
        for old in project.result_sets.values()
        if old.id == imported.duplicate_of or (_same_content(old, new) and _points(old.account) & _points(new.account))
    ]


def _same_content(old: ResultSet, new: ResultSet) -> bool:
    return (old.account.sha256, old.account.sheet) == (new.account.sha256, new.account.sheet)


def _points(account: Account) -> set[str]:
    return {*account.used, *(unused.point for unused in account.unused)}
