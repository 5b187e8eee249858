"""What the reader has chosen to see; never part of the document."""

from typing import Literal

import msgspec

from journeymapper.language.language import Language

Mode = Literal["map", "measure", "results"]
ThemeName = Literal["light", "dark"]
Detail = Literal["brief", "normal", "full"]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """The choices of one window. `wave` and `segment` are None for the newest wave and for everybody."""

    language: Language
    journey: str = ""
    mode: Mode = "map"
    theme: ThemeName = "light"
    detail: Detail = "normal"
    hidden_lanes: frozenset[str] = frozenset()
    wave: str | None = None
    segment: tuple[str, str] | None = None
