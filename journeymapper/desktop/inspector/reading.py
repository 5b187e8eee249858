"""Numbers, shares and dates as the reader types them and as the language writes them."""

import re
from datetime import date

from journeymapper.language.language import ENGLISH_MONTHS, NO_BREAK_SPACE, Language
from journeymapper.model.messages import Refusal

MOST_DIGITS = 6
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NAMED_DAY = re.compile(r"(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})")


def read_number(language: Language, text: str) -> float | None:
    """The number that was typed with either decimal sign, None for nothing; refuses what is none."""
    bare = re.sub(r"\s", "", text).replace("−", "-").replace("–", "-")
    if not bare:
        return None
    if language.code == "en" and THOUSANDS.fullmatch(bare):
        bare = bare.replace(",", "")
    bare = bare.replace(",", ".")
    if not NUMBER.fullmatch(bare):
        raise Refusal("“{text}” is not a number.", text=text.strip()[:40])
    return float(bare)


def read_whole(language: Language, text: str) -> int | None:
    """The whole number that was typed, None for nothing."""
    number = read_number(language, text)
    if number is None:
        return None
    if not number.is_integer():
        raise Refusal("“{text}” is not a whole number.", text=text.strip()[:40])
    return int(number)


def read_share(language: Language, text: str) -> float | None:
    """The share, 0 to 1, that was typed as a percentage with or without its sign."""
    number = read_number(language, text.replace("%", ""))
    return None if number is None else round(number / 100, MOST_DIGITS + 2)


def read_date(text: str) -> date | None:
    """The day that was typed: 22.11.2026, 2026-11-22 or 22 Nov 2026; None for nothing."""
    bare = text.strip()
    if not bare:
        return None
    parts = _date_parts(bare)
    try:
        return date(*parts) if parts else _no_date(bare)
    except ValueError:
        return _no_date(bare)


def written_number(language: Language, value: float | None) -> str:
    """A number with as many decimals as it has."""
    if value is None:
        return ""
    digits = next((digits for digits in range(MOST_DIGITS) if round(value, digits) == value), MOST_DIGITS)
    return language.number(value, digits)


def written_share(language: Language, value: float | None) -> str:
    """A share as a percentage."""
    if value is None:
        return ""
    return f"{written_number(language, round(value * 100, MOST_DIGITS))}{NO_BREAK_SPACE}%"


def written_date(language: Language, value: date | None) -> str:
    """A day as the language writes it."""
    return "" if value is None else language.date(value)


def _date_parts(text: str) -> tuple[int, int, int] | None:
    if found := DAY.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := ISO_DAY.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if (found := NAMED_DAY.fullmatch(text)) and found[2].title() in ENGLISH_MONTHS:
        return int(found[3]), ENGLISH_MONTHS.index(found[2].title()) + 1, int(found[1])
    return None


def _no_date(text: str) -> date:
    raise Refusal("“{text}” is not a date; write it as 22.11.2026 or 2026-11-22.", text=text[:40])
