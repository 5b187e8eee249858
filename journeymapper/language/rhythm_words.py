"""A rhythm in words."""

from journeymapper.language.language import Language
from journeymapper.model.rhythm import Rhythm


def rhythm_words(language: Language, rhythm: Rhythm) -> str:
    """`monthly`, `every 2 weeks`."""
    usual = {
        ("day", 1): language.text("daily"),
        ("week", 1): language.text("weekly"),
        ("month", 1): language.text("monthly"),
        ("month", 3): language.text("quarterly"),
        ("month", 6): language.text("half-yearly"),
        ("year", 1): language.text("yearly"),
    }
    every = rhythm.every
    others = {
        "day": language.text("every {n} days", n=every),
        "week": language.text("every {n} weeks", n=every),
        "month": language.text("every {n} months", n=every),
        "year": language.text("every {n} years", n=every),
    }
    return usual.get((rhythm.unit, every), others[rhythm.unit])
