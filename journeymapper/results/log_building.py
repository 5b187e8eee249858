"""From the rows of a table to an event log: starts and completions joined, lists of cases taken apart."""

import json
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.model.messages import Message, Refusal
from journeymapper.results.days import SlashOrder, moment
from journeymapper.results.log_columns import OBJECTS
from journeymapper.results.matching import column_index
from journeymapper.results.readers.cells import Cell, as_text
from journeymapper.results.readers.limits import EVENTS
from journeymapper.results.readers.table import Row

START = frozenset(("start", "begin"))
COMPLETE = frozenset(("complete", "completed", "end", "ate_abort", "pi_abort", "autoskip", "manualskip", ""))
MOST_ATTRIBUTES = 30
MOST_VALUES = 1_000


class LogBuilder:
    """Takes rows and gives the log; `order` is that of day and month in the columns of times."""

    def __init__(self, names: Sequence[str], columns: LogColumns, order: SlashOrder, file: str) -> None:
        self._places = {
            role: column_index(names, name, file) if name else -1
            for role, name in msgspec.structs.asdict(columns).items()
        }
        taken = set(self._places.values())
        self._others = {index: name for index, name in enumerate(names) if index not in taken}
        self._log = EventLog(columns=columns, attributes={name: [] for name in self._others.values()})
        self._order: SlashOrder = order
        self._file = file
        self._open: dict[tuple[str, str, str], deque[int]] = {}
        self._lacking = self._other_steps = 0

    def add(self, row: Row) -> None:
        """One row: an event of each of its cases, or the completion of one that began before. Raises Refusal at the
        row that breaks the limit of events."""
        activity = self._text(row, "activity")
        cases = [case for case in _cases(self._text(row, "case")) if case]
        if not activity or not cases:
            self._lacking += 1
        for case in cases if activity else ():
            self._event(case, activity, row)
        if len(self._log.cases) > EVENTS:
            raise Refusal("{file} has more than {limit} events.", file=self._file, limit=EVENTS)

    def log(self) -> EventLog:
        """The log, its attributes of too many different values left out."""
        return msgspec.structs.replace(
            self._log,
            attributes=dict(list(_telling(self._log.attributes))[:MOST_ATTRIBUTES]),
            notes=tuple(self._notes()),
        )

    def _event(self, case: str, activity: str, row: Row) -> None:
        step = self._text(row, "lifecycle").casefold()
        if step not in START | COMPLETE:
            self._other_steps += 1
            return
        time = self._moment(row, "time")
        key = (case, activity, self._text(row, "instance"))
        waiting = self._open.get(key)
        if step in COMPLETE and waiting:
            place = waiting.popleft()
            self._log.starts[place], self._log.times[place] = self._log.times[place], time
            return
        if step in START:
            self._open.setdefault(key, deque()).append(len(self._log.cases))
        self._append(case, activity, time, row)

    def _append(self, case: str, activity: str, time: float | None, row: Row) -> None:
        log = self._log
        log.cases.append(case)
        log.activities.append(activity)
        log.times.append(time)
        log.starts.append(self._moment(row, "start"))
        for index, name in self._others.items():
            log.attributes[name].append(as_text(row.cells[index]).strip() if index < len(row.cells) else "")

    def _cell(self, row: Row, role: str) -> Cell:
        index = self._places[role]
        return row.cells[index] if 0 <= index < len(row.cells) else ""

    def _text(self, row: Row, role: str) -> str:
        return " ".join(as_text(self._cell(row, role)).split())

    def _moment(self, row: Row, role: str) -> float | None:
        return moment(self._cell(row, role), self._order)

    def _notes(self) -> Iterator[Message]:
        if self._lacking:
            yield Message(
                "{n} row has no case or no activity.", {"n": self._lacking}, "{n} rows have no case or no activity."
            )
        if self._other_steps:
            yield Message(
                "{n} row of another step of life than start and completion was left out.",
                {"n": self._other_steps},
                "{n} rows of other steps of life than start and completion were left out.",
            )
        if timeless := sum(time is None for time in self._log.times):
            yield Message(
                "{n} event has no time that can be read.", {"n": timeless}, "{n} events have no time that can be read."
            )


def _cases(text: str) -> list[str]:
    """The cases of an event: most often one, of an object-centric log a list of ids."""
    if not (text.startswith("[") and text.endswith("]")):
        return [text]
    try:
        found = json.loads(text.replace("'", '"'))
    except (ValueError, RecursionError):
        return [text]
    return [str(item) for item in found]


def _telling(attributes: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    """Those by which a log can be split: few different values, more than one event each."""
    return [
        (name, values)
        for name, values in attributes.items()
        if not name.startswith(OBJECTS) and 0 < len(set(values) - {""}) <= MOST_VALUES
    ]
