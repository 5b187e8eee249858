"""Pictures to SVG: one file without links, fonts named, what a group says to those who cannot see it as its title."""

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape

from journeymapper.picture.letters import foreign
from journeymapper.picture.primitives import Ellipse, Group, Image, Path, Picture, Primitive, Rect, Text
from journeymapper.picture.type import halo_box

FONTS = "Inter, 'Inter Variable', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
NO_KERNING = "font-kerning:none;font-variant-ligatures:none;font-feature-settings:'kern' 0,'calt' 0"
WEIGHTS = {"regular": 400, "medium": 500, "semibold": 600, "bold": 700}
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MAGIC = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


def paint_svg(picture: Picture, title: str, attachments: Mapping[str, bytes] | None = None) -> str:
    """The text of an SVG document; a unit of the picture is a unit of the SVG."""
    width, height = _number(picture.width), _number(picture.height)
    body = [_group(group, attachments or {}) for group in picture.groups]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            f'font-family="{FONTS}" style="{NO_KERNING}">',
            f"<title>{_text(title)}</title>",
            f'<rect width="{width}" height="{height}" fill="{picture.ground or "none"}"/>',
            *body,
            "</svg>\n",
        ]
    )


def _group(group: Group, attachments: Mapping[str, bytes]) -> str:
    place = f'transform="translate({_number(group.x)} {_number(group.y)})"'
    owner = f' data-owner="{_text(group.owner)}"' if group.owner else ""
    part = f' data-part="{_text(group.part)}"' if group.part else ""
    title = f"<title>{_text(group.alt)}</title>" if group.alt else ""
    items = "".join(_item(item, attachments) for item in group.items)
    return f"<g {place}{owner}{part}>{title}{items}</g>"


def _item(item: Primitive, attachments: Mapping[str, bytes]) -> str:
    if isinstance(item, Rect):
        radius = f' rx="{_number(item.radius)}"' if item.radius else ""
        return f"<rect {_box(item)}{radius}{_paint(item.fill, item.stroke, item.stroke_width, item.dash)}/>"
    if isinstance(item, Path):
        steps = " ".join(" ".join([str(name), *(_number(float(n)) for n in numbers)]) for name, *numbers in item.steps)
        return f'<path d="{steps}"{_paint(item.fill, item.stroke, item.stroke_width, item.dash)}/>'
    if isinstance(item, Ellipse):
        place = f'cx="{_number(item.x)}" cy="{_number(item.y)}" rx="{_number(item.rx)}" ry="{_number(item.ry)}"'
        return f"<ellipse {place}{_paint(item.fill, item.stroke, item.stroke_width, ())}/>"
    return _image(item, attachments) if isinstance(item, Image) else _run(item)


def _run(item: Text) -> str:
    """A run of text; `textLength` keeps its width where Inter is not installed. Other scripts keep their own."""
    halo = ""
    if item.halo:
        x, y, width, height = halo_box(item)
        halo = _item(Rect(x=x, y=y, width=width, height=height, fill=item.halo, radius=2), {})
    length = f' textLength="{_number(item.width)}"' if len(item.text) > 1 and not foreign(item.text) else ""
    place = f'x="{_number(item.x)}" y="{_number(item.y)}" font-size="{_number(item.size)}"'
    look = f'font-weight="{WEIGHTS[item.weight]}" fill="{item.fill}"{length} xml:space="preserve"'
    return f"{halo}<text {place} {look}>{_text(item.text)}</text>"


def _image(item: Image, attachments: Mapping[str, bytes]) -> str:
    data = attachments.get(item.attachment, b"")
    kind = next((name for magic, name in MAGIC.items() if data.startswith(magic)), "")
    if not kind:
        return ""
    return f'<image {_box(item)} href="data:image/{kind};base64,{b64encode(data).decode("ascii")}"/>'


def _box(item: Rect | Image) -> str:
    x, y, width, height = (_number(value) for value in (item.x, item.y, item.width, item.height))
    return f'x="{x}" y="{y}" width="{width}" height="{height}"'


def _paint(fill: str, stroke: str, width: float, dash: tuple[float, ...]) -> str:
    parts = [f' fill="{fill or "none"}"']
    if stroke:
        parts.append(f' stroke="{stroke}" stroke-width="{_number(width)}" stroke-linejoin="round"')
    if stroke and dash:
        parts.append(f' stroke-dasharray="{" ".join(_number(length) for length in dash)}"')
    return "".join(parts)


def _number(value: float) -> str:
    """At most three decimals, no exponent, no negative zero."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _text(text: str) -> str:
    """Escaped, and without the characters that XML cannot hold."""
    return escape(NOT_XML.sub("", text))
