"""Characters of a project that no font has, found before anything is printed."""

import msgspec

from journeymapper.model.project import Project
from journeymapper.picture.type import missing_glyphs

MOST_NAMED = 12


def lacking(project: Project) -> str:
    """The characters that will be printed as empty boxes, the first dozen named; empty where there are none."""
    found = missing_glyphs(msgspec.json.encode(project).decode())
    return " ".join(found[:MOST_NAMED]) + (" …" if len(found) > MOST_NAMED else "")
