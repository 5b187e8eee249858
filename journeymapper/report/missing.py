"""Characters of a project that the report's fonts lack, found before anything is printed."""

import msgspec

from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.letters import missing_glyphs
from journeymapper.picture.primitives import Picture, Text

MOST_NAMED = 12


def lacking(project: Project) -> tuple[str, ...]:
    """The characters for which □ is printed, each once."""
    return missing_glyphs(msgspec.json.encode(project).decode())


def missing_in(picture: Picture) -> tuple[str, ...]:
    """The same of what one picture shows."""
    runs = (item.text for group in picture.groups for item in group.items if isinstance(item, Text))
    return missing_glyphs(" ".join(runs))


def lacking_words(missing: tuple[str, ...]) -> Message | None:
    """The sentence about them, the first dozen named; None where there are none."""
    if not missing:
        return None
    signs = " ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
    return Message("The font lacks {signs}; an empty box is printed instead.", {"signs": signs})
