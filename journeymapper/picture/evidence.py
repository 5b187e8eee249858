"""The evidence that a project has, by the element that it is on."""

from collections.abc import Mapping

from journeymapper.model.project import Evidence

Supports = Mapping[str, tuple[Evidence, ...]]


def supports_of(evidence: Mapping[str, Evidence]) -> Supports:
    """Element id to the evidence on it, in the order of the document."""
    found: dict[str, list[Evidence]] = {}
    for each in evidence.values():
        found.setdefault(each.subject, []).append(each)
    return {key: tuple(each) for key, each in found.items()}
