"""Unsaved work is kept after a second of idleness, and every few seconds while nobody rests."""

import logging
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer

from journeymapper.desktop.jobs import Jobs
from journeymapper.desktop.session import Session
from journeymapper.model.ids import new_id
from journeymapper.storage.recovery import discard, list_recoveries, write_recovery

IDLE_MS = 1000
AT_LATEST_MS = 4000


class Autosave(QObject):
    """Writes to the recovery folder, never over the user's file."""

    def __init__(self, session: Session, jobs: Jobs, folder: Path) -> None:
        super().__init__(session)
        self._session = session
        self._jobs = jobs
        self._folder = folder
        self._key = new_id("recovery")
        self._writing = False
        self._over = False
        self._disk = Lock()
        self._idle = self._timer(IDLE_MS)
        self._latest = self._timer(AT_LATEST_MS)
        session.changed.connect(self._touched)
        session.saved.connect(self._forget)

    def done(self) -> None:
        """The document is left: saved or discarded knowingly."""
        self.rest()
        self._forget()

    def rest(self) -> None:
        """Write nothing more; what is kept stays for the next start."""
        with self._disk:
            self._over = True
        self._idle.stop()
        self._latest.stop()

    def write_now(self) -> None:
        """Keep the present state at once, in this thread; for the moment before a crash."""
        self._write(None)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._start)
        return timer

    def _touched(self) -> None:
        self._idle.start()
        if not self._latest.isActive():
            self._latest.start()

    def _start(self) -> None:
        if not self._session.modified:
            self._forget()
            return
        if self._writing:
            return
        self._latest.stop()
        self._writing = True
        project = self._session.project
        job = self._jobs.start(self._write)
        job.failed.connect(lambda message: logging.getLogger(__name__).error(message.english()))
        job.ended.connect(lambda: self._written(project))

    def _write(self, _job: object) -> None:
        session = self._session
        with self._disk:
            if not self._over:
                write_recovery(
                    self._key,
                    session.project,
                    dict(session.tallies),
                    session.attachments,
                    path=session.path,
                    folder=self._folder,
                )

    def _written(self, project: object) -> None:
        if self._over:
            return
        self._writing = False
        if not self._session.modified:
            self._forget()
        elif self._session.project is not project:
            self._touched()

    def _forget(self) -> None:
        self._idle.stop()
        self._latest.stop()
        for recovery in list_recoveries(self._folder):
            if recovery.folder.name == self._key:
                discard(recovery)
