"""The files of counts: web analytics, the terminal, reviews; and what the staff believed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from sample_projects.drainage import answers as a
from sample_projects.drainage.chance import shuffled
from sample_projects.drainage.workdays import DAY, LAST_DAY, SEASON_BEGINS
from sample_projects.sheets import Cell, write_csv

PRICE_GUIDE = "/price-guide"
PAGES = {"/": 30, PRICE_GUIDE: 45, "/drainage": 17, "/contact": 8}
FAIR_DAYS = (date(2026, 9, 11), date(2026, 9, 12), date(2026, 9, 13))
EVENINGS = (date(2026, 10, 1), date(2026, 10, 8), date(2026, 10, 15))
Place = tuple[date, str]


def write_web_analytics(path: Path, rng: Random) -> None:
    """Visits by day and page, the contacts that came of them, and the pop-up's answers on the price guide."""
    days = [SEASON_BEGINS + DAY * step for step in range((LAST_DAY - SEASON_BEGINS).days + 1)]
    places = [(day, page) for day in days for page in PAGES]
    weights = [PAGES[page] * _interest(day) for day, page in places]
    visits = rng.choices(places, weights, k=a.VISITS)
    contacts = Counter(rng.sample(visits, a.CONTACTS_FROM_WEB))
    found = _found(rng, [place for place in visits if place[1] == PRICE_GUIDE])
    visited = Counter(visits)
    header: list[Cell] = ["date", "page", "visits", "contacts", "found_yes", "found_partly", "found_no"]
    rows: list[list[Cell]] = [
        [day.isoformat(), page, visited[day, page], contacts[day, page], *(found[kind][day, page] for kind in range(3))]
        for day, page in places
    ]
    write_csv(path, [header, *rows])


def _interest(day: date) -> float:
    """More visits in spring and autumn, when cellars are wet; fewer at weekends."""
    season = 1.5 if day.month in (4, 5, 9, 10) else 1.0
    return season * (0.7 if day.weekday() > 4 else 1.0)


def _found(rng: Random, visits: list[Place]) -> list[Counter[Place]]:
    """The pop-up's answers yes, partly and no, each from another visit."""
    asked = rng.sample(visits, a.FOUND_YES + a.FOUND_PARTLY + a.FOUND_NO)
    no = a.FOUND_YES + a.FOUND_PARTLY
    return [Counter(asked[: a.FOUND_YES]), Counter(asked[a.FOUND_YES : no]), Counter(asked[no:])]


def write_terminal(path: Path, rng: Random) -> None:
    """Presses by hour on the six days of the stand, from very happy to very unhappy."""
    hours = [(day, hour) for day in FAIR_DAYS for hour in range(10, 18)]
    hours += [(day, hour) for day in EVENINGS for hour in range(16, 20)]
    presses = [Counter(rng.choices(hours, k=count)) for count in a.SMILEYS]
    header: list[Cell] = ["time", "terminal", "very_happy", "happy", "unhappy", "very_unhappy"]
    rows: list[list[Cell]] = [
        [f"{day.isoformat()} {hour}:00", "stand", *(counter[day, hour] for counter in presses)] for day, hour in hours
    ]
    write_csv(path, [header, *rows])


def write_reviews(path: Path) -> None:
    """The season's stars, as the marketing coordinator counted them."""
    rows: Iterator[list[Cell]] = (["P1", "2026", stars, count] for stars, count in enumerate(a.STARS, 1))
    write_csv(path, [["point", "wave", "answer", "count"], *rows])


def write_beliefs(path: Path, rng: Random) -> None:
    """What each of 22 members of staff believed that customers would answer, locked before the results were shown."""
    columns = {point: _beliefs(rng, mean) for point, mean in a.BELIEFS.items()}
    groups = shuffled(rng, ["crew"] * 14 + ["office"] * (a.STAFF - 14))
    rows: list[list[Cell]] = [
        ["2026-11-02", group, *(columns[point][row] for point in a.BELIEFS)] for row, group in enumerate(groups)
    ]
    write_csv(path, [["locked_on", "group", *a.BELIEFS], *rows])


def _beliefs(rng: Random, mean: float) -> list[float]:
    """Guesses with exactly this mean: per cents in ones and at most 100, scale values in tenths."""
    step, reach = (1.0, 100 - mean) if mean > 10 else (0.1, 0.6)
    half = [round(rng.uniform(0, reach) / step) * step for _ in range(a.STAFF // 2)]
    guesses = [mean + gap for gap in half] + [mean - gap for gap in half]
    return [round(guess, 1) for guess in shuffled(rng, guesses)]
