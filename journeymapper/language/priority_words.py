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


def cause_words(language: Language, cause: str) -> str:
    """Why there is a gap."""
    words = {
        "": language.text("Not known"),
        "process": language.text("Process"),
        "system": language.text("System"),
        "people": language.text("People"),
        "promise": language.text("Promise"),
        "policy": language.text("Policy"),
    }
    return words[cause]


def assumed_words(language: Language, name: str) -> str:
    """What an item's place in the order takes for granted, since nobody has given it."""
    words = {
        "importance": language.text("importance not stated: 3 of 5"),
        "reach": language.text("volume not given: all of it"),
        "effort": language.text("effort not given: 3 of 5"),
    }
    return words[name]
