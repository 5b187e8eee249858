"""The class of a perception gap in words."""

from journeymapper.language.language import Language


def belief_words(language: Language, gap_class: str) -> str:
    """What the staff's guess is beside the customers' figure."""
    words = {
        "overestimate": language.text("blind spot: overestimated"),
        "aligned": language.text("as customers see it"),
        "underestimate": language.text("hidden strength: underestimated"),
        "unclear": language.text("not certain"),
        "too few staff": language.text("hidden, fewer than 5 staff"),
        "no results": language.text("no results"),
    }
    return words[gap_class]
