"""The plan's reading calendar as iCalendar (RFC 5545): a rhythm for each owner, the days on which something ends."""

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from journeymapper.analysis.reading_calendar import due_days, readings
from journeymapper.language.language import Language
from journeymapper.language.rhythm_words import rhythm_words
from journeymapper.model.project import Project
from journeymapper.model.rhythm import Rhythm

if TYPE_CHECKING:
    from icalendar import Event

FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
WORKING_DAYS = ["MO", "TU", "WE", "TH", "FR"]


def plan_calendar(project: Project, language: Language, day: date, owner: str = "") -> bytes:
    """All-day events from a day on, of one owner where one is named; equal plan and day give equal bytes."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Journey Mapper//measurement plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", language.text("Measurement plan: {project}", project=project.name))
    for reading in readings(project, day):
        if owner in ("", reading.owner):
            points = ", ".join(_point(project, key) for key in reading.points)
            title = language.text("Read results: {points}", points=", ".join(reading.points))
            event = _event(project, (reading.owner, repr(reading.rhythm)), reading.first, title, day)
            event.add("rrule", _rule(reading.rhythm))
            event.add("description", f"{rhythm_words(language, reading.rhythm)}: {points}")
            _belongs(event, reading.owner)
            calendar.add_component(event)
    for due in due_days(project, day):
        if owner in ("", due.owner):
            event = _event(project, (due.element, due.kind), due.day, language.message(due.message), day)
            _belongs(event, due.owner)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(project: Project, about: tuple[str, str], first: date, title: str, stamped: date) -> "Event":
    from icalendar import Event

    event = Event()
    name = hashlib.sha256("\n".join((project.id, *about)).encode()).hexdigest()[:32]
    event.add("uid", f"{name}@journeymapper")
    event.add("dtstamp", datetime.combine(stamped, time(), UTC))
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", title)
    return event


def _belongs(event: "Event", owner: str) -> None:
    if owner:
        event.add("categories", [owner])


def _rule(rhythm: Rhythm) -> dict[str, object]:
    """The rule of a rhythm; months and years on their first working day, days on working days."""
    rule: dict[str, object] = {"freq": FREQUENCIES[rhythm.unit], "interval": rhythm.every}
    if rhythm.unit == "day" and rhythm.every == 1:
        return {"freq": "WEEKLY", "interval": 1, "byday": WORKING_DAYS}
    if rhythm.unit in ("month", "year"):
        rule |= {"byday": WORKING_DAYS, "bysetpos": 1}
    if rhythm.unit == "year":
        rule["bymonth"] = 1
    return rule


def _point(project: Project, key: str) -> str:
    point = project.points[key]
    return f"{key} {point.name}".strip()
