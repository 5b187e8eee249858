"""How a map says that something differs from the version it is compared with."""

from journeymapper.picture.looks import Look
from journeymapper.picture.sheet import Sheet

SIGNS = {"added": "+", "removed": "−", "moved": "→", "changed": "≠"}


def change_words(sheet: Sheet, look: Look) -> str:
    """Each kind of difference once, with its sign; empty where nothing differs."""
    text = sheet.view.language.text
    names = {"added": text("added"), "removed": text("removed"), "moved": text("moved"), "changed": text("changed")}
    return ", ".join(f"{SIGNS[kind]} {names[kind]}" for kind in _kinds(look))


def change_signs(look: Look) -> str:
    """The signs alone, for where there is no room for words."""
    return " ".join(SIGNS[kind] for kind in _kinds(look))


def _kinds(look: Look) -> list[str]:
    kinds = {kind for kind, _ in look.changes}
    return [kind for kind in SIGNS if kind in kinds]
