"""How a map says that something differs from the version it is compared with."""

from journeymapper.picture.looks import Look
from journeymapper.picture.sheet import Sheet

ORDER = ("added", "removed", "moved", "changed")


def change_words(sheet: Sheet, look: Look) -> str:
    """Each kind of difference once, with its sign; empty where nothing differs."""
    text = sheet.view.language.text
    words = {
        "added": f"+ {text('added')}", "removed": f"− {text('removed')}", "moved": f"→ {text('moved')}",
        "changed": f"≠ {text('changed')}",
    }  # fmt: skip
    kinds = {kind for kind, _ in look.changes}
    return ", ".join(words[kind] for kind in ORDER if kind in kinds)
