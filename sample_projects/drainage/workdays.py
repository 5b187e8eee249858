"""The firm's working days, and days drawn by chance."""

from datetime import date, timedelta
from random import Random

DAY = timedelta(days=1)
SEASON_BEGINS = date(2026, 4, 1)
LAST_DAY = date(2026, 11, 20)


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + DAY * max(0, 7 - day.weekday()) if day.weekday() > 4 else day


def after(day: date, working_days: int) -> date:
    """The working day so many after a day; before it where the number is negative."""
    step = DAY if working_days > 0 else -DAY
    left = abs(working_days)
    while left:
        day += step
        left -= day.weekday() < 5
    return day


def some_day(rng: Random, first: date, last: date) -> date:
    """A working day by chance, from `first` to the last working day not after `last`."""
    days = [first + DAY * step for step in range((last - first).days + 1)]
    return rng.choice([day for day in days if day.weekday() < 5])
