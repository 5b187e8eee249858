"""What a card is made of: its texts, and the sizes that all cards of a map share."""

import msgspec

from journeymapper.analysis.score import Score
from journeymapper.picture.figures import Figure
from journeymapper.picture.overlays.overlay import Mark

SIGN_ROOM = 9.0
ICON_FOOT = 24.0
BOTTOM = 7.0
BREATH = 3.0


class CardText(msgspec.Struct, frozen=True):
    """What one card says below its name: a figure or the reason why there is none, and further points; or a mark."""

    score: Score | None
    figure: Figure
    why: str
    more: tuple[Figure, ...]
    mark: Mark | None = None


class CardStyle(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes in units. `joined`: word and value share a line; `aside`: gap and target do."""

    pad: float
    inner: float
    name_size: float
    name_height: float
    joined: bool
    aside: bool
    word_size: float
    word_height: float
    value_size: float
    small: float
    why_size: float
    body: float
    footer: float

    @property
    def least(self) -> float:
        """The least height of a card."""
        return ICON_FOOT + self.name_height + BREATH + self.body + self.footer + BOTTOM
