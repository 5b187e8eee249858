"""Finds the columns that a mapping names in the file that is there."""

from collections.abc import Sequence
from difflib import get_close_matches

from journeymapper.model.messages import Refusal


def column_index(names: Sequence[str], wanted: str, file: str) -> int:
    """The index of a column by its name, capitals and spaces aside; raises Refusal, suggesting the nearest."""
    tidy = " ".join(wanted.split())
    if tidy in names:
        return names.index(tidy)
    alike = [index for index, name in enumerate(names) if name.casefold() == tidy.casefold()]
    if len(alike) == 1:
        return alike[0]
    nearest = get_close_matches(tidy.casefold(), [name.casefold() for name in names], n=1, cutoff=0.5)
    if nearest:
        meant = next(name for name in names if name.casefold() == nearest[0])
        raise Refusal("{file} has no column {column}; is {nearest} meant?", file=file, column=wanted, nearest=meant)
    listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    raise Refusal("{file} has no column {column}; its columns are {columns}.", file=file, column=wanted, columns=listed)
