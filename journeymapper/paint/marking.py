"""Marked content: what each group of a page is to those who cannot see it, and where it stands in reading order."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from journeymapper.picture.primitives import Group, Text

Tag = Literal["", "H1", "H2", "P", "Figure", "TH", "TD"]
"""A structure type; empty for an artifact, which is only there to be seen."""
Place = tuple[str, str]
TAGS: Mapping[str, Tag] = {"paragraph": "P", "decoration": ""}
IN_TABLES: Mapping[str, Tag] = {"header-cell": "TH", "cell": "TD"}
TABLES = ("cell", "header", "coverage")
"""The parts that stand in rows; a map has cells too, but those are pictures of something."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A group as marked content: its number on the page, −1 where nothing is drawn, its bounds from the upper left.

    `link` is the name of the place that it leads to, empty for none.
    """

    tag: Tag
    mcid: int
    alt: str
    bounds: tuple[float, float, float, float]
    link: str = ""


def tag_of(group: Group, first_heading: bool) -> Tag:
    """What a group is: by its role, and by what it holds where it has none."""
    if group.role == "heading":
        return "H1" if first_heading else "H2"
    if group.role in IN_TABLES and group.part in TABLES:
        return IN_TABLES[group.role]
    if group.role in TAGS:
        return TAGS[group.role]
    texts = sum(isinstance(item, Text) for item in group.items)
    if not texts and not group.alt:
        return ""
    return "P" if texts == len(group.items) and group.role != "figure" else "Figure"


def marks_of(groups: Sequence[Group], links: Mapping[Place, str]) -> list[Mark | None]:
    """The marks of a page's groups in painting order, None for artifacts."""
    marks: list[Mark | None] = []
    number = 0
    headed = False
    for group in groups:
        tag = tag_of(group, not headed)
        if not tag or (not group.items and tag not in ("TH", "TD")):
            marks.append(None)
            continue
        headed = headed or tag == "H1"
        bounds = (group.x, group.y, group.x + group.width, group.y + group.height)
        link = links.get((group.owner, group.part), "") if group.owner else ""
        alt = group.alt or " ".join(item.text for item in group.items if isinstance(item, Text))
        marks.append(Mark(tag=tag, mcid=number if group.items else -1, alt=alt, bounds=bounds, link=link))
        number += bool(group.items)
    return marks
