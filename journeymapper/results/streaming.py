"""Files too large to be held: DuckDB streams their columns, CSV or Parquet, one file or a folder of them."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import TYPE_CHECKING

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import Mapping
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.limits import COLUMNS
from journeymapper.results.readers.opening import open_table
from journeymapper.results.streamed_files import files_of, is_parquet

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

SAMPLE_ROWS = 1_000
ROW = "row number"
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "230MB",
    "threads": 2,
    "preserve_insertion_order": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class Unreadable(Refusal):
    """What DuckDB said of a file that it cannot read in the way in which it was asked to."""


class Streamed(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file before it streams: its columns, how it is written, its first rows."""

    names: tuple[str, ...]
    sample: tuple[tuple[Cell, ...], ...] = ()
    format: str
    encoding: str = ""
    delimiter: str = ""
    header_row: int = 0
    first: int = 0


def looked_into(path: Path, mapping: Mapping) -> Streamed:
    """The columns and first rows of a file; raises Refusal where it cannot be read."""
    first = files_of(path)[0]
    if is_parquet(first):
        return _of_parquet(path)
    with open_table(first, Wish.of(mapping)) as table:
        rows = tuple(tuple(row.cells) for row, _ in zip(table.rows, range(SAMPLE_ROWS), strict=False))
    return Streamed(
        names=table.names,
        sample=rows,
        format=table.format,
        encoding=table.encoding,
        delimiter=table.delimiter,
        header_row=table.header_row,
        first=table.header_row + table.label_rows,
    )


def _of_parquet(path: Path) -> Streamed:
    with streaming(path, Streamed(names=(), format="Parquet")) as relation:
        names = tuple(relation.columns)[:-1]
        rows = relation.limit(SAMPLE_ROWS).fetchall()
    if len(names) > COLUMNS:
        raise Refusal("{file}, row {row}: more than {limit} columns.", file=path.name, row=1, limit=COLUMNS)
    return Streamed(names=names, sample=tuple(tuple(row[:-1]) for row in rows), format="Parquet")


@contextmanager
def streaming(
    path: Path, facts: Streamed, progress: str = "", *, careful: bool = False, reads: int = 1
) -> Iterator["DuckDBPyRelation"]:
    """The rows as a relation with a last column of row numbers; raises Unreadable for what DuckDB cannot read.

    A `careful` reading is slow and takes cells of several lines and rows of all lengths as they come. `progress` is
    a file that the share of what is done is written to meanwhile, as text; `reads` is how often this process reads the
    whole file, its hash included.
    """
    import duckdb

    with TemporaryDirectory() as folder, duckdb.connect(config={**CONFIG, "temp_directory": folder}) as database:
        plain = _plain_names(files_of(path), Path(folder))
        done = Event()
        watch = Thread(target=_report, args=(database, progress, done, reads * _size(path)), daemon=True)
        try:
            database.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
            relation = _relation(database, plain, facts, careful)
            if progress:
                watch.start()
            yield relation
        except duckdb.Error as problem:
            raise Unreadable("{file} cannot be read: {reason}.", file=path.name, reason=_reason(problem)) from None
        finally:
            done.set()
            if watch.is_alive():
                watch.join()


def _plain_names(files: list[Path], folder: Path) -> list[str]:
    """Links of plain names: a path with * or [ would be taken for many."""
    names: list[str] = []
    for number, file in enumerate(files):
        link = folder / f"part{number:05}"
        try:
            link.symlink_to(file.resolve())
        except OSError:  # Windows lets few users make links
            link = file.resolve()
        names.append(str(link))
    return names


def _relation(database: "DuckDBPyConnection", files: list[str], facts: Streamed, careful: bool) -> "DuckDBPyRelation":
    """Literals rather than parameters: with these DuckDB would read everything before the first row is asked for."""
    listed = f"[{', '.join(map(_quoted, files))}]"
    if facts.format == "Parquet":
        source = f"read_parquet({listed}, union_by_name = true)"
    else:
        columns = ", ".join(f"{_quoted(name)}: 'VARCHAR'" for name in facts.names)
        source = (
            f"read_csv({listed}, header = false, skip = {_lines_before(Path(files[0]), facts)}, "
            f"columns = {{{columns}}}, delim = {_quoted(facts.delimiter)}, quote = '\"', escape = '\"', "
            f"encoding = {_quoted(_encoding(facts.encoding))}, strict_mode = false, null_padding = {careful}, "
            f"parallel = {not careful}, auto_detect = false, max_line_size = 2000000)"
        )
    return database.sql(f'SELECT *, row_number() OVER () AS "{ROW}" FROM {source}')


def _quoted(text: str) -> str:
    """A text as a literal, whatever is in it."""
    return "'" + text.replace("'", "''") + "'"


def _encoding(name: str) -> str:
    return "latin-1" if name in ("cp1252", "latin-1", "iso8859-1") else "utf-8"


def _lines_before(file: Path, facts: Streamed) -> int:
    """How many lines the rows before the first answer take up; a cell may hold line ends."""
    import csv

    with file.open(encoding=facts.encoding or "utf-8", errors="replace", newline="") as lines:
        reader = csv.reader(lines, delimiter=facts.delimiter or ",")
        for _ in range(facts.first):
            next(reader, None)
        return reader.line_num


def _report(database: "DuckDBPyConnection", progress: str, done: Event, size: int) -> None:
    """Write down the share again and again; `size` are the bytes that will be read in all."""
    before = _bytes_read()
    while not done.wait(0.2):
        with suppress(Exception):  # no progress is no reason to stop
            read = _bytes_read() - before
            share = read / size if read else max(database.query_progress(), 0.0) / 100
            Path(progress).write_text(f"{min(share, 1.0):.3f}", encoding="ascii")


def _bytes_read() -> int:
    """What this process has read so far, where the system tells; DuckDB itself does not know while it numbers rows."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/io").read_text(encoding="ascii").split()[1])
    return 0


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in files_of(path))


def _reason(problem: Exception) -> str:
    """The first line of what DuckDB says, without what it guesses."""
    return str(problem).splitlines()[0][:200].rstrip(".")
