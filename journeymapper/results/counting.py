"""Columns whose cells are counts: a terminal's presses of one button, sessions and the conversions among them."""

from collections.abc import Iterator

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse, Mapping, Reason
from journeymapper.results.answers import answer_reader
from journeymapper.results.clean import number
from journeymapper.results.combinations import NONE, Combinations
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.records import Records
from journeymapper.results.rows import Rows
from journeymapper.results.unused import UnusedAnswers

MOST = 10**9


def gather_counts(
    records: Records,
    mapping: Mapping,
    metrics: dict[str, Metric],
    rows: Rows,
    combinations: Combinations,
    unused: UnusedAnswers,
    decimal: str,
) -> Iterator[tuple[str, int]]:
    """Add a record for each count above zero; yields each point and how many answers it gained.

    Where a column counts all answers, those that no other column counts are answers of 0. A row whose parts exceed
    its total is not used at all.
    """
    for point in dict.fromkeys(use.point for use in mapping.columns if use.answer or use.total):
        uses = [use for use in mapping.columns if use.point == point]
        answers = {use.column: _answer(use, metrics[point]) for use in uses}
        added = 0
        for index in range(len(rows.numbers)):
            cells = {use.column: records.columns[use.column][index] for use in uses}
            counts = _row_counts(uses, cells, index, rows, unused, decimal)
            times = rows.counts[index]
            added += times * sum(counts.values())
            for column, count in counts.items():
                _add(combinations, point, answers[column], times * count, index, rows)
        yield point, added


def _answer(use: ColumnUse, metric: Metric) -> float:
    """The answer that a column counts; the total's own is 0, what is left when the counted are taken away."""
    reading = 0.0 if use.total else answer_reader(metric, (), ".")(use.answer)
    return 0.0 if isinstance(reading, str) else reading


def _row_counts(
    uses: list[ColumnUse], cells: dict[str, Cell], index: int, rows: Rows, unused: UnusedAnswers, decimal: str
) -> dict[str, int]:
    """The usable counts of one row by column, the total's made less by the others."""
    counts: dict[str, int] = {}
    for use in uses:
        reading = "filtered out" if rows.filtered(index) else _count(cells[use.column], use, decimal)
        if not isinstance(reading, str):
            reading = rows.problem(index) or reading
        if isinstance(reading, str):
            unused.add(use, reading, rows.numbers[index], cells[use.column])
        else:
            counts[use.column] = reading
    return _without_total(uses, counts, cells, rows.numbers[index], unused)


def _without_total(
    uses: list[ColumnUse], counts: dict[str, int], cells: dict[str, Cell], row: int, unused: UnusedAnswers
) -> dict[str, int]:
    total = next((use for use in uses if use.total), None)
    if total is None:
        return counts
    rest = counts.get(total.column, -1) - sum(
        counts[use.column] for use in uses if use.column in counts and not use.total
    )
    if rest >= 0 and len(counts) == len(uses):
        return {**counts, total.column: rest}
    for use in uses:
        if use.column in counts:
            unused.add(use, "off the scale", row, cells[use.column])
    return {}


def _count(cell: Cell, use: ColumnUse, decimal: str) -> int | Reason:
    text = as_text(cell).strip()
    if not text:
        return "blank"
    if text.casefold() in {code.strip().casefold() for code in use.missing}:
        return "missing code"
    value = number(cell, decimal)
    if value is None:
        return "not a number"
    return int(value) if 0 <= value <= MOST and value == int(value) else "off the scale"


def _add(combinations: Combinations, point: str, answer: float, count: int, index: int, rows: Rows) -> None:
    if not count:
        return
    books = combinations.books
    for name, codes in combinations.points.items():
        codes.append(books[f"point {name}"].code(answer) if name == point else NONE)
    for name, codes in combinations.segments.items():
        codes.append(books[f"segment {name}"].code(rows.segments[name][index]))
    combinations.waves.append(books["wave"].code(rows.dated.waves[index]))
    combinations.days.append(books["day"].code(rows.dated.days[index]))
    combinations.counts.append(count)
    combinations.weights.append(rows.weights[index] or 0.0)
    if combinations.respondents is not None:
        combinations.respondents.append(books["respondent"].code(rows.respondents[index]))
