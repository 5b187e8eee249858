"""Which columns of a table hold an event log: by their names, or else by what is in them."""

from collections import Counter
from collections.abc import Sequence

from journeymapper.model.event_log import LogColumns
from journeymapper.results.days import moment
from journeymapper.results.readers.cells import Cell, as_text, is_blank

SAMPLE = 2_000
MOST_ACTIVITIES = 300
OBJECTS = "ocel:type:"
NAMES: dict[str, tuple[str, ...]] = {
    "case": (
        "case:concept:name", "case id", "caseid", "case", "case_id", "case key", "casekey", "trace id", "case number",
        "tapaus", "tapausnumero", "tapaustunnus", "tapaus id", "ärende", "ärendenummer", "fall", "vorgang", "patient",
        "ticket", "ticket id", "order id", "order", "customer id", "customer", "asiakas", "asiakasnumero", "user id",
        "user", "client id", "visitor id", "session id", "session", "incident id",
    ),
    "activity": (
        "concept:name", "ocel:activity", "activity", "activity name", "event", "event name", "task", "step", "action",
        "touchpoint", "status", "toiminto", "tapahtuma", "vaihe", "aktiviteetti", "aktivitet", "händelse", "aktivität",
        "handling", "page", "operation",
    ),
    "time": (
        "time:timestamp", "ocel:timestamp", "timestamp", "complete timestamp", "completetime", "complete time",
        "end timestamp", "end time", "end date", "end", "completed", "time", "date time", "datetime", "event time",
        "created at", "aika", "aikaleima", "loppuaika", "päättyi", "tidpunkt", "tidsstämpel", "zeitstempel", "zeit",
        "date", "päivämäärä", "pvm",
    ),
    "start": (
        "start timestamp", "starttimestamp", "start time", "starttime", "start date", "start", "started", "alkuaika",
        "alkoi", "starttid", "startzeit", "beginn", "begin",
    ),
    "lifecycle": (
        "lifecycle:transition", "lifecycle", "transition", "event type", "registration type", "registration_type",
    ),
    "instance": ("concept:instance", "activity instance", "activity instance id", "instance", "instance id"),
}  # fmt: skip
TRANSITIONS = frozenset(("start", "complete", "schedule", "suspend", "resume", "assign", "begin", "end"))


def find_log_columns(names: Sequence[str], rows: Sequence[list[Cell]]) -> LogColumns | None:
    """The columns of a log, judged with the first rows too; None where a case, an activity or a time is missing."""
    columns = [[row[index] if index < len(row) else "" for row in rows[:SAMPLE]] for index in range(len(names))]
    found = {role: _named(names, words) for role, words in NAMES.items()}
    objects = [index for index, name in enumerate(names) if name.startswith(OBJECTS)]
    if objects:
        found["case"] = max(objects, key=lambda index: sum(not is_blank(cell) for cell in columns[index]))
    found["lifecycle"] = _lifecycle(columns) if found["lifecycle"] < 0 else found["lifecycle"]
    if found["time"] < 0 or not _are_moments(columns[found["time"]]):
        found["time"] = _other(columns, found, _are_moments)
    if found["activity"] < 0:
        found["activity"] = _other(columns, found, _are_activities)
    if found["case"] < 0:
        found["case"] = _other(columns, found, _are_cases)
    if min(found["case"], found["activity"], found["time"]) < 0:
        return None
    if found["instance"] < 0 <= found["lifecycle"]:
        found["instance"] = _other(columns, found, _are_pairs)
    return LogColumns(**{role: names[index] for role, index in found.items() if index >= 0})


def _named(names: Sequence[str], words: tuple[str, ...]) -> int:
    """The column of the likeliest name, −1 for none."""
    tidy = [name.casefold().replace("_", " ").strip() for name in names]
    return next((tidy.index(word) for word in (word.replace("_", " ") for word in words) if word in tidy), -1)


def _other(columns: list[list[Cell]], found: dict[str, int], fits) -> int:  # type: ignore[no-untyped-def]
    free = (index for index in range(len(columns)) if index not in found.values())
    return next((index for index in free if fits(columns[index])), -1)


def _lifecycle(columns: list[list[Cell]]) -> int:
    """A column of starts and completions and nothing else."""
    for index, cells in enumerate(columns):
        values = {as_text(cell).strip().casefold() for cell in cells} - {""}
        if len(values) > 1 and values <= TRANSITIONS:
            return index
    return -1


def _are_moments(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if not is_blank(cell)]
    return bool(filled) and sum(
        moment(cell, "dmy") is not None or moment(cell, "mdy") is not None for cell in filled
    ) > 0.8 * len(filled)


def _counts(cells: list[Cell]) -> Counter[str]:
    return Counter(as_text(cell) for cell in cells if not is_blank(cell))


def _are_activities(cells: list[Cell]) -> bool:
    """Few different texts, each met often."""
    counts = _counts(cells)
    texts = all(not text.strip().isdigit() for text in counts)
    return texts and 1 < len(counts) <= MOST_ACTIVITIES and counts.total() >= 2 * len(counts)


def _are_cases(cells: list[Cell]) -> bool:
    """Met more than once each, and many of them."""
    counts = _counts(cells)
    return len(counts) > 1 and len(counts) < counts.total()


def _are_pairs(cells: list[Cell]) -> bool:
    """No value is met more than twice, and some are."""
    counts = _counts(cells)
    return bool(counts) and max(counts.values()) == 2
