"""How old the data of a point are, and whether that is too old for how often it is taken."""

from collections.abc import Mapping
from datetime import date

from journeymapper.model.measurement import MeasurementPoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally


def stale_points(project: Project, tallies: Mapping[str, Tally], today: date) -> frozenset[str]:
    """The points whose last data are older than two of their rhythms; those without data are none of them."""
    last = last_days(project, tallies)
    return frozenset(p.id for p in project.ordered_points() if stale(last.get(p.id), rhythm_of(p), today))


def rhythm_of(point: MeasurementPoint) -> str:
    """How often a point is taken, in its owner's words: when it is read, else when it is asked."""
    return point.read or point.asked


def last_days(project: Project, tallies: Mapping[str, Tally]) -> dict[str, date]:
    """Each point's last day with data: of a dated answer, else the end of its wave, else the day of the import."""
    found: dict[str, date] = {}
    for result_set in (project.result_sets[key] for key in project.result_order):
        tally = tallies.get(result_set.tally)
        if tally is None or result_set.mapping.beliefs:
            continue
        read_on = result_set.account.read_on
        ends = {wave: _end(project, wave, read_on) for wave in {*tally.waves, *(each.wave for each in tally.reported)}}
        for point, answers in tally.answers.items():
            days = {
                day or ends[wave].isoformat()
                for answer, day, wave in zip(answers, tally.days or [""] * len(answers), tally.waves, strict=True)
                if answer is not None
            }
            if days:
                found[point] = max(found.get(point, date.min), date.fromisoformat(max(days)))
        for each in tally.reported:
            found[each.point] = max(found.get(each.point, date.min), ends[each.wave])
    return found


def _end(project: Project, wave: str, read_on: date) -> date:
    """The end of a wave, no later than the day on which its file was read."""
    known = project.waves.get(wave)
    return min(known.ends or read_on, read_on) if known else read_on


def stale(last: date | None, cadence: str, today: date) -> bool:
    """Whether the last data are older than two cadences; without data nothing is stale."""
    return last is not None and (today - last).days > 2 * days_of(cadence)


RHYTHMS = (
    (("two week", "kahden viikon", "joka toinen viikko", "fortnight"), 14),
    (("daily", "every day", "päivittäin", "joka päivä"), 1),
    (("week", "viiko"), 7),
    (("quarter", "neljännes", "kvartaal"), 92),
    (("half", "twice a year", "puolivuos", "kahdesti vuodessa"), 184),
    (("month", "kuukau"), 31),
    (("two year", "kahden vuoden", "every other year"), 732),
)
YEAR = 366


def days_of(cadence: str) -> int:
    """The days of a rhythm that is written in English or Finnish words; a year where it is not understood."""
    words = cadence.casefold()
    return next((days for names, days in RHYTHMS if any(name in words for name in names)), YEAR)
