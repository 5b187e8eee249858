"""The colours that a note can have, in words; a note of no colour is yellow."""

from collections.abc import Mapping

from journeymapper.model.messages import Message

NOTE_COLOURS: Mapping[str, Message] = {
    "": Message("Yellow"), "green": Message("Green"), "blue": Message("Blue"), "pink": Message("Pink"),
    "orange": Message("Orange"), "grey": Message("Grey"),
}  # fmt: skip
