"""Changing a view and looking at its picture."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from journeymapper.model.difference import Difference
from journeymapper.picture.map_view import MapView
from journeymapper.picture.primitives import Group, Path, Picture, Text

Maker = Callable[..., MapView]


def with_journey(view: MapView, **changes: Any) -> MapView:
    journey = replace(view.journey, **changes)
    return replace(view, journey=journey, project=replace(view.project, journeys={journey.id: journey}))


def with_touchpoint(view: MapView, key: str, **changes: Any) -> MapView:
    changed = replace(view.journey.touchpoints[key], **changes)
    return with_journey(view, touchpoints={**view.journey.touchpoints, key: changed})


def groups(picture: Picture, part: str, owner: str | None = None) -> list[Group]:
    return [each for each in picture.groups if each.part == part and owner in (None, each.owner)]


def words(group: Group) -> str:
    return " ".join(item.text for item in group.items if isinstance(item, Text))


def lanes_from_top(picture: Picture) -> list[str]:
    labels = [group for group in picture.groups if group.part.startswith("label-")]
    return [group.part.removeprefix("label-") for group in sorted(labels, key=lambda group: group.y)]


def outline(picture: Picture) -> str:
    return "\n".join(f"{g.owner or '-'} {g.part}: {words(g)}" for g in picture.groups if words(g))


def differing(kind: Any, element: str, **fields: str) -> Difference:
    return Difference(kind=kind, element=element, element_kind="touchpoint", name="", **fields)


def crossed_labels(picture: Picture, clear: float = 1.5) -> list[str]:
    """The words on links that a line touches or comes nearer to than that; a label's own way may end at both sides."""
    ways = groups(picture, "link")
    found = []
    for label in groups(picture, "link-label"):
        (left, top), (right, bottom) = (label.x + 3, label.y), (label.x + label.width - 3, label.y + label.height)
        for way in ways:
            for (x, y), (x2, y2) in segments(way):
                along = y == y2 and way.owner == label.owner
                across = min(x, x2) < right + clear and max(x, x2) > left - clear
                if across and min(y, y2) < bottom - 2 and max(y, y2) > top + 2 and not along:
                    found.append(f"{words(label)} / {way.alt}")
    return found


def segments(way: Group) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The line of a way from corner to corner, in the picture."""
    line = next(item for item in way.items if isinstance(item, Path))
    points = [(way.x + float(step[-2]), way.y + float(step[-1])) for step in line.steps]
    return list(pairwise(points))
