"""Kinds of lines of a business case, and amounts of money, in words."""

from journeymapper.analysis.priorities.business_case import Money
from journeymapper.language.language import NO_BREAK_SPACE, Language

SIGNS = {"EUR": "€"}
"""Currencies that are written with a sign after the amount."""


def case_kind_words(language: Language, kind: str) -> str:
    """Where money is gained or kept."""
    words = {
        "revenue at risk": language.text("revenue at risk"),
        "lost offers": language.text("lost offers"),
        "revisits": language.text("revisits"),
        "referrals": language.text("referrals"),
        "extra sales": language.text("extra sales"),
        "other": language.text("other"),
    }
    return words[kind]


def money(language: Language, amount: float, currency: str) -> str:
    """An amount with its currency."""
    return f"{language.number(amount)}{NO_BREAK_SPACE}{SIGNS.get(currency, currency)}".rstrip(NO_BREAK_SPACE)


def money_range(language: Language, amount: Money, currency: str) -> str:
    """From low to high, empty where both are the same."""
    if amount.low == amount.high:
        return ""
    return f"{language.number(amount.low)}–{money(language, amount.high, currency)}"
