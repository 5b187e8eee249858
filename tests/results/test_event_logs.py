"""Event logs: real ones against facts found by reading them with other means, and the shapes that logs come in."""

import gzip
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journeymapper.model.event_log import EventLog, LogColumns
from journeymapper.model.messages import Refusal
from journeymapper.results.days import moment
from journeymapper.results.event_logs import read_event_log

Files = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("here")


def seconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> float:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp()


def paths(log: EventLog) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for case, activity in zip(log.cases, log.activities, strict=True):
        found[case].append(activity)
    return found


FACTS = {  # events, cases, activities (the manifest's, or counted with grep and cut)
    "running_example.xes": (42, 6, 8),
    "running_example.csv": (42, 6, 8),
    "08_receipt.xes.gz": (8577, 1434, 27),
    "02_teleclaims.xes.gz": (24825, 3512, 11),
    "interval_event_log.csv": (8109, 1266, 8),
    "bupar_patients.csv": (2721, 500, 7),
    "retentioneering_ecom.csv.gz": (31106, 600, 19),
}


@pytest.mark.parametrize("name", FACTS)
def test_real_logs(data: Path, name: str) -> None:
    log = read_event_log(data / "event_logs" / name)
    assert (len(log.cases), len(set(log.cases)), len(set(log.activities))) == FACTS[name]
    assert len(log.activities) == len(log.times) == len(log.starts) == len(log.cases)
    assert all(len(values) == len(log.cases) for values in log.attributes.values())
    assert None not in log.times


def test_the_same_log_in_xes_and_csv(data: Path) -> None:
    one = read_event_log(data / "event_logs" / "running_example.xes")
    other = read_event_log(data / "event_logs" / "running_example.csv")
    for log in (one, other):
        assert paths(log)["1"] == [
            "register request", "examine thoroughly", "check ticket", "decide", "reject request"
        ]  # fmt: skip
    assert dict(zip(one.cases, one.times, strict=True)) == dict(zip(other.cases, other.times, strict=True))
    first = one.cases.index("3")
    assert one.times[first] == seconds(2010, 12, 30, 13, 32)
    assert one.attributes["org:resource"][first] == other.attributes["org:resource"][other.cases.index("3")] == "Pete"


def test_starts_and_completions_are_one_event(data: Path) -> None:
    claims = read_event_log(data / "event_logs" / "02_teleclaims.xes.gz")
    place = claims.activities.index("B check if sufficient information is available")
    assert (claims.starts[place], claims.times[place]) == (0, 41)
    assert sum(start is not None for start in claims.starts) == 21_313
    patients = read_event_log(data / "event_logs" / "bupar_patients.csv")
    assert None not in patients.starts
    assert all(begin <= end for begin, end in zip(patients.starts, patients.times, strict=True) if begin and end)
    intervals = read_event_log(data / "event_logs" / "interval_event_log.csv")
    assert (intervals.starts[0], intervals.times[0]) == (seconds(2015, 1, 5, 9, 0, 7), seconds(2015, 1, 5, 9, 2, 50))


@pytest.mark.parametrize("name", ["example_log.csv", "example_log.jsonocel"])
def test_an_object_centric_log_is_seen_from_its_likeliest_object(data: Path, name: str) -> None:
    log = read_event_log(data / "event_logs" / name)
    assert log.columns.case == "ocel:type:order"
    assert paths(log)["o1"][:2] == ["Create Order", "Confirm Order"]
    element = LogColumns(case="ocel:type:element", activity="ocel:activity", time="ocel:timestamp")
    seen = Counter(read_event_log(data / "event_logs" / name, element).cases)
    assert seen["i3"] >= 3


def test_the_second_version_of_object_centric_logs(file: Files) -> None:
    path = file(
        '{"eventTypes": [], "objectTypes": [], "objects": [{"id": "c1", "type": "customer"}], "events": ['
        '{"id": "e1", "type": "Call", "time": "2026-03-01T08:00:00Z", "attributes": [{"name": "agent", "value": "A"}],'
        ' "relationships": [{"objectId": "c1", "qualifier": "caller"}, {"objectId": "gone"}]}, {"id": "e2"}, 7]}',
        "log.json",
    )
    log = read_event_log(path)
    assert (log.cases, log.activities, log.times) == (["c1"], ["Call"], [seconds(2026, 3, 1, 8)])
    assert log.attributes["agent"] == ["A"]


def test_a_finnish_table_by_any_names(file: Files) -> None:
    rows = "".join(
        f"{case};{step};{day}.2.2026 klo 9.0{case};x\n"
        for case in (1, 2, 3)
        for day, step in enumerate(("Tarjouspyyntö", "Käynti", "Tilaus"), start=1)
    )
    log = read_event_log(file("Tapausnro;Mitä tehtiin;Koska;Kuka\n" + rows, encoding="cp1252"))
    assert log.columns == LogColumns(case="Tapausnro", activity="Mitä tehtiin", time="Koska")
    assert paths(log)["2"] == ["Tarjouspyyntö", "Käynti", "Tilaus"]
    assert log.times[3] == seconds(2026, 2, 1, 9, 2)


