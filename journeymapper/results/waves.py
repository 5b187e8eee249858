"""Which wave, and which day, each row of a file belongs to."""

from collections.abc import Sequence

import msgspec

from journeymapper.model.messages import Refusal
from journeymapper.model.sources import Granularity, Mapping
from journeymapper.results.days import SlashOrder, day, is_undecided, serial_day, slash_order
from journeymapper.results.periods import period_of
from journeymapper.results.readers.cells import Cell, as_text, is_blank

MOST_WAVES = 400
MOSTLY = 0.5


class Dated(msgspec.Struct, frozen=True):
    """Each row's wave and ISO day, empty where there is none; the period that the days were put into.

    `undecided` are the rows whose day could be two.
    """

    waves: list[str]
    days: list[str]
    granularity: Granularity | None = None
    undecided: frozenset[int] = frozenset()


def date_rows(mapping: Mapping, cells: Sequence[Cell], rows: int, file: str, habit: SlashOrder = "") -> Dated:
    """The rows' waves: one label for all, a column's labels, or the periods of a column of days (months by default).

    With a label and a column both, the column gives the days alone. Days with slashes begin as the mapping says, as
    the column proves, or as it is the `habit` of the file's platform. Raises Refusal for a column of too many labels.
    """
    if not mapping.wave_column:
        return Dated([mapping.wave] * rows, [""] * rows)
    granularity = mapping.granularity or ("month" if mapping.wave or _are_days(cells) else None)
    if granularity is None:
        waves = [" ".join(as_text(cell).split()) for cell in cells]
        _check_number(waves, mapping.wave_column, file)
        return Dated(waves, [""] * rows)
    order = mapping.date_order or slash_order(cells) or habit
    known = {cell: day(cell, order) or (serial_day(cell) if mapping.granularity else None) for cell in set(cells)}
    days = [known[cell] for cell in cells]
    periods = [period_of(found, granularity) if found else "" for found in days]
    iso = [found.isoformat() if found else "" for found in days]
    unclear = {cell for cell, found in known.items() if found is None and is_undecided(cell, order)}
    undecided = frozenset(index for index, cell in enumerate(cells) if cell in unclear) if unclear else frozenset()
    return Dated([mapping.wave] * rows if mapping.wave else periods, iso, granularity, undecided)


def _are_days(cells: Sequence[Cell]) -> bool:
    """Whether most cells are days, in one or the other order of day and month."""
    filled = [cell for cell in cells if not is_blank(cell)]
    order = slash_order(filled) or "dmy"
    return bool(filled) and sum(day(cell, order) is not None for cell in filled) > MOSTLY * len(filled)


def _check_number(waves: list[str], column: str, file: str) -> None:
    number = len(set(waves))
    if number > MOST_WAVES:
        raise Refusal(
            "{file}: the column {column} holds {number} different labels, too many to be waves.",
            file=file,
            column=column,
            number=number,
        )
