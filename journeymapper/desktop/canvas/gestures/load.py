"""What is dragged: where it can land, and the project with it there."""

from collections.abc import Callable
from typing import Protocol

import msgspec
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from journeymapper.model.messages import Message
from journeymapper.model.project import Project

Fresh = Callable[[str], str]


class Landing(msgspec.Struct, frozen=True):
    """A place that is told from others by its `key`, and the project with the load there, or with copies of it.

    Of the copies the ids are given; the project may be refused.
    """

    key: object
    dropped: Callable[[Fresh | None], Project]


class Load(Protocol):
    """Begun with the project as it is when it is lifted; the places of its map must not run away from the hand."""

    @property
    def ids(self) -> tuple[str, ...]:
        """All that is lifted together, in the order of the map."""

    @property
    def parts(self) -> frozenset[str]:
        """The parts of the picture that show such things."""

    @property
    def step(self) -> Message:
        """The name of the step that moves it."""

    def landing_at(self, place: QPointF, *, copies: bool) -> Landing | None:
        """Where it lands, or copies of it, when it is let go over a point of the widget."""

    def made_in(self, project: Project) -> tuple[str, ...]:
        """The things of its kind that a project has and had not when it was lifted."""

    def paint_places(self, painter: QPainter) -> None:
        """The places where it can land that the map does not show."""
