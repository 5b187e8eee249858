"""The raw columns that a mapping needs, taken from a table once and kept as they stand."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import msgspec

from journeymapper.model.sources import Mapping
from journeymapper.results.days import SlashOrder
from journeymapper.results.expressions import columns_in
from journeymapper.results.matching import column_index
from journeymapper.results.persons import name_columns
from journeymapper.results.readers.cells import Cell
from journeymapper.results.readers.grid import Field
from journeymapper.results.readers.platforms.layout import date_habit
from journeymapper.results.readers.table import MOST_TOTALS, Row, Table, totals_at_end
from journeymapper.results.response_ids import response_id

BLOCK = 20_000


class Records(msgspec.Struct, kw_only=True):
    """The mapped columns' cells, of equal length; `numbers` are the rows' numbers in the spreadsheet.

    `totals` are the row numbers and cells that the columns have in rows of totals. `counts` is how many rows of the
    file each record stands for, where alike ones were put together; its number is then the first one's. `fields` are
    what the file itself says of a column, `habit` how its platform writes days with slashes. `beside` is the
    column that belongs to that of the respondents, `personal` are those of which the platform says that they tell who
    somebody is.
    """

    columns: dict[str, list[Cell]]
    numbers: list[int]
    names: dict[str, str]
    totals: dict[str, list[tuple[int, Cell]]]
    counts: list[int] | None = None
    fields: dict[str, Field] = {}
    habit: SlashOrder = ""
    beside: str = ""
    personal: frozenset[str] = frozenset()

    def labels(self, column: str) -> dict[str, str]:
        """What the file itself calls the codes of a column."""
        return self.fields[column].labels if column in self.fields else {}

    def cell_of(self, names: Sequence[str]) -> Callable[[int], Callable[[int], Cell]]:
        """For a row its function from the number of a column among `names` to the cell."""
        by_name = {name: self.columns[wanted] for wanted, name in self.names.items()}
        lists = [by_name.get(name, []) for name in names]
        return lambda row: lambda column: lists[column][row]


def take_records(table: Table, mapping: Mapping, file: str) -> Records:
    """The columns of every use, the wave, the weight and the segments; `names` gives each its name in the file.

    Rows at the table's end whose first cell calls them totals are kept apart.
    """
    beside = _beside(table, mapping, file)
    wanted = dict.fromkeys(filter(None, [*mapped_columns(mapping, table.names, file), beside]))
    indexes = {column: column_index(table.names, column, file) for column in wanted}
    numbers: list[int] = []
    columns: dict[str, list[Cell]] = {column: [] for column in wanted}
    at_end = _fill(table.rows, indexes, columns, numbers)
    keep = len(numbers) - at_end
    return Records(
        columns={column: cells[:keep] for column, cells in columns.items()},
        numbers=numbers[:keep],
        names={column: table.names[index] for column, index in indexes.items()},
        totals={column: list(zip(numbers[keep:], cells[keep:], strict=True)) for column, cells in columns.items()},
        fields={column: table.fields[i] for column, i in indexes.items() if i < len(table.fields)},
        habit=date_habit(table.platform),
        beside=beside,
        personal=frozenset(column for column, i in indexes.items() if table.roles[i : i + 1] == ("personal",)),
    )


def _beside(table: Table, mapping: Mapping, file: str) -> str:
    """The column without which the platform's ids of responses, where they are the respondents, are not unique."""
    own = response_id(table.platform, table.names)
    if own is None or not mapping.respondent:
        return ""
    return own.beside if table.names[column_index(table.names, mapping.respondent, file)] == own.column else ""


def mapped_columns(mapping: Mapping, names: Sequence[str], file: str) -> list[str]:
    """Every column that the mapping names, those that its expressions read among them; raises Refusal as these do."""
    expressions = [mapping.where, *(rule.expression for rule in mapping.rules), *(use.base for use in mapping.columns)]
    read = [column for text in expressions if text for column in columns_in(text, names, file=file)]
    uses = (use.column for group in (mapping.columns, mapping.comments, mapping.bands) for use in group)
    alone = [mapping.wave_column, mapping.weight, mapping.respondent, mapping.persona, mapping.account, mapping.role]
    people = name_columns(names) if mapping.comments else []
    return [column for column in (*uses, *alone, *mapping.segments, *read, *people) if column]


def _fill(rows: Iterable[Row], indexes: dict[str, int], columns: dict[str, list[Cell]], numbers: list[int]) -> int:
    """Fill the columns, each distinct text held once; returns how many rows at the end are totals."""
    texts: dict[Cell, Cell] = {}
    last: deque[Row] = deque(maxlen=MOST_TOTALS)
    wide = max(indexes.values(), default=-1)
    stream = iter(rows)
    while block := list(islice(stream, BLOCK)):
        numbers += [row.number for row in block]
        last.extend(block)
        cells = [row.cells if len(row.cells) > wide else row.cells + [""] * (wide + 1) for row in block]
        for column, index in indexes.items():
            taken = [row[index] for row in cells]
            columns[column] += map(texts.setdefault, taken, taken)
    return totals_at_end(list(last))
