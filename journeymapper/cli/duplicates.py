"""The same file imported twice would count every answer twice."""

from pathlib import Path

from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.results.importing import Imported
from journeymapper.results.rivals import fed_points, rivals_of


def earlier_imports(project: Project, imported: Imported, *, replace: bool, file: Path) -> list[str]:
    """The ids of earlier imports of the same file, which this one replaces; a Refusal unless `replace`.

    The same content for other points is welcome: a file may be brought in column by column.
    """
    rivals = rivals_of(project, {}, imported.result_set)
    earlier = [rival.result_set for rival in rivals if rival.same_file]
    if earlier and not replace:
        raise Refusal(
            "{file} is in the project already, imported on {day} for {points}; --replace puts this import in its "
            "place.",
            file=str(file),
            day=str(earlier[0].account.read_on),
            points=", ".join(sorted(fed_points(earlier[0]))) or "–",
        )
    return [old.id for old in earlier]
