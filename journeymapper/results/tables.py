"""The cells of a file as text, for those who read a map or aggregated figures from it."""

import os
from collections.abc import Callable
from pathlib import Path

from journeymapper.results.readers.grid import Wish
from journeymapper.results.tasks import RowsTask, TextRows
from journeymapper.results.worker import run_reader


def read_rows(path: Path, sheet: str = "") -> list[list[str]]:
    """Every row of the file from the first, blank ones included; raises Refusal for what cannot be read."""
    return read_text_rows(path, Wish(sheet=sheet)).rows


def read_text_rows(path: Path, wish: Wish, *, limit: int | None = None, tick: Callable[[], object] = bool) -> TextRows:
    """Every row of the file, or the first `limit`, and where its header is; raises Refusal for what cannot be read."""
    task = RowsTask(path=os.fsencode(path), wish=wish, limit=limit)
    return run_reader(task, TextRows, file=path.name, tick=tick)
