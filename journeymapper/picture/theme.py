"""The tokens of the visual language: colours, type, spacing. Colour means verdict and is never the only sign."""

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.picture.primitives import Weight


class TypeStyle(msgspec.Struct, frozen=True):
    """A size in units of the picture and a weight of Inter."""

    size: float
    weight: Weight = "regular"


class Theme(msgspec.Struct, frozen=True, kw_only=True):
    """Colours as `#RRGGBB`. Every text colour has a contrast of at least 4.5:1 on card, ground and soft.

    `faint` is for what is switched off and for marks, never for text that must be read.
    """

    ink: str = "#1B2430"
    sub: str = "#5B6776"
    faint: str = "#9AA5B1"
    line: str = "#D9DEE5"
    soft: str = "#EEF1F5"
    ground: str = "#F6F7F9"
    card: str = "#FFFFFF"
    accent: str = "#175E7A"
    on_accent: str = "#FFFFFF"
    certainly_better: str = "#1D5F91"
    better: str = "#35759C"
    worse: str = "#96600F"
    certainly_worse: str = "#B8402A"
    gap: str = "#F3D9D3"
    gain: str = "#D5E4EF"
    hatch: str = "#C6CED8"
    star: str = "#C98A0B"
    path: str = "#C9D8DF"
    note: str = "#FFF8E5"
    note_line: str = "#EBD9A6"

    def verdict_colour(self, score: Score | None) -> str:
        """The colour of a score's verdict; `sub` where there is none."""
        if score is None or not score.shown:
            return self.sub
        if score.verdict == "worse":
            return self.certainly_worse
        if score.verdict == "better":
            return self.certainly_better
        if score.verdict == "uncertain":
            return self.worse if (score.gap or 0.0) < 0 else self.better
        return self.sub


LIGHT = Theme()
DARK = Theme(
    ink="#E8ECF1", sub="#A9B4C0", faint="#6B7683", line="#39424E", soft="#242C36", ground="#151A21", card="#1C232C",
    accent="#6FB6D3", on_accent="#0F1720", certainly_better="#7DB8E8", better="#93BFDD", worse="#DDA94F",
    certainly_worse="#F0907C", gap="#4A2A26", gain="#21384B", hatch="#4A5563", star="#E3B341", path="#2F4A57",
    note="#37311F", note_line="#5F5433",
)  # fmt: skip

NAME = TypeStyle(11.5, "semibold")
VALUE = TypeStyle(12.0, "bold")
SMALL = TypeStyle(9.5, "regular")
STEP = 4.0
CARD_RADIUS = 8.0
FIELD_RADIUS = 6.0
PAPER_FLOOR = 7.0
