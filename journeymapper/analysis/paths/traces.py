"""Event logs as traces: each case's steps in the order of time, as numbers so that a million events stay quick."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray


class Log(Protocol):
    """What is read of an event log: columns of equal length (`model.event_log.EventLog` is one)."""

    @property
    def cases(self) -> list[str]:
        """Whose each event is."""

    @property
    def activities(self) -> list[str]:
        """What happened."""

    @property
    def times(self) -> list[float | None]:
        """When, in seconds since 1970; None where unknown."""

    @property
    def attributes(self) -> dict[str, list[str]]:
        """What else is known of each event."""


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """All events sorted by case (as first met) and time, ties and unknown times as in the file.

    `labels` are the distinct steps: touchpoint ids, then labels that no touchpoint has. Event i is step
    `labels[codes[i]]` at `times[i]` (NaN where unknown); case c has the events `starts[c]` up to `starts[c + 1]`.
    `ties` counts events at the very time of the one before them in their case, `undated` those without a time.
    """

    labels: tuple[str, ...]
    unmatched: tuple[str, ...]
    cases: tuple[str, ...]
    codes: "NDArray[int64]"
    times: "NDArray[float64]"
    starts: "NDArray[int64]"
    ties: int = 0
    undated: int = 0

    @property
    def sizes(self) -> "NDArray[int64]":
        """How many events each case has."""
        return self.starts[1:] - self.starts[:-1]


def traces_of(logs: Sequence[Log], names: Mapping[str, str], *, join: str = "") -> Traces:
    """The traces of one log, or of several joined by their cases.

    `names` leads from labels (compared without case and double spaces) to touchpoint ids. With `join` the case is the
    value of that attribute, `case:` before its name or not, wherever an event has one: the customer's id that web,
    CRM and contact centre share.
    """
    import numpy as np

    tidy = {tidied(label): touchpoint for label, touchpoint in names.items()}
    cases, codes = _Numbers(), _Numbers()
    for touchpoint in dict.fromkeys(names.values()):
        codes.of(touchpoint)
    steps: dict[str, int] = {}
    all_cases: list[int] = []
    all_codes: list[int] = []
    times: list[float] = []
    unmatched: dict[str, None] = {}
    for log in logs:
        for label in dict.fromkeys(log.activities):
            found = tidy.get(tidied(label))
            if found is None:
                unmatched[label] = None
            steps[label] = codes.of(label if found is None else found)
        all_cases += map(cases.of, case_column(log, join))
        all_codes += [steps[label] for label in log.activities]
        times += [np.nan if time is None else time for time in log.times]
    return _sorted(cases, codes, tuple(unmatched), (all_cases, all_codes, times))


def tidied(label: str) -> str:
    """A label as it is compared: without capitals, its spaces single."""
    return " ".join(label.split()).casefold()


class _Numbers(dict[str, int]):
    """Numbers given to texts in the order in which they come."""

    def of(self, text: str) -> int:
        """The number of a text, a new one for a new text."""
        return self.setdefault(text, len(self))


def case_column(log: Log, join: str) -> Sequence[str]:
    """Whose each event is: the joining attribute where an event has one, else its case."""
    shared = log.attributes.get(join) or log.attributes.get(f"case:{join}") if join else None
    if not shared:
        return log.cases
    return [other or case for case, other in zip(log.cases, shared, strict=True)]


def _sorted(
    cases: _Numbers, codes: _Numbers, unmatched: tuple[str, ...], columns: tuple[list[int], list[int], list[float]]
) -> Traces:
    import numpy as np

    of_case = np.array(columns[0], dtype=np.int64)
    code, time = np.array(columns[1], dtype=np.int64), np.array(columns[2], dtype=float)
    undated = np.isnan(time)
    whole = np.ones(len(cases), dtype=bool)
    whole[of_case[undated]] = False
    order = np.lexsort((np.where(whole[of_case], time, 0.0), of_case))
    of_case, code, time = of_case[order], code[order], time[order]
    starts = np.searchsorted(of_case, np.arange(len(cases) + 1)).astype(np.int64)
    same = (of_case[1:] == of_case[:-1]) & (time[1:] == time[:-1])
    return Traces(
        labels=tuple(codes),
        unmatched=unmatched,
        cases=tuple(cases),
        codes=code,
        times=time,
        starts=starts,
        ties=int(same.sum()),
        undated=int(undated.sum()),
    )
