"""A file as it was read under the present wishes: facts, first rows, proposals. The work of a job."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.desktop.dialogs.import_dialog.proposals import Proposal, proposals
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.results.aggregates import holds_aggregates
from journeymapper.results.automatic import recognised
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.readers.grid import Wish
from journeymapper.results.tables import read_text_rows

ROWS = 50
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file before anything is imported; `rows` are the first rows as they stand in it.

    `before` is the latest import of the same survey.
    """

    inspection: Inspection
    rows: list[list[str]]
    proposals: dict[str, Proposal]
    aggregates: bool
    before: ResultSet | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(facts.name for facts in self.inspection.columns)

    def facts(self, column: str) -> ColumnFacts | None:
        """The facts of a column."""
        return next((facts for facts in self.inspection.columns if facts.name == column), None)


def see(path: Path, wish: Wish, project: Project, tick: Callable[[], object]) -> Sight:
    """Read the file as wished; raises Refusal for what cannot be read."""
    found = inspect_file(path, wish, tick=tick)
    limit = max(ROWS, found.header_row + 10)
    rows = read_text_rows(path, wish, limit=limit, tick=tick).rows
    tick()
    names = [facts.name for facts in found.columns]
    aggregates = holds_aggregates(names)
    likely = {} if aggregates else proposals(project, found)
    before = None if aggregates else recognised(project, found)
    return Sight(inspection=found, rows=rows, proposals=likely, aggregates=aggregates, before=before)


def likely_wave(path: Path, today: date) -> str:
    """The year in the file's name, else the present one."""
    found = _YEAR.search(path.stem)
    return found.group() if found else str(today.year)
