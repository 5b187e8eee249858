"""Brings result files into a sample through the product's own importer, with ids that do not change."""

from collections.abc import Mapping as Table
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.model import edits
from journeymapper.model.project import Project
from journeymapper.model.sources import Mapping
from journeymapper.model.tally import Tally
from journeymapper.results.importing import read_results


def with_results(
    project: Project, folder: Path, mappings: Table[str, Mapping], today: date
) -> tuple[Project, dict[str, Tally], dict[str, bytes]]:
    """The project with the files of a folder imported in the order of the mappings, their tallies and attachments."""
    tallies: dict[str, Tally] = {}
    attachments: dict[str, bytes] = {}
    for name, mapping in mappings.items():
        imported = read_results(folder / name, mapping, project, today=today)
        result_set = msgspec.structs.replace(imported.result_set, id=f"results-{Path(name).stem.removesuffix('_fi')}")
        project = edits.add_result_set(project, result_set, imported.waves)
        tallies[result_set.tally] = imported.tally
        attachments |= imported.attachments
    return project, tallies, attachments
