"""Counts a file that is streamed: alike rows are put together by the engine, then read as if they were few.

The engine groups by the columns as they stand in the file. What an answer means is decided on the distinct rows, by
the same code as for a small file, so both give the same tally.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import ColumnUse, Doubtful, Mapping, Unused
from journeymapper.model.tally import Tally
from journeymapper.results.clean import day, find_decimal, slash_order
from journeymapper.results.fingerprints import Hashing
from journeymapper.results.gathering import Gathered, gather
from journeymapper.results.matching import column_index
from journeymapper.results.readers.cells import Cell, cell_of, is_blank
from journeymapper.results.records import Records, mapped_columns
from journeymapper.results.streaming import ROW, Streamed, Unreadable, looked_into, streaming
from journeymapper.results.tallying import MOST, put_together, tally_of
from journeymapper.results.tasks import Counted, CountTask

if TYPE_CHECKING:
    from duckdb import DuckDBPyRelation

TELLING = 50_000
CROWDED = 0.5
COUNT = "rows"
HEAD = 200_000
"""Rows at the beginning that are looked at before all are put together."""


def count_big(path: Path, task: CountTask) -> Counted:
    """The tally and the account of a streamed file; raises Refusal for what cannot be read or kept."""
    mapping = task.mapping
    if mapping.comments:
        raise Refusal("{file} is too large for its comments to be kept.", file=path.name)
    hashing = None if task.sha256 else Hashing(path)  # first of all, while the other processor has little to do
    facts = looked_into(path, mapping)
    alone = msgspec.structs.replace(mapping, respondent="")  # keys of millions would be a tally of millions
    wanted = {column: column_index(facts.names, column, path.name) for column in _columns(alone, facts, path.name)}
    decimal = mapping.decimal or _decimal(facts, wanted)
    sure = msgspec.structs.replace(alone, decimal=decimal)
    tally, gathered, rows = _read(path, facts, sure, wanted, task)
    names = [facts.names[index] for index in wanted.values()]
    return Counted(
        tally=tally,
        used=gathered.used,
        unused=gathered.unused,
        rows=rows,
        sha256=hashing.result() if hashing else task.sha256,
        encoding=facts.encoding,
        delimiter=facts.delimiter,
        decimal=gathered.decimal,
        sheet="",
        header_row=facts.header_row,
        columns_left=tuple(name for name in facts.names if name not in names),
        granularity=gathered.granularity,
        columns=gathered.columns,
        doubts=gathered.doubts,
        filtered=gathered.filtered,
    )


Piece = tuple[Tally, Gathered, int]


def _read(path: Path, facts: Streamed, mapping: Mapping, wanted: dict[str, int], task: CountTask) -> Piece:
    """The whole file, a second time with care where the fast way stumbles."""
    reads = 1 if task.sha256 else 2
    try:
        with streaming(path, facts, task.progress, reads=reads) as relation:
            return _summed(_pieces(relation, facts, mapping, wanted, task, path.name))
    except Unreadable:
        with streaming(path, facts, task.progress, reads=reads, careful=True) as relation:
            return _summed(_pieces(relation, facts, mapping, wanted, task, path.name))


def _columns(mapping: Mapping, facts: Streamed, file: str) -> list[str]:
    if not facts.names:
        raise Refusal("{file} has no rows.", file=file)
    return list(dict.fromkeys(mapped_columns(mapping, facts.names, file)))


def _decimal(facts: Streamed, wanted: dict[str, int]) -> str:
    cells = (cell_of(row[index]) for row in facts.sample for index in wanted.values() if index < len(row))
    return find_decimal(cells, facts.delimiter)


def _pieces(
    relation: "DuckDBPyRelation",
    facts: Streamed,
    mapping: Mapping,
    wanted: dict[str, int],
    task: CountTask,
    file: str,
) -> list[Piece]:
    """The whole file at once or, where its combinations are too many, each point for itself."""
    whole = _distinct(relation, facts, mapping, wanted)
    if whole is not None:
        return [_counted(whole, mapping, facts, task, file)]
    found: list[Piece] = []
    for point in dict.fromkeys(use.point for use in mapping.columns):
        own = msgspec.structs.replace(mapping, columns=tuple(use for use in mapping.columns if use.point == point))
        part = {column: wanted[column] for column in _columns(own, facts, file)}
        records = _distinct(relation, facts, own, part)
        if records is None:
            raise Refusal(
                "{file} has more than {limit} different answers to {point}.", file=file, limit=MOST, point=point
            )
        found.append(_counted(records, own, facts, task, file))
    return found


def _distinct(
    relation: "DuckDBPyRelation", facts: Streamed, mapping: Mapping, wanted: dict[str, int]
) -> Records | None:
    """The distinct rows of some columns; None where they are more than a tally has room for."""
    keys = [f"k{number}" for number in range(len(wanted))]
    dated = _dated(facts, mapping, wanted)
    shown = ", ".join(
        _key(facts.names[index], key, column in dated)
        for (column, index), key in zip(wanted.items(), keys, strict=True)
    )
    chosen = relation.project(f'{shown}, 1 AS "{COUNT}", "{ROW}"')
    if _looks_crowded(facts, list(wanted.values())) and _crowded(chosen, keys):
        return None
    rows = _alike(chosen, keys)
    return None if len(rows) > MOST else _records(rows, facts, list(wanted))


def _alike(chosen: "DuckDBPyRelation", keys: list[str]) -> list[tuple[Any, ...]]:
    """Each distinct row with its count and its first row number.

    To number the rows keeps DuckDB to one processor. Where hardly a row can be new after the first ones (by Good and
    Turing: none came up once only) they are counted without numbers, and the first ones tell where each begins.
    """
    head = _put_together(chosen.limit(HEAD), keys)
    if sum(row[-2] for row in head) < HEAD or any(row[-2] == 1 for row in head):
        return _put_together(chosen, keys)
    begins = {row[:-2]: row[-1] for row in head}
    counted = _put_together(chosen, keys, numbered=False)
    if all(row[:-1] in begins for row in counted):
        return [(*row, begins[row[:-1]]) for row in counted]
    return _put_together(chosen, keys)


def _put_together(chosen: "DuckDBPyRelation", keys: list[str], *, numbered: bool = True) -> list[tuple[Any, ...]]:
    import narwhals as nw

    alike = put_together(nw.from_native(chosen), keys, [COUNT], [ROW] if numbered else [])
    return list(alike.to_native().limit(MOST + 1).fetchall())


def _key(name: str, key: str, dated: bool) -> str:
    quoted = '"' + name.replace('"', '""') + '"'
    if dated:
        quoted = f"split_part(split_part(CAST({quoted} AS VARCHAR), ' ', 1), 'T', 1)"
    return f'{quoted} AS "{key}"'


def _dated(facts: Streamed, mapping: Mapping, wanted: dict[str, int]) -> set[str]:
    """The wave column where its first cells are days: the time after them would make every row another."""
    column = mapping.wave_column
    if not column or any(column in text for text in (mapping.where, *(rule.expression for rule in mapping.rules))):
        return set()
    cells = [cell_of(row[wanted[column]]) for row in facts.sample if wanted[column] < len(row)]
    filled = [cell for cell in cells if not is_blank(cell)]
    order = slash_order(filled) or "dmy"
    return {column} if filled and sum(day(cell, order) is not None for cell in filled) > len(filled) / 2 else set()


def _looks_crowded(facts: Streamed, indexes: list[int]) -> bool:
    """Whether the sample gives reason to look at more rows before all of them are put together."""
    rows = {tuple(row[index] for index in indexes if index < len(row)) for row in facts.sample}
    return len(rows) > CROWDED * len(facts.sample)


def _crowded(chosen: "DuckDBPyRelation", keys: list[str]) -> bool:
    """Whether the first rows are so different from each other that millions will not fit."""
    listed = ", ".join(f'"{key}"' for key in keys)
    ((different, rows),) = chosen.limit(TELLING).aggregate(f'count(DISTINCT ({listed})), count("{COUNT}")').fetchall()
    return bool(rows == TELLING and different > CROWDED * rows)


def _records(rows: Sequence[tuple[object, ...]], facts: Streamed, wanted: list[str]) -> Records:
    """The distinct rows in the order in which they first came up."""
    ordered = sorted(rows, key=lambda row: row[-1])  # type: ignore[arg-type, return-value]  # row numbers
    columns = list(zip(*ordered, strict=True)) or [()] * (len(wanted) + 2)
    cells: dict[str, list[Cell]] = {}
    for column, values in zip(wanted, columns, strict=False):
        known = {value: cell_of(value) for value in set(values)}
        cells[column] = [known[value] for value in values]
    return Records(
        columns=cells,
        numbers=[int(number) + facts.first for number in columns[-1]],
        names={column: facts.names[column_index(facts.names, column, "")] for column in wanted},
        totals={column: [] for column in wanted},
        counts=[int(count) for count in columns[-2]],
    )


def _counted(records: Records, mapping: Mapping, facts: Streamed, task: CountTask, file: str) -> Piece:
    gathered = gather(records, mapping, task.metrics, facts.delimiter, file)
    return tally_of(gathered.combinations), gathered, sum(records.counts or ())


def _summed(pieces: list[Piece]) -> Piece:
    """One tally of several points, one under the other."""
    if len(pieces) == 1:
        return pieces[0]
    tallies = [tally for tally, _, _ in pieces]
    first = pieces[0][1]
    used: Counter[str] = Counter()
    unused: list[Unused] = []
    columns: list[ColumnUse] = []
    doubts: list[Doubtful] = []
    for _, gathered, _ in pieces:
        used.update(gathered.used)
        unused += gathered.unused
        columns += gathered.columns
        doubts += gathered.doubts
    points = [point for tally in tallies for point in tally.answers]
    stacked = Tally(
        answers={point: list(_column(tallies, point)) for point in points},
        segments={name: [value for tally in tallies for value in tally.segments[name]] for name in tallies[0].segments},
        waves=[wave for tally in tallies for wave in tally.waves],
        days=[each for tally in tallies for each in tally.days],
        counts=[count for tally in tallies for count in tally.counts],
        weights=[weight for tally in tallies for weight in tally.weights],
        squares=[square for tally in tallies for square in tally.squares],
        weighted=tallies[0].weighted,
        joint=False,
    )
    together = msgspec.structs.replace(
        first, used=dict(used), unused=tuple(unused), columns=tuple(columns), doubts=tuple(doubts)
    )
    return stacked, together, pieces[0][2]


def _column(tallies: list[Tally], point: str) -> Iterator[float | None]:
    for tally in tallies:
        yield from tally.answers[point] if point in tally.answers else [None] * len(tally.counts)
