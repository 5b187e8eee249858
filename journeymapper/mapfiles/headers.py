"""Which column of a map table is which, in English and in Finnish."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

import msgspec

from journeymapper.mapfiles.cells import plain
from journeymapper.mapfiles.lane_words import RowKind, row_kind
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
LANE_NAMES, LANE_TEXTS = ("lane", "row", "rivi"), ("text", "content", "teksti", "sisältö")


class Header(msgspec.Struct, frozen=True):
    """The row of the column names: its index, the place of each field, the names as written, and those not used.

    `lanes` are further columns that hold a lane of the map; `pair` are the columns that name a lane and hold its text.
    """

    index: int
    places: dict[Field, int]
    names: tuple[str, ...]
    unused: tuple[str, ...]
    lanes: dict[int, RowKind] = {}
    pair: tuple[int, int] | None = None

    def name(self, field: Field) -> str:
        """The column's name as the table writes it."""
        return self.names[self.places[field]]


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the top rows names a stage and a touchpoint column."""
    return any({"stage", "touchpoint"} <= {_field(cell) for cell in row} for row in rows[:TITLE_ROWS])


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
    free = [place for place, field in enumerate(fields) if field is None and names[place]]
    pair = _pair(names, free)
    lanes = {place: kind for place in free if (kind := row_kind(names[place])) not in (None, "stage", "touchpoint")}
    unused = tuple(names[place] for place in free if place not in lanes and place not in (pair or ()))
    return Header(index, places, names, unused, {place: kind for place, kind in lanes.items() if kind}, pair)


def _pair(names: Sequence[str], free: Sequence[int]) -> tuple[int, int] | None:
    """The columns that name a lane and hold what it says; None unless both are there."""
    lane = next((place for place in free if names[place].casefold() in LANE_NAMES), None)
    text = next((place for place in free if names[place].casefold() in LANE_TEXTS), None)
    return None if lane is None or text is None else (lane, text)


def _field(cell: str) -> Field | None:
    words = plain(cell).casefold().replace("_", " ").replace("-", " ")
    return SYNONYMS.get(" ".join(words.split()))
