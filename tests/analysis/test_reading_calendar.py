"""Rhythms from words, first days, and what comes to its end; calendars by an oracle of plain dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.reading_calendar import due_days, first_day, readings, without_rhythm
from journeymapper.model import edits
from journeymapper.model.measurement import Anchor, MeasurementPoint, Target
from journeymapper.model.metric_specs import parse_metric
from journeymapper.model.plan import RollOutStep
from journeymapper.model.project import Project
from journeymapper.model.rhythm import Rhythm, rhythm_of

DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("monthly", Rhythm("month")),
        ("Kuukausittain", Rhythm("month")),
        ("monthly, at least 5 a group", Rhythm("month")),
        ("neljännesvuosittain", Rhythm("month", 3)),
        ("every 6 weeks", Rhythm("week", 6)),
        ("2 kuukauden välein", Rhythm("month", 2)),
        ("twice a year", Rhythm("month", 6)),
        ("joka  päivä", Rhythm("day")),
        ("after each event", None),
        ("monthlyish", None),
        ("", None),
    ],
)
def test_rhythms_are_read_from_words(text: str, rhythm: Rhythm | None) -> None:
    assert rhythm_of(text) == rhythm


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from([1, 2, 3, 6]))
def test_months_are_read_on_the_first_working_day_after_they_end(day: date, every: int) -> None:
    found = first_day(Rhythm("month", every), day)
    assert found > day
    assert found.weekday() < 5
    assert (found.month - 1) % every == 0
    assert found.day <= 3
    first = found.replace(day=1)
    assert all((first + timedelta(days=n)).weekday() >= 5 for n in range(found.day - 1))
    months = found.year * 12 + found.month - day.year * 12 - day.month
    assert 1 <= months <= every


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_weeks_are_read_on_mondays_and_years_in_january(day: date) -> None:
    monday, january = first_day(Rhythm("week"), day), first_day(Rhythm("year"), day)
    assert (monday.weekday(), 1 <= (monday - day).days <= 7) == (0, True)
    assert (january.year, january.month, january.weekday() < 5) == (day.year + 1, 1, True)


def plan() -> Project:
    project = edits.add_metric(Project(id="project", name="Plan"), parse_metric("nps"))
    rows = {
        "P1": {"read": "monthly", "owner": "Ann"},
        "P2": {"read": "monthly", "owner": "Ann", "permanence": "pilot", "ends": date(2027, 1, 31)},
        "P3": {"read": "weekly", "owner": "Ann", "target": Target(baseline_until=date(2026, 12, 31))},
        "P4": {"read": "monthly", "owner": "Bo", "target": Target(value=40, review_on=date(2027, 3, 1))},
        "P5": {"read": "when it rains", "owner": "Bo", "target": Target(value=1, baseline_until=date(2027, 1, 1))},
        "P6": {"read": "monthly", "owner": "Bo", "status": "retired"},
        "P7": {"read": "monthly", "owner": "Bo", "permanence": "pilot", "ends": date(2026, 11, 1)},
    }
    for key, fields in rows.items():
        point = MeasurementPoint(id=key, anchor=Anchor("relationship"), metric="nps", **fields)  # type: ignore[arg-type]
        project = edits.add_point(project, point)
    project = edits.add_roll_out_step(project, RollOutStep(id="one", name="First", starts=date(2027, 2, 1)))
    return edits.add_roll_out_step(project, RollOutStep(id="two", name="Done", starts=date(2027, 2, 1), done=True))


def test_readings_by_owner_the_most_frequent_first() -> None:
    found = [(one.owner, one.rhythm.unit, one.points) for one in readings(plan(), DAY)]
    assert found == [("Ann", "week", ("P3",)), ("Ann", "month", ("P1", "P2")), ("Bo", "month", ("P4", "P7"))]
    assert without_rhythm(plan()) == ["P5"]


def test_what_ends_from_a_day_on() -> None:
    found = [(one.day, one.element, one.kind) for one in due_days(plan(), DAY)]
    assert found == [
        (date(2026, 12, 31), "P3", "baseline"),
        (date(2027, 1, 31), "P2", "pilot"),
        (date(2027, 2, 1), "one", "roll-out"),
        (date(2027, 3, 1), "P4", "review"),
    ]
