"""Small logs and maps, and a reader of real logs that shares nothing with the product's own."""

import csv
import gzip
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from journeymapper.model.journey import Journey, Link, LinkKind, Stage, Touchpoint


class ListedLog(NamedTuple):
    """An event log as four columns."""

    cases: list[str]
    activities: list[str]
    times: list[float | None]
    attributes: dict[str, list[str]]


Event = tuple[str, str, float | None]
NAMES = {
    "R": "register request", "C": "examine casually", "T": "examine thoroughly", "K": "check ticket", "D": "decide",
    "I": "reinitiate request", "P": "pay compensation", "J": "reject request",
}  # fmt: skip
RUNNING = {
    "1": "RTKDJ", "2": "RKCDP", "3": "RCKDITKDP", "4": "RKTDJ", "5": "RCKDIKCDICKDJ", "6": "RCKDP",
}  # fmt: skip


def log_of(events: Iterable[Event], **attributes: Sequence[str]) -> ListedLog:
    """A log of (case, activity, time)."""
    rows = list(events)
    columns = {name: list(values) for name, values in attributes.items()}
    return ListedLog([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], columns)


def log_of_traces(traces: dict[str, str], names: dict[str, str] = NAMES) -> ListedLog:
    """A log in which each case's events follow each other by an hour; letters are activities."""
    events = (
        (case, names.get(step, step), 3600.0 * place)
        for case, steps in traces.items()
        for place, step in enumerate(steps)
    )
    return log_of(events)


def journey_of(order: str, links: str = "", kind: LinkKind = "happy", conditional: str = "") -> Journey:
    """A journey of one stage whose touchpoints are letters; links as `RC CK`, `>R` an entry and `P>` an exit."""
    touchpoints = {key: Touchpoint(id=key, name=NAMES.get(key, key), conditional=key in conditional) for key in order}
    ends = [(pair[0].strip(">"), pair[1].strip(">")) for pair in links.split()]
    drawn = {f"{a}>{b}": Link(id=f"{a}>{b}", source=a, target=b, kind=kind) for a, b in ends}
    stage = Stage(id="stage", name="stage", touchpoints=tuple(order))
    return Journey(
        id="journey", name="j", stage_order=("stage",), stages={"stage": stage}, touchpoints=touchpoints, links=drawn
    )


def read_xes(path: Path) -> list[Event]:
    """Case, activity and time of each event of a XES file, zipped or not."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        root = ElementTree.parse(file).getroot()
    found: list[Event] = []
    for number, trace in enumerate(each for each in root if each.tag.endswith("trace")):
        name = next((x.get("value", "") for x in trace if x.get("key") == "concept:name"), str(number))
        for event in (each for each in trace if each.tag.endswith("event")):
            facts = {x.get("key"): x.get("value", "") for x in event}
            stamp = facts.get("time:timestamp")
            moment = datetime.fromisoformat(stamp).timestamp() if stamp else None
            found.append((name, facts["concept:name"], moment))
    return found


def read_csv(path: Path, case: str, activity: str, time: str, delimiter: str = ",") -> list[Event]:
    """The same of a CSV file; times without a zone are taken for UTC."""
    with gzip.open(path, "rt", newline="") if path.suffix == ".gz" else path.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter=delimiter))
    return [(row[case], row[activity], _moment(row[time])) for row in rows]


def _moment(text: str) -> float:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
