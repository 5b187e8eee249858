"""Where a text stands, element by element in the order in which a project is read."""

import msgspec

from journeymapper.desktop.reading_order import reading_order
from journeymapper.model.edits.replacing import replacement
from journeymapper.model.project import Project
from journeymapper.model.texts import find_text, pattern

AROUND = 28


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: `case` tells capitals apart, `whole` finds whole words only."""

    text: str = ""
    case: bool = False
    whole: bool = False


class Match(msgspec.Struct, frozen=True):
    """An element and the texts in it, field by field, in which something was found so many times."""

    element: str
    texts: tuple[str, ...]
    times: int


def matches(project: Project, query: Query) -> list[Match]:
    """The elements that hold a text."""
    found: dict[str, list[str]] = {}
    for hit in find_text(project, query.text, case=query.case, whole=query.whole):
        found.setdefault(hit.element, []).append(hit.text)
    if not found:
        return []
    wanted = pattern(query.text, case=query.case, whole=query.whole)
    places = {key: place for place, key in enumerate(reading_order(project))}
    ordered = sorted(found, key=lambda key: places.get(key, len(places)))
    return [Match(key, tuple(found[key]), sum(len(wanted.findall(text)) for text in found[key])) for key in ordered]


def excerpt(text: str, query: Query) -> str:
    """The first place of a text where something was found, with a few words around it, on one line."""
    return _around(text, query, None)


def preview(text: str, query: Query, new: str) -> str:
    """The same place as it reads once replaced."""
    return _around(text, query, new)


def _around(text: str, query: Query, new: str | None) -> str:
    found = pattern(query.text, case=query.case, whole=query.whole).search(text)
    if found is None:
        return ""
    start, end = max(found.start() - AROUND, 0), min(found.end() + AROUND, len(text))
    middle = found.group() if new is None else replacement(found.group(), query.text, new, case=query.case)
    said = text[start : found.start()] + middle + text[found.end() : end]
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{' '.join(said.split())}{after}"
