"""What the reader process does with a file. Runs in that process only."""

import os
from itertools import chain, islice
from pathlib import Path

import msgspec

from journeymapper.model.event_log import EventLog
from journeymapper.model.messages import Message, Refusal
from journeymapper.results.fingerprints import Hashing
from journeymapper.results.inspection import Inspection
from journeymapper.results.readers.cells import as_text
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.opening import open_grid, open_table, sha256_of
from journeymapper.results.readers.table import as_table
from journeymapper.results.streamed_files import files_of, is_streamed
from journeymapper.results.tasks import Counted, CountTask, InspectTask, LogTask, Reply, RowsTask, Task, TextRows

LOOKED_AT = 100_000
"""Rows of a file that streams which are looked at before it is imported."""


def perform(task: Task) -> Reply:
    """Do the task; raises Refusal."""
    path = Path(os.fsdecode(task.path))
    if isinstance(task, InspectTask):
        return _look(path, task)
    if isinstance(task, RowsTask):
        return _rows(path, task)
    if isinstance(task, LogTask):
        return _log(path, task)
    if is_streamed(path):
        from journeymapper.results.big import count_big

        return count_big(path, task)
    return _count(path, task)


def _look(path: Path, task: InspectTask) -> Inspection:
    """The facts of a file; of one that streams those of its first rows, which says so."""
    from journeymapper.results.looking import look_at

    hashing = Hashing(path) if is_streamed(path) else None
    with open_table(files_of(path)[0] if hashing else path, task.wish) as table:
        if hashing:
            table.rows = islice(table.rows, LOOKED_AT)
        found = look_at(table, path.name, task.wish)
    if hashing is None:
        return found
    found = msgspec.structs.replace(found, sha256=hashing.if_nearly_done())
    if found.rows < LOOKED_AT:
        return found
    note = Message("Only the first {n} rows were looked at; all of them are read for the import.", {"n": found.rows})
    return msgspec.structs.replace(found, suggestions=(note, *found.suggestions))


def _log(path: Path, task: LogTask) -> EventLog:
    from journeymapper.results.days import slash_order
    from journeymapper.results.log_building import LogBuilder
    from journeymapper.results.log_columns import SAMPLE, find_log_columns

    with open_grid(files_of(path)[0] if path.is_dir() and is_streamed(path) else path, task.wish) as grid:
        table = as_table(grid, path.name, task.wish)
        start = list(islice(table.rows, SAMPLE))
        columns = task.columns or find_log_columns(table.names, [row.cells for row in start])
        if columns is None:
            raise Refusal("{file}: no columns of a case, an activity and a time were found; name them.", file=path.name)
        order = slash_order(cell for row in start for cell in row.cells) or "dmy"
        builder = LogBuilder(table.names, columns, order, path.name)
        for row in chain(start, table.rows):
            builder.add(row)
    return builder.log()


def _rows(path: Path, task: RowsTask) -> TextRows:
    from journeymapper.results.clean import find_decimal

    with open_grid(files_of(path)[0] if path.is_dir() and is_streamed(path) else path, task.wish) as grid:
        cells = list(islice(grid.rows, task.limit))
        table = as_table(msgspec.structs.replace(grid, rows=iter(cells)), path.name, task.wish)
    decimal = task.wish.decimal or find_decimal((cell for row in cells for cell in row), grid.delimiter)
    return TextRows(
        rows=[[as_text(cell) for cell in row] for row in cells],
        names=table.names,
        first=max(table.header_row, 0) + table.label_rows,
        header_row=table.header_row,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        decimal=decimal,
        sheet=grid.sheet,
        sha256=sha256_of(path) if task.limit is None else "",
        sheets=tuple(sheet.name for sheet in grid.sheets if not sheet.hidden),
    )


def _count(path: Path, task: CountTask) -> Counted:
    from journeymapper.results.gathering import gather
    from journeymapper.results.previews import preview_rows, rows_read
    from journeymapper.results.records import take_records
    from journeymapper.results.tallying import tally_of

    mapping = task.mapping
    with open_table(path, Wish.of(mapping)) as table:
        if not table.names:
            raise Refusal("{file} has no rows.", file=path.name)
        records = take_records(table, mapping, path.name)
    gathered = gather(records, mapping, task.metrics, table.delimiter, path.name, task.salt)
    mapped = set(records.names.values())
    return Counted(
        tally=tally_of(gathered.combinations),
        used=gathered.used,
        unused=(*gathered.unused, *preview_rows(table, mapping)),
        rows=rows_read(records, table),
        sha256=sha256_of(path),
        encoding=table.encoding,
        delimiter=table.delimiter,
        decimal=gathered.decimal,
        sheet=table.sheet,
        header_row=table.header_row,
        columns_left=tuple(name for name in table.names if name not in mapped),
        granularity=gathered.granularity,
        columns=gathered.columns,
        doubts=gathered.doubts,
        filtered=gathered.filtered,
        respondents=gathered.respondents,
        comments=gathered.comments,
    )
