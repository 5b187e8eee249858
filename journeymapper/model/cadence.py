"""How often, as people write it, in days."""

import re

DAYS: tuple[tuple[str, int], ...] = (
    (r"daily|each day|every day|päivit|joka päivä|dagligen", 1),
    (r"fortnight|every two weeks|kahden viikon", 14),
    (r"week|viiko|vecko", 7),
    (r"quarter|neljännes|kvartal", 91),
    (r"half[- ]?year|twice a year|puolivuos|kahdesti vuodessa", 182),
    (r"two years|kahden vuoden|joka toinen vuosi", 730),
    (r"month|kuukaus|kuussa|månad", 31),
    (r"year|annual|vuosi|vuode|årlig", 365),
)


def cadence_days(text: str) -> int | None:
    """The days between two readings or askings that a text tells of; None where it tells nothing that is known."""
    return next((days for pattern, days in DAYS if re.search(pattern, text, re.IGNORECASE)), None)
