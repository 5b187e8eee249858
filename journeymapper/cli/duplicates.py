"""The same file imported twice would count every answer twice."""

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, ResultSet
from journeymapper.results.importing import Imported


def refuse_second_time(project: Project, imported: Imported) -> None:
    """Refuse a file whose content already feeds one of the same points; other columns of it may still come."""
    new = imported.result_set
    for old in project.result_sets.values():
        points = _points(old.account) & _points(new.account)
        if points and _same_content(old, new):
            raise Refusal(
                "{file} is already in the project: it was imported on {day} for {points}.",
                file=new.account.file,
                day=str(old.account.read_on),
                points=", ".join(sorted(points)),
            )


def _same_content(old: ResultSet, new: ResultSet) -> bool:
    return (old.account.sha256, old.account.sheet) == (new.account.sha256, new.account.sheet)


def _points(account: Account) -> set[str]:
    return {*account.used, *(unused.point for unused in account.unused)}
