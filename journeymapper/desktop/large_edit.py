"""An edit of so much that it would be felt: made and laid out in a thread, then taken by the document as one step."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from journeymapper.desktop.canvas.layout import MapLayout
from journeymapper.desktop.dialogs.latest import Latest
from journeymapper.desktop.jobs import Job, Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.messages import Message
from journeymapper.model.project import Project
from journeymapper.picture.layout_cache import LayoutCache

Progress = Callable[[float], object]
Making = Callable[[Project, Progress], Project]
"""A pure edit that tells now and then how far it is, 0 to 1."""

MAKING = 0.6
"""The share of the work that is the edit; the rest is laying the map out."""


class _Made(msgspec.Struct, frozen=True):
    """What an edit has made of a document, and the map of it."""

    before: Project
    after: Project
    cache: LayoutCache


class LargeEdit(QObject):
    """One edit at a time. Until it is `taken` the document stays as it is; one that was stopped leaves nothing.

    `taken` brings the document that it was made on, `refused` the reason why there is nothing to take. Where the
    document has changed meanwhile, the edit is made again on the one that there is now.
    """

    progressed = Signal(float)
    taken = Signal(object)
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, session: Session, jobs: Jobs, layout: MapLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._layout = session, layout
        self._wanted: tuple[Message, Making] | None = None
        self._making = Latest(jobs, self)
        self._making.progressed.connect(lambda share, _what: self.progressed.emit(share))
        self._making.busy_changed.connect(self.busy_changed)
        self._making.failed.connect(self.refused)
        self._making.finished.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether an edit is being made."""
        return self._making.busy

    def start(self, name: Message, edit: Making) -> None:
        """Begin with an edit, which is called in a thread."""
        self._wanted = (name, edit)
        before, lay_out = self._session.project, self._layout.ahead()

        def work(job: Job) -> _Made:
            after = edit(before, lambda share: job.report(MAKING * share))
            job.report(MAKING)
            return _Made(before, after, lay_out(after))

        self._making.start(work, at_once=True)

    def stop(self) -> None:
        """Nothing of it arrives any more."""
        self._making.stop()

    def _take(self, made: _Made) -> None:
        assert self._wanted is not None
        if made.before is not self._session.project:
            self.start(*self._wanted)
            return
        self._layout.adopt(made.cache)
        self._session.apply(self._wanted[0], lambda _: made.after)
        self.taken.emit(made.before)
