"""Kinds of priorities in words."""

from journeymapper.language.language import Language


def kind_words(language: Language, kind: str) -> str:
    """What sort of work an item is."""
    words = {
        "quick win": language.text("quick win"),
        "big bet": language.text("big bet"),
        "fill-in": language.text("between other work"),
        "no certain gap": language.text("no certain gap"),
    }
    return words[kind]
