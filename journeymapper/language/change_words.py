"""What is said of a change, in words."""

from journeymapper.language.language import Language


def change_words(language: Language, verdict: str) -> str:
    """The verdict on a difference between two groups of answers."""
    words = {
        "better": language.text("certainly better"),
        "worse": language.text("certainly worse"),
        "seems better": language.text("seems better, not certain"),
        "seems worse": language.text("seems worse, not certain"),
        "no difference": language.text("no difference"),
        "no test": language.text("certainty cannot be computed"),
        "hidden": language.text("hidden, too few answers"),
        "one side only": language.text("measured on one side only"),
    }
    return words[verdict]
