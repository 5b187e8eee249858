"""Existing measurements from a table: a row each, by the names of its columns in English or Finnish."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.mapfiles.cells import plain, target_value
from journeymapper.model import edits
from journeymapper.model.ids import new_id
from journeymapper.model.inventory import ExistingMeasurement, Fate
from journeymapper.model.limits import LINE_LENGTH
from journeymapper.model.measurement import Anchor
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

TITLE_ROWS = 20
MOST_ROWS = 10_000
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "measurement", "survey", "metric", "nimi", "mittaus", "kysely", "mittari"),
    "function": ("function", "department", "unit", "owner", "toiminto", "osasto", "yksikkö", "vastuuhenkilö"),
    "question": ("question", "wording", "kysymys", "sanamuoto"),
    "scale": ("scale", "asteikko"),
    "cadence": ("cadence", "how often", "frequency", "keruurytmi", "rytmi", "miten usein", "tiheys"),
    "method": ("method", "how", "keruutapa", "menetelmä"),
    "cost": ("cost", "cost a year", "price", "hinta", "kustannus", "kustannus vuodessa"),
    "last_result": ("last result", "result", "latest", "viimeisin tulos", "tulos", "viimeisin"),
    "fate": ("decision", "fate", "what becomes of it", "päätös", "mitä sille tehdään"),
    "fate_reason": ("reason", "why", "perustelu", "miksi"),
    "place": ("touchpoint", "place", "where", "stage", "kosketuspiste", "kohtaamispiste", "paikka", "vaihe"),
}
FATES: Mapping[str, Fate] = {
    "keep": "keep", "change": "change", "merge": "merge", "stop": "stop",
    "säilytä": "keep", "pidä": "keep", "muuta": "change", "yhdistä": "merge", "lopeta": "stop",
}  # fmt: skip


class InventoryTable(msgspec.Struct, frozen=True):
    """The project with what a table lists, how many were taken, and what was not understood."""

    project: Project
    taken: int
    notices: tuple[Message, ...] = ()


def with_inventory(project: Project, rows: Sequence[Sequence[str]], *, source: str) -> InventoryTable:
    """The project with the existing measurements of a table; raises Refusal naming file, row and column.

    A place is the name of a touchpoint, stage or journey; one that the map does not have is told and left open.
    """
    if len(rows) > MOST_ROWS:
        raise Refusal("{file} has more than {limit} rows.", file=source, limit=MOST_ROWS)
    head, places, unused = _header(rows, source)
    notices = [Message("Column not used: {column}.", {"column": name}) for name in unused]
    taken = 0
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells = {field: plain(row[place]) if place < len(row) else "" for field, place in places.items()}
        if not any(cells.values()):
            continue
        found, said = _measurement(project, cells, number, source)
        project = edits.add_existing_measurement(project, found)
        notices += said
        taken += 1
    if not taken:
        raise Refusal("{file} lists no measurements below its column names.", file=source)
    return InventoryTable(project, taken, tuple(notices))


def _header(rows: Sequence[Sequence[str]], source: str) -> tuple[int, dict[str, int], list[str]]:
    """The row of the column names, the place of each field, and the names that say nothing."""
    for index, row in enumerate(rows[:TITLE_ROWS]):
        names = [plain(cell) for cell in row]
        fields = [_field(name) for name in names]
        known = [field for field in fields if field]
        if len(known) >= 2 and {"name", "question"} & set(known):
            places: dict[str, int] = {}
            for place, field in enumerate(fields):
                if field:
                    places.setdefault(field, place)
            unused = [name for place, name in enumerate(names) if name and place not in places.values()]
            return index, places, unused
    raise Refusal(
        "{file}: none of the first rows names the columns of an inventory, name or question and others.", file=source
    )


def _field(name: str) -> str:
    wanted = name.casefold().strip(" :*")
    return next((field for field, names in COLUMNS.items() if wanted in names), "")


def _measurement(
    project: Project, cells: dict[str, str], row: int, source: str
) -> tuple[ExistingMeasurement, list[Message]]:
    notices: list[Message] = []
    anchor = _anchor(project, cells.get("place", ""))
    if cells.get("place") and anchor is None:
        notices.append(Message("Row {row}: the map has no place {place}.", {"row": row, "place": cells["place"]}))
    cost = _cost(cells.get("cost", ""), row, source)
    fate = FATES.get(cells.get("fate", "").casefold(), "")
    name = cells.get("name") or cells.get("question", "")
    found = ExistingMeasurement(
        id=new_id("existing"),
        name=name[:LINE_LENGTH] or source,
        function=cells.get("function", ""),
        question=cells.get("question", ""),
        scale=cells.get("scale", ""),
        cadence=cells.get("cadence", ""),
        method=cells.get("method", ""),
        cost=cost,
        last_result=cells.get("last_result", ""),
        fate=fate,
        fate_reason=cells.get("fate_reason", ""),
        anchor=anchor,
    )
    return found, notices


def _cost(cell: str, row: int, source: str) -> float | None:
    if not cell:
        return None
    value = target_value(cell.replace("€", "").replace("EUR", "").strip())
    if value is None or value < 0:
        raise Refusal("{file}, row {row}: {value} is not a cost.", file=source, row=row, value=cell)
    return value


def _anchor(project: Project, name: str) -> Anchor | None:
    wanted = name.casefold()
    for journey in project.ordered_journeys() if wanted else ():
        if journey.name.casefold() == wanted:
            return Anchor("journey", journey.id)
        for stage in journey.ordered_stages():
            if stage.name.casefold() == wanted:
                return Anchor("stage", stage.id)
        for touchpoint in journey.ordered_touchpoints():
            if touchpoint.name.casefold() == wanted:
                return Anchor("touchpoint", touchpoint.id)
    return None
