"""Soft hyphens that people wrote are seen only where a line ends at one."""

from typing import Any

import msgspec
from msgspec.structs import replace

from journeymapper.picture.map_view import map_picture
from tests.picture.looking import Maker, words
from tests.picture.soundness import texts

SHY = "\N{SOFT HYPHEN}"


def strewn(value: Any) -> Any:
    """The value with a soft hyphen after the first letter of each text that people wrote."""
    if isinstance(value, str):
        return value[:1] + SHY + value[1:] if " " in value and value not in ("quick win", "big bet") else value
    if isinstance(value, tuple):
        return tuple(strewn(each) for each in value)
    if isinstance(value, dict):
        return {key: strewn(each) for key, each in value.items()}
    if isinstance(value, msgspec.Struct):
        return replace(value, **{name: strewn(getattr(value, name)) for name in value.__struct_fields__})
    return value


def test_soft_hyphens_are_seen_nowhere(full_view: Maker) -> None:
    view = full_view(detail="full")
    project = strewn(view.project)
    hyphened = replace(view, project=project, journey=project.journeys["j"])
    assert SHY in hyphened.journey.touchpoints["t11"].expectation
    picture, plain = map_picture(hyphened, width=2600), map_picture(view, width=2600)
    for group in picture.groups:
        assert SHY not in group.alt + group.tip, group
        assert SHY not in words(group)
    drawn = [(text.text, round(text.x + group.x, 3)) for group, text in texts(picture)]
    assert drawn == [(text.text, round(text.x + group.x, 3)) for group, text in texts(plain)]
