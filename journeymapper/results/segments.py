"""The segments of a file's rows: columns as they stand, bands of numbers and days, rules over several columns."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import ACCOUNT, PERSONA, ROLE, Band, Mapping
from journeymapper.results.clean import day, number, slash_order
from journeymapper.results.discretion import refuse_many_values, refuse_personal
from journeymapper.results.expression_values import shown
from journeymapper.results.expressions import compile_expression
from journeymapper.results.readers.cells import Cell, as_text, is_blank
from journeymapper.results.records import Records


def segments_of(records: Records, mapping: Mapping, decimal: str, file: str) -> dict[str, list[str]]:
    """Segment name to each row's value, empty where there is none; raises Refusal for what cannot be understood."""
    found = {records.names[column]: _texts(records, column) for column in mapping.segments}
    named = ((PERSONA, mapping.persona), (ACCOUNT, mapping.account), (ROLE, mapping.role))
    found |= {name: _texts(records, column) for name, column in named if column}
    found |= {records.names[band.column]: banded(records.columns[band.column], band, decimal) for band in mapping.bands}
    for rule in mapping.rules:
        found[rule.name] = _ruled(records, rule.expression, decimal, file)
    refuse_personal(records, filter(None, (*mapping.segments, mapping.persona, mapping.role)), file)
    counts = records.counts or [1] * len(records.numbers)
    for name, values in found.items():
        refuse_many_values(name, values, counts, file, free=name == ACCOUNT)
    return found


def _texts(records: Records, column: str) -> list[str]:
    """A column's cells as text; codes by what the file calls them."""
    labels, cells = records.labels(column), records.columns[column]
    known = {cell: " ".join(labels.get(as_text(cell).strip(), as_text(cell)).split()) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _ruled(records: Records, expression: str, decimal: str, file: str) -> list[str]:
    names = list(records.names.values())
    value, cell_of = compile_expression(expression, names, decimal, file=file).value, records.cell_of(names)
    return [shown(value(cell_of(row))) for row in range(len(records.numbers))]


def holds(records: Records, expression: str, decimal: str, file: str) -> list[bool]:
    """Whether each row fulfils an expression; what is unknown does not."""
    from journeymapper.results.expression_values import truth

    names = list(records.names.values())
    value, cell_of = compile_expression(expression, names, decimal, file=file).value, records.cell_of(names)
    return [truth(value(cell_of(row))) is True for row in range(len(records.numbers))]


def banded(cells: Sequence[Cell], band: Band, decimal: str) -> list[str]:
    """The name of each cell's band, empty where the cell is no number (or day) or lies under the first edge."""
    days = [day(edge, "") for edge in band.edges]
    if all(days):
        order = slash_order(cells)
        place = _placer([found for found in days if found], lambda cell: day(cell, order))
        names = _names_of_days([found for found in days if found])
    else:
        edges = [_edge(edge, band) for edge in band.edges]
        place = _placer(edges, lambda cell: number(cell, decimal))
        names = _names_of_numbers(edges)
    placed = {cell: place(cell) for cell in set(cells)}
    if placed and max(placed.values()) < 0 and not all(map(is_blank, placed)):
        raise Refusal(
            "{column}: no cell lies in the bands {edges}.", column=band.column, edges=", ".join(map(str, band.edges))
        )
    known = {cell: names[at] if at >= 0 else "" for cell, at in placed.items()}
    return [known[cell] for cell in cells]


def _placer(
    edges: Sequence[date] | Sequence[float], read: Callable[[Cell], date | float | None]
) -> Callable[[Cell], int]:
    """A function from a cell to the number of its band, −1 for none. Raises Refusal where edges do not rise."""
    if not edges or any(one >= other for one, other in pairwise(edges)):  # type: ignore[operator]  # of one kind
        raise Refusal("The edges of bands must rise: {edges}.", edges=", ".join(map(str, edges)))

    def place(cell: Cell) -> int:
        value = read(cell)
        return -1 if value is None else bisect_right(edges, value) - 1

    return place


def _edge(text: str, band: Band) -> float:
    value = number(text, ".")
    if value is None:
        raise Refusal("{column}: {edge} is no edge of a band.", column=band.column, edge=text)
    return value


def _names_of_numbers(edges: Sequence[float]) -> list[str]:
    """0–17, 18–34, …, 55+ for whole edges; 0–<0.5 for others, as the last number under an edge is then unknown."""
    whole = all(edge == int(edge) for edge in edges)
    names = [
        (f"{_short(a)}–{_short(b - 1)}" if b - a > 1 else _short(a)) if whole else f"{_short(a)}–<{_short(b)}"
        for a, b in pairwise(edges)
    ]
    return [*names, f"{_short(edges[-1])}+"]


def _names_of_days(edges: Sequence[date]) -> list[str]:
    names = [f"{a.isoformat()}–{(b - timedelta(days=1)).isoformat()}" for a, b in pairwise(edges)]
    return [*names, f"{edges[-1].isoformat()}–"]


def _short(value: float) -> str:
    return f"{value:.12g}"
