"""What the tables of the plan are made of: columns that read a cell from the document and write one back."""

from collections.abc import Callable, Sequence

import msgspec

from journeymapper.language.language import Language
from journeymapper.model.messages import Message, Refusal
from journeymapper.model.project import Project

Read = Callable[[Project, str, Language], str]
Write = Callable[[Project, str, str, Language], Project]
Choices = Sequence[tuple[object, Message]]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column: how its cell reads for a row's id, how a typed text changes the document, the words to choose from.

    Without `write` the cells are only read.
    """

    name: str
    heading: Message
    read: Read
    write: Write | None = None
    choices: Choices = ()
    number: bool = False
    width: int = 120


def chosen(choices: Choices, text: str, language: Language) -> object:
    """The value of a choice by its words in the reader's language, capitals aside; refuses other words."""
    wanted = text.strip().casefold()
    for value, words in choices:
        if wanted in (language.message(words).casefold(), str(value).casefold()):
            return value
    offered = ", ".join(language.message(words) for _, words in choices)
    raise Refusal("“{text}” is none of {offered}.", text=text[:40], offered=offered)


def word_of(choices: Choices, value: object, language: Language) -> str:
    """What a value is called."""
    return next((language.message(words) for known, words in choices if known == value), "")
