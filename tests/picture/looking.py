"""Changing a view and looking at its picture."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from journeymapper.model.difference import Difference
from journeymapper.picture.map_view import MapView
from journeymapper.picture.primitives import Group, Picture, Text

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
