"""The tokens of the visual language: colours, type, spacing. Colour means verdict and is never the only sign."""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from journeymapper.analysis.score import Score
    from journeymapper.picture.primitives import Weight

Tone = Literal["plain", "accent", "certainly better", "better", "worse", "certainly worse"]


class TypeStyle(NamedTuple):
    """A size in units of the picture and a weight of Inter."""

    size: float
    weight: "Weight" = "regular"


class Theme(NamedTuple):
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
    faint_text: str = "#667280"
    note: str = "#FFF8E5"
    note_line: str = "#EBD9A6"
    notes: tuple[tuple[str, str, str], ...] = (
        ("yellow", "#FFF8E5", "#EBD9A6"), ("green", "#EAF6E9", "#B5D6B2"), ("blue", "#E7F2FA", "#ACCBE0"),
        ("pink", "#FCEBF1", "#E6B8CA"), ("orange", "#FFEFE0", "#EBC49B"), ("grey", "#EEF1F5", "#C6CED8"),
    )  # fmt: skip

    def note_colours(self, name: str) -> tuple[str, str]:
        """Fill and edge of a note of that colour (one of `NOTE_COLOURS`, empty for the first)."""
        return next(((fill, edge) for known, fill, edge in self.notes if known == name), (self.note, self.note_line))

    def verdict_colour(self, score: "Score | None") -> str:
        """The colour of a score's verdict; `sub` where there is none."""
        return self.tone_colour(tone_of(score))

    def tone_colour(self, tone: Tone) -> str:
        """The colour that has a meaning in this theme."""
        return {
            "plain": self.sub,
            "accent": self.accent,
            "certainly better": self.certainly_better,
            "better": self.better,
            "worse": self.worse,
            "certainly worse": self.certainly_worse,
        }[tone]


def tone_of(score: "Score | None") -> Tone:
    """What the colour of a score's verdict means; plain where there is none."""
    if score is None or not score.shown:
        return "plain"
    if score.verdict in ("worse", "better"):
        return "certainly worse" if score.verdict == "worse" else "certainly better"
    if score.verdict == "uncertain":
        return "worse" if (score.gap or 0.0) < 0 else "better"
    return "plain"


LIGHT = Theme()
DARK = Theme(
    ink="#E8ECF1", sub="#A9B4C0", faint="#6B7683", line="#39424E", soft="#242C36", ground="#151A21", card="#1C232C",
    accent="#6FB6D3", on_accent="#0F1720", certainly_better="#7DB8E8", better="#93BFDD", worse="#DDA94F",
    certainly_worse="#F0907C", gap="#4A2A26", gain="#21384B", hatch="#4A5563", star="#E3B341", path="#2F4A57",
    faint_text="#8A95A2", note="#37311F", note_line="#5F5433",
    notes=(
        ("yellow", "#37311F", "#5F5433"), ("green", "#20341F", "#3F6340"), ("blue", "#1D3040", "#39586F"),
        ("pink", "#3A2530", "#6B4456"), ("orange", "#3B2A1B", "#6E5034"), ("grey", "#2A323C", "#4A5563"),
    ),
)  # fmt: skip

NOTE_COLOURS = tuple(name for name, *_ in LIGHT.notes)
NAME = TypeStyle(11.5, "semibold")
VALUE = TypeStyle(12.0, "bold")
SMALL = TypeStyle(9.5, "regular")
STEP = 4.0
CARD_RADIUS = 8.0
FIELD_RADIUS = 6.0
PAPER_FLOOR = 7.0
