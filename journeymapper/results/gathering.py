"""From raw columns to combinations: every cell becomes an answer or is counted as unused, with its reason."""

from collections.abc import Callable, Sequence

import msgspec

from journeymapper.model.comments import Comment
from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse, Doubtful, Granularity, Mapping, Reason, Unused
from journeymapper.results.answers import Reading, answer_reader
from journeymapper.results.clean import find_decimal
from journeymapper.results.combinations import Book, Combinations
from journeymapper.results.commenting import comments_of
from journeymapper.results.counting import gather_counts
from journeymapper.results.discretion import silent_columns
from journeymapper.results.judging import judge
from journeymapper.results.readers.cells import Cell
from journeymapper.results.records import Records
from journeymapper.results.rows import Rows, shared_rows
from journeymapper.results.segments import holds
from journeymapper.results.unused import UnusedAnswers


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """The combinations of a file and the account of its answers, the columns' uses as they were understood."""

    combinations: Combinations
    columns: tuple[ColumnUse, ...]
    doubts: tuple[Doubtful, ...]
    used: dict[str, int]
    unused: tuple[Unused, ...]
    decimal: str
    granularity: Granularity | None
    filtered: int
    respondents: int
    comments: tuple[Comment, ...]


def gather(
    records: Records, mapping: Mapping, metrics: dict[str, Metric], delimiter: str, file: str, salt: str = ""
) -> Gathered:
    """The combinations of the records; `metrics` by point id, `delimiter` is the file's own."""
    decimal = mapping.decimal or _decimal(records, mapping, delimiter)
    rows = shared_rows(records, mapping, decimal, file, salt)
    silent = silent_columns(records, [use.column for use in mapping.columns])
    judged = judge(records, mapping, metrics, decimal, silent)
    mapping = msgspec.structs.replace(mapping, columns=judged.columns)
    unused = UnusedAnswers(silent)
    answers: dict[str, list[float | None]] = {}
    bases = {use.point: holds(records, use.base, decimal, file) for use in mapping.columns if use.base}
    for use in mapping.columns:
        for number, cell in records.totals[use.column]:
            unused.add(use, "total row", number, cell)
        if not use.answer and not use.total:
            cells = records.columns[use.column]
            reader = answer_reader(
                metrics[use.point], use.missing, decimal, use, set(cells), records.labels(use.column)
            )
            answers[use.point] = _answers(use, cells, rows, bases.get(use.point, []), reader, unused)
    used = {point: _used(values, rows) for point, values in answers.items()}
    combinations = _combinations(answers, rows, mapping)
    for point, count in gather_counts(records, mapping, metrics, rows, combinations, unused, decimal):
        used[point] = used.get(point, 0) + count
    return Gathered(
        combinations=combinations,
        columns=judged.columns,
        doubts=judged.doubts,
        used=used,
        unused=unused.account(),
        decimal=decimal,
        granularity=rows.dated.granularity,
        filtered=sum(count for count, kept in zip(rows.counts, rows.kept, strict=True) if not kept) if rows.kept else 0,
        respondents=len(set(rows.respondents) - {""}),
        comments=tuple(comments_of(records, mapping, rows, answers, bases)),
    )


def _used(values: list[float | None], rows: Rows) -> int:
    if None not in values:
        return sum(rows.counts)
    return sum(count for value, count in zip(values, rows.counts, strict=True) if value is not None)


def _decimal(records: Records, mapping: Mapping, delimiter: str) -> str:
    """The decimal mark that the mapped columns of numbers prove together."""
    columns = {use.column for use in mapping.columns} | ({mapping.weight} if mapping.weight else set())
    return find_decimal((cell for column in columns for cell in set(records.columns[column])), delimiter)


def _answers(
    use: ColumnUse,
    cells: list[Cell],
    rows: Rows,
    base: list[bool],
    read: Callable[[Cell], Reading],
    unused: UnusedAnswers,
) -> list[float | None]:
    """Each row's usable answer; the others are counted. An empty `base` is all rows."""
    if rows.sound and not base:
        return _sound_answers(use, cells, rows, read, unused)
    answers: list[float | None] = []
    for index, cell in enumerate(cells):
        reading = _left_out(rows, base, index) or read(cell)
        if not isinstance(reading, str):
            reading = rows.problem(index) or reading
        if isinstance(reading, str):
            unused.add(use, reading, rows.numbers[index], cell, rows.counts[index])
        answers.append(None if isinstance(reading, str) else reading)
    return answers


def _sound_answers(
    use: ColumnUse, cells: list[Cell], rows: Rows, read: Callable[[Cell], Reading], unused: UnusedAnswers
) -> list[float | None]:
    """The same where nothing but the cell itself decides: each distinct one is read once."""
    readings = {cell: read(cell) for cell in set(cells)}
    reasons = {cell: reading for cell, reading in readings.items() if isinstance(reading, str)}
    for index, cell in enumerate(cells) if reasons else ():
        if cell in reasons:
            unused.add(use, reasons[cell], rows.numbers[index], cell, rows.counts[index])
    usable = {cell: None if isinstance(reading, str) else reading for cell, reading in readings.items()}
    return [usable[cell] for cell in cells]


def _left_out(rows: Rows, base: list[bool], index: int) -> Reason | None:
    if rows.filtered(index):
        return "filtered out"
    return "not in the base" if base and not base[index] else None


def _combinations(answers: dict[str, list[float | None]], rows: Rows, mapping: Mapping) -> Combinations:
    """One record for each row with a usable answer; points that are fed by counts begin without one."""
    none = (None,) * len(answers)
    used = [index for index, row in enumerate(zip(*answers.values(), strict=True)) if row != none]
    books: dict[str, Book] = {}

    def codes(key: str, values: Sequence[str | float | None]) -> list[int]:
        book = books.setdefault(key, Book())
        return book.codes(values if len(used) == len(values) else [values[index] for index in used])

    return Combinations(
        points={
            point: codes(f"point {point}", answers.get(point) or [None] * len(rows.numbers))
            for point in dict.fromkeys(use.point for use in mapping.columns)
        },
        segments={name: codes(f"segment {name}", values) for name, values in rows.segments.items()},
        waves=codes("wave", rows.dated.waves),
        days=codes("day", rows.dated.days),
        counts=[rows.counts[index] for index in used],
        weights=[rows.weights[index] or 0.0 for index in used],
        books=books,
        weighted=bool(mapping.weight),
        respondents=codes("respondent", rows.respondents) if rows.respondents else None,
    )
