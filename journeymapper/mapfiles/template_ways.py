"""The ways of a template's map, which follow from the order of its touchpoints."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from journeymapper.mapfiles.template_file import NOTHING, TouchpointPart
from journeymapper.model.journey import Link, LinkKind


def ways(cards: Sequence[TouchpointPart]) -> list[Link]:
    """The happy path through what everybody meets; what only some meet is on a way of its own beside it.

    Neighbours that are for the same people follow each other on one such way.
    """
    links: list[Link] = []
    last, aside = "", list[str]()
    for only, group in groupby(cards, key=lambda card: card.only):
        ids = [card.id for card in group]
        kind: LinkKind = "happy" if only == NOTHING else "alternative"
        links += [_way(source, target, kind) for source, target in pairwise([last, *ids]) if source]
        if kind == "alternative":
            aside.append(ids[-1])
            continue
        links += [_way(source, ids[0], "alternative") for source in aside]
        last, aside = ids[-1], []
    return links


def _way(source: str, target: str, kind: LinkKind) -> Link:
    return Link(id=f"link-{source}-{target}", source=f"touchpoint-{source}", target=f"touchpoint-{target}", kind=kind)
