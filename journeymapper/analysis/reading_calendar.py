"""Who reads which results when, and the days on which a baseline, a pilot or a target comes to its end."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from journeymapper.analysis.coverage import is_planned
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.model.rhythm import Rhythm, rhythm_of

SATURDAY = 5
ORDER = ("day", "week", "month", "year")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Points that an owner reads with one rhythm, from a first day on; without a rhythm on that day alone."""

    owner: str
    rhythm: Rhythm
    points: tuple[str, ...]
    first: date


class DueDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day on which somebody has something to decide about a point or the roll-out."""

    day: date
    owner: str
    element: str
    kind: str
    message: Message


def readings(project: Project, day: date) -> list[Reading]:
    """The rhythm of each owner after a day, owners by name, the most frequent first.

    Months, quarters and years are read on the first working day after they end, weeks on Mondays.
    """
    found: dict[tuple[str, int, Rhythm], list[str]] = {}
    for point in _read(project):
        rhythm = rhythm_of(point.read)
        if rhythm is not None:
            found.setdefault((owner_of(project, point), ORDER.index(rhythm.unit), rhythm), []).append(point.id)
    ordered = sorted(found, key=lambda key: (key[0].casefold(), key[1], key[2].every))
    return [
        Reading(owner=owner, rhythm=rhythm, points=tuple(found[owner, rank, rhythm]), first=first_day(rhythm, day))
        for owner, rank, rhythm in ordered
    ]


def without_rhythm(project: Project) -> list[str]:
    """The ids of points whose rhythm of reading says no regular rhythm."""
    return [point.id for point in _read(project) if rhythm_of(point.read) is None]


def due_days(project: Project, day: date) -> list[DueDay]:
    """What comes to its end on that day or later, in the order of the days."""
    found = [*_ends_of_points(project), *_starts_of_steps(project)]
    return sorted((one for one in found if one.day >= day), key=lambda one: (one.day, one.element, one.kind))


def first_day(rhythm: Rhythm, day: date) -> date:
    """The first day after `day` on which a rhythm is read."""
    if rhythm.unit == "day":
        return _working(day + timedelta(days=1))
    if rhythm.unit == "week":
        return day + timedelta(days=7 - day.weekday())
    months = 12 if rhythm.unit == "year" else rhythm.every
    month = (day.year * 12 + day.month - 1) // months * months + months
    return _working(date(month // 12, month % 12 + 1, 1))


def owner_of(project: Project, point: MeasurementPoint) -> str:
    """Whose point it is: its own owner, else its touchpoint's."""
    journey = project.journey_of(point.anchor.id) if point.anchor.kind == "touchpoint" else None
    touchpoint = journey.touchpoints.get(point.anchor.id) if journey else None
    return point.owner or (touchpoint.owner if touchpoint else "")


def _read(project: Project) -> list[MeasurementPoint]:
    return [point for point in project.ordered_points() if is_planned(point) and point.status != "paused"]


def _working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _ends_of_points(project: Project) -> Iterator[DueDay]:
    for point in project.ordered_points():
        if point.status in ("retired", "idea"):
            continue
        target = point.target
        until = target.baseline_until if target and target.value is None else None
        ends = point.ends if point.permanence == "pilot" else None
        for kind, day, text in (
            ("baseline", until, Message("{name}: the baseline ends; set the target")),
            ("pilot", ends, Message("{name}: the pilot ends; keep it or stop it")),
            ("review", target.review_on if target else None, Message("{name}: review the target")),
        ):
            if day is not None:
                name = f"{point.id} {point.name}".strip()
                said = Message(text.text, {"name": name})
                yield DueDay(day=day, owner=owner_of(project, point), element=point.id, kind=kind, message=said)


def _starts_of_steps(project: Project) -> Iterator[DueDay]:
    for key in project.roll_out_order:
        step = project.roll_out[key]
        if step.starts is not None and not step.done:
            said = Message("Roll-out: {name}", {"name": step.name})
            yield DueDay(day=step.starts, owner="", element=key, kind="roll-out", message=said)
