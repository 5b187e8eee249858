"""An overlay: one mark a touchpoint, how far its band is filled, where else on the scale it stands, how to read it."""

from collections.abc import Mapping

import msgspec

from journeymapper.analysis.drivers.report import DriverReport
from journeymapper.analysis.marginals import ScoreBook
from journeymapper.analysis.point_index import PointIndex
from journeymapper.analysis.rollups import shown_score
from journeymapper.analysis.score import Score
from journeymapper.language.language import Language
from journeymapper.model.journey import Journey, Touchpoint
from journeymapper.model.project import Project
from journeymapper.model.tally import Tally
from journeymapper.picture.evidence import Supports
from journeymapper.picture.overlays.names import OverlayName
from journeymapper.picture.symbols import Sign, verdict_sign
from journeymapper.picture.theme import Tone, tone_of


class Other(msgspec.Struct, frozen=True):
    """Another figure on a touchpoint's 0–100 scale: last time's, the staff's, a segment's. `name` is short."""

    value100: float
    name: str = ""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """What one card shows: a sign and a figure, rows of small type, and its band.

    `fill` is the share, 0 to 1, of the band that is filled; `others` stand beside the score's own mark; `felt` is a
    measured feeling, −2 to +2. A `hatched` card has nothing to show, and `head` says why.
    """

    head: str
    rows: tuple[str, ...] = ()
    sign: Sign = "□"
    tone: Tone = "plain"
    fill: float = 1.0
    hatched: bool = False
    others: tuple[Other, ...] = ()
    felt: float | None = None


class Key(msgspec.Struct, frozen=True):
    """A row of the legend: a sign and its words."""

    sign: Sign
    tone: Tone
    words: str


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """Marks by touchpoint id. `explain` says in a sentence what is shown, `keys` what the signs mean.

    A touchpoint without a mark shows its verdict.
    """

    name: OverlayName
    title: str
    explain: str = ""
    marks: Mapping[str, Mark] = {}
    keys: tuple[Key, ...] = ()


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """All that overlays are made from: a journey, the scores shown now, and the book to score anything else from.

    `points` are the points by touchpoint, `supports` the evidence by element. `wave` is the wave shown, `against` the
    earlier one that it is compared with, `segment_name` whose values are set side by side;
    `drivers` are those that have been found.
    """

    project: Project
    journey: Journey
    language: Language
    scores: Mapping[str, Score]
    points: PointIndex
    supports: Supports = {}
    tallies: Mapping[str, Tally] = {}
    book: ScoreBook | None = None
    wave: str = ""
    against: str = ""
    segment_name: str = ""
    drivers: DriverReport | None = None

    def shown(self, touchpoint: Touchpoint) -> Score | None:
        """The score shown large for a touchpoint."""
        return shown_score(self.project, touchpoint, self.scores, self.points)


def nothing(words: str) -> Mark:
    """The mark of a touchpoint that has nothing to show."""
    return Mark(head=words, sign="○", hatched=True)


def judged(score: Score, head: str, rows: tuple[str, ...], *, fill: float = 1.0,
           others: tuple[Other, ...] = ()) -> Mark:  # fmt: skip
    """A mark in the sign and tone of a score's verdict."""
    return Mark(head=head, rows=rows, sign=verdict_sign(score), tone=tone_of(score), fill=fill, others=others)
