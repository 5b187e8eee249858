"""What would otherwise end or freeze a Qt program without a word: exceptions in slots, and signals while it idles."""

import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer


class ExceptionTrap:
    """Every exception that reaches Qt is logged; the first of each kind is also told, once."""

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell
        self._told: set[str] = set()
        self._telling = False

    def install(self) -> None:
        """Take over `sys.excepthook`."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it; tell it unless a repaint has told the same a moment ago."""
        logging.getLogger("journeymapper").critical("unexpected", exc_info=(kind, error, trace))
        place = _innermost(trace)
        if self._telling or place in self._told:
            return
        self._told.add(place)
        # later: a dialog's event loop must not run inside the paint event that failed
        QTimer.singleShot(0, lambda: self._tell_once(error))

    def _tell_once(self, error: BaseException) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(error)
        finally:
            self._telling = False


class SignalTrap(QObject):
    """SIGTERM and SIGINT end the window as closing it does; Qt's own loop would not see them."""

    def __init__(self, close: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._close = close
        self._previous = signal.set_wakeup_fd(self._write.fileno())
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)

    def _woken(self) -> None:
        self._read.recv(64)
        self._close()

    def release(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._previous)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        self._read.close()
        self._write.close()


def _innermost(trace: TracebackType | None) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
