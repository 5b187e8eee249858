"""Looks at a result file before anything is imported from it."""

import os
from collections.abc import Callable
from pathlib import Path

from journeymapper.results.fingerprints import marks_of, remember
from journeymapper.results.inspection import ColumnFacts, ColumnKind, Inspection
from journeymapper.results.readers.grid import Sheet, Wish
from journeymapper.results.streamed_files import is_streamed
from journeymapper.results.tasks import InspectTask
from journeymapper.results.worker import run_reader

__all__ = ["ColumnFacts", "ColumnKind", "Inspection", "Sheet", "inspect_file"]

AS_IT_LOOKS = Wish()


def inspect_file(path: Path, wish: Wish = AS_IT_LOOKS, *, tick: Callable[[], object] = bool) -> Inspection:
    """What the file holds, read as wished or else as it looks; raises Refusal for what cannot be read.

    `tick` is called while the file is read; what it raises stops the reading.
    """
    task = InspectTask(path=os.fsencode(path), wish=wish)
    if not is_streamed(path):
        return run_reader(task, Inspection, file=path.name, tick=tick)
    marks = marks_of(path)
    found = run_reader(task, Inspection, file=path.name, tick=tick)
    if found.sha256 and marks_of(path) == marks:
        remember(path, marks, found.sha256)
    return found
