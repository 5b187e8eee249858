"""The names of the overlays, apart from what makes them, so that a view can be told of them for nothing."""

from typing import Literal

OverlayName = Literal[
    "verdict", "gap", "change", "certainty", "coverage", "evidence", "feeling", "importance", "drivers", "belief",
    "staff", "volume", "segments",
]  # fmt: skip
