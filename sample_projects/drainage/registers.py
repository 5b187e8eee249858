"""The registers' files: CRM cases, the site log with a row a site, and the site events."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from sample_projects.drainage.cases import Case
from sample_projects.drainage.words import Words
from sample_projects.sheets import Cell, finnish_date, write_csv, yes_or_no

LOST = {"en": "Offer lost", "fi": "Tarjous hävitty"}
CRM_HEADER = (
    "tapaus",
    "kausi",
    "yhteydenotto",
    "kanava",
    "vastattu työpäivässä",
    "kartoituskäynti",
    "tarjous",
    "tarjous hyväksytty",
    "loppulaskusta kysytty",
    "tavoitettu 6 viikossa",
    "takuu kerralla kuntoon",
)
SITE_HEADER = (
    "kohde",
    "suunniteltu aloitus",
    "aloitettu",
    "muistilista täytetty",
    "päivä siirtyi",
    "siirrosta kerrottu",
    "kerrottu ajoissa",
    "lisätyö",
    "kirjallinen hyväksyntä",
    "luovutettu",
)


def write_crm(path: Path, rng: Random, cases: list[Case]) -> None:
    """A row a case; blank where the case did not get so far."""
    write_csv(path, [CRM_HEADER, *(_crm_row(rng, case) for case in cases)], delimiter=";")


def _crm_row(rng: Random, case: Case) -> list[Cell]:
    answers = (case.accepted, case.queried, case.called_in_time, case.right_at_once)
    return [
        case.id,
        "2026",
        finnish_date(case.contact),
        rng.choice(("puhelin", "puhelin", "lomake")),
        yes_or_no(case.answered_in_time),
        finnish_date(case.visit),
        finnish_date(case.second_offer or case.offer),
        *(yes_or_no(answer) for answer in answers),
    ]


def write_site_log(path: Path, cases: list[Case]) -> None:
    """A row a site begun, in the order of the starts."""
    begun = sorted((case for case in cases if case.start), key=lambda case: (case.start or date.max, case.id))
    write_csv(path, [SITE_HEADER, *(_site_row(case) for case in begun)], delimiter=";")


def _site_row(case: Case) -> list[Cell]:
    return [
        case.id,
        finnish_date(case.planned_start),
        finnish_date(case.start),
        yes_or_no(case.checked),
        yes_or_no(case.marks.moved),
        finnish_date(case.told),
        yes_or_no(case.told_in_time),
        yes_or_no(case.marks.extra),
        yes_or_no(case.extra_in_writing),
        finnish_date(case.inspection),
    ]


def write_site_events(path: Path, rng: Random, cases: list[Case], words: Words, lost: str) -> None:
    """Case, activity, time: every case from the survey visit on that got an offer, in the order of time.

    Activities are called as the touchpoints in the language of the words, `lost` is what ends a lost offer.
    """
    named = {key: said.name for key, said in words.touchpoints.items()} | {"lost": lost}
    events = [
        (moment, case.id, named[key]) for case in cases if case.offer for moment, key in _timed(rng, _events(case))
    ]
    rows = ([case, activity, f"{moment:%Y-%m-%d %H:%M}"] for moment, case, activity in sorted(events))
    write_csv(path, [["case", "activity", "time"], *rows])


def _events(case: Case) -> Iterator[tuple[date, str]]:
    """What happened in a case and on which day, in the order in which it happened."""
    days = (
        (case.visit, "visit"),
        (case.offer, "offer"),
        (case.second_visit, "visit"),
        (case.second_offer, "offer"),
        (case.decided, "contract" if case.accepted else "lost"),
        (case.notice, "start"),
        (case.told, "dates"),
        (case.walk, "walk"),
        (case.start, "digging"),
        (case.extra, "extra"),
        (case.yard, "yard"),
        (case.inspection, "inspection"),
        (case.revisit, "yard"),
        (case.invoice, "invoice"),
        (case.call, "call"),
        (case.guarantee, "guarantee"),
    )
    known = [(day, key) for day, key in days if day]
    yield from sorted(known, key=lambda event: event[0])


def _timed(rng: Random, events: Iterator[tuple[date, str]]) -> Iterator[tuple[datetime, str]]:
    """The events with an hour of the working day, later ones of the same day later."""
    last = datetime.min  # noqa: DTZ901 – a register's times have no zone
    for day, activity in events:
        moment = datetime.combine(day, time(rng.randint(7, 12), rng.randrange(60)))
        last = moment if moment > last else last + timedelta(minutes=rng.randint(40, 90))
        yield last, activity
