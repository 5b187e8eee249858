"""Documents of earlier formats, brought up to date step by step as plain JSON values, before they are decoded.

A new format: raise `FORMAT`, add the step from the one before, and keep a file of the old format in
tests/old_files/v<number>, for ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

from journeymapper.model.messages import Refusal

FORMAT = 4
"""The format that is written; an integer that only grows."""

Document = dict[str, Any]
Step = Callable[[Document], Document]


def _only_added_to(document: Document) -> Document:
    """Formats 2 and 4 have more fields, all of which may be left out."""
    return document


def _with_note_order(document: Document) -> Document:
    """Notes had no order of their own: they lay as they were kept, by their ids."""
    notes = document.get("notes", {})
    return {**document, "note_order": sorted(notes)} if isinstance(notes, dict) else document


STEPS: Mapping[int, Step] = {1: _only_added_to, 2: _with_note_order, 3: _only_added_to}
"""Format number → the pure step from that format to the next."""


def migrate(document: Document, found: int, *, steps: Mapping[int, Step] = STEPS, wanted: int = FORMAT) -> Document:
    """The document in the present format; one of a newer format as it is. Raises Refusal where a step is missing."""
    for number in range(found, wanted):
        if number not in steps:
            raise Refusal("Format {number} of project files is not known.", number=number)
        document = steps[number](document)
    return document
