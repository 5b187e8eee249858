"""The cells of a file as text, for those who read a map or aggregated figures from it."""

import os
from pathlib import Path

from journeymapper.results.readers.grid import Wish
from journeymapper.results.tasks import RowsTask, TextRows
from journeymapper.results.worker import run_reader


def read_rows(path: Path, sheet: str = "") -> list[list[str]]:
    """Every row of the file from the first, blank ones included; raises Refusal for what cannot be read."""
    return read_text_rows(path, Wish(sheet=sheet)).rows


def read_text_rows(path: Path, wish: Wish) -> TextRows:
    """Every row of the file and where its header is; raises Refusal for what cannot be read."""
    return run_reader(RowsTask(path=os.fsencode(path), wish=wish), TextRows, file=path.name)
