"""Cells from a spreadsheet, by file or clipboard: long form, grids with named rows, plain grids, columns of notes."""

from collections.abc import Sequence

from journeymapper.mapfiles.card_lines import cards_of
from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.grid import LARGEST_GRID, cell_lines, is_grid, read_grid
from journeymapper.mapfiles.headers import has_header
from journeymapper.mapfiles.long_table import read_long
from journeymapper.mapfiles.naming import shortened
from journeymapper.mapfiles.outline_stages import read_outline
from journeymapper.mapfiles.sketch import MOST_LINES, Reading, Sketch, SketchedStage, SketchedTouchpoint
from journeymapper.model.messages import Refusal


def read_cells(rows: Sequence[Sequence[str]], *, source: str) -> Reading:
    """The journey of pasted cells, whatever their shape; refuses too many."""
    if len(rows) > MOST_LINES or sum(map(len, rows)) > LARGEST_GRID:
        raise Refusal("{file} has more than {limit} cells.", file=source, limit=LARGEST_GRID)
    filled = [list(row) for row in rows if any(plain(cell) for cell in row)]
    if has_header(filled):
        return read_long(filled, source=source)
    if is_grid(filled):
        return read_grid(filled, source=source)
    narrow = _without_empty_columns(filled)
    width = max(map(len, narrow), default=0)
    if width <= 1 or len(narrow) == 1:
        return read_outline([plain(cell) for row in narrow for cell in row if plain(cell)])
    stages = _long_stages(narrow) if width == 2 and _is_long(narrow) else _plain_stages(narrow)
    return Reading((Sketch(stages=tuple(stages)),))


def _without_empty_columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    kept = [place for place in range(width) if any(plain(row[place]) for row in full)]
    return [[row[place] for place in kept] for row in full]


def _is_long(rows: Sequence[Sequence[str]]) -> bool:
    """Whether two columns are stage and touchpoint: the second is full, the first repeats itself or has gaps.

    A first column that is only shorter than the second is a stage with fewer touchpoints.
    """
    stages = [plain(row[0]).casefold() for row in rows]
    while stages and not stages[-1]:
        stages.pop()
    return bool(stages and stages[0]) and len(set(stages) - {""}) < len(stages) and all(plain(row[1]) for row in rows)


def _long_stages(rows: Sequence[Sequence[str]]) -> list[SketchedStage]:
    stages: dict[str, tuple[str, list[SketchedTouchpoint]]] = {}
    name = ""
    for row in rows:
        name = shortened(plain(row[0]))[0] or name
        stages.setdefault(name.casefold(), (name, []))[1].extend(_touchpoints(row[1]))
    return [SketchedStage(name=name, touchpoints=tuple(cards)) for name, cards in stages.values()]


def _plain_stages(rows: Sequence[Sequence[str]]) -> list[SketchedStage]:
    """Stages across, touchpoints below; a column without a head belongs to the stage on its left."""
    stages: list[tuple[str, list[SketchedTouchpoint]]] = []
    for place, head in enumerate(rows[0]):
        if plain(head) or not stages:
            stages.append((shortened(plain(head))[0], []))
        stages[-1][1].extend(one for row in rows[1:] for one in _touchpoints(row[place]))
    return [SketchedStage(name=name, touchpoints=tuple(cards)) for name, cards in stages]


def _touchpoints(cell: str) -> list[SketchedTouchpoint]:
    return [one for line in cell_lines(cell) for one in cards_of(line)]
