"""Work over 100 ms: in a thread of its own, with progress and cancel, never after the window is gone."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal

from journeymapper.model.messages import Message, Refusal

WORKERS = 4
"""An import and a preview that take their time must not keep unsaved work from being written."""


class Cancelled(Exception):
    """Raised inside a job at its next report of progress once somebody has cancelled it."""


class Job(QObject):
    """One piece of work. Lives in the window's thread; all its signals arrive there."""

    progressed = Signal(float, str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _reported = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._reported.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; nothing of it arrives any more."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has cancelled it."""
        return self._stop.is_set()

    def report(self, share: float, what: str = "") -> None:
        """Called by the work in its thread: how far it is, 0 to 1; raises Cancelled when nobody waits any more."""
        if self._stop.is_set():
            raise Cancelled
        self._reported.emit("progressed", (share, what))

    def run(self, work: "Work") -> None:
        """Do the work; called in the thread."""
        try:
            result = work(self)
        except Cancelled:
            self._reported.emit("ended", None)
        except Refusal as refusal:
            self._reported.emit("failed", refusal.message)
        except Exception:
            logging.getLogger(__name__).exception("a job failed")
            self._reported.emit("failed", Message("Something went wrong inside; the log tells more."))
        else:
            self._reported.emit("finished", result)

    def _deliver(self, what: str, value: object) -> None:
        if what == "progressed":
            if not self.cancelled:
                self.progressed.emit(*value)  # type: ignore[misc]  # a pair, by report()
            return
        if not self.cancelled and what != "ended":
            getattr(self, what).emit(value)
        self.ended.emit()


Work = Callable[[Job], object]


class Jobs(QObject):
    """The one runner of jobs, owned by the window and joined when it closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="job")
        self._running: set[Job] = set()
        self._joined = False

    def start(self, work: Work, *, owner: QObject | None = None) -> Job:
        """Start work; connect to the job's signals before returning to the event loop. Once joined, nothing starts.

        What it brings is dropped when its owner is gone: a session or a page that nobody sees any more.
        """
        job = Job(self)
        if owner is not None:
            owner.destroyed.connect(job.cancel)
        if self._joined:  # what was still to be painted when the window closed may ask for work
            job.cancel()
            return job
        self._running.add(job)
        job.ended.connect(lambda: self._forget(job))
        self._threads.submit(job.run, work)
        return job

    def join(self) -> None:
        """Cancel everything and wait until it has stopped."""
        self._joined = True
        for job in self._running:
            job.cancel()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _forget(self, job: Job) -> None:
        self._running.discard(job)
        job.deleteLater()
