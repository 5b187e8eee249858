"""What every lane needs to know of the picture it is laid out on."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from journeymapper.analysis.point_index import PointIndex
from journeymapper.analysis.rollups import JourneyRollup, roll_up
from journeymapper.analysis.score import Score
from journeymapper.model.journey import Touchpoint
from journeymapper.picture.columns import Column, Span
from journeymapper.picture.evidence import Supports
from journeymapper.picture.layout_cache import Key, LayoutCache
from journeymapper.picture.looks import PLAIN, Look
from journeymapper.picture.overlays.overlay import Mark
from journeymapper.picture.theme import Theme
from journeymapper.picture.view import MapView

T = TypeVar("T")
Cell = tuple[Column, Touchpoint]


class Band(msgspec.Struct, frozen=True):
    """The stripe of the picture that a lane may fill."""

    top: float
    height: float


class Stretch(msgspec.Struct, frozen=True):
    """A stage on this picture: its columns that have a touchpoint, with it.

    `values` are the touchpoints and the evidence on each, `looks` what sets some of them apart.
    """

    span: Span
    cells: tuple[Cell, ...]
    values: tuple[Any, ...]
    looks: tuple[Any, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A picture in the making. Columns run from `left` to `right`; the lanes' labels stand left of `left`.

    `shown` holds the score shown large for each touchpoint that has one, `points` the points that hang on it,
    `supports` the evidence on it, `looks` what sets it apart; `stretches` are the stages that have touchpoints,
    `memory` what several lanes or a lane twice would work out of this picture. `style` stands for all choices that any
    part of the picture follows, `background` for all but the stages and touchpoints of the journey, `counts` for all
    that counts in its rollup and coverage: each is the same object as in the picture before while nothing of it has
    changed.
    """

    view: MapView
    spans: tuple[Span, ...]
    columns: tuple[Column, ...]
    left: float
    right: float
    floor: float
    first: bool
    cache: LayoutCache
    shown: Mapping[str, Score]
    points: PointIndex
    supports: Supports
    looks: dict[str, Look]
    selected: frozenset[str]
    stretches: tuple[Stretch, ...]
    memory: dict[str, Any]
    style: object
    background: object
    counts: object

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

    @property
    def rollup(self) -> JourneyRollup:
        """What the scores say of the journey and its stages."""
        view = self.view
        return self.cache.kept(
            ("rollup", view.journey.id), (self.counts,), (), lambda: roll_up(view.project, view.journey, view.scores)
        )  # fmt: skip

    @property
    def graded(self) -> bool:
        """Whether each claim tells what it rests on: not in a project without evidence, unless it is asked for."""
        return is_graded(self.view)

    def touchpoints(self) -> list[Cell]:
        """The columns that have a touchpoint, with it."""
        return [cell for stretch in self.stretches for cell in stretch.cells]

    def look(self, element: str) -> Look:
        """What sets an element apart."""
        return self.looks.get(element, PLAIN)

    def score(self, touchpoint: str) -> Score | None:
        """The score shown large on a touchpoint's card; none where results are hidden."""
        return self.shown.get(touchpoint) if self.view.results else None

    def mark(self, touchpoint: str) -> Mark | None:
        """What the overlay shows on a touchpoint's card; none without one."""
        overlay = self.view.overlay
        return overlay.marks.get(touchpoint) if overlay is not None and self.view.results else None

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is worked out once for this picture."""
        if name not in self.memory:
            self.memory[name] = make()
        found: T = self.memory[name]
        return found

    def kept(self, key: Key, values: tuple[Any, ...], shape: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Through the cache: what was made of the same `values` and an equal `shape`; view-wide inputs are added."""
        return self.kept_within(key, values, (*shape, self.left, self.right), make)

    def kept_within(self, key: Key, values: tuple[Any, ...], shape: tuple[Any, ...], make: Callable[[], T]) -> T:
        """As `kept`, for what does not reach beyond its place: the picture may become wider."""
        return self.cache.kept(key, (*values, self.style), shape, make)

    def kept_of_stage(self, lane: str, stretch: Stretch, values: Callable[[], tuple[Any, ...]], shape: tuple[Any, ...],
                      make: Callable[[], T]) -> T:  # fmt: skip
        """As `kept_within`, what a lane made of a stage; while nothing else has changed, `values` are not asked for."""
        part = stretch.span.part
        key, sure = (f"{lane}/stage", f"{part.stage.id}/{part.piece}"), (stretch, self.background, self.style)
        return self.cache.kept_while(key, sure, lambda: (*values(), self.style), shape, make)


def is_graded(view: MapView) -> bool:
    """Whether each claim tells what it rests on."""
    return view.detail != "brief" and bool(view.project.evidence or view.emphasise)