def test_named_columns_win_and_what_is_lacking_is_said(file: Files) -> None:
    path = file("a,b,c\n1,x,2026-01-01\n,x,2026-01-02\n2,,2026-01-03\n2,y,soon\n")
    log = read_event_log(path, LogColumns(case="a", activity="b", time="c"))
    assert (log.cases, log.activities) == (["1", "2"], ["x", "y"])
    assert log.times == [seconds(2026, 1, 1), None]
    assert [note.english() for note in log.notes] == [
        "2 rows have no case or no activity.", "1 event has no time that can be read."
    ]  # fmt: skip
    with pytest.raises(Refusal, match="has no column d"):
        read_event_log(path, LogColumns(case="d", activity="b", time="c"))


def test_a_table_without_a_log_is_refused(file: Files) -> None:
    with pytest.raises(Refusal, match="no columns of a case, an activity and a time were found"):
        read_event_log(file("nps,why\n9,good\n3,bad\n"))


LOG = (
    '<log xmlns="http://www.xes-standard.org/"><trace><string key="concept:name" value="7"/>'
    '<event><string key="concept:name" value="Call"/><date key="time:timestamp" value="2026-01-01T10:00:00+02:00"/>'
    '<list key="x"><values/></list></event></trace></log>'
)


def test_a_small_log_packed_and_not(file: Files, tmp_path: Path) -> None:
    log = read_event_log(file(LOG, "log.xes"))
    assert (log.cases, log.activities, log.times) == (["7"], ["Call"], [seconds(2026, 1, 1, 8)])
    packed = tmp_path / "log.xes.gz"
    packed.write_bytes(gzip.compress(LOG.encode()))
    assert read_event_log(packed) == log


ENTITY = '<!DOCTYPE log [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LOG[:-20], r"line 1, character \d+: the XML is damaged"),
        (f'<?xml version="1.0"?>{ENTITY}{LOG}', "declares document types or entities"),
        ("<log>" + "<list>" * 101 + "</list>" * 101 + "</log>", "more than 100 elements within each other"),
        (
            "<log><trace><event>"
            + "".join(f'<string key="k{n}" value=""/>' for n in range(300))
            + "</event></trace></log>",
            "events of more than 200 attributes",
        ),
    ],
)
def test_harmful_logs_are_refused(file: Files, text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        read_event_log(file(text, "log.xes"))


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" + b"0" * 40_000_000))
    with pytest.raises(Refusal, match="unpacks to more than 200 times its size"):
        read_event_log(path)
    path.write_bytes(gzip.compress(b"a,b\n1,2\n" * 1000)[:-20])
    with pytest.raises(Refusal, match="damaged: it cannot be unpacked"):
        read_event_log(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-01-05 09:02:50+00:00", seconds(2026, 1, 5, 9, 2, 50)),
        ("2026-01-05T09:02:50.250Z", seconds(2026, 1, 5, 9, 2, 50) + 0.25),
        ("2026-01-05T09:02:50+02:00", seconds(2026, 1, 5, 7, 2, 50)),
        ("2026-01-05T09:02-0330", seconds(2026, 1, 5, 12, 32)),
        ("2026/01/05 9:02:50 ip. EET", seconds(2026, 1, 5, 21, 2, 50)),
        ("2026/01/05 12:02:50 ap. EET", seconds(2026, 1, 5, 0, 2, 50)),
        ("5.1.2026 klo 9.02", seconds(2026, 1, 5, 9, 2)),
        ("5.1.2026", seconds(2026, 1, 5)),
        ("1/5/2026 12:30 PM", seconds(2026, 1, 5, 12, 30)),
        ("1/5/2026 12:30 a.m.", seconds(2026, 1, 5, 0, 30)),
        ("2026-01-05 9:30 em", seconds(2026, 1, 5, 21, 30)),
        ("5 January 2026, 21:30", seconds(2026, 1, 5, 21, 30)),
        ("Jan 5, 2026 9:30 PM", seconds(2026, 1, 5, 21, 30)),
        ("5. tammikuuta 2026 klo 21.30", seconds(2026, 1, 5, 21, 30)),
        ("5. März 2026", seconds(2026, 3, 5)),
        ("1767603770", 1767603770),
        ("1767603770250", 1767603770.25),
        ("2026-01-05 25:00", None),
        ("2026-13-05 09:00", None),
        ("yesterday", None),
        ("12345", None),
        ("", None),
    ],
)
def test_moments(text: str, found: float | None) -> None:
    assert moment(text, "mdy") == found
