"""How often something is read, from the words that a plan says it in."""

import re
from typing import Literal

import msgspec

Unit = Literal["day", "week", "month", "year"]


class Rhythm(msgspec.Struct, frozen=True):
    """Every so many days, weeks, months or years."""

    unit: Unit
    every: int = 1


WORDS: dict[str, Rhythm] = {
    "daily": Rhythm("day"), "every day": Rhythm("day"), "päivittäin": Rhythm("day"), "joka päivä": Rhythm("day"),
    "weekly": Rhythm("week"), "every week": Rhythm("week"), "viikoittain": Rhythm("week"),
    "joka viikko": Rhythm("week"), "fortnightly": Rhythm("week", 2), "every two weeks": Rhythm("week", 2),
    "kahden viikon välein": Rhythm("week", 2), "joka toinen viikko": Rhythm("week", 2),
    "monthly": Rhythm("month"), "every month": Rhythm("month"), "kuukausittain": Rhythm("month"),
    "joka kuukausi": Rhythm("month"), "quarterly": Rhythm("month", 3), "every quarter": Rhythm("month", 3),
    "neljännesvuosittain": Rhythm("month", 3), "kvartaaleittain": Rhythm("month", 3),
    "half-yearly": Rhythm("month", 6), "twice a year": Rhythm("month", 6), "puolivuosittain": Rhythm("month", 6),
    "kahdesti vuodessa": Rhythm("month", 6), "yearly": Rhythm("year"), "annually": Rhythm("year"),
    "every year": Rhythm("year"), "vuosittain": Rhythm("year"), "joka vuosi": Rhythm("year"),
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "day": "day", "days": "day", "päivän": "day", "week": "week", "weeks": "week", "viikon": "week", "month": "month",
    "months": "month", "kuukauden": "month", "year": "year", "years": "year", "vuoden": "year",
}  # fmt: skip
EVERY = re.compile(
    r"every ([1-9][0-9]?) (days|weeks|months|years)|([1-9][0-9]?) (päivän|viikon|kuukauden|vuoden) välein"
)


def rhythm_of(text: str) -> Rhythm | None:
    """The rhythm that a text begins with: `monthly`, `every 6 weeks`, `3 kuukauden välein`; None for anything else."""
    said = " ".join(text.casefold().split())
    for words, rhythm in WORDS.items():
        if said == words or said.startswith((words + ",", words + " ", words + ";")):
            return rhythm
    found = EVERY.match(said)
    if found is None:
        return None
    count, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    return Rhythm(UNITS[unit], int(count))
