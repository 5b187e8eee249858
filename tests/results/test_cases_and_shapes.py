"""What a row of a file is, and what is computed from the dates and ids of cases."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from journeymapper.model.project import Project
from journeymapper.model.sources import ColumnUse, Mapping
from journeymapper.results.importing import read_results
from journeymapper.results.inspecting import inspect_file
from journeymapper.results.readers.computed import seconds_of_duration

pytestmark = pytest.mark.usefixtures("here")

Files = Callable[..., Path]
Makes = Callable[..., Project]
HOURS = "".join(f"2026-05-01 {hour:02}:00;Aula;{hour};{hour + 1};{hour + 2};{hour + 3}\n" for hour in range(8, 20))
PRESSES = "".join(f"2026-05-{n % 28 + 1:02} 10:{n % 60:02},Lobby,{n % 4 + 1}\n" for n in range(60))
PAGES = "".join(f"2026-05-{n % 28 + 1:02},/page{n % 5},{400 + n * 7},{n * 3}\n" for n in range(60))
CHECKS = "".join(
    f"MS-{n},Oulu,{'Kyllä' if n % 3 else 'Ei'},{'Kyllä' if n % 2 else 'Ei'},comment {n}\n" for n in range(30)
)
REVIEWS = "".join(f"2026-05-{n % 28 + 1:02},{n % 5 + 1},person {n},It was as {n} as it was\n" for n in range(30))
BELIEFS = "".join(f"{n},{'Sales' if n % 2 else 'Care'},{n % 11},{n % 5 + 1}\n" for n in range(30))
CASES = "".join(
    f"C{n // 2 if n < 20 else n},2026-05-0{n % 9 + 1} 08:00,2026-05-0{n % 9 + 1} 09:30,{n % 4}\n" for n in range(40)
)
STEPS = "".join(f"{n // 3};step {n % 3};2026-05-01 10:{n}\n" for n in range(10, 40))

SHAPES = {
    "counts by hour": ("Aika;Laite;Erittäin tyytymätön;Tyytymätön;Tyytyväinen;Erittäin tyytyväinen\n" + HOURS),
    "presses": "Time,Terminal,Button\n" + PRESSES,
    "web analytics": "Date,Page,Sessions,Conversions\n" + PAGES,
    "mystery shopping": "Visit ID,Store,Tervehdittiin,Kiitettiin,Kommentti\n" + CHECKS,
    "reviews": "Date,Rating,Reviewer,Review text\n" + REVIEWS,
    "staff beliefs": "Employee,Team,What do you believe: NPS,What do you believe: CSAT\n" + BELIEFS,
    "aggregates": "point,wave,n,value\nP1,2026,400,32\nP2,2026,380,71\n",
    "cases": "Case ID,Opened,Closed,Priority\n" + CASES,
    "event log": "case_id;activity;timestamp\n" + STEPS,
    "answers": "nps,why\n" + "".join(f"{n % 11},because {n}\n" for n in range(30)),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_row_is(file: Files, shape: str) -> None:
    assert inspect_file(file(SHAPES[shape])).shape == shape


def test_the_real_files_are_answers_logs_or_shares(data: Path) -> None:
    for name, shape in {
        "surveys/2015_SFO_Customer_Survey_20250817.csv": "answers",
        "surveys/airline_passenger_satisfaction_test.csv": "answers",
        "surveys/bart_customer_satisfaction_2018.csv": "shares by wave",
        "exports/surveymonkey_weather-check.csv": "answers",
        "event_logs/running_example.csv": "event log",
        "event_logs/running_example.xes": "event log",
        "event_logs/bupar_patients.csv": "event log",
        "event_logs/example_log.jsonocel": "event log",
    }.items():
        assert inspect_file(data / name).shape == shape, name


def case_rows() -> tuple[str, list[float], list[float], int]:
    """A contact centre's export with the waits in minutes, the lengths in hours, and how many cases were met once."""
    chance = random.Random(6)
    lines = ["Ticket;Kanava;Created at;First response;Resolved\n"]
    waits: list[float] = []
    lengths: list[float] = []
    contacts: dict[str, int] = {}
    for number in range(300):
        ticket = f"T{chance.randrange(200)}" if number % 2 else f"U{number}"
        contacts[ticket] = contacts.get(ticket, 0) + 1
        opened = datetime(2026, 3, 1) + timedelta(minutes=chance.randrange(40_000))  # noqa: DTZ001
        answered = opened + timedelta(minutes=chance.randrange(1, 400))
        closed = answered + timedelta(hours=chance.randrange(1, 90))
        waits.append((answered - opened).total_seconds() / 60)
        lengths.append((closed - opened).total_seconds() / 3600)
        days = ";".join(f"{when.day}.{when.month}.{when.year} {when:%H.%M}" for when in (opened, answered, closed))
        lines.append(f"{ticket};puhelin;{days}\n")
    return "".join(lines), waits, lengths, sum(count == 1 for count in contacts.values())


