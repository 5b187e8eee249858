"""Rebuilds the sample projects and their result files: `python -m sample_projects.make_samples [FOLDER]`.

The airport's counts are made from the surveys by `python -m sample_projects.airport.counting FOLDER-OF-SURVEYS`.
"""

import sys
from collections.abc import Callable
from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path

from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.storage.container import save_project
from sample_projects.airport.build import airport_mappings, airport_project
from sample_projects.drainage.acting import with_acting
from sample_projects.drainage.build import drainage_project
from sample_projects.drainage.content_en import ENGLISH
from sample_projects.drainage.content_fi import FINNISH
from sample_projects.drainage.files import mappings, write_files
from sample_projects.importing import with_results

HERE = Path(__file__).parent
DRAINAGE_RESULTS, AIRPORT_RESULTS = "drainage_results", "airport_results"
AIRPORT = "airport_passengers.jmap"
DRAINAGE = {"drainage_renovation.jmap": ENGLISH, "salaojaremontti.jmap": FINNISH}


def main(arguments: list[str]) -> int:
    """Make everything in a folder, by default beside this script; returns the exit code."""
    folder = Path(arguments[0]) if arguments else HERE
    write_files(folder / DRAINAGE_RESULTS)
    for name, words in DRAINAGE.items():
        read_by = mappings(words.language)
        make(folder / name, drainage_project(words), folder / DRAINAGE_RESULTS, read_by, with_acting)
    make(folder / AIRPORT, airport_project(), HERE / AIRPORT_RESULTS, airport_mappings())
    return 0


def make(
    path: Path,
    project: Project,
    results: Path,
    read_by: Table[str, Mapping],
    finish: Callable[[Project], Project] = lambda project: project,
) -> None:
    """Import the results into a project, finish and save it, always from nothing."""
    project, tallies, attachments = with_results(project, results, read_by, project.dated or date.min)
    path.unlink(missing_ok=True)
    save_project(path, finish(project), tallies, attachments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
