"""A spell checker of the system at work: asked word by word, answering when it can."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QProcess, Signal

from journeymapper.desktop.spelling.replies import Verdict, asked, verdict_of

MOST_KNOWN = 20_000
MOST_WAITING = 400


class Speller(QObject):
    """Tries one program after the other; without any that lives it knows no word to be wrong."""

    told = Signal()

    def __init__(self, programs: Iterable[tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._programs = iter(programs)
        self._process: QProcess | None = None
        self._verdicts: dict[str, Verdict] = {}
        self._asked: deque[str] = deque()
        self._lines: list[str] = []
        self._begun = False
        self._greeted = False

    def verdict(self, word: str) -> Verdict | None:
        """What is known of a word; None where it is asked for, `told` says that answers have come."""
        if not self._begun:
            self._begun = True
            self._start_next()
        known = self._verdicts.get(word)
        if known is None and self._process is not None and len(self._asked) < MOST_WAITING and word not in self._asked:
            self._asked.append(word)
            self._process.write(asked(word))
        return known

    def stop(self) -> None:
        """End the program."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect()
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(500)

    def _start_next(self) -> None:
        command = next(self._programs, None)
        self._asked.clear()
        self._lines, self._greeted, self._process = [], False, None
        if command is None:
            return
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda *_: self._ended(process))
        self._process = process
        process.start(command[0], list(command[1:]))

    def _ended(self, process: QProcess) -> None:
        """It lacks the dictionary, or it is gone: the next one, which may be none."""
        if process is self._process:
            self._process = None
            self._start_next()
            self.told.emit()

    def _read(self) -> None:
        process = self._process
        answered = False
        while process is not None and process.canReadLine():
            line = bytes(process.readLine().data()).decode("utf-8", "replace").rstrip("\r\n")
            if not self._greeted:
                self._greeted = True
            elif line:
                self._lines.append(line)
            elif self._asked:
                answered = True
                self._keep(self._asked.popleft())
        if answered:
            self.told.emit()

    def _keep(self, word: str) -> None:
        if len(self._verdicts) >= MOST_KNOWN:
            self._verdicts.clear()
        self._verdicts[word] = verdict_of(self._lines)
        self._lines = []
