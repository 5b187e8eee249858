"""A picture made smaller or larger as a whole, or given a margin."""

from collections.abc import Callable
from typing import Any

import msgspec

from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Picture, Primitive, Rect, Text


def scaled(picture: Picture, factor: float) -> Picture:
    """The picture with every length multiplied by a factor."""
    groups = tuple(_group(group, factor) for group in picture.groups)
    return msgspec.structs.replace(
        picture, width=picture.width * factor, height=picture.height * factor, groups=groups
    )  # fmt: skip


def with_margin(picture: Picture, margin: float) -> Picture:
    """The picture with its ground reaching further on all sides."""
    groups = tuple(group.moved(margin, margin) for group in picture.groups)
    return msgspec.structs.replace(
        picture, width=picture.width + 2 * margin, height=picture.height + 2 * margin, groups=groups
    )  # fmt: skip


def _group(group: Group, factor: float) -> Group:
    items = tuple(SCALERS[type(item)](item, factor) for item in group.items)
    found: Group = _lengths(group, factor, ("x", "y", "width", "height"))
    return msgspec.structs.replace(found, items=items)


def _lengths(value: Any, factor: float, names: tuple[str, ...]) -> Any:
    return msgspec.structs.replace(value, **{name: getattr(value, name) * factor for name in names})


def _dashed(value: Any, factor: float, names: tuple[str, ...]) -> Any:
    dash = tuple(length * factor for length in value.dash)
    return msgspec.structs.replace(_lengths(value, factor, names), dash=dash)


def _rect(item: Rect, factor: float) -> Rect:
    found: Rect = _dashed(item, factor, ("x", "y", "width", "height", "stroke_width", "radius"))
    return found


def _path(item: Path, factor: float) -> Path:
    steps = tuple((name, *(float(n) * factor for n in numbers)) for name, *numbers in item.steps)
    found: Path = msgspec.structs.replace(_dashed(item, factor, ("stroke_width",)), steps=steps)
    return found


def _ellipse(item: Ellipse, factor: float) -> Ellipse:
    found: Ellipse = _lengths(item, factor, ("x", "y", "rx", "ry", "stroke_width"))
    return found


def _text(item: Text, factor: float) -> Text:
    found: Text = _lengths(item, factor, ("x", "y", "size", "width"))
    return found


def _image(item: Image, factor: float) -> Image:
    found: Image = _lengths(item, factor, ("x", "y", "width", "height"))
    return found


SCALERS: dict[type, Callable[[Any, float], Primitive]] = {
    Rect: _rect, Path: _path, Ellipse: _ellipse, Text: _text, Image: _image,
}  # fmt: skip
