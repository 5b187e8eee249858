"""What would otherwise end or freeze a Qt program without a word: exceptions in slots."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QTimer


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


def _innermost(trace: TracebackType | None) -> str:
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
