"""Rebuilds the sample projects and their result files: `python -m sample_projects.make_samples [FOLDER]`.

The airport's counts are made from the surveys by `python -m sample_projects.airport.counting FOLDER-OF-SURVEYS`.
"""

import sys
from pathlib import Path

from journeymapper.model.project import Project
from journeymapper.storage.container import save_project
from sample_projects.drainage.build import drainage_project
from sample_projects.drainage.content_en import ENGLISH
from sample_projects.drainage.content_fi import FINNISH
from sample_projects.drainage.files import mappings, write_files
from sample_projects.drainage.structure import DATED
from sample_projects.drainage.words import Words
from sample_projects.importing import with_results

HERE = Path(__file__).parent
DRAINAGE_RESULTS = "drainage_results"
DRAINAGE = {"drainage_renovation.jmap": ENGLISH, "salaojaremontti.jmap": FINNISH}


def main(arguments: list[str]) -> int:
    """Make everything in a folder, by default beside this script; returns the exit code."""
    folder = Path(arguments[0]) if arguments else HERE
    write_files(folder / DRAINAGE_RESULTS)
    for name, words in DRAINAGE.items():
        make_drainage(folder, name, words)
    return 0


def make_drainage(folder: Path, name: str, words: Words) -> Project:
    """Build one language's project with its results and save it; returns it."""
    project, tallies = with_results(drainage_project(words), folder / DRAINAGE_RESULTS, mappings(words.language), DATED)
    (folder / name).unlink(missing_ok=True)
    save_project(folder / name, project, tallies)
    return project


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
