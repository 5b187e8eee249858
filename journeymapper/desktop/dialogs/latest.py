"""Work of which only the newest matters: earlier pieces are cancelled, and two never run at once."""

from PySide6.QtCore import QObject, QTimer, Signal

from journeymapper.desktop.jobs import Job, Jobs, Work
from journeymapper.model.messages import Message


class Latest(QObject):
    """Runs the piece of work that was asked for last, some milliseconds after the last wish; others never arrive."""

    finished = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)
    busy_changed = Signal(bool)

    def __init__(self, jobs: Jobs, parent: QObject, delay: int = 0) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: Work | None = None
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether something is being done or about to be."""
        return self._busy

    def start(self, work: Work, *, at_once: bool = False) -> None:
        """Do this instead of whatever was to be done."""
        self._waiting = work
        if self._job:
            self._job.cancel()
        self._set_busy(True)
        if at_once:
            self._timer.stop()
            self._next()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Nothing more arrives."""
        self._waiting = None
        self._timer.stop()
        if self._job:
            self._job.cancel()
        self._set_busy(False)

    def _next(self) -> None:
        if self._job is not None or self._waiting is None or self._timer.isActive():
            return
        work, self._waiting = self._waiting, None
        self._job = job = self._jobs.start(work)
        job.progressed.connect(self.progressed)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)

    def _finish(self, result: object) -> None:
        if self._waiting is None:
            self._set_busy(False)
            self.finished.emit(result)

    def _fail(self, message: Message) -> None:
        if self._waiting is None:
            self._set_busy(False)
            self.failed.emit(message)

    def _end(self) -> None:
        self._job = None
        self._next()

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
