"""What every lane needs to know of the picture it is laid out on."""

from collections.abc import Callable
from typing import Any

import msgspec

from journeymapper.analysis.rollups import JourneyRollup
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.model.measurement import MeasurementPoint
from journeymapper.picture.columns import Column, Span
from journeymapper.picture.layout_cache import LayoutCache
from journeymapper.picture.primitives import Group
from journeymapper.picture.theme import Theme
from journeymapper.picture.view import MapView


class Band(msgspec.Struct, frozen=True):
    """The stripe of the picture that a lane may fill."""

    top: float
    height: float


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A picture in the making. Columns run from `left` to `right`; the lanes' labels stand left of `left`.

    `shown` holds the score shown large for each touchpoint that has one, `points` the points that hang on it.
    """

    view: MapView
    spans: tuple[Span, ...]
    columns: tuple[Column, ...]
    left: float
    right: float
    floor: float
    first: bool
    cache: LayoutCache
    shown: dict[str, Score]
    points: dict[str, tuple[MeasurementPoint, ...]]
    rollup: JourneyRollup

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.view.theme

    @property
    def content(self) -> str:
        """The code of the language that the document is written in."""
        return self.view.project.language

    @property
    def reader(self) -> str:
        """The code of the reader's language."""
        return self.view.language.code

    def touchpoints(self) -> list[tuple[Column, Touchpoint]]:
        """The columns that have a touchpoint, with it."""
        return [(c, self.view.journey.touchpoints[c.touchpoint]) for c in self.columns if c.touchpoint]

    def score(self, touchpoint: str) -> Score | None:
        """The score shown large on a touchpoint's card; none where results are hidden."""
        return self.shown.get(touchpoint) if self.view.results else None

    def group(self, key: tuple[str, str], values: tuple[Any, ...], shape: tuple[Any, ...],
              make: Callable[[], Group]) -> Group:  # fmt: skip
        """A group through the cache; view-wide inputs are added to its own."""
        view = self.view
        everywhere = (view.theme, view.language)
        return self.cache.kept(key, (*values, *everywhere), (*shape, view.detail, view.results, self.floor), make)