def test_waits_and_first_contact_come_from_dates_and_case_ids(file: Files, project: Makes) -> None:
    text, waits, lengths, once = case_rows()
    path = file(text)
    names = [facts.name for facts in inspect_file(path).columns]
    wait, length, first = "Created at → First response (min)", "Created at → Resolved (h)", "Ticket (1 = one contact)"
    assert names[-3:] == [wait, length, first]
    uses = tuple(ColumnUse(column=name, point=f"P{n}") for n, name in enumerate((wait, length, first), start=1))
    imported = read_results(
        path, Mapping(columns=uses, wave="2026"), project("mean", "mean", "fcr"), today=date(2026, 5, 1)
    )
    answers = imported.tally.answers
    counted = [
        (row, count) for row, count in zip(zip(*answers.values(), strict=True), imported.tally.counts, strict=True)
    ]
    assert sum(row[0] * count for row, count in counted if row[0] is not None) == pytest.approx(sum(waits), rel=1e-6)
    assert sum(row[1] * count for row, count in counted if row[1] is not None) == pytest.approx(sum(lengths), rel=1e-4)
    assert sum(count for row, count in counted if row[2] == 1) == once


def test_any_two_columns_of_moments_can_be_named(file: Files, project: Makes) -> None:
    path = file("a,b\n2026-01-01 10:00,2026-01-03 10:00\n2026-01-01,2026-01-02\n2026-01-05,2026-01-02\n")
    mapping = Mapping(columns=(ColumnUse(column="a → b (d)", point="P1"),), wave="2026")
    imported = read_results(path, mapping, project("median"), today=date(2026, 5, 1))
    assert sorted(value for value in imported.tally.answers["P1"] if value is not None) == [1, 2]
    assert imported.result_set.account.unused[0].reason == "blank"


def test_numbers_of_contacts(file: Files, project: Makes) -> None:
    path = file("Case,Opened,Closed,Contacts\n" + "".join(f"{n},2026-05-01,2026-05-02,{n % 3}\n" for n in range(30)))
    mapping = Mapping(columns=(ColumnUse(column="Contacts (1 = one contact)", point="P1"),), wave="2026")
    tally = read_results(path, mapping, project("fcr"), today=date(2026, 5, 1)).tally
    assert sorted(zip(tally.answers["P1"], tally.counts, strict=True)) == [(0.0, 10), (1.0, 10)]


def test_in_time_and_not_opened_again(file: Files, project: Makes) -> None:
    """Where each case has one row, its rows say nothing of contacts."""
    rows = "".join(
        f"{n},2026-05-01 09:00,2026-05-0{n % 5 + 1} 12:00,2026-05-03 12:00,{'yes' if n % 10 == 0 else 'no'}\n"
        for n in range(30)
    )
    path = file("Case ID,Opened,First response,Due date,Reopened\n" + rows)
    names = [facts.name for facts in inspect_file(path).columns]
    in_time, not_again = "First response ≤ Due date (1 = in time)", "Reopened (1 = not again)"
    assert names[5:] == ["Opened → First response (min)", in_time, not_again]
    uses = (ColumnUse(column=in_time, point="P1"), ColumnUse(column=not_again, point="P2"))
    tally = read_results(
        path, Mapping(columns=uses, wave="2026"), project("share:1", "fcr"), today=date(2026, 5, 1)
    ).tally
    for point, ones in (("P1", 18), ("P2", 27)):
        kept = [count for answer, count in zip(tally.answers[point], tally.counts, strict=True) if answer == 1]
        assert sum(kept) == ones


def test_lengths_of_calls_are_minutes(file: Files) -> None:
    text = "Call,Wait time\n" + "".join(f"c{n},00:0{n % 9}:30\n" for n in range(30))
    facts = inspect_file(file(text)).columns[-1]
    assert (facts.name, facts.kind, facts.low, facts.high) == ("Wait time (min)", "number", 0.5, 8.5)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("00:01:35", 95), ("1:35", 5700), ("1d 2:00:00", 93_600), ("26:00:01.5", 93_601), ("1:75", None), ("soon", None)],
)
def test_durations(text: str, seconds: float | None) -> None:
    assert seconds_of_duration(text) == seconds
