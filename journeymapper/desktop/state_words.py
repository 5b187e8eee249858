"""A journey with its state in words."""

from journeymapper.language.language import Language
from journeymapper.model.journey import Journey
from journeymapper.model.messages import Message

STATES = {
    "assumed": Message("assumed"),
    "current": Message("current state"),
    "future": Message("future state"),
}


def state_words(language: Language, journey: Journey) -> str:
    """A journey's name with its state."""
    return f"{journey.name} ({language.message(STATES[journey.state])})"
