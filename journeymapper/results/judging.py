"""Judges each mapped column while it is counted: worded answers get their numbers, and what is doubtful is kept.

In the reader process, where the columns are at hand: so the window, the command line and the next wave's file are
treated alike, whoever mapped them and whether anybody looked.
"""

from collections import Counter
from collections.abc import Set

import msgspec

from journeymapper.model.measurement import Metric
from journeymapper.model.sources import ColumnUse, Doubtful, Mapping
from journeymapper.results.days import slash_order
from journeymapper.results.fitting import doubts
from journeymapper.results.inspection import ColumnFacts
from journeymapper.results.looking import About, column_facts
from journeymapper.results.meanings import understood
from journeymapper.results.piles import MOST_DISTINCT, Pile
from journeymapper.results.readers.cells import Cell, is_blank
from journeymapper.results.readers.grid import Field
from journeymapper.results.records import Records


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The uses with what their words mean, and what is still doubtful about them."""

    columns: tuple[ColumnUse, ...]
    doubts: tuple[Doubtful, ...]


def judge(
    records: Records, mapping: Mapping, metrics: dict[str, Metric], decimal: str, silent: Set[str] = frozenset()
) -> Judged:
    """Judge the columns of answers; counts of answers and beliefs of staff are taken as they are.

    What `silent` columns hold is never told, as it tells who somebody is.
    """
    columns: list[ColumnUse] = []
    found: list[Doubtful] = []
    facts: dict[str, ColumnFacts] = {}
    for use in mapping.columns:
        if use.answer or use.total or mapping.beliefs:
            columns.append(use)
            continue
        if use.column not in facts:
            found_out = _facts(records, use.column, decimal)
            nothing: dict[str, object] = {"counts": (), "examples": ()} if use.column in silent else {}
            facts[use.column] = msgspec.structs.replace(found_out, **nothing)
        metric = metrics[use.point]
        made = msgspec.structs.replace(use, recode=understood(use, facts[use.column], metric))
        columns.append(made)
        open_doubts = doubts(facts[use.column], metric, decimal, made)
        found += [Doubtful(column=use.column, point=use.point, message=doubt.message) for doubt in open_doubts]
    return Judged(columns=tuple(columns), doubts=tuple(found))


def _facts(records: Records, column: str, decimal: str) -> ColumnFacts:
    about = About(name=records.names[column], field=records.fields.get(column, Field(name=column)))
    size = sum(records.counts) if records.counts else len(records.numbers)
    pile = _pile(records.columns[column], records.counts)
    return column_facts(about, pile, size, decimal, slash_order(pile.values) or records.habit)


def _pile(cells: list[Cell], counts: list[int] | None) -> Pile:
    """The column's cells, each distinct one once."""
    values: Counter[Cell] = Counter(cells) if counts is None else Counter()
    for cell, count in zip(cells, counts or (), strict=False):
        values[cell] += count
    filled = {cell: count for cell, count in values.items() if not is_blank(cell)}
    kept = dict(list(filled.items())[:MOST_DISTINCT])
    return Pile(values=Counter(kept), filled=sum(filled.values()))
