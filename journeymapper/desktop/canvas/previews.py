"""The map as it would be, while a gesture lasts. Where laying it out takes longer than a frame, it follows the hand
with a delay: what is dragged must not stick to its place."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from journeymapper.model.project import Project

CHEAP_SECONDS = 0.008
REST_FACTOR = 20
LONGEST_REST_MS = 400


class Previews:
    """Calls `show` with another document, or with None for the real one: at once if that was cheap the last time,
    else after a rest that keeps dear frames rare."""

    def __init__(self, show: Callable[[Project | None], None], parent: QObject) -> None:
        self._show = show
        self._shown: Project | None = None
        self._asked: Project | None = None
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._catch_up)

    def ask(self, project: Project | None) -> None:
        """Show a document in place of the real one; None ends the preview at once."""
        self._asked = project
        if project is None or not self._rest.isActive():
            self._catch_up()

    def forget(self) -> None:
        """The real document is shown, by somebody else."""
        self._asked = self._shown = None

    def _catch_up(self) -> None:
        if self._asked is self._shown:
            return
        begun = perf_counter()
        self._shown = self._asked
        self._show(self._asked)
        taken = perf_counter() - begun
        if taken > CHEAP_SECONDS:
            self._rest.start(min(round(taken * REST_FACTOR * 1000), LONGEST_REST_MS))
