"""Groups drawn faint: what does not concern the persona, channel or question at hand stays, but steps back."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Primitive, Rect, Text
from journeymapper.picture.theme import Theme

SHARE = 0.62


def faded(group: Group, theme: Theme) -> Group:
    """The same group with pale shapes and grey text, which can still be read."""
    return msgspec.structs.replace(group, items=tuple(FADERS[type(item)](item, theme) for item in group.items))


def washed(group: Group, theme: Theme) -> Group:
    """The same group on a patch of the soft grey: what the question is about."""
    patch = Rect(
        x=1, y=2, width=max(1.0, group.width - 2), height=max(1.0, group.height - 4), fill=theme.soft, radius=4
    )
    return msgspec.structs.replace(group, items=(patch, *group.items))


def _text(item: Text, theme: Theme) -> Primitive:
    return msgspec.structs.replace(item, fill=theme.faint_text)


def _shape(item: Any, theme: Theme) -> Primitive:
    pale: Primitive = msgspec.structs.replace(
        item, fill=_towards(item.fill, theme.card), stroke=_towards(item.stroke, theme.card)
    )
    return pale


def _as_it_is(item: Primitive, _: Theme) -> Primitive:
    return item


FADERS: dict[type, Callable[[Any, Theme], Primitive]] = {
    Text: _text, Rect: _shape, Path: _shape, Ellipse: _shape, Image: _as_it_is,
}  # fmt: skip


@lru_cache(maxsize=256)
def _towards(colour: str, ground: str) -> str:
    """A colour most of the way to the ground; empty stays empty."""
    if not colour:
        return ""
    mixed = (
        round(_part(colour, at) + (_part(ground, at) - _part(colour, at)) * SHARE) for at in (1, 3, 5)
    )  # fmt: skip
    return "#" + "".join(f"{each:02X}" for each in mixed)


def _part(colour: str, at: int) -> int:
    return int(colour[at : at + 2], 16)
