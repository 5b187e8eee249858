"""Reads an event log from whatever file holds one: XES, OCEL or a table with a case, an activity and a time."""

import os
from collections.abc import Callable
from pathlib import Path

from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.results.readers.grid import Wish
from journeymapper.results.tasks import LogTask
from journeymapper.results.worker import run_reader


def read_event_log(
    path: Path, columns: LogColumns | None = None, *, wish: Wish | None = None, tick: Callable[[], object] = bool
) -> EventLog:
    """The log in the file; without `columns` they are found by their names and by what is in them.

    Raises Refusal for what cannot be read and where no log is found. `tick` is called while the file is read; what it
    raises stops the reading.
    """
    task = LogTask(path=os.fsencode(path), wish=wish or Wish(), columns=columns)
    return run_reader(task, EventLog, file=path.name, tick=tick)
