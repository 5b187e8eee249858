"""Which column of a map table is which, in English and in Finnish."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from journeymapper.mapfiles.cells import plain
from journeymapper.model.messages import Refusal

Field = Literal["stage", "touchpoint", "channel", "metric", "target", "question", "owner", "moment of truth"]
FIELDS: tuple[Field, ...] = get_args(Field)
SYNONYMS: Mapping[str, Field] = {
    **{field: field for field in FIELDS},
    "vaihe": "stage",
    "kosketuspiste": "touchpoint",
    "kohtaamispiste": "touchpoint",
    "kanava": "channel",
    "kanavat": "channel",
    "channels": "channel",
    "mittari": "metric",
    "tavoitetaso": "target",
    "kysymys": "question",
    "vastuuhenkilö": "owner",
    "totuuden hetki": "moment of truth",
}
TITLE_ROWS = 20


class Header(msgspec.Struct, frozen=True):
    """The row of the column names: its index, the place of each field, the names as written, and those not used."""

    index: int
    places: dict[Field, int]
    names: tuple[str, ...]
    unused: tuple[str, ...]

    def name(self, field: Field) -> str:
        """The column's name as the table writes it."""
        return self.names[self.places[field]]


def find_header(rows: Sequence[Sequence[str]], source: str) -> Header:
    """The first of the top rows that names a stage and a touchpoint column; title rows may stand above it."""
    for index, row in enumerate(rows[:TITLE_ROWS]):
        fields = [_field(cell) for cell in row]
        if "stage" in fields and "touchpoint" in fields:
            return _header(index, row, fields, source)
    raise Refusal(
        "{file}: none of the first rows names the columns stage and touchpoint (vaihe and kosketuspiste).", file=source
    )


def _header(index: int, row: Sequence[str], fields: Sequence[Field | None], source: str) -> Header:
    names = tuple(plain(cell) for cell in row)
    for field in FIELDS:
        if fields.count(field) > 1:
            both = " / ".join(name for name, found in zip(names, fields, strict=True) if found == field)
            raise Refusal(
                "{file}, row {row}: more than one column holds the same: {columns}.",
                file=source,
                row=index + 1,
                columns=both,
            )
    places = {field: place for place, field in enumerate(fields) if field is not None}
    unused = tuple(name for name, field in zip(names, fields, strict=True) if field is None and name)
    return Header(index, places, names, unused)


def _field(cell: str) -> Field | None:
    words = plain(cell).casefold().replace("_", " ").replace("-", " ")
    return SYNONYMS.get(" ".join(words.split()))
