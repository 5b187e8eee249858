"""A file as it was read under the present wishes: facts, first rows, proposals. The work of a job."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.desktop.dialogs.import_dialog.proposals import Proposal, proposals
from journeymapper.model.event_log import LogColumns
from journeymapper.model.project import Project
from journeymapper.model.sources import ResultSet
from journeymapper.results.aggregates import holds_aggregates
from journeymapper.results.automatic import recognised
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.inspection import ColumnFacts, Inspection
from journeymapper.results.log_columns import find_log_columns
from journeymapper.results.readers.grid import Wish
from journeymapper.results.tables import read_text_rows

EVENT_LOG = "event log"
ROWS = 50
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file before anything is imported; `rows` are the first rows as they stand in it.

    `before` is the latest import of the same survey; `log` its likely columns if it is an event log.
    """

    inspection: Inspection
    rows: list[list[str]]
    proposals: dict[str, Proposal]
    aggregates: bool
    before: ResultSet | None = None
    log: LogColumns | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(facts.name for facts in self.inspection.columns)

    @property
    def presumed_log(self) -> LogColumns | None:
        """A file whose columns are called like a log's is one until somebody says that it is not."""
        return self.log if self.inspection.shape == EVENT_LOG else None

    def facts(self, column: str) -> ColumnFacts | None:
        """The facts of a column."""
        return next((facts for facts in self.inspection.columns if facts.name == column), None)


def see(path: Path, wish: Wish, project: Project, tick: Callable[[], object]) -> Sight:
    """Read the file as wished; raises Refusal for what cannot be read."""
    found = inspect_file(path, wish, tick=tick)
    limit = max(ROWS, found.header_row + 10)
    text = read_text_rows(path, wish, limit=limit, tick=tick)
    tick()
    names = [facts.name for facts in found.columns]
    aggregates = holds_aggregates(names)
    likely = {} if aggregates else proposals(project, found)
    before = None if aggregates else recognised(project, found)
    log = None if aggregates else _log_columns(found, names, text.rows[text.first :])
    return Sight(inspection=found, rows=text.rows, proposals=likely, aggregates=aggregates, before=before, log=log)


def _log_columns(found: Inspection, names: list[str], rows: list[list[str]]) -> LogColumns | None:
    """The likely columns of an event log; None for a survey platform's export and for a file without days."""
    if found.shape != EVENT_LOG and (found.platform or not any(facts.kind == "date" for facts in found.columns)):
        return None
    return find_log_columns(names, [list(row) for row in rows])


def likely_wave(path: Path, today: date) -> str:
    """The year in the file's name, else the present one."""
    found = _YEAR.search(path.stem)
    return found.group() if found else str(today.year)
